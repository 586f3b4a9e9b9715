import type { Attachment } from '../../../src-main/contract/event-parts.ts';

const what: Record<Attachment['what'], string> = {
  letter: 'Undangan',
  speech: 'Naskah sambutan',
  other: 'Berkas lain',
};

/** Letters that ask a leader to come, and files of events. */
export const invitations = {
  title: 'Undangan',
  add: 'Terima undangan',
  search: 'Cari nomor, perihal, penyelenggara',
  emptyWaiting: 'Tidak ada undangan yang menunggu',
  emptyHelp: 'Jatuhkan PDF atau foto surat undangan di sini; isinya terbaca, lalu jadikan acara dengan sekali tekan.',
  emptyFound: 'Tidak ada undangan yang cocok',
  addAbout: 'Pilih berkas suratnya, atau isi sendiri. Surat tersimpan dan tampil di samping acaranya.',
  byHand: 'Isi tanpa berkas',
  reading: 'Surat sedang dibaca…',
  letterNo: 'Nomor surat',
  letterDay: 'Tanggal surat',
  organizer: 'Penyelenggara',
  subject: 'Perihal',
  venue: 'Tempat',
  note: 'Catatan',
  keep: 'Simpan, belum dijadwalkan',
  keepAndSchedule: 'Simpan & jadikan acara',
  save: 'Simpan perubahan',
  schedule: 'Jadikan acara',
  link: 'Sudah ada acaranya',
  linkHelp: 'Cari acara yang dimaksud surat ini.',
  openEvent: 'Lihat acaranya',
  saveWithout:
    'Simpan sekali lagi untuk menyimpan acaranya tanpa surat itu, atau lihat dulu apa yang terjadi dengannya.',
  openLetter: 'Buka surat',
  unlink: 'Lepas dari acara',
  decline: 'Tolak',
  declineReason: 'Mengapa ditolak?',
  waitAgain: 'Tunggu lagi',
  received: (who: string) => `diterima ${who}`,
  letter: 'Surat',
  readFrom: 'Terbaca dari surat; periksa sebelum disimpan.',
  files: 'Undangan & berkas',
  attach: 'Tambah berkas',
  attachSpeech: 'Tambah naskah sambutan',
  detach: (name: string) => `Lepas ${name}`,
  what,
  openFile: 'Unduh',
};
