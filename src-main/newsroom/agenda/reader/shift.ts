/** By how much something is moved: `diundur 1 jam`, `maju setengah jam`, `mundur dua hari`. */

export interface Shift {
  /** Later; less than nothing: earlier. Days are 1440 each. */
  readonly minutes: number;
  /** The text does not say whether it is later or earlier: `geser 30 menit`. */
  readonly assumed: boolean;
  readonly from: number;
  readonly to: number;
}

const words: Readonly<Record<string, number>> = {
  setengah: 0.5,
  '½': 0.5,
  se: 1,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  sepuluh: 10,
  'lima belas': 15,
  'dua puluh': 20,
  'tiga puluh': 30,
  'empat puluh': 40,
  'empat puluh lima': 45,
};
const number = `(?:\\d{1,3}(?:[.,]5(?!\\d))?|${Object.keys(words)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;
const unit = '(?:jam|menit|mnt|hari|minggu|pekan)';
const duration = `(?<![\\p{L}\\p{N}.:/])(?:(?:sekitar|selama|kurang lebih|kira-kira|±)\\s*)?(?<count>${number})(?:\\s*-\\s*an)?\\s*(?<unit>${unit})(?:\\s+(?<half>setengah)(?!\\s*(?:jam|hari))|\\s+(?:lebih\\s+)?(?<more>\\d{1,2}|lima belas|tiga puluh)\\s*(?:menit|mnt))?(?!\\p{L})(?:\\s+(?<early>lebih (?:awal|cepat|pagi)|sebelumnya)|\\s+(?<late>lebih (?:lambat|siang|sore|malam|lama)|kemudian|setelahnya|lagi))?(?:\\s+(?:dari|dr)\\s+(?:jadwal|rencana|waktu)?\\s*(?:semula|awal|sebelumnya|biasa(?:nya)?)?)?`;
const pattern = new RegExp(duration, 'iu');
/** What may stand behind a verb of moving instead of an hour. */
export const shiftAhead = `(?:(?:sekitar|selama|kurang lebih|kira-kira|±)\\s*)?${number}\\s*${unit}(?!\\p{L}|\\s+\\d{1,2}(?:[.:]|\\s*(?:$|wi)))`;
/** `1 jam lebih awal`, where no verb says that something is moved. */
export const shiftAlone = new RegExp(
  `(?<![\\p{L}\\p{N}.:/])${number}\\s*${unit}\\s+lebih\\s+(?:awal|cepat|lambat)(?!\\p{L})`,
  'iu',
);

const minutesOf: Readonly<Record<string, number>> = {
  jam: 60,
  menit: 1,
  mnt: 1,
  hari: 1440,
  minggu: 7 * 1440,
  pekan: 7 * 1440,
};
const earlier = /^(?:maju|dimajukan|dimajuin|dipercepat|majukan|percepat)/iu;
const later = /^(?:mundur|diundur(?:kan|in)?|dimundur(?:kan|in)|ditunda|molor|ngaret|delay|terlambat|telat|undur)/iu;

/** @param verb the word that says that it is moved, which tells the direction */
export function readShift(text: string, verb: string): Shift | null {
  const match = pattern.exec(text);
  const groups = match?.groups;
  const per = minutesOf[groups?.unit?.toLowerCase() ?? ''];
  if (!match || !groups || per === undefined) return null;
  const count = countOf(groups.count) * per + (groups.half ? per / 2 : 0) + (groups.more ? countOf(groups.more) : 0);
  if (!Number.isFinite(count) || count <= 0 || count > 60 * 1440) return null;
  const back = Boolean(groups.early) || (!groups.late && earlier.test(verb.trim()));
  return {
    minutes: Math.round(back ? -count : count),
    assumed: !groups.early && !groups.late && !earlier.test(verb.trim()) && !later.test(verb.trim()),
    from: match.index,
    to: match.index + match[0].trimEnd().length,
  };
}

const countOf = (word: string | undefined): number =>
  words[word?.toLowerCase().replace(/\s+/gu, ' ') ?? ''] ?? Number(word?.replace(',', '.'));
