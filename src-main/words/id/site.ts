import type { ReleaseKind } from '../../contract/release-nouns.ts';

const kinds: Readonly<Record<ReleaseKind, string>> = {
  rilis_kegiatan: 'Rilis Kegiatan',
  rilis_kilat: 'Rilis Kilat',
  siaran_pers_resmi: 'Siaran Pers Resmi',
  klarifikasi: 'Klarifikasi',
  pernyataan: 'Pernyataan',
  undangan_liputan: 'Undangan Liputan',
  ucapan: 'Ucapan',
  advertorial: 'Advertorial',
};

/** The public newsroom: what its readers see. It speaks Indonesian, like the releases it carries, whatever the office's screens speak. */
export const site = {
  kinds,
  newsroom: 'Ruang Berita',
  latest: 'Siaran pers terbaru',
  empty: 'Belum ada siaran pers yang terbit.',
  emptyHint: 'Siaran pers pertama akan muncul di sini.',
  all: 'Semua siaran pers',
  page: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
  pages: 'Halaman',
  newer: 'Lebih baru',
  older: 'Lebih lama',
  skip: 'Langsung ke isi',
  number: (number: string) => `Nomor ${number}`,
  published: 'Terbit',
  corrected: (n: number, when: string) => `Ralat ${n}, ${when}`,
  correctedNote: 'Teks ini sudah diperbaiki. Yang berlaku adalah yang tertulis di sini.',
  photos: 'Foto',
  photosNote: 'Bebas dipakai media dengan mencantumkan kredit. Klik foto untuk ukuran penuh.',
  credit: (credit: string) => `Foto: ${credit}`,
  about: (unit: string) => `Tentang ${unit}`,
  contact: 'Kontak media',
  feeds: 'Langganan',
  read: 'Baca',
  more: 'Siaran pers lain',
  print: 'Sumber',
};
export type SiteWords = typeof site;
