/**
 * Takes telephone numbers out of text that leaves the office, however they are written: `+62 812-3456-7890`, `(0361) 223344`,
 * `0812.3456.7890`, in full-width digits, cut by line breaks or by signs nobody sees. Clocks and dates stay: `08.00-10.00`,
 * `01-12-2025`. Where both readings are possible the number goes: a missing number can be asked for, a leaked one not taken back.
 */
export function withoutPhones(text: string): string {
  if (!anyDigit.test(text)) return text;
  const signs = [...text];
  const plain = signs.map(plainSign);
  const gone = new Set<number>();
  // the same places in both: one sign of `plain` for each of `signs`
  const read = plain.join('');
  const kept = clocksAndDates(read);
  for (const [from, to] of numbersIn(read, kept)) for (let at = from; at < to; at++) gone.add(at);
  if (gone.size === 0) return text;
  const left = signs.map((sign, at) => (gone.has(at) ? '\ue000' : sign)).join('');
  return tidy(left);
}

const anyDigit = /\p{N}/u;
/** Fewer digits than this are no number that can be called from elsewhere: 0 361 22334. */
const FEWEST = 9;
const MOST = 16;

/** One sign as it is compared: a digit of any script as 0-9, what nobody sees as `~`, any space as a space, any dash as `-`. */
function plainSign(sign: string): string {
  if (sign.length === 1 && sign >= '0' && sign <= '9') return sign;
  if (/\p{N}/u.test(sign)) {
    const digit = sign.normalize('NFKC');
    if (/^\d$/.test(digit)) return digit;
    const value = placeInTen(sign);
    return value === null ? '#' : String(value);
  }
  if (/[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0]/u.test(sign)) return '~';
  if (/\s|\p{Cc}/u.test(sign)) return ' ';
  if (/\p{Pd}|[\u2212\u00ad]/u.test(sign)) return '-';
  const folded = sign.normalize('NFKC');
  return folded.length === 1 ? folded : '#';
}

/** Digits of other scripts stand in tens, each beginning with its zero. */
function placeInTen(sign: string): number | null {
  if (!/\p{Nd}/u.test(sign)) return null;
  const code = sign.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

/** What may stand between the digits of one number. */
const between = String.raw`[ ~\-().\[\]{}_*·•‧∙・|:'’\x60]{0,6}`;
/** With a slash a date or the number of a letter is likelier, so only what surely begins as a telephone number. */
const betweenSurely = String.raw`[ ~\-().\[\]{}_*·•‧∙・|:'’\x60/,;=\\]{0,6}`;

const digits = (count: string, gap: string) => String.raw`(?:${gap}\d)${count}`;
const rules: readonly RegExp[] = [
  // +62 …, 0062 …
  new RegExp(
    String.raw`(?:\+|(?<!\d)0${between}0)${between}6${betweenSurely}2${digits('{7,14}', betweenSurely)}(?!\d)`,
    'g',
  ),
  // 62 812 …, 62361223344; sixty-two milliards are written with points
  new RegExp(
    String.raw`(?<![\d.,]|Rp ?\.? ?)62(?:${between}8${digits('{6,13}', betweenSurely)}|[2-9]\d{7,11})(?!\d)`,
    'gi',
  ),
  // 08…: mobile
  new RegExp(String.raw`(?<!\d)0${betweenSurely}8${digits('{7,13}', betweenSurely)}(?!\d)`, 'g'),
  // any other country
  new RegExp(String.raw`\+${between}\d${digits('{7,14}', between)}(?!\d)`, 'g'),
  // (62-361) 123456
  /(?<![\d.,])[([]?62[ ~-][2-79]\d{1,2}[)\]]?[ ~-]{1,3}\d{3}[ ~-]?\d{2,5}(?!\d)/g,
  // (0361) 223344
  new RegExp(String.raw`(?<!\d)[([]?0${digits('{8,13}', between)}(?!\d)`, 'g'),
  // 0361/223344; a letter's number has short parts, or a third one
  /(?<![\d/.])\(?0\d{2,3}\)?[ ~]{0,2}\/[ ~]{0,2}\d(?:[ ~.-]?\d){4,8}(?![\d/])/g,
  // 812 3456 7890, the nought left out; amounts of money are grouped by three and follow Rp
  new RegExp(
    String.raw`(?<!\d|Rp ?\.? ?|\d[.,])8[1-9]\d${digits('{7,9}', String.raw`[ ~\-]{0,3}`)}(?!\d|[.,]\d)`,
    'gi',
  ),
  // what is called a number: `Telp. 223344`, `HP: 7001234`
  new RegExp(
    String.raw`(?<=(?<!\p{L})(?:telp|telepon|telpon|tlp|tel|phone|ponsel|hp|h\.p|wa|whatsapp|no\.? ?hp|hub|hubungi|call|fax|faks)\b[ ~.:\-()/]{0,6})\(?\d${digits('{3,14}', between)}(?!\d)`,
    'giu',
  ),
];

/** Places of clocks and dates, which are digits too. */
function clocksAndDates(text: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  const clock = String.raw`(?:[01]?\d|2[0-4])[.:][0-5]\d`;
  const patterns = [
    new RegExp(String.raw`(?<![\d.:+])${clock}(?: ?- ?${clock})?(?![.:]?\d)`, 'g'),
    /(?<![\d.+])(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:19|20)\d\d(?!\d)/g,
    /(?<![\d.+])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/g,
  ];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) found.push([match.index, match.index + match[0].length]);
  }
  return found;
}

