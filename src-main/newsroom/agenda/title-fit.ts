/** Whether two writings name one event. */

const notice =
  '(?:perubahan|ralat|revisi|update|pembatalan|penundaan|pengingat|reminder|batal|dibatalkan|ditunda|diundur|dimajukan|reschedule|jadwal ulang|dijadwalkan ulang)';
const before = new RegExp(`^(?:${notice}(?: (?:agenda|acara|jadwal|waktu|tempat|lokasi))? )+`, 'u');
const after = new RegExp(`(?: (?:${notice}|rev(?:isi)? ?\\d+))+$`, 'u');

/** A title without case, marks, spaces and the words of a notice around it. */
export function evenTitle(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  // "Reminder" alone may be a name
  return plain.replace(before, '').replace(after, '') || plain;
}

const short: Readonly<Record<string, string>> = {
  rakor: 'rapat koordinasi',
  raker: 'rapat kerja',
  rapim: 'rapat pimpinan',
  kunker: 'kunjungan kerja',
  paripurna: 'rapat paripurna',
  sidak: 'inspeksi peninjauan',
  dgn: 'dengan',
  utk: '',
  walikota: 'wali kota',
};
/** Words that say nothing of which event it is. */
const empty = new Set(
  'dan di ke dari untuk dengan pada dalam rangka yang acara kegiatan agenda undangan tentang terkait bersama menghadiri hadir oleh tahun'.split(
    ' ',
  ),
);
/** Words of kinds: alone they fit every event of that kind. */
const general = new Set(
  'rapat apel upacara audiensi pembukaan penutupan peresmian peninjauan kunjungan kerja koordinasi sosialisasi pertemuan rapim zoom meeting sidang pelantikan penyerahan takziah'.split(
    ' ',
  ),
);

function wordsOf(title: string): string[] {
  return evenTitle(title)
    .split(' ')
    .flatMap((word) => (short[word] ?? word).split(' '))
    .filter((word) => word !== '' && !empty.has(word));
}

const alike = (one: string, other: string): boolean =>
  one === other || (one.length >= 4 && other.length >= 4 && (one.startsWith(other) || other.startsWith(one)));

/** How well the words of a message fit the title of an event: 1 all of them, 0.35 where they name only its kind, 0 not at all. */
export function titleFit(said: string, title: string): number {
  if (evenTitle(said) === evenTitle(title)) return 1.2;
  const words = wordsOf(said).slice(0, 40);
  const of = wordsOf(title).slice(0, 40);
  if (words.length === 0 || of.length === 0) return 0;
  const telling = words.filter((word) => !general.has(word));
  const found = (list: readonly string[]) => list.filter((word) => of.some((other) => alike(word, other))).length;
  if (telling.length === 0) return found(words) === words.length ? 0.35 : 0;
  const share = found(telling) / telling.length;
  return share < 0.5 ? 0 : share * (0.8 + (0.2 * found(words)) / words.length);
}

/** Two names of one thing: the same words in any order, save for one in four; numbers and room letters must be the same. */
export function sameWords(one: string, other: string): boolean {
  const a = new Set(wordsOf(one));
  const b = new Set(wordsOf(other));
  const both = [...a].filter((word) => b.has(word)).length;
  const numbers = (words: Set<string>) =>
    [...words]
      .filter((word) => /^(?:\d+|[ivx]+|\p{L})$/u.test(word))
      .sort()
      .join();
  return numbers(a) === numbers(b) && both > 0 && both / (a.size + b.size - both) >= 0.75;
}
