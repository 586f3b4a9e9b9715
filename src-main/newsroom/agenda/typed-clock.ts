/**
 * Brings what people type into a time field into the one form that the clock reader knows, `07.30 malam`: numbers in words, halves and
 * quarters, a part of the day wherever it stands, prayers. A message may use the same words for other things; a time field cannot.
 */

const numbers: Readonly<Record<string, number>> = {
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
  sebelas: 11,
};
const digit = 'satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan';
const before = '(?<![\\p{L}\\p{N}])';
const after = '(?![\\p{L}\\p{N}])';
const numberWords = new RegExp(
  `${before}(?:(?<tens>dua|tiga|empat|lima)\\s+puluh(?:\\s+(?<ones>${digit}))?|(?<teen>${digit})\\s+belas|(?<plain>${digit}|sepuluh|sebelas))${after}`,
  'giu',
);
const half = new RegExp(`${before}(?:setengah|stgh|1/2)\\s+(?<hour>\\d{1,2})${after}(?!\\s*[.:]\\s*\\d)`, 'giu');
const beside = new RegExp(
  `${before}(?<hour>\\d{1,2})\\s+(?<way>lewat|lebih|kurang)\\s+(?<minutes>\\d{1,2}|seperempat)(?:\\s*(?:menit|mnt))?${after}`,
  'giu',
);
const twelve = new RegExp(
  `${before}(?<hour>\\d{1,2})(?:[.:](?<minute>[0-5]\\d))?\\s*(?<half>am|pm|a\\.m\\.|p\\.m\\.)(?!\\p{L})`,
  'giu',
);

/** When an office means an hour by a prayer. The sun has its own time for each place and day, so it is said to be a guess. */
const prayers: readonly (readonly [RegExp, string])[] = [
  [/subuh|shubuh/iu, '05.30'],
  [/dz?uhur|zuhur|dhuhur|luhur|jum['’`]?at(?:an)?/iu, '13.00'],
  [/as(?:h|y)?ar/iu, '16.00'],
  [/mag(?:h)?rib/iu, '18.30'],
  [/isya['’]?|isa/iu, '19.30'],
];
const prayer =
  /(?<![\p{L}\p{N}])(?:ba['’`]?da|bakda|habis|abis|setelah|sesudah|selepas|usai)\s+(?:sh?[ao]lat\s+)?(?<name>subuh|shubuh|dz?uhur|zuhur|dhuhur|luhur|jum['’`]?at(?:an)?|as[hy]?ar|magh?rib|isya['’]?|isa)(?!\p{L})/iu;

/** Words of a part of the day, as the clock reader calls them. */
const parts: Readonly<Record<string, string>> = {
  pagi: 'pagi',
  siang: 'siang',
  sore: 'sore',
  petang: 'sore',
  malam: 'malam',
  subuh: 'subuh',
  'dini hari': 'dini hari',
  morning: 'pagi',
  afternoon: 'sore',
  evening: 'malam',
  tonight: 'malam',
  night: 'malam',
};
const part =
  /(?<!\p{L})(?<part>pagi|siang|sore|petang|malam|dini hari|subuh|morning|afternoon|evening|tonight|night)(?:nya|\s+hari)?(?!\p{L})/giu;
const clock = /(?<![\p{N}.:/-])\d{1,2}(?:\s*[.:]\s*[0-5]\d)?(?![\p{N}/])/u;

/**
 * `setengah delapan malam` -> `07.30 malam`, `besok ba'da isya` -> `besok 19.30`, `7 pm` -> `19.00`.
 * @returns the text, and whether its hour is one that a prayer stands for
 */
export function plainNumbers(text: string): { text: string; guessed: boolean } {
  const called = prayer.exec(text);
  const name = called?.groups?.name;
  const hour = name ? prayers.find(([pattern]) => pattern.test(name))?.[1] : undefined;
  const said = called && hour ? text.slice(0, called.index) + hour + text.slice(called.index + called[0].length) : text;
  const plain = said
    .replace(numberWords, (...match) => {
      const { tens, ones, teen, plain } = match.at(-1) as Record<string, string | undefined>;
      const value = (word: string | undefined) => numbers[word?.toLowerCase() ?? ''] ?? 0;
      return String(tens ? value(tens) * 10 + value(ones) : teen ? value(teen) + 10 : value(plain));
    })
    .replace(half, (whole, ...match) => {
      const { hour } = match.at(-1) as { hour: string };
      return to(Number(hour) * 60 - 30) ?? whole;
    })
    .replace(beside, (whole, ...match) => {
      const { hour, way, minutes } = match.at(-1) as { hour: string; way: string; minutes: string };
      const count = minutes.toLowerCase() === 'seperempat' ? 15 : Number(minutes);
      return to(Number(hour) * 60 + (way.toLowerCase() === 'kurang' ? -count : count)) ?? whole;
    })
    .replace(twelve, (whole, ...match) => {
      const { hour, minute, half } = match.at(-1) as { hour: string; minute?: string; half: string };
      const hours = Number(hour);
      if (hours < 1 || hours > 12) return whole;
      return to(((hours % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0)) * 60 + Number(minute ?? 0)) ?? whole;
    });
  return { text: plain, guessed: said !== text };
}

/**
 * Puts the one part of the day that is said behind the hour: `malam 7` -> `7 malam`. Two of them (`9 pagi - 2 siang`) stay where they
 * are, and so does one that stands behind a number already.
 * @param text the whole text, in which a day may have taken the word (`malam ini`)
 * @param rest the text without the day, in which the hour is sought; as long as `text`
 */
export function withPart(text: string, rest: string): string {
  const said = [...text.matchAll(part)];
  const [only] = said;
  if (!only?.groups || said.length !== 1) return rest;
  const word = parts[(only.groups.part as string).toLowerCase()] as string;
  const [from, to] = [only.index, only.index + only[0].length];
  const open = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to);
  const behind = /\d\s*$/u.test(rest.slice(0, from)) && rest.slice(from, to) === only[0];
  if (behind) return rest.slice(0, from) + word.padEnd(to - from) + rest.slice(to);
  const hour = clock.exec(open);
  if (!hour) return rest;
  const end = hour.index + hour[0].length;
  return `${open.slice(0, end)} ${word}${open.slice(end)}`;
}

/** `1170` -> `19.30`; null where it is no time of a day. */
function to(minutes: number): string | null {
  if (minutes < 0 || minutes >= 24 * 60) return null;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`;
}