/** Places of telephone numbers. One that is nothing but clocks and dates is none. */
function numbersIn(text: string, kept: readonly (readonly [number, number])[]): [number, number][] {
  const masked = [...text];
  for (const [from, to] of kept) {
    // a clock right behind the beginning of a number is a part of it: `0361 22.33 44`
    if (/(?:^|[^\d.:])\(?(?:0\d{2,4}|\+?62)[ ~().-]{0,4}$/.test(text.slice(Math.max(0, from - 14), from))) continue;
    for (let at = from; at < to; at++) if (/\d/.test(masked[at] ?? '')) masked[at] = '#';
  }
  const read = masked.join('');
  const found: [number, number][] = [];
  for (const rule of rules) {
    for (const match of read.matchAll(rule)) {
      const count = match[0].replace(/\D/g, '').length;
      const named = rule === rules.at(-1);
      if (count > MOST || !(named || count >= FEWEST)) continue;
      // a bracket that only opens is not the number's: it goes with the one that closes it
      const opens = /^[([][^)\]]*$/.test(match[0]) ? 1 : 0;
      found.push([match.index + opens, match.index + match[0].length]);
    }
  }
  return found;
}

/** What the numbers leave behind: empty brackets, `HP:` with nothing after it, two spaces. */
function tidy(text: string): string {
  const label = String.raw`(?:no\.?\s*)?(?:hp|h\.p|wa|whatsapp|telp|telepon|tlp|tel|ponsel|phone|hub|hubungi)\.?\s*[:/]?\s*`;
  return (
    text
      .replace(new RegExp(String.raw`(?<!\p{L})(?:${label})*\ue000[\ue000\s]*`, 'giu'), '\ue000')
      // what made its digits round or square
      .replace(/\ue000[\p{Mn}\p{Me}]+/gu, '\ue000')
      // several in a row, with what stood between them
      .replace(/\ue000(?:\s*[/|&+]+\s*\ue000?)+/gu, '\ue000')
      .replace(/\s*[/|&+]\s*\ue000(?=\s*[)\]}]|\s*$)/gu, '\ue000')
      .replace(/[([{]\s*\ue000\s*(?:[)\]}]|$)/gu, '\ue000')
      .replace(/\s*[,;]?\s*\ue000+\s*(?=[,;]|$)/gu, '')
      .replace(/[ \t]*\ue000+[ \t]*(?=[\s.)\]]|$)/gu, '')
      .replace(/[ \t]*\ue000+[ \t]*/gu, ' ')
      .trim()
  );
}
