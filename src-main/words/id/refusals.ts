import type { Refusal, RefusalCode } from '../../contract/refusals.ts';
import { folderReason } from './folder-reason.ts';

type Sentence = (params: Refusal['params']) => string;

/**
 * The sentence for each refusal: what happened, what is safe, what to do. Parameters may be missing; the sentence stands without them.
 * `sign_in_slowed` seconds · `name_taken` name · `folder_unusable` folder · `disk_full` needed, free (MB) · `picture_too_large` limit
 * · `smtp_refused`, `smtp_unreachable` answer, host · `content_changed`, `event_closed`, `state_not_possible` state.
 */
export const refusals: Readonly<Record<RefusalCode, Sentence>> = {
  not_signed_in: () =>
    'Anda belum masuk atau sesi sudah berakhir. Masuk dulu, lalu lanjutkan; yang sudah tersimpan tetap aman.',
  not_allowed: () =>
    'Peran Anda tidak mencakup hal ini. Tidak ada yang berubah. Minta rekan yang berwenang atau Admin.',
  not_found: () =>
    'Yang dicari sudah tidak ada di sini. Mungkin baru saja dihapus; kembali ke daftar untuk melihat yang terbaru.',
  changed_meanwhile: (p) =>
    `${p.by ? `${p.by} baru saja mengubahnya` : 'Orang lain baru saja mengubahnya'}. Perubahan Anda belum disimpan; lihat isi terbaru, lalu simpan lagi.`,
  invalid: () => 'Isian ini belum bisa diterima. Periksa lagi bagian yang ditandai; yang Anda ketik tetap ada.',
  contract_too_old: () => 'Kulkul di kantor sudah diperbarui. Muat ulang halaman ini; yang sudah tersimpan tetap aman.',

  sign_in_failed: () => 'Nama pengguna atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.',
  sign_in_slowed: (p) =>
    `Terlalu banyak percobaan. ${p.seconds ? `Tunggu ${p.seconds} detik` : 'Tunggu sebentar'}, lalu coba lagi. Lupa kata sandi? Minta Admin menggantinya.`,
  name_taken: (p) => `${p.name ? `"${p.name}"` : 'Nama pengguna ini'} sudah dipakai. Pilih nama pengguna lain.`,
  password_weak: () => 'Kata sandi ini terlalu mudah ditebak. Pakai sedikitnya 10 huruf; kalimat pendek pun boleh.',
  pin_wrong: () => 'PIN tidak cocok. Coba lagi, atau masuk dengan kata sandi.',
  pin_missing: () => 'Orang ini belum punya PIN. PIN dibuat sendiri di Pengaturan, bagian Akun saya.',
  pin_off: () =>
    'PIN ini dimatikan karena terlalu sering salah. Pemiliknya masuk dulu dengan kata sandi, lalu PIN hidup lagi.',
  last_admin: () => 'Ini Admin terakhir yang aktif. Jadikan orang lain Admin dulu, baru ubah yang ini.',
  already_started: () => 'Kantor ini sudah disiapkan. Muat ulang halaman untuk masuk.',
  setup_code_wrong: () =>
    'Kode penyiapan tidak cocok. Kode itu tercetak di tempat Kulkul dijalankan; salin lagi dari sana.',

  folder_unusable: (p) =>
    p.reason === 'restored' || p.reason === 'other_copy'
      ? `Folder ${p.folder ?? 'situs'} mungkin dipakai salinan lain kantor ini, jadi tidak ada yang ditulis. Periksa di Distribusi, lalu lanjutkan situsnya dari sana.`
      : `${p.folder ? `Folder ${p.folder}` : 'Folder itu'} tidak bisa dipakai. Tidak ada yang ditulis. Pilih folder di komputer ini yang boleh diisi.`,
  vault_locked: () =>
    'Rahasia kantor (kata sandi surel) belum bisa dibuka di komputer ini. Masukkan kode pemulihan, atau isi ulang kata sandinya.',
  backup_failed: () =>
    'Cadangan belum jadi. Data Anda tetap aman. Periksa ruang kosong dan izin folder cadangan, lalu coba lagi.',
  backup_running: () => 'Cadangan lain sedang dibuat. Tunggu sampai selesai atau batalkan dulu.',

  end_before_start: () =>
    'Waktu selesai lebih awal daripada waktu mulai. Ubah salah satunya, atau pilih "s.d. selesai".',
  agenda_folder_unusable: (p) =>
    `${p.folder ? `Folder ${p.folder}` : 'Folder agenda'} ${folderReason(p.reason)} Tidak ada yang ditulis di sana.`,
  crew_missing: () =>
    'Belum ada petugas pada agenda ini. Tugaskan penulis atau fotografer dulu, lalu buat surat tugasnya.',
  too_many_addresses: (p) =>
    `Alamat kalender Anda sudah ${p.most ?? 12}. Cabut yang tidak dipakai lagi, lalu buat yang baru.`,
  reason_needed: () => 'Tulis alasannya dulu. Alasan ini ikut dibaca orang yang sudah menerima agenda.',
  delegate_needed: () => 'Siapa yang mewakili? Pilih pejabat atau ketik namanya.',
  clashes: (p) =>
    `Waktu ini bentrok${p.count && Number(p.count) > 1 ? ` di ${p.count} hal` : ''}. Belum ada yang disimpan. Ubah waktunya, wakilkan pimpinan, atau tulis alasan mengapa tetap begitu.`,
  file_too_large: (p) =>
    `Berkas ini ${p.megabytes ? `${p.megabytes} MB, ` : ''}terlalu besar: paling banyak ${p.limit ?? 64} MB. Tidak ada yang masuk agenda. Kirim bagian yang diperlukan saja.`,
  file_kind: (p) =>
    ({
      xls: 'Ini buku kerja Excel lama (.xls). Buka di Excel atau LibreOffice, simpan sebagai .xlsx atau .csv, lalu kirim lagi.',
      doc: 'Ini dokumen Word lama (.doc). Simpan sebagai PDF atau .docx, lalu kirim lagi.',
      ods: 'Ini lembar kerja OpenDocument. Simpan sebagai .xlsx atau .csv, lalu kirim lagi.',
      odt: 'Ini dokumen OpenDocument. Simpan sebagai PDF atau .docx, lalu kirim lagi.',
      html: 'Ini halaman web, walau namanya mungkin lain. Salin teksnya dan tempel, atau simpan sebagai .xlsx.',
      zip: 'Ini arsip ZIP. Buka arsipnya, lalu kirim berkas di dalamnya satu per satu.',
      heic: 'Foto HEIC belum bisa dibaca di sini. Kirim sebagai JPEG, atau kirim tangkapan layarnya.',
      video: 'Ini video atau rekaman; agenda tidak bisa dibaca darinya. Kirim teks, PDF, atau gambar.',
    })[String(p.kind)] ??
    'Jenis berkas ini belum dikenal. Kulkul membaca PDF, gambar, ICS, XLSX, CSV, DOCX, dan teks. Teksnya juga bisa disalin dan ditempel.',
  file_broken: () =>
    'Berkas ini rusak sehingga tidak bisa dibaca. Tidak ada yang masuk agenda. Minta kirim ulang, atau salin teksnya dan tempel.',
  file_locked: () =>
    'Berkas ini dikunci dengan kata sandi. Buka dengan kata sandinya, simpan tanpa kunci, lalu kirim lagi.',
  file_unreadable: () =>
    'Membaca berkas ini dihentikan karena terlalu lama atau terlalu berat. Tidak ada yang masuk agenda. Kirim bagian yang diperlukan saja.',
  file_empty: () => 'Berkas ini kosong, atau tidak ada acara di dalamnya. Tidak ada yang masuk agenda.',
  file_gone: () =>
    'Berkas ini tidak lagi dipegang Kulkul, misalnya karena sudah lama dibaca. Belum ada yang disimpan. Jatuhkan berkasnya sekali lagi.',
  duty_too_early: () => 'Ini baru bisa dicatat mulai hari acara. Bila perlu lebih awal, minta Protokol mencatatnya.',
  letter_answered: (p) =>
    `${p.title ? `Surat "${p.title}"` : 'Surat ini'} sudah dijawab: punya acara atau ditolak. Acara ini belum disimpan; yang Anda ketik tetap ada.`,
  too_many_events: (p) =>
    `Ada ${p.events ?? 'terlalu banyak'} acara di berkas ini; sekali impor paling banyak ${p.limit ?? '10.000'}. Belum ada yang masuk agenda. Pilih rentang harinya.`,
  too_many_listed: (p) =>
    `Ada lebih dari ${Number(p.most ?? 2000).toLocaleString('id-ID')} acara yang cocok; tidak ada yang ditampilkan agar tidak ada yang terlewat diam-diam. Persempit harinya atau kata-katanya.`,
  reading_interrupted: () =>
    'Pembacaan terputus karena Kulkul berhenti. Belum ada yang masuk agenda; kirim lagi berkasnya.',
  reading_cancelled: () => 'Pembacaan dibatalkan. Tidak ada yang masuk agenda.',
  event_closed: () =>
    'Acara ini tertutup untuk media, atau kata-katanya bilang begitu; edisi publiknya tidak dibuat. Periksa akses media dan catatannya.',
  state_not_possible: () =>
    'Langkah ini tidak cocok dengan keadaannya sekarang. Muat keadaan terbaru, lalu pilih langkah yang tersedia.',

  stand_in_not_possible: (p) =>
    `${p.name ? p.name : 'Orang ini'} tidak bisa menggantikan atau digantikan di sini. Yang digantikan harus pemegang persetujuan, penggantinya orang lain dari dalam kantor. Pilih orang lain.`,
  release_locked: () =>
    'Naskah ini sudah disetujui dan dikunci. Buat versi baru untuk mengubahnya; versi yang disetujui tetap aman.',
  text_unreadable: () =>
    'Tulisan terakhir di halaman ini rusak sehingga tidak bisa disimpan. Naskah yang tersimpan tetap aman. Salin kata-kata yang belum tersimpan, lalu muat ulang halaman ini.',
  own_text: () =>
    'Anda ikut menulis naskah ini, jadi orang lain yang harus menyetujuinya. Naskahnya tetap menunggu di kotak persetujuan.',
  content_changed: () =>
    'Naskah berubah sejak Anda membukanya. Belum ada yang diputuskan; baca versi terbaru, lalu putuskan.',
  quote_without_speaker: () => 'Ada kutipan tanpa nama pembicara. Pilih pembicaranya dulu, lalu ajukan lagi.',
  note_needed: () => 'Tulis catatannya dulu, supaya penulis tahu apa yang perlu diperbaiki.',
  title_needed: () => 'Judul masih kosong. Tulis judulnya dulu; isi naskah tetap tersimpan.',
  body_needed: () => 'Isi siaran pers masih kosong. Tulis isinya dulu.',
  nothing_changed: () => 'Tidak ada yang berubah dari versi sebelumnya, jadi tidak perlu versi baru.',
  embargo_not_possible: () =>
    'Informasi serta-merta diumumkan saat itu juga, jadi tidak dapat diberi embargo. Kosongkan embargo atau pilih klasifikasi lain.',

  number_template: (p) =>
    p.missing === 'token'
      ? 'Ada tanda {...} yang tidak dikenal. Yang bisa dipakai: {urut} {urut:3} {kode} {unit} {bulan} {romawi} {tahun} {sifat}.'
      : `Pola nomor harus memuat {${p.missing ?? 'urut'}}, supaya tidak ada nomor yang sama dua kali. Pola lama masih berlaku.`,

  not_a_picture: (p) =>
    `${p.name ? `"${p.name}"` : 'Berkas ini'} bukan foto. Kulkul menerima JPEG, PNG, dan WebP; berkas lain tetap diproses.`,
  picture_broken: (p) =>
    `${p.name ? `"${p.name}"` : 'Foto ini'} rusak dan tidak bisa dibuka utuh. Foto lain tetap diproses; ambil ulang dari kartu kalau masih ada.`,
  picture_too_large: (p) =>
    `${p.name ? `"${p.name}"` : 'Foto ini'} terlalu besar${p.limit ? ` (paling besar ${p.limit})` : ''}. Kecilkan dulu, lalu tambahkan lagi.`,
  exiftool_missing: () =>
    'Program exiftool belum ada di komputer ini, jadi keterangan tidak bisa ditanam di foto. Foto aslinya aman. Minta Admin memasangnya.',
  kind_not_supported: () => 'Jenis berkas ini belum didukung. Kulkul menerima foto JPEG, PNG, dan WebP.',
  disk_full: (p) =>
    `Ruang penyimpanan habis${p.needed ? `; masih perlu ${p.needed} MB` : ''}. Yang sudah tersimpan tetap aman. Kosongkan ruang, lalu lanjutkan.`,
  piece_out_of_order: () =>
    'Pengiriman berkas terputus di tengah. Yang sudah sampai tetap aman; lanjutkan untuk mengirim sisanya.',
  already_there: (p) =>
    `${p.name ? `"${p.name}"` : 'Foto ini'} sudah ada di arsip kantor, jadi tidak disalin lagi. Kalau perlu dipasang di acara ini, minta bagian Dokumentasi.`,
  file_changed: (p) =>
    `${p.name ? `"${p.name}"` : 'Berkas ini'} bukan lagi berkas yang Anda pilih: isinya sudah berganti, mungkin kartunya ditukar. Tidak ada yang disalin; pilih lagi fotonya.`,
  import_closed: () =>
    'Pengambilan foto ini sudah selesai atau dibatalkan. Mulai pengambilan baru untuk menambah foto.',

  site_missing: () =>
    'Folder situs belum dipilih. Minta Admin mengisinya di Pengaturan, bagian Situs; siaran pers tetap aman.',
  not_approved: () => 'Siaran pers ini belum disetujui, jadi belum bisa dikirim. Ajukan dulu ke Kepala.',
  no_recipients: () => 'Belum ada penerima yang dipilih. Pilih kelompok atau wartawan di Mitra Media.',
  account_missing: () => 'Akun surel kantor belum diatur. Minta Admin mengisinya di Pengaturan, bagian Surel.',
  plain_smtp_refused: () =>
    'Server surel ini tidak memakai sambungan aman (TLS). Tidak ada yang dikirim. Pakai porta TLS dari penyedia surel Anda.',
  smtp_unreachable: (p) =>
    `Server surel${p.host ? ` ${p.host}` : ''} tidak menjawab. Tidak ada yang terkirim. Periksa nama server, porta, dan jaringan${p.answer ? ` (kata sistem: ${p.answer})` : ''}.`,
  smtp_refused: (p) =>
    `Server surel menolak${p.answer ? `: "${p.answer}"` : '.'} Periksa nama akun, kata sandi, dan alamat pengirim.`,
  not_retryable: () =>
    'Kiriman ini tidak boleh diulang begitu saja, karena mungkin sudah sampai. Tanyakan dulu ke penerima, lalu tandai hasilnya.',
  newer_version: (p) =>
    `Versi ${p.version ?? 'baru'} siaran pers ini sudah disetujui, jadi naskah lama tidak dikirim lagi. Kirim versi ${p.version ?? 'baru'} kepada yang belum menerima.`,
  caption_missing: (p) =>
    p.place
      ? `${p.count === 1 ? `Foto ke-${p.place}` : `${p.count} foto (mulai foto ke-${p.place})`} belum punya keterangan atau kredit. Isi dulu; media membutuhkan keduanya.`
      : `${p.count ? `${p.count} foto` : 'Ada foto'} belum punya keterangan. Isi keterangannya dulu; media membutuhkannya.`,
  address_invalid: (p) =>
    `${p.address ? `"${p.address}"` : 'Alamat ini'} bukan alamat surel yang benar. Contoh: redaksi@media.id.`,
  embargo_running: (p) =>
    `Masih embargo${p.until ? ` sampai ${p.until}` : ''}. Tidak ada yang dikirim sebelum waktunya.`,
  message_too_large: (p) =>
    `Surel ini terlalu besar${p.limit ? ` (paling besar ${p.limit} MB)` : ''}; server media akan menolaknya. Kurangi foto, lalu kirim lagi.`,
  address_taken: (p) =>
    `${p.address ? `"${p.address}"` : 'Alamat ini'} sudah terdaftar${p.name ? ` atas nama ${p.name}` : ''}. Pakai yang sudah ada, atau ketik alamat lain.`,
  partner_name_taken: (p) =>
    `${p.name ? `"${p.name}"` : 'Nama ini'} sudah ada di daftar. Pakai yang sudah ada, atau ketik nama lain.`,
};
