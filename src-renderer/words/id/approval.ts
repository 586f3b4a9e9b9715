import type { DecisionAct, RedFact } from '../../../src-main/contract/approval-nouns.ts';

const acts: Record<DecisionAct, string> = {
  submitted: 'Diajukan',
  returned: 'Dikembalikan',
  approved: 'Disetujui',
  corrected: 'Diubah & disetujui',
  new_version: 'Versi baru dimulai',
};

const facts: Record<RedFact['code'], (fact: RedFact) => string> = {
  own_text: (fact) =>
    fact.blocks
      ? 'Anda ikut menulis naskah ini. Orang lain yang harus menyetujuinya.'
      : 'Anda ikut menulis naskah ini. Kantor mengizinkan; tercatat sebagai persetujuan sendiri.',
  quote_without_speaker: (fact) =>
    `${fact.count > 1 ? `${fact.count} kutipan tanpa pembicara` : 'Kutipan tanpa pembicara'}: “${fact.words}”`,
  caption_missing: (fact) =>
    fact.count > 1
      ? `${fact.count} foto belum punya keterangan atau kredit`
      : `Foto ${fact.words} belum punya keterangan atau kredit`,
  gap_left: (fact) => `${fact.count > 1 ? `${fact.count} isian belum diisi` : 'Isian belum diisi'}: ${fact.words}`,
  weekday_wrong: (fact) => `“${fact.words}” tidak cocok: tanggal itu hari ${fact.expected}`,
  personal_data: (fact) =>
    `${fact.count > 1 ? `${fact.count} nomor pribadi` : 'Nomor pribadi'} (NIK atau telepon): ${fact.words}`,
};

