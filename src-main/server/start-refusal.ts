/** Why a core does not start. Each has a sentence in both languages and an exit code of its own. */
export const startRefusals = {
  usage: {
    exit: 64,
    id: 'Perintah ini tidak dimengerti: {detail}.',
    en: 'This command is not understood: {detail}.',
  },
  folder_in_use: {
    exit: 70,
    id: 'Folder data {folder} sedang dipakai Kulkul yang lain di komputer ini{holder}. Tutup yang itu dulu, atau pilih folder lain dengan --data. Tidak ada yang berubah.',
    en: 'The data folder {folder} is in use by another Kulkul on this computer{holder}. Close that one first, or choose another folder with --data. Nothing was changed.',
  },
  folder_on_network: {
    exit: 71,
    id: 'Folder data {folder} berada di jaringan ({detail}). Basis data bisa rusak di sana. Pilih folder di diska komputer ini; komputer lain bergabung lewat alamat server kantor.',
    en: 'The data folder {folder} is on a network ({detail}). A database can be damaged there. Choose a folder on a disk of this computer; other computers join by the address of the office server.',
  },
  folder_read_only: {
    exit: 72,
    id: 'Kulkul tidak boleh menulis di folder data {folder} ({detail}). Beri hak tulis pada folder itu atau pilih folder lain dengan --data.',
    en: 'Kulkul may not write in the data folder {folder} ({detail}). Allow writing there or choose another folder with --data.',
  },
  database_newer: {
    exit: 73,
    id: 'Folder data {folder} sudah dipakai oleh Kulkul yang lebih baru ({detail}). Pasang Kulkul yang baru; data Anda utuh dan tidak disentuh.',
    en: 'The data folder {folder} was already used by a newer Kulkul ({detail}). Install the newer Kulkul; your data is whole and was not touched.',
  },
  database_broken: {
    exit: 74,
    id: 'Basis data di {folder} tidak dapat dibuka: {detail}. Pulihkan cadangan terakhir ke folder kosong: npm run kulkul -- restore.',
    en: 'The database in {folder} cannot be opened: {detail}. Restore the last backup into an empty folder: npm run kulkul -- restore.',
  },
  not_the_sample: {
    exit: 78,
    id: 'Di folder data {folder} ada kantor sungguhan, bukan kantor contoh. Jalankan tanpa --demo, atau pilih folder lain dengan --data. Tidak ada yang berubah.',
    en: 'The data folder {folder} holds a real office, not the sample. Start without --demo, or choose another folder with --data. Nothing was changed.',
  },
  folder_not_empty: {
    exit: 79,
    id: 'Folder {folder} sudah berisi {detail} yang bukan dari Kulkul. Kantor contoh hanya dibuat di folder baru atau folder kosong: pilih yang lain dengan --data. Tidak ada yang berubah.',
    en: 'The folder {folder} already holds {detail} that are not from Kulkul. The sample office is made only in a new or an empty folder: choose another one with --data. Nothing was changed.',
  },
  address_in_use: {
    exit: 75,
    id: 'Alamat {detail} sudah dipakai program lain. Pilih porta lain dengan --port.',
    en: 'The address {detail} is used by another program. Choose another port with --port.',
  },
  address_not_possible: {
    exit: 75,
    id: 'Tidak bisa mendengarkan di {detail}.',
    en: 'Cannot listen at {detail}.',
  },
  tls_needed: {
    exit: 76,
    id: 'Di luar komputer ini ({detail}) Kulkul hanya melayani dengan --tls-cert dan --tls-key, atau dengan --behind-proxy bila proksi https berdiri di depannya. Kata sandi tidak boleh lewat tanpa sandi jaringan.',
    en: 'Beyond this computer ({detail}) Kulkul serves only with --tls-cert and --tls-key, or with --behind-proxy when an https proxy stands before it. Passwords must not travel in the clear.',
  },
  host_name_needed: {
    exit: 76,
    id: 'Di belakang proksi Kulkul perlu tahu namanya: tambahkan --host-name, misalnya --host-name redaksi.example.go.id. Nama lain ditolak, agar situs orang tidak bisa menyamar sebagai kantor ini.',
    en: 'Behind a proxy Kulkul has to know its name: add --host-name, for example --host-name redaksi.example.go.id. Other names are refused, so that no foreign site can pass itself off as this office.',
  },
  tls_broken: {
    exit: 76,
    id: 'Sertifikat atau kunci TLS tidak dapat dipakai: {detail}.',
    en: 'The TLS certificate or key cannot be used: {detail}.',
  },
  node_too_old: {
    exit: 77,
    id: 'Inti Kulkul butuh Node 22 atau lebih baru; yang ini {detail}.',
    en: 'The core of Kulkul needs Node 22 or newer; this is {detail}.',
  },
} as const;

export type StartRefusalCode = keyof typeof startRefusals;

/** A core that may not start, and why; `folder`, `detail` and `holder` go into the sentence. */
export interface StartRefusal {
  readonly code: StartRefusalCode;
  readonly params: { readonly folder?: string; readonly detail?: string; readonly holder?: string };
}

/** The sentence of a refusal in one language. */
export function sentence({ code, params }: StartRefusal, language: 'id' | 'en'): string {
  return startRefusals[code][language].replace(/\{(\w+)\}/g, (_, name: keyof typeof params) => params[name] ?? '');
}
