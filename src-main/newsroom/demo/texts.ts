import type { ReleaseKind, ReleaseState } from '../../contract/release-nouns.ts';
import type { demoOfficials } from './cast.ts';

type OfficialKey = (typeof demoOfficials)[number]['key'];

/** A paragraph, or a quote with who said it. */
export type DemoBlock = string | { readonly quote: string; readonly who: OfficialKey; readonly verb: string };

export interface DemoRelease {
  readonly event: string;
  readonly kind: ReleaseKind;
  readonly title: string;
  readonly blocks: readonly DemoBlock[];
  readonly state: Exclude<ReleaseState, 'withdrawn'>;
  /** With `returned`: what the head asked for. */
  readonly note?: string;
}

/** `{hari}` becomes the day of the event as leads write it: `Kamis (20/11/2025)`. */
export const demoReleases: readonly DemoRelease[] = [
  {
    event: 'pasar',
    kind: 'rilis_kegiatan',
    title: 'Wali Kota Suryakerta Resmikan Pasar Rakyat Taman Amerta',
    blocks: [
      'Wali Kota Suryakerta I Wayan Adi Pranata meresmikan Pasar Rakyat Taman Amerta, {hari}. Pasar dua lantai ini menampung 184 pedagang yang selama setahun menempati kios sementara.',
      {
        quote: 'Pasar ini milik warga. Mari rawat kebersihannya, karena pembeli kembali ke pasar yang nyaman',
        who: 'walikota',
        verb: 'ujar',
      },
      'Kepala Dinas Koperasi dan Usaha Mikro Kota Suryakerta Dewa Ayu Kartika menjelaskan, pembagian kios dilakukan lewat undian terbuka yang disaksikan perwakilan pedagang. Setiap kios dilengkapi meter air dan tempat sampah terpilah.',
      {
        quote: 'Tidak ada pungutan saat pembagian kios. Pedagang dapat melapor bila menemukan yang sebaliknya',
        who: 'koperasi',
        verb: 'kata',
      },
      'Pada kesempatan itu Wali Kota juga menyerahkan bantuan modal kepada 20 pedagang perempuan. Pasar buka setiap hari pukul 05.00 hingga 18.00 WITA.',
    ],
    state: 'distributed',
  },
  {
    event: 'apel',
    kind: 'rilis_kilat',
    title: 'Sekda Ingatkan Disiplin Pelayanan pada Apel Pagi',
    blocks: [
      'Sekretaris Daerah Kota Suryakerta I Ketut Bagus Wiryawan memimpin apel pagi aparatur di halaman Balai Kota, {hari}.',
      {
        quote: 'Warga datang dengan urusan. Tugas kita menyelesaikannya, bukan memindahkannya ke meja lain',
        who: 'sekda',
        verb: 'tegas',
      },
      'Apel diikuti 412 pegawai. Mulai pekan depan hasil survei kepuasan warga dipasang di setiap loket layanan.',
    ],
    state: 'approved',
  },
  {
    event: 'sawah',
    kind: 'rilis_kegiatan',
    title: 'Wakil Wali Kota Tinjau Perbaikan Irigasi Subak Umadesa',
    blocks: [
      'Wakil Wali Kota Suryakerta Ni Made Ratna Dewi meninjau perbaikan saluran irigasi Subak Umadesa, Kecamatan Suryakerta Utara, {hari}. Saluran sepanjang 1,2 kilometer itu mengairi 46 hektare sawah.',
      { quote: 'Air harus sampai ke petak paling hilir sebelum musim tanam dimulai', who: 'wakil', verb: 'kata' },
      'Perbaikan dikerjakan sejak awal bulan dan kini mencapai 80 persen. Krama subak ikut bergotong royong membersihkan saluran setiap akhir pekan.',
      'Seusai peninjauan, rombongan berdialog dengan petani mengenai jadwal tanam dan ketersediaan pupuk.',
    ],
    state: 'submitted',
  },
  {
    event: 'sampah',
    kind: 'rilis_kegiatan',
    title: 'Pemkot Suryakerta Percepat Pemilahan Sampah dari Sumber',
    blocks: [
      'Pemerintah Kota Suryakerta mempercepat pemilahan sampah dari sumber di seluruh banjar. Hal itu dibahas dalam rapat koordinasi yang dipimpin Wakil Wali Kota Suryakerta Ni Made Ratna Dewi di Ruang Sewaka, {hari}.',
      'Kepala Dinas Lingkungan Hidup dan Kebersihan Kota Suryakerta I Nyoman Gunarta menyampaikan, 38 dari 61 banjar telah memiliki jadwal angkut terpilah.',
      { quote: 'Sisanya kami dampingi satu per satu sampai akhir bulan', who: 'dlh', verb: 'jelas' },
    ],
    state: 'returned',
    note: 'Mohon tambahkan jumlah rumah tangga yang sudah memilah, dan cek angka banjar dengan DLHK.',
  },
  {
    event: 'literasi',
    kind: 'rilis_kegiatan',
    title: 'Pekan Literasi Suryakerta Diikuti 62 Sekolah',
    blocks: [
      'Wali Kota Suryakerta I Wayan Adi Pranata membuka Pekan Literasi Kota Suryakerta di Graha Surya Dharma, {hari}. Kegiatan ini diikuti 62 sekolah dan 14 taman bacaan masyarakat.',
      {
        quote: 'Anak yang gemar membaca akan berani bertanya, dan kota yang maju lahir dari pertanyaan',
        who: 'walikota',
        verb: 'ujar',
      },
      'Kepala Dinas Perpustakaan dan Kearsipan Kota Suryakerta Ni Wayan Sri Utami mengatakan, Pekan Literasi berlangsung lima hari dengan 27 kegiatan, antara lain lomba bercerita berbahasa daerah dan bedah buku.',
    ],
    state: 'draft',
  },
];
