import { maySayNo, saysNo } from './publicity.ts';

/**
 * Words among colleagues that slipped into what everybody reads: a remark behind a place (`Ruang Sewaka, tertutup untuk media`), a note
 * behind a title (`… catatan: hubungi Pak Made`). The fields say what is closed; these say when the words contradict them.
 */
/** Who says it of what is meant here; `Data Pribadi` and `Audit Internal` are things. */
const ofWhat = '(?:acara|agenda|kegiatan|giat|pertemuan|rapat|sifat(?:nya)?|bersifat|status)';
/** A remark of its own: between marks, in brackets, the whole text. */
const alone = (words: string) =>
  `(?:^|[,;:.([{|–—!]\\s*|\\s-\\s*)(?:${words})(?:\\s+(?:saja|aja|only|dulu|ya|kita|kantor|pemkot|pemkab|opd|pimpinan|pak|bu))*\\s*(?=[)\\]}.,;|!–—-]|$)`;

/** Standing ways to say that an event is not for the public, without a no. */
const closed: readonly RegExp[] = [
  // as it is typed in haste: trtutup, tertutp
  /(?<!\p{L})t+e?r?t+u?t+u?[pb]+(?:an)?(?!\p{L})|\(\s*ttp\s*\)|(?<!\p{L})t e r t u t u p(?!\p{L})/iu,
  /(?<!\p{L})closed(?!\p{L})(?!\s+(?:house|loop))|(?<!\p{L})behind closed/iu,
  new RegExp(
    `(?<!\\p{L})(?:${ofWhat}|khusus|hanya|untuk|utk|u/|only)\\s*:?\\s*(?:(?:kalangan|pihak|rapat)\\s+)?intern(?:al)?(?!\\p{L})`,
    'iu',
  ),
  new RegExp(
    `(?<!\\p{L})intern(?:al)?\\s+(?:saja|aja|only|use|meeting|event|circle)(?!\\p{L})|${alone('intern(?:al)?')}`,
    'imu',
  ),
  new RegExp(
    `(?<!\\p{L})(?:acara|agenda|kegiatan|giat|urusan|keperluan|kunjungan|pertemuan|jamuan|sifat(?:nya)?|bersifat)\\s+pribadi(?!\\p{L})|${alone('pribadi|privasi|silent|privacy|hush')}`,
    'imu',
  ),
  // a book may be called Rahasia Ilmu Lontar; said small, loud or at the end it is said of the event
  /\b(?:bersifat\s+)?rahasia\b(?=\s*(?:[).,;!]|$))/imu,
  /\b(?:rahasia|RAHASIA|rhs|RHS)\b/u,
  /\b(?:secret|SECRET)\b|\bsecret\b(?=\s*(?:[).,;!]|$))/u,
  /\boff[\s-]+(?:the[\s-]+)?rec(?:ord)?\b|\bOTR\b/iu,
  /(?<!\p{L})(?:di|me)?rahasiakan(?!\p{L})|\bjaga\s+(?:ke)?rahasia(?:an)?(?:nya)?\b|\b(?:konfidensial|confidential|top secret|classified|incognito|embargo)\b/iu,
  /(?<!\b(?:les|kursus|guru|bimbingan|sekolah|sektor|dosen)\s)\bprivat(?:e)?\b/iu,
  /(?<!\p{L})(?:diam[\s-]*diam|diem[\s-]*diem|kalangan\s+sendiri|(?:cukup|hanya)\s+(?:untuk\s+|utk\s+|buat\s+|antar\s+)?kita|kita\s+(?:saja|aja)|for internal)(?!\p{L})/iu,
  /🔒|🔐|🤐|🤫|🙊|📵|🚷|(?:🚫|❌|⛔)\s*(?:📸|📷|📹|🎥|📰|🎤|🎙|🎦|📺|📻|📱)|(?:📸|📷|📹|🎥|📰|📺)\uFE0F?\s*(?:🚫|❌|⛔)/u,
];

/** One of these stands in every text that any of them finds: thousands of events of a file are looked through once instead of a dozen times. */
const maySay =
  /tut[upb]|ttp|t u t|clos|rahasia|rhs|intern|pribadi|privasi|privacy|silent|hush|rec|otr|konfiden|confiden|classif|incogn|embargo|secret|privat|diam|diem|kita|sendiri|🔒|🔐|🤐|🤫|🙊|📵|🚷|🚫|❌|⛔/i;

/** A note announces itself with a colon, wherever it stands. */
const note = /[\s,;.(–—-]*(?<!\p{L})(?:catatan|cat|nb|note|ket|keterangan|cp|wa|hp|telp|narahubung|kontak)\s*:.*$/isu;
/** Behind a place also a request to colleagues; a title may well begin with one (`Mohon Doa Restu`). */
const request = /[\s,;.(–—-]+(?:mohon|tolong|harap|hubungi|konfirmasi|jangan)(?!\p{L}).*$/isu;

/** Whether words of an event say that it is not for the public: the piece that says so, or null. */
export function saidClosed(words: readonly string[]): string | null {
  const all = words.length === 1 ? (words[0] ?? '') : words.join('\n');
  if (!maySay.test(all) && !maySayNo(all)) return null;
  for (const text of words) {
    const standing = maySay.test(text) ? standingIn(text) : null;
    if (standing !== null) return standing;
    const no = saysNo(text);
    if (no) return text.slice(no.start, no.end);
  }
  return null;
}

function standingIn(text: string): string | null {
  for (const one of closed) {
    const found = one.exec(text);
    if (found) return found[0].replace(/^[\s,;:.([{|–—!-]+/u, '');
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
