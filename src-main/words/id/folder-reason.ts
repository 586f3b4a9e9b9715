/** Why a folder cannot take the sheets of the agenda, as the end of a sentence; reasons of newsroom/agenda/outgoing/folder-port.ts. */
export function folderReason(reason: string | number | undefined): string {
  switch (reason) {
    case 'relative':
      return 'belum lengkap alamatnya. Tulis mulai dari awal, misalnya D:\\Drive\\Agenda.';
    case 'missing':
      return 'tidak ada di komputer Kulkul. Pilih folder yang ada.';
    case 'not_folder':
      return 'bukan folder. Pilih folder lain.';
    case 'read_only':
      return 'tidak boleh diisi oleh Kulkul. Beri izin menulis, atau pilih folder lain.';
    case 'own_data':
      return 'berada di dalam data Kulkul sendiri. Pilih folder di luar itu.';
    case 'other_office':
      return 'sudah dipakai agenda kantor lain. Buat folder baru di dalamnya, lalu pilih yang itu.';
    case 'other_copy':
      return 'dipakai salinan lain dari kantor ini. Ambil alih hanya bila salinan itu sudah berhenti.';
    case 'restored':
      return 'mungkin masih diisi kantor asal cadangan ini. Periksa dulu, lalu lanjutkan di Pengaturan.';
    case 'vanished':
      return 'sedang tidak ada, atau tandanya hilang. Sambungkan lagi disknya, atau simpan ulang pengaturannya.';
    default:
      return 'tidak bisa dipakai. Pilih folder lain di komputer Kulkul.';
  }
}
