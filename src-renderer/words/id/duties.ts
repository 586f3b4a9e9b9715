/** Tugas saya. */
export const duties = {
  title: 'Tugas saya',
  unanswered: (n: number) => `${n} tugas menunggu jawaban Anda`,
  allAnswered: 'Tidak ada yang menunggu jawaban Anda',
  today: 'Hari ini',
  noneToday: 'Tidak ada tugas hari ini.',
  waiting: 'Menunggu bahan',
  waitingAbout: 'Acaranya sudah lewat; bahannya belum tercatat masuk atau tugasnya belum ditutup.',
  none: 'Belum ada tugas untuk Anda',
  noneHelp: 'Begitu Anda ditugaskan pada sebuah acara, tugas itu tampil di sini dan Anda mendapat kabar.',
  said: (title: string, state: string) => `${title}: ${state.toLowerCase()}`,
  step: (n: number, of: number) => `langkah ${n} dari ${of}`,
};
