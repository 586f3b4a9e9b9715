/**
 * Words among colleagues that slipped into what everybody reads: a remark behind a place (`Ruang Sewaka, tertutup untuk media`), a note
 * behind a title (`… catatan: hubungi Pak Made`). The fields say what is closed; these say when the words contradict them.
 */
const closed: readonly RegExp[] = [
  /\btertutup\b/iu,
  /\b(?:tidak|bukan|jangan|tanpa)\s+(?:untuk\s+|boleh\s+|perlu\s+|ada\s+)?(?:di)?(?:liput|sebar|publikasi|ekspos|media|pers|wartawan|umum)\p{L}*/iu,
  /\boff the record\b/iu,
  /\brapat internal\b|\b(?:khusus|hanya|untuk)\s+(?:kalangan\s+)?(?:internal|intern)\b/iu,
  /\b(?:bersifat\s+)?rahasia\b(?=\s*(?:[).,;!]|$))/iu,
];

/** A note announces itself with a colon, wherever it stands. */
const note = /[\s,;.(–—-]*(?<!\p{L})(?:catatan|cat|nb|note|ket|keterangan|cp|wa|hp|telp|narahubung|kontak)\s*:.*$/isu;
/** Behind a place also a request to colleagues; a title may well begin with one (`Mohon Doa Restu`). */
const request = /[\s,;.(–—-]+(?:mohon|tolong|harap|hubungi|konfirmasi|jangan)(?!\p{L}).*$/isu;

/** Whether words of an event say that it is not for the public: the piece that says so, or null. */
export function saidClosed(words: readonly string[]): string | null {
  for (const text of words) {
    for (const one of closed) {
      const found = one.exec(text);
      if (found) return found[0];
    }
  }
  return null;
}

/** A title without the note behind it. A text that is nothing but the note stays empty. */
export function withoutNote(text: string): string {
  return text.replace(note, '').trim();
}

/** A place without what was said to colleagues behind it. */
export function placeAlone(text: string): string {
  return withoutNote(text).replace(request, '').trim();
}
