import type { Line } from './lines.ts';

/** Hours as they are said: `jam delapan pagi`, `pukul setengah sepuluh`, `jam delapan tiga puluh`, `jam sembilan kurang seperempat`. */

const tens = ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
const hours = new Map<string, number>([
  ...tens.map((word, at): [string, number] => [word, at + 1]),
  ['lapan', 8],
  ['sepuluh', 10],
  ['sebelas', 11],
  ...tens.slice(1).map((word, at): [string, number] => [`${word} belas`, at + 12]),
  ['duabelas', 12],
  ['dua puluh', 20],
  ...tens.slice(0, 3).map((word, at): [string, number] => [`dua puluh ${word}`, at + 21]),
]);
const minutes = new Map<string, number>([
  ['lima', 5],
  ['sepuluh', 10],
  ['lima belas', 15],
  ['seperempat', 15],
  ['dua puluh', 20],
  ['tiga puluh', 30],
  ['setengah', 30],
  ['empat puluh', 40],
  ['empat puluh lima', 45],
]);
const longest = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|');
const pattern = new RegExp(
  `(?<=(?<!\\p{L})(?:jam|pukul|pkl)\\.?\\s+(?:setengah\\s+)?)(?<hour>${longest(hours.keys())})` +
    `(?:\\s+(?:(?<how>lewat|lebih|kurang)\\s+)?(?<minute>(?<=(?:lewat|lebih|kurang)\\s+)(?:${longest(minutes.keys())})|lima belas|seperempat|tiga puluh|empat puluh lima)(?:\\s+menit)?)?(?!\\p{L}|\\s+(?:puluh|belas|ratus))`,
  'giu',
);

/** The line with such hours in digits, which stand where the words stood. */
export function hoursInDigits(line: Line): Line {
  if (line.blank || line.tooLong) return line;
  let text = '';
  const at: number[] = [];
  let from = 0;
  for (const match of line.text.matchAll(pattern)) {
    const clock = clockOf(match.groups ?? {});
    const last = match.index + match[0].length - 1;
    text += line.text.slice(from, match.index) + clock;
    at.push(...line.at.slice(from, match.index), line.at[match.index] as number);
    for (let i = 1; i < clock.length; i++) at.push(line.at[last] as number);
    from = last + 1;
  }
  return from === 0 ? line : { ...line, text: text + line.text.slice(from), at: [...at, ...line.at.slice(from)] };
}

const even = (word: string | undefined): string => (word ?? '').toLowerCase().replace(/\s+/gu, ' ');

function clockOf({ hour, how, minute }: Record<string, string | undefined>): string {
  const whole = hours.get(even(hour)) ?? 0;
  const more = minute === undefined ? null : (minutes.get(even(minute)) ?? 0);
  const two = (number: number) => String(number).padStart(2, '0');
  if (more === null) return two(whole);
  return even(how) === 'kurang' ? `${two((whole + 23) % 24)}.${two(60 - more)}` : `${two(whole)}.${two(more)}`;
}