/** Pengajuan, Satu lembar ACC, keputusan, versi. */
export const approval = {
  acts,
  facts,

  inbox: 'Menunggu keputusan',
  inboxAbout: 'Yang paling lama menunggu ada di atas.',
  inboxEmptyTitle: 'Tidak ada yang menunggu',
  inboxEmpty: 'Naskah yang diajukan penulis muncul di sini, lengkap dengan lama menunggunya.',
  waitingSince: 'Menunggu sejak',
  by: (name: string) => `oleh ${name}`,
  ownText: 'Tulisan Anda sendiri',
  embargo: (when: string) => `Embargo sampai ${when}`,

  sheet: 'Lembar ACC',
  noteFrom: (name: string) => `Catatan ${name}`,
  submittedBy: (name: string) => `Diajukan oleh ${name}`,
  editedSince: (names: string) => `Disunting setelah diajukan oleh ${names}`,
  redFacts: 'Perlu diperhatikan',
  changesSince: (act: string, by: string) => `Perubahan sejak ${act.toLocaleLowerCase('id')} oleh ${by}`,
  changeCount: (added: number, removed: number) =>
    added + removed === 0
      ? 'Tidak ada kata yang berubah'
      : [added > 0 ? `${added} kata baru` : '', removed > 0 ? `${removed} kata dihapus` : '']
          .filter(Boolean)
          .join(', '),
  firstTime: 'Pertama kali diajukan; seluruh naskah baru.',
  showMarks: 'Tandai perubahan',
  added: 'ditambahkan',
  removed: 'dihapus',
  photos: (n: number) => (n === 0 ? 'Tanpa foto' : `${n} foto`),
  photo: (n: number, of: number) => `Foto ${n} dari ${of}`,
  newPhoto: 'Foto baru',
  removedPhotos: (n: number) => `${n} foto dilepas dari naskah ini`,
  noCaption: 'Belum ada keterangan',
  caption: (n: number) => `Keterangan foto ${n}`,
  credit: (n: number) => `Kredit foto ${n}`,
  recipients: 'Penerima',
  recipientsCount: (journalists: number, outlets: number, groups: number) =>
    `${journalists} wartawan di ${outlets} media${groups > 0 ? `, ${groups} grup WhatsApp` : ''}`,
  recipientsAbout: 'Belum ada yang dikirim: penerima dipilih setelah disetujui.',
  noRecipients: 'Belum ada wartawan dalam kelompok penerima.',
  infoClass: 'Klasifikasi',
  number: 'Nomor',
  nextNumber: (number: string) => `${number} (diberikan saat disetujui)`,
  noNumber: 'Tanpa nomor',
  writers: 'Penulis',

  approve: 'ACC',
  approveHold: 'Tahan untuk ACC',
  approveCorrected: 'Tahan: setujui dengan perubahan',
  holdHint: 'Tahan tombol 0,6 detik. Dengan papan tik: tekan Enter dua kali.',
  pressAgain: 'Tekan sekali lagi untuk ACC',
  holdLonger: 'Tahan sebentar sampai penuh',
  change: 'Ubah & setujui',
  changing: 'Ubah, lalu tahan untuk menyetujui hasilnya',
  changingAbout: 'Perubahan dan persetujuan menjadi satu keputusan. Sebelum itu tidak ada yang tersimpan.',
  stopChanging: 'Batal mengubah',
  leaveTitle: 'Tinggalkan perubahan ini?',
  leaveAbout: 'Perubahan Anda belum diputuskan dan hilang kalau Anda pergi. Untuk menyimpannya, tahan tombol setujui.',
  leaveAct: 'Buang perubahan',
  return: 'Kembalikan',
  returnTitle: 'Kembalikan ke penulis',
  returnNote: 'Apa yang perlu diperbaiki?',
  returnNoteExample: 'Misalnya: tambahkan kutipan pedagang, periksa nama camat.',
  movedTitle: 'Naskah berubah sejak Anda membacanya',
  moved: 'Belum ada yang diputuskan. Baca yang terbaru dulu; kata yang berubah ditandai.',
  movedWhileChanging:
    'Belum ada yang diputuskan dan perubahan Anda masih di layar. Salin yang perlu, lalu buka yang terbaru.',
  seeNew: 'Buka yang terbaru',
  sinceYouRead: 'Perubahan sejak Anda membacanya',
  ownBlocked: 'Anda ikut menulis naskah ini, jadi orang lain yang harus menyetujuinya.',
  approvedTitle: (n: number) => `Versi ${n} disetujui`,
  approvedNumber: (number: string) => `Nomor ${number}.`,
  approvedNext: 'Naskah terkunci dan siap dikirim.',
  returnedDone: 'Sudah dikembalikan ke penulis dengan catatan Anda.',
  nextWaiting: (n: number) => `Berikutnya (${n} menunggu)`,
  toInbox: 'Ke kotak keputusan',
  toText: 'Buka naskah',
  toSend: 'Kirim',

  submit: 'Ajukan ke Kabag',
  submitNote: 'Pesan untuk Kabag (boleh kosong)',
  submitAgain: 'Ajukan lagi',
  openSheet: 'Buka Lembar ACC',
  decideNow: 'Putuskan di Lembar ACC',
  newVersion: 'Buat versi baru',
  newVersionAbout: (n: number) =>
    `Versi ${n} tetap seperti yang disetujui. Versi ${n + 1} perlu diajukan dan disetujui lagi.`,
  versions: 'Versi yang disetujui',
  versionLine: (n: number) => `Versi ${n}`,
  compare: 'Bandingkan',
  compareTitle: (older: string, newer: string) => `${older} dan ${newer}`,
  draftNow: 'draf sekarang',
  history: 'Riwayat keputusan',
  historyEmpty: 'Belum pernah diajukan.',
  self: 'Persetujuan sendiri',
  sendNow: 'Pilih tujuan dan kirim',
  fingerprint: 'Sidik isi',

  numbering: 'Nomor siaran pers',
  numberingAbout:
    'Nomor diberikan saat disetujui, berurutan per tahun, dan tidak pernah dipakai dua kali. Kosongkan untuk jenis yang tanpa nomor.',
  numberWords: 'Kata dalam nomor',
  numberUnit: 'Singkatan unit {unit}',
  numberCode: 'Kode klasifikasi {kode}',
  numberNature: 'Sifat {sifat}',
  numberPatterns: 'Pola per jenis',
  numberTokens: 'Tanda yang bisa dipakai: {urut} {urut:3} {kode} {unit} {bulan} {romawi} {tahun} {sifat}',
  numberNext: (number: string) => `Berikutnya ${number}`,
  saveNumbering: 'Simpan penomoran',
};
