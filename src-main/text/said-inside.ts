/**
 * Words among colleagues that slipped into what everybody reads: a remark behind a place (`Ruang Sewaka, tertutup untuk media`), a note
 * behind a title (`… catatan: hubungi Pak Made`). The fields say what is closed; these say when the words contradict them.
 */
const not = '(?:tidak|tdk|tak|bukan|bkn|jangan|jgn|jng|tanpa|non|no|dilarang)';
const between =
  '(?:(?:untuk|utk|boleh|blh|perlu|ada|usah|bisa|dulu|konsumsi|buat|bagi|ke|akan|sampai|dengan|dgn)\\s+|u\\/\\s*)*';
/** Making known, as a verb: `diliput`, `disebarluaskan`, `posting`, `di-share`. */
const telling =
  '(?:(?:di|me|mem|men|meng|meny|ber|ter)[\\s-]?)?(?:liput|sebar|ebar|share|publish|publis|publikasi|ekspos|expose|post|posting|upload|unggah|siar|rilis|release|forward|viral|bagikan|edar)\\p{L}{0,8}';
/** Who would make it known. */
const press = '(?:media|pers|wartawan|jurnalis|publik|umum|medsos|sosmed|peliputan|liputan)(?:nya)?(?!\\p{L})';

/** Words that close an event wherever they stand, as the source of an expression (flags `iu`). */
export const closedWords = [
  `(?<!\\p{L})${not}\\s+${between}(?:${telling}|${press})`,
  `(?<!\\p{L})${press}\\s+(?:tidak|tdk|tak|jangan|jgn|belum|blm|dilarang)(?!\\p{L})`,
  '\\boff[\\s-]+(?:the[\\s-]+)?record\\b',
  '\\b(?:konfidensial|confidential|top secret)\\b',
  '(?<!\\b(?:les|kursus|guru|bimbingan|sekolah|sektor|dosen)\\s)\\bprivat(?:e)?\\b',
].join('|');

const closed: readonly RegExp[] = [
  /\btertutup\b/iu,
  new RegExp(closedWords, 'iu'),
  /\brapat internal\b|\b(?:khusus|hanya|untuk)\s+(?:kalangan\s+)?(?:internal|intern)\b|\binternal (?:saja|only)\b/iu,
  // a book may be called Rahasia Ilmu Lontar; said small, loud or at the end it is said of the event
  /\b(?:bersifat\s+)?rahasia\b(?=\s*(?:[).,;!]|$))/imu,
  /\b(?:rahasia|RAHASIA)\b/u,
  /🔒|🔐|🤐|🤫|🙊/u,
];

/** One of these stands in every text that any of them finds: thousands of events of a file are looked through once instead of five times. */
const maySay =
  /tutup|rahasia|intern|record|konfiden|confiden|secret|privat|tidak|tdk|tak|bukan|bkn|jangan|jgn|jng|tanpa|dilarang|belum|blm|non?\s|🔒|🔐|🤐|🤫|🙊/i;

/** A note announces itself with a colon, wherever it stands. */
const note = /[\s,;.(–—-]*(?<!\p{L})(?:catatan|cat|nb|note|ket|keterangan|cp|wa|hp|telp|narahubung|kontak)\s*:.*$/isu;
/** Behind a place also a request to colleagues; a title may well begin with one (`Mohon Doa Restu`). */
const request = /[\s,;.(–—-]+(?:mohon|tolong|harap|hubungi|konfirmasi|jangan)(?!\p{L}).*$/isu;

/** Whether words of an event say that it is not for the public: the piece that says so, or null. */
export function saidClosed(words: readonly string[]): string | null {
  for (const text of words) {
    if (!maySay.test(text)) continue;
    for (const one of closed) {
      const found = one.exec(text);
      if (found) return found[0];
    }
  }
  return null;
}

/** An event as far as its words may say that it is closed. */
export interface Worded {
  readonly title: string;
  readonly venue: string;
  readonly organizer: string;
  readonly dressCode: string;
  readonly note: string;
  /** Texts that were confirmed to be open all the same, see `closingTexts`. */
  readonly openDespite: string;
}

/** The texts of an event that say it is closed, whole: once one of them reads otherwise, what was confirmed of them is void. */
export function closingTexts(event: Omit<Worded, 'openDespite'>): string {
  return textsOf(event)
    .filter((text) => saidClosed([text]) !== null)
    .join('\n');
}

/** The piece of an event's words by which it is kept from the public; null where there is none, or a person said it is open all the same. */
export function closedByWords(event: Worded): string | null {
  const words = saidClosed(textsOf(event));
  return words === null || event.openDespite === closingTexts(event) ? null : words;
}

const textsOf = ({ title, venue, organizer, dressCode, note }: Omit<Worded, 'openDespite'>) => [
  title,
  venue,
  organizer,
  dressCode,
  note,
];

/** A title without the note behind it. A text that is nothing but the note stays empty. */
export function withoutNote(text: string): string {
  return text.replace(note, '').trim();
}

/** A place without what was said to colleagues behind it. */
export function placeAlone(text: string): string {
  return withoutNote(text).replace(request, '').trim();
}
