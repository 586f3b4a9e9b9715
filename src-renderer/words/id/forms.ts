/** What stands at a field that needs the person. */
export const forms = {
  required: 'Bagian ini perlu diisi.',
  tooShort: (least: number) => `Terlalu pendek; sedikitnya ${least} huruf.`,
  tooLong: (most: number, now: number) => `Terlalu panjang: ${now} huruf, paling banyak ${most}.`,
  tooFew: (least: number) => `Pilih sedikitnya ${least}.`,
  tooMany: (most: number) => `Terlalu banyak; paling banyak ${most}.`,
  tooSmall: (least: number) => `Angka ini terlalu kecil; sedikitnya ${least}.`,
  tooBig: (most: number) => `Angka ini terlalu besar; paling besar ${most}.`,
  email: 'Ini belum berupa alamat surel. Contoh: redaksi@media.id.',
  url: 'Ini belum berupa alamat situs. Contoh: https://media.id/berita.',
  number: 'Isi dengan angka.',
  choose: 'Pilih salah satu.',
  format: 'Isian ini belum bisa dibaca. Periksa lagi ejaannya.',
  optional: 'boleh kosong',
  leaveTitle: 'Tinggalkan isian ini?',
  leaveAbout: 'Yang Anda ketik belum disimpan dan hilang kalau Anda pergi.',
  leaveAct: 'Tinggalkan tanpa menyimpan',
};
