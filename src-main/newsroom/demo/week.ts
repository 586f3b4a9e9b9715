import type { EventKind } from '../../contract/agenda-nouns.ts';
import type { demoOfficials } from './cast.ts';

type OfficialKey = (typeof demoOfficials)[number]['key'];

/** An event of the sample week. `day` counts from today; times are local. */
export interface DemoEvent {
  readonly key: string;
  readonly day: number;
  readonly kind: EventKind;
  readonly title: string;
  readonly from: string;
  /** Null: "selesai". */
  readonly to: string | null;
  readonly venue: string;
  readonly organizer: string;
  readonly dressCode: string;
  readonly leaders: readonly {
    readonly who: OfficialKey;
    readonly delegate?: OfficialKey;
    readonly absent?: boolean;
  }[];
  readonly state: 'proposed' | 'tentative' | 'confirmed' | 'done' | 'postponed' | 'cancelled';
  readonly reason?: string;
  readonly closed?: boolean;
  readonly releaseNeeded?: boolean;
  readonly note?: string;
  /** Pictures in resources/demo with their captions. */
  readonly photos?: readonly { readonly file: string; readonly caption: string; readonly alt: string }[];
}

export const demoWeek: readonly DemoEvent[] = [
  {
    key: 'apel',
    day: -3,
    kind: 'apel',
    title: 'Apel pagi aparatur Pemerintah Kota Suryakerta',
    from: '07:30',
    to: '08:15',
    venue: 'Halaman Balai Kota Suryakerta',
    organizer: 'Bagian Protokol dan Komunikasi Pimpinan',
    dressCode: 'PDH khaki',
    leaders: [{ who: 'sekda' }],
    state: 'done',
    releaseNeeded: true,
    photos: [
      {
        file: 'apel-pagi.jpg',
        caption:
          'Aparatur Pemerintah Kota Suryakerta mengikuti apel pagi di halaman Balai Kota Suryakerta. Apel dipimpin Sekda I Ketut Bagus Wiryawan.',
        alt: 'Barisan pegawai berseragam khaki di depan balai kota dengan bendera Merah Putih',
      },
    ],
  },
  {
    key: 'pasar',
    day: -2,
    kind: 'peresmian',
    title: 'Peresmian Pasar Rakyat Taman Amerta',
    from: '09:00',
    to: '11:00',
    venue: 'Pasar Rakyat Taman Amerta',
    organizer: 'Dinas Koperasi dan Usaha Mikro',
    dressCode: 'Endek',
    leaders: [{ who: 'walikota' }, { who: 'wakil' }],
    state: 'done',
    releaseNeeded: true,
    photos: [
      {
        file: 'gunting-pita.jpg',
        caption:
          'Wali Kota Suryakerta I Wayan Adi Pranata (kedua kiri) menggunting pita tanda peresmian Pasar Rakyat Taman Amerta, Suryakerta. Pasar ini menampung 184 pedagang.',
        alt: 'Empat pejabat menggunting pita merah di depan bangunan pasar',
      },
      {
        file: 'serah-terima-bantuan.jpg',
        caption:
          'Wali Kota Suryakerta I Wayan Adi Pranata (tengah) menyerahkan bantuan modal kepada perwakilan pedagang di Pasar Rakyat Taman Amerta, Suryakerta.',
        alt: 'Wali kota menyerahkan piagam bantuan kepada seorang pedagang',
      },
    ],
  },
  {
    key: 'sawah',
    day: -1,
    kind: 'peninjauan',
    title: 'Peninjauan saluran irigasi Subak Umadesa',
    from: '08:00',
    to: '10:00',
    venue: 'Subak Umadesa, Kecamatan Suryakerta Utara',
    organizer: 'Dinas Pertanian',
    dressCode: 'Lapangan',
    leaders: [{ who: 'walikota', delegate: 'wakil' }],
    state: 'done',
    releaseNeeded: true,
    photos: [
      {
        file: 'tinjau-sawah.jpg',
        caption:
          'Wakil Wali Kota Suryakerta Ni Made Ratna Dewi meninjau saluran irigasi di Subak Umadesa, Kecamatan Suryakerta Utara. Perbaikan saluran mengairi 46 hektare sawah.',
        alt: 'Rombongan berdiri di pematang sawah bertingkat',
      },
    ],
  },
  {
    key: 'literasi',
    day: 0,
    kind: 'peresmian',
    title: 'Pembukaan Pekan Literasi Kota Suryakerta',
    from: '09:00',
    to: '11:30',
    venue: 'Graha Surya Dharma',
    organizer: 'Dinas Perpustakaan dan Kearsipan',
    dressCode: 'Batik',
    leaders: [{ who: 'walikota' }, { who: 'sekda', absent: true }],
    state: 'confirmed',
    releaseNeeded: true,
    note: 'Sambutan Wali Kota 7 menit. Naskah di meja Asisten II.',
    photos: [
      {
        file: 'pembukaan-pekan-literasi.jpg',
        caption:
          'Wali Kota Suryakerta I Wayan Adi Pranata memberi sambutan saat membuka Pekan Literasi di Graha Surya Dharma, Suryakerta. Pekan Literasi diikuti 62 sekolah.',
        alt: 'Wali kota berbicara di panggung di hadapan penonton',
      },
    ],
  },
  {
    key: 'sampah',
    day: 0,
    kind: 'rapat',
    title: 'Rapat koordinasi penanganan sampah dari sumber',
    from: '13:30',
    to: null,
    venue: 'Ruang Sewaka, Balai Kota Suryakerta',
    organizer: 'Dinas Lingkungan Hidup dan Kebersihan',
    dressCode: 'PDH',
    leaders: [{ who: 'wakil' }, { who: 'walikota', delegate: 'asisten2' }],
    state: 'confirmed',
    releaseNeeded: true,
    photos: [
      {
        file: 'rapat-koordinasi.jpg',
        caption:
          'Wakil Wali Kota Suryakerta Ni Made Ratna Dewi memimpin rapat koordinasi penanganan sampah dari sumber di Ruang Sewaka, Balai Kota Suryakerta.',
        alt: 'Tujuh peserta rapat duduk di meja panjang',
      },
    ],
  },
  {
    key: 'audiensi',
    day: 0,
    kind: 'audiensi',
    title: 'Audiensi pengurus forum anak',
    from: '16:00',
    to: '17:00',
    venue: 'Ruang tamu Wali Kota',
    organizer: 'Bagian Protokol dan Komunikasi Pimpinan',
    dressCode: 'Bebas rapi',
    leaders: [{ who: 'walikota' }],
    state: 'tentative',
    closed: true,
    note: 'Tertutup untuk media.',
  },
  {
    key: 'festival',
    day: 1,
    kind: 'peresmian',
    title: 'Pembukaan Festival Budaya Suryakerta',
    from: '18:30',
    to: '21:00',
    venue: 'Lapangan Puputan',
    organizer: 'Dinas Kebudayaan',
    dressCode: 'Pakaian adat',
    leaders: [{ who: 'walikota' }, { who: 'wakil' }, { who: 'sekda' }],
    state: 'confirmed',
    releaseNeeded: true,
    photos: [
      {
        file: 'pembukaan-festival.jpg',
        caption:
          'Gladi pembukaan Festival Budaya Suryakerta di Lapangan Puputan, Suryakerta. Festival berlangsung lima hari.',
        alt: 'Tiga orang di depan gapura saat senja dengan lampu hias',
      },
    ],
  },
  {
    key: 'studi-tiru',
    day: 2,
    kind: 'kunjungan',
    title: 'Kunjungan studi tiru Prokopim Kabupaten Banyubiru',
    from: '10:00',
    to: '12:00',
    venue: 'Ruang Praja Utama, Balai Kota Suryakerta',
    organizer: 'Bagian Protokol dan Komunikasi Pimpinan',
    dressCode: 'Batik',
    leaders: [{ who: 'sekda' }],
    state: 'tentative',
    releaseNeeded: true,
    photos: [
      {
        file: 'foto-bersama.jpg',
        caption: 'Foto bersama tim studi tiru di Ruang Praja Utama, Balai Kota Suryakerta.',
        alt: 'Dua baris tamu berfoto bersama di bawah spanduk selamat datang',
      },
    ],
  },
  {
    key: 'paripurna',
    day: 2,
    kind: 'rapat',
    title: 'Rapat Paripurna DPRD Kota Suryakerta',
    from: '13:00',
    to: null,
    venue: 'Gedung DPRD Kota Suryakerta',
    organizer: 'Sekretariat DPRD',
    dressCode: 'PSR',
    leaders: [{ who: 'walikota' }],
    state: 'postponed',
    reason: 'Menunggu jadwal baru dari Badan Musyawarah DPRD',
  },
  {
    key: 'jalan-sehat',
    day: 3,
    kind: 'lainnya',
    title: 'Jalan sehat peringatan hari jadi kota',
    from: '06:00',
    to: '09:00',
    venue: 'Lapangan Puputan',
    organizer: 'Bagian Protokol dan Komunikasi Pimpinan',
    dressCode: 'Olahraga',
    leaders: [{ who: 'wakil' }],
    state: 'cancelled',
    reason: 'Digabung dengan pembukaan Festival Budaya',
  },
];
