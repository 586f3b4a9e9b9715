/** The media kit: what the desk that opens it reads. */
export const kit = {
  captionsTitle: 'KETERANGAN FOTO',
  file: 'Berkas',
  caption: 'Keterangan',
  credit: 'Kredit',
  alt: 'Teks alternatif',
  noPhotos: 'Tidak ada foto pada siaran pers ini.',
  use: 'Bebas dipakai media dengan mencantumkan kredit. Keterangan dan kredit juga tersimpan di dalam setiap berkas foto.',
  number: (number: string) => `Nomor ${number}`,
  embargo: (when: string) => `EMBARGO: tidak untuk diterbitkan sebelum ${when}`,
  pressRelease: 'SIARAN PERS',
  approved: (when: string) => `Disetujui ${when}`,
  contact: 'Kontak media',
  photos: 'Foto',
  fullSize: (file: string) => `Ukuran penuh: foto/${file}`,
  hash: 'Sidik isi (SHA-256)',
};
