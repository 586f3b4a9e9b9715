import type { EventKind } from '../contract/agenda-nouns.ts';

/** What a kind of event brings along: its verb in the lead, its usual order, and the photos one must bring home. */
export interface EventKindFacts {
  /** `meresmikan`: what the leader does there. */
  readonly verb: string;
  /** First words of a title that the verb says already: `meresmikan Peresmian Pasar` would say it twice. Null: the whole title follows. */
  readonly drop: RegExp | null;
  /** Usual order (Susunan Acara); an office changes it for each event. */
  readonly rundown: readonly string[];
  readonly requiredPhotos: readonly string[];
}

/**
 * Indonesian whatever language the screen speaks: the words go into releases, letters and duty lists. The orders follow the usual course
 * of official events (PP 39/2018 on protocol: opening, national anthem, reports, addresses, the act itself, prayer, closing).
 */
export const eventKindFacts: Readonly<Record<EventKind, EventKindFacts>> = {
  apel: {
    verb: 'mengikuti',
    drop: null,
    rundown: ['Persiapan barisan', 'Penghormatan kepada pembina apel', 'Amanat pembina apel', 'Doa', 'Apel selesai'],
    requiredPhotos: ['Pembina apel memberi amanat', 'Barisan peserta dari depan', 'Suasana lapangan'],
  },
  rapat: {
    verb: 'menghadiri',
    drop: null,
    rundown: ['Pembukaan', 'Arahan pimpinan', 'Paparan', 'Diskusi', 'Kesimpulan dan penutup'],
    requiredPhotos: ['Pimpinan rapat berbicara', 'Peserta rapat, suasana ruang', 'Layar paparan terbaca'],
  },
  audiensi: {
    verb: 'menerima',
    drop: null,
    rundown: [
      'Penyambutan tamu',
      'Perkenalan dan maksud audiensi',
      'Tanggapan pimpinan',
      'Penyerahan cendera mata',
      'Foto bersama',
    ],
    requiredPhotos: ['Jabat tangan dengan ketua rombongan', 'Suasana dialog', 'Cendera mata', 'Foto bersama'],
  },
  kunjungan: {
    verb: 'menerima',
    drop: null,
    rundown: [
      'Penyambutan rombongan',
      'Sambutan selamat datang',
      'Sambutan ketua rombongan',
      'Paparan dan tanya jawab',
      'Tukar cendera mata',
      'Foto bersama',
    ],
    requiredPhotos: [
      'Kedatangan rombongan',
      'Jabat tangan dengan ketua rombongan',
      'Suasana dialog',
      'Tukar cendera mata',
      'Foto bersama',
    ],
  },
  pembukaan: {
    verb: 'membuka',
    drop: /^(?:acara\s+)?pembukaan\s+/i,
    rundown: [
      'Pembukaan',
      'Menyanyikan lagu Indonesia Raya',
      'Laporan ketua panitia',
      'Sambutan dan pembukaan oleh pimpinan',
      'Doa',
      'Penutup',
    ],
    requiredPhotos: [
      'Pimpinan memberi sambutan',
      'Prosesi pembukaan (gong, kentongan)',
      'Tamu undangan',
      'Foto bersama',
    ],
  },
  peresmian: {
    verb: 'meresmikan',
    drop: /^(?:acara\s+)?peresmian\s+/i,
    rundown: [
      'Pembukaan',
      'Menyanyikan lagu Indonesia Raya',
      'Laporan pembangunan',
      'Sambutan pimpinan',
      'Penandatanganan prasasti dan pemotongan pita',
      'Doa',
      'Peninjauan',
    ],
    requiredPhotos: [
      'Pemotongan pita',
      'Penandatanganan prasasti',
      'Pimpinan memberi sambutan',
      'Bangunan dari luar',
      'Peninjauan ke dalam',
    ],
  },
  pelantikan: {
    verb: 'melantik',
    drop: /^(?:acara\s+)?(?:upacara\s+)?pelantikan\s+/i,
    rundown: [
      'Menyanyikan lagu Indonesia Raya',
      'Pembacaan surat keputusan',
      'Pengambilan sumpah',
      'Penandatanganan berita acara',
      'Sambutan pimpinan',
      'Doa',
      'Ucapan selamat',
    ],
    requiredPhotos: [
      'Pengambilan sumpah',
      'Penandatanganan berita acara',
      'Penyematan tanda jabatan',
      'Ucapan selamat',
      'Foto bersama',
    ],
  },
  penyerahan: {
    verb: 'menyerahkan',
    drop: /^(?:acara\s+)?penyerahan\s+/i,
    rundown: ['Pembukaan', 'Laporan', 'Sambutan pimpinan', 'Penyerahan secara simbolis', 'Doa', 'Foto bersama'],
    requiredPhotos: [
      'Penyerahan simbolis',
      'Barang atau bantuan yang diserahkan',
      'Pimpinan berdialog dengan penerima',
      'Foto bersama',
    ],
  },
  peninjauan: {
    verb: 'meninjau',
    drop: /^(?:kegiatan\s+)?(?:peninjauan|tinjauan)\s+(?:ke\s+)?/i,
    rundown: ['Kedatangan', 'Penjelasan di lokasi', 'Peninjauan', 'Dialog dengan warga', 'Keterangan kepada media'],
    requiredPhotos: [
      'Pimpinan menunjuk atau melihat objek',
      'Objek dari dekat',
      'Dialog dengan warga atau petugas',
      'Keterangan kepada media',
    ],
  },
  upacara: {
    verb: 'menghadiri',
    drop: null,
    rundown: [
      'Persiapan pasukan',
      'Inspektur upacara memasuki lapangan',
      'Pengibaran bendera',
      'Mengheningkan cipta',
      'Amanat inspektur upacara',
      'Doa',
      'Upacara selesai',
    ],
    requiredPhotos: ['Inspektur upacara', 'Pengibaran bendera', 'Pasukan dan peserta', 'Amanat'],
  },
  sosialisasi: {
    verb: 'menghadiri',
    drop: null,
    rundown: ['Pembukaan', 'Laporan panitia', 'Sambutan dan pembukaan', 'Pemaparan materi', 'Tanya jawab', 'Penutup'],
    requiredPhotos: ['Pimpinan memberi sambutan', 'Narasumber', 'Peserta', 'Foto bersama'],
  },
  takziah: {
    verb: 'melayat',
    drop: /^(?:takziah|melayat)\s+(?:ke\s+)?/i,
    rundown: ['Kedatangan di rumah duka', 'Penyampaian belasungkawa', 'Doa bersama'],
    requiredPhotos: ['Pimpinan menyampaikan belasungkawa', 'Doa bersama'],
  },
  lainnya: { verb: 'menghadiri', drop: null, rundown: [], requiredPhotos: [] },
};
