import type { ProposalAct } from '../../../src-main/contract/agenda-reading.ts';

/** Clashes that cannot be, and those that only may be. */
interface Doubles {
  readonly sure: number;
  readonly maybe: number;
}

const acts: Record<ProposalAct | 'same', string> = {
  add: 'Acara baru',
  change: 'Ubah',
  postpone: 'Tunda',
  cancel: 'Batal',
  delegate: 'Diwakili',
  same: 'Sudah ada, sama',
};

const accepts: Record<ProposalAct, string> = {
  add: 'Terima',
  change: 'Ubah acara',
  postpone: 'Tunda acara',
  cancel: 'Batalkan acara',
  delegate: 'Catat perwakilan',
};

/** Tempel apa saja: the cards of what was pasted. */
export const paste = {
  acts,
  accepts,
  yes: 'ya',
  no: 'tidak',
  time: 'Waktu',
  place: 'Tempat',
  leaders: 'Pimpinan',
  organizer: 'Penyelenggara',
  dress: 'Pakaian',
  companions: 'Pendamping',
  transit: 'Transit',
  officer: 'PIC Protokol',
  contact: 'Narahubung',
  speech: 'Sambutan',
  crew: 'Liputan',
  press: 'Media',
  release: 'Rilis',
  visit: 'Tamu',
  rundown: 'Susunan Acara',
  letter: 'Surat undangan',
  letterParts: (number: string, day: string) =>
    [number && `No. ${number}`, day && `tanggal ${day}`].filter(Boolean).join(', '),
  note: 'Catatan',
  reason: 'Sebab',
  reasonElse: 'bila kosong: pesannya sendiri',
  reasonGoes: 'Ikut dalam pemberitahuan, juga yang untuk publik.',
  reasonStays: 'Hanya untuk internal; publik tidak membacanya.',
  state: 'Keadaan',
  examples: {
    leaders: 'Wali Kota, Sekda (diwakili Asisten I)',
    officer: 'Gede Arya 0812-3456-7890',
    contact: 'Siti 0813-9876-5432',
    speech: 'ya, oleh Wali Kota',
    crew: 'Ayu (tulis), Made (foto)',
    visit: 'DPRD Kab. Sleman, 25 orang',
    rundown: '08.30 Registrasi undangan',
  },
  changeTime: 'Ubah waktu',
  addField: 'Tambah isian',
  unreadField: 'Belum dipahami. Contoh:',
  target: 'Acara yang dimaksud',
  asNew: 'Acara baru',
  ownEvent: 'Jadikan acara sendiri',
  chooseTarget: 'Pilih acaranya dulu.',
  searchEvent: '0. Cari acara lain',
  searchEventHelp: 'nama, tempat, atau tanggal: festival, 26/11',
  searchEventNone: 'Tidak ada acara yang cocok.',
  otherEvent: 'Acara lain',
  end: 'Selesai',
  endHelp: 'Hari dan jamnya: Rabu 17.00, 26 Nov 17.00. Kosong: belum tahu.',
  endUntil: (day: string) => `Sampai ${day}`,
  endBefore: 'Selesai harus sesudah mulai.',
  clashesMore: (n: number) => `dan ${n} lagi`,
  held: (n: number, asks: boolean) => `${n} kartu berisi bagian merah${asks ? ' atau pertanyaan' : ''}: lihat dulu`,
  acceptRed: (n: number) => `Terima juga yang berisi merah (${n})`,
  clashesAhead: ({ sure, maybe }: Doubles) =>
    sure > 0 ? `${sure} bentrok; boleh diterima, lalu dijawab` : `${maybe} mungkin bentrok`,
  clashesWait: ({ sure, maybe }: Doubles) =>
    sure > 0 ? `${sure} bentrok menunggu jawaban` : `${maybe} mungkin bentrok`,
  clashesAnswer: 'Jawab bentrok',
  clashesTitle: 'Bentrok yang menunggu jawaban',
  clashesNone: 'Semua bentrok sudah dijawab.',
  toFollow: 'waktu menyusul',
  endMoves: 'Jam selesai ikut bergeser.',
  placeGuessed: 'Tempat dikira dari urutannya.',
  crewGuessed: 'Petugas dikenali dari sebagian namanya.',
  zoneGuessed: (zone: string) => `Zona tidak tertulis; dianggap ${zone}.`,
  sameAbout: 'Acara ini sudah ada di agenda dan isinya sama. Tidak ada yang perlu dilakukan.',
  quoted: (message: string) => `Pesan: “${message}”`,
  changedWords: (n: number) => `${n} acara diubah`,
  accepted: { add: 'Sudah masuk agenda', change: 'Sudah diubah' },
  restoredWords: (n: number) => `${n} perubahan diurungkan`,
  keys: 'Enter terima · Ctrl+Enter semua · Ctrl+Z urungkan · panah pindah · F2 betulkan',
  legend: {
    title: 'nama acara',
    time: 'waktu',
    people: 'tempat & orang',
    other: 'lainnya',
    heading: 'judul bagian',
    assumed: 'perlu dilihat',
    missed: 'belum dipahami',
    passed: 'dilewati',
  },
  leave: {
    leaveTitle: 'Tinggalkan usulan ini?',
    leaveAbout: 'Masih ada usulan yang belum diterima. Teksnya harus ditempel lagi kalau Anda pergi sekarang.',
    leaveAct: 'Tinggalkan',
  },
  replace: {
    leaveTitle: 'Ganti dengan teks baru?',
    leaveAbout: 'Masih ada usulan yang belum diterima dari teks sebelumnya.',
    leaveAct: 'Ganti',
  },
  anything: 'Tempel apa saja',
  anythingHelp:
    'Agenda dari WhatsApp, “rapat jam 9 diundur jam 10”, undangan, daftar disposisi. Ctrl+V di mana saja di halaman ini.',
  dropHere: 'Lepas teks di sini untuk dibaca sebagai agenda',
};
