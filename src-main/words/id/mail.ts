/** What the e-mail of a release says around the release itself. */
export const mail = {
  press: 'SIARAN PERS',
  kinds: {
    rilis_kegiatan: 'Rilis Kegiatan',
    rilis_kilat: 'Rilis Kilat',
    siaran_pers_resmi: 'Siaran Pers Resmi',
    klarifikasi: 'Klarifikasi',
    pernyataan: 'Pernyataan',
    undangan_liputan: 'Undangan Liputan',
    ucapan: 'Ucapan',
    advertorial: 'Advertorial',
  },
  number: (number: string) => `Nomor ${number}`,
  immediate: 'Untuk disiarkan segera',
  photo: (n: number, of: number) => (of === 1 ? 'Foto' : `Foto ${n} dari ${of}`),
  credit: (credit: string) => `Foto: ${credit}`,
  photosNote: (count: number) =>
    `${count === 1 ? 'Foto terlampir' : `${count} foto terlampir`} (JPEG, sisi panjang 2000 piksel). Bebas dipakai media dengan mencantumkan kredit.`,
  about: (unit: string) => `Tentang ${unit}`,
  contact: 'Narahubung',
  why: (unit: string) => `Surel ini dikirim ${unit} kepada rekan media yang terdaftar.`,
  stop: 'Tidak ingin menerima lagi? Balas dengan kata "berhenti".',
  stopSubject: 'berhenti',
};
export type MailWords = typeof mail;
