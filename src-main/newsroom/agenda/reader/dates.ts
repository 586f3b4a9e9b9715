import { Temporal } from 'temporal-polyfill';
import { englishWeekdays, readMonthFirst } from './english-days.ts';

/**
 * Days as Indonesian offices write them. No library is used: chrono-node has no Indonesian, and the one that has
 * (id-date-parser) tells neither where it read something nor what it assumed, and both are what this reader is for.
 */

export interface ReadDay {
  /** `2025-11-20`; null when the text says a day that does not exist. */
  readonly day: string | null;
  /** Characters in the line: `line.slice(from, to)`. */
  readonly from: number;
  readonly to: number;
  /** `year`: none was written. `day`: only `besok` or `Kamis` was, which counts from the day of reading. */
  readonly assumed: 'year' | 'day' | null;
  /** The weekday the text says, when the date falls on another one. */
  readonly differs: { said: string; is: string } | null;
  /** Only the name of a weekday stands there. */
  readonly weekdayAlone: boolean;
  /** The last day of `20-22 November 2025`. */
  readonly until: string | null;
}

const months: Readonly<Record<string, number>> = {
  januari: 1,
  jan: 1,
  january: 1,
  februari: 2,
  feb: 2,
  pebruari: 2,
  peb: 2,
  february: 2,
  maret: 3,
  mar: 3,
  mrt: 3,
  march: 3,
  april: 4,
  apr: 4,
  mei: 5,
  may: 5,
  juni: 6,
  jun: 6,
  june: 6,
  juli: 7,
  jul: 7,
  july: 7,
  agustus: 8,
  agu: 8,
  ags: 8,
  agt: 8,
  agst: 8,
  aug: 8,
  august: 8,
  september: 9,
  sep: 9,
  sept: 9,
  oktober: 10,
  okt: 10,
  oct: 10,
  october: 10,
  november: 11,
  nov: 11,
  nopember: 11,
  nop: 11,
  desember: 12,
  des: 12,
  dec: 12,
  december: 12,
};

const weekdayNames = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const;
const weekdays: Readonly<Record<string, number>> = {
  senin: 1,
  sen: 1,
  selasa: 2,
  sel: 2,
  rabu: 3,
  rab: 3,
  kamis: 4,
  kam: 4,
  jumat: 5,
  "jum'at": 5,
  'jum’at': 5,
  'jum`at': 5,
  jum: 5,
  sabtu: 6,
  sab: 6,
  minggu: 7,
  ahad: 7,
  min: 7,
  snn: 1,
  slsa: 2,
  rbu: 3,
  kms: 4,
  kmis: 4,
  jmt: 5,
  jmat: 5,
  sbt: 6,
  sbtu: 6,
  ming: 7,
  mgg: 7,
  mggu: 7,
  ...englishWeekdays,
};

const month = Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join('|');
const weekday = Object.keys(weekdays)
  .sort((a, b) => b.length - a.length)
  .join('|');
const fullWeekday = "senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad";
/** What stands beside a weekday and is none of ours: Javanese market days, Balinese and Arabic names, `malam`. */
/** Between the first and the last of several days: a dash of any length, or a word. */
const upTo = '(?:[-‐‑‒–—―−~]|s\\.?/?d\\.?|sd|sampai(?:\\s+dengan)?|hingga)';
/** `Selasa - Kamis, 28-30 April`: of several weekdays the first is that of the first day. */
const lastWeekday = `(?:\\s*(?:${upTo}|/|dan|&)\\s*(?:${weekday})(?![\\p{L}]))?`;
const besideWeekday = '(?:pon|wage|kliwon|keliwon|legi|manis|umanis|pahing|paing)';
const before = '(?<![\\p{L}\\p{N}])';
const after = '(?![\\p{L}\\p{N}])';

/** `Kamis, 20 November 2025`, `20 s.d. 22 Nov`, `Kamis (20 November)`. */
const written = new RegExp(
  `${before}(?:(?<weekday>${weekday})${lastWeekday}(?:\\s+(?:${besideWeekday}|depan|besok|lusa|ini|malam|pagi|siang|sore))?(?:\\s*[,/.(]\\s*|\\s+))?(?:tanggal\\s*:?\\s+|tgl\\.?\\s*:?\\s+)?(?<day>\\d{1,2})` +
    `(?:\\s*(?:${upTo}|/|&|dan)\\s*(?<last>\\d{1,2}))?\\s*[- ]?\\s*(?<month>${month})\\.?(?:(?:[\\s,-]+['’‘´]?|['’‘´])(?<year>\\d{4}|\\d{2}(?![.:\\d])))?${after}\\)?` +
    `(?:\\s*${upTo}\\s*(?:(?:${weekday})\\s*[,/]?\\s*)?(?:tanggal\\s+|tgl\\.?\\s+)?(?<day3>\\d{1,2})\\s*[- ]?\\s*(?<month3>${month})\\.?(?:[\\s,-]+(?<year3>\\d{4}))?${after})?`,
  'iu',
);
/** `20/11/2025`, `20-11-25`, `20 - 11 - 2025`, `Kamis (20/11)`, `20.11.2025`. Two numbers alone need a slash: `20.11` is a clock. */
const numeric = new RegExp(
  `${before}(?:(?<weekday>${weekday})(?:\\s+(?:${besideWeekday}|depan|besok|lusa|ini|malam|pagi|siang|sore))?(?:\\s*[,/.(]\\s*|\\s+))?(?:tanggal\\s*:?\\s+|tgl\\.?\\s*:?\\s+)?(?:(?<day>\\d{1,2})(?<mark>[/.-])(?<month>\\d{1,2})\\k<mark>['’‘´]?(?<year>\\d{4}|\\d{2})|(?<day4>\\d{1,2})\\s?(?<mark4>[/.-])\\s?(?<month4>\\d{1,2})\\s?\\k<mark4>\\s?(?<year4>\\d{4})|(?<day2>\\d{1,2})/(?<month2>\\d{1,2}))${after}\\)?`,
  'iu',
);
const dashed = new RegExp(
  `^(?:hari\\s+)?(?<weekday>${weekday})\\s*[,/]?\\s*(?<day>\\d{1,2})\\s?[.-]\\s?(?<month>\\d{1,2})(?=\\s*:?\\s*$)`,
  'iu',
);
const iso = new RegExp(`${before}(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})${after}`, 'u');
const relative = new RegExp(
  `${before}(?<word>hari ini|nanti malam|malam ini|esok hari|besok|besuk|bsk|esok|lusa|kemarin|today|tomorrow|yesterday)${after}(?:[\\s,]+(?:hari\\s+)?(?<weekday>${fullWeekday})${after})?`,
  'iu',
);
const weekdayAlone = new RegExp(
  `${before}(?:hari\\s+)?(?!minggu\\s+(?:depan|ini|lalu|ke|pertama|kedua))(?<weekday>${fullWeekday})(?<next>\\s+(?:(?:pekan |minggu )?(?:depan|dpn|dpan)|mendatang|berikutnya))?${after}`,
  'iu',
);
/** `tgl 21`: the next day of that number. Not `tanggal 21-24`, and not with a month behind it. */
const numberAlone = new RegExp(
  `${before}(?:tanggal|tgl\\.?|tg)\\s+(?<day>\\d{1,2})(?![\\p{L}\\p{N}]|\\s*[./:-]\\s*\\d|\\s+(?:${month}))`,
  'iu',
);

/**
 * The first day a line speaks of, or null.
 * @param today `2025-11-20`; a missing year is the one that brings the day nearest to it (and fits the weekday if one is said)
 * @param typed the text is a time somebody types; only then is `kemarin` a day: in a message it tells of what has been
 */
export function readDay(text: string, today: string, typed = false): ReadDay | null {
  const now = Temporal.PlainDate.from(today);
  const matches = [
    readWritten(text, now),
    readNumeric(text, now),
    readEnglish(text, now),
    readDashed(text, now),
    readNumberAlone(text, now),
    readRelative(text, now, typed),
  ].filter((hit) => hit !== null);
  // "besok, Kamis 20/11/2025": what is written out counts, wherever it stands
  matches.sort((a, b) => Number(a.assumed === 'day') - Number(b.assumed === 'day') || a.from - b.from || b.to - a.to);
  return matches[0] ?? readWeekdayAlone(text, now);
}

function readWritten(text: string, today: Temporal.PlainDate): ReadDay | null {
  const match = written.exec(text);
  if (!match?.groups) return null;
  const { day, last, month: name, year, weekday: said, day3, month3, year3 } = match.groups;
  const first = months[(name as string).toLowerCase()] as number;
  const second = month3 ? (months[month3.toLowerCase()] as number) : null;
  // "30 Nov s.d. 2 Des 2026": the year stands once
  const shared = year === undefined && year3 && second ? Number(year3) - (second < first ? 1 : 0) : null;
  const parts = { day: Number(day), month: first, year: fullYear(year) ?? shared };
  const read = settle(parts, said, today, match.index, match.index + match[0].length);
  if (second && read.day !== null) {
    const from = Temporal.PlainDate.from(read.day);
    const until = dateOf({ day: Number(day3), month: second, year: from.year + (second < first ? 1 : 0) });
    return { ...read, until: until && Temporal.PlainDate.compare(until, from) > 0 ? until.toString() : null };
  }
  if (!last || read.day === null) return read;
  const until = dateOf({ ...parts, day: Number(last), year: Temporal.PlainDate.from(read.day).year });
  return { ...read, until: until && Temporal.PlainDate.compare(until, read.day) > 0 ? until.toString() : null };
}

/** `Sel, 24-11` alone: only where that day is one of that name, for `Rabu 10-11` may be hours. */
function readDashed(text: string, today: Temporal.PlainDate): ReadDay | null {
  const match = dashed.exec(text);
  const { weekday: said, day, month } = match?.groups ?? {};
  if (!match || !said) return null;
  const read = settle({ day: Number(day), month: Number(month), year: null }, said, today, 0, match[0].length);
  return read.day === null || read.differs ? null : read;
}

function readEnglish(text: string, today: Temporal.PlainDate): ReadDay | null {
  const read = readMonthFirst(text);
  return read && settle(read, read.weekday, today, read.from, read.to);
}

function readNumeric(text: string, today: Temporal.PlainDate): ReadDay | null {
  const match = iso.exec(text) ?? numeric.exec(text);
  if (!match?.groups) return null;
  const { day, month: number, year, day2, month2, day4, month4, year4, weekday: said } = match.groups;
  const parts = {
    day: Number(day ?? day4 ?? day2),
    month: Number(number ?? month4 ?? month2),
    year: fullYear(year ?? year4),
  };
  return settle(parts, said, today, match.index, match.index + match[0].length);
}

function readRelative(text: string, today: Temporal.PlainDate, typed: boolean): ReadDay | null {
  const match = relative.exec(text);
  const word = match?.groups?.word?.toLowerCase();
  if (!match || !word) return null;
  const days = daysFromToday[word] ?? 0;
  if (days < 0 && !typed) return null;
  const date = today.add({ days });
  const said = match.groups?.weekday;
  const wanted = said ? (weekdays[said.toLowerCase()] ?? date.dayOfWeek) : date.dayOfWeek;
  const differs =
    wanted === date.dayOfWeek
      ? null
      : { said: weekdayNames[wanted - 1] as string, is: weekdayNames[date.dayOfWeek - 1] as string };
  return { ...plain(date, match.index, match.index + match[0].length), assumed: 'day', differs };
}

const daysFromToday: Readonly<Record<string, number>> = {
  besok: 1,
  besuk: 1,
  bsk: 1,
  esok: 1,
  'esok hari': 1,
  tomorrow: 1,
  lusa: 2,
  kemarin: -1,
  yesterday: -1,
};

/** `tgl 21` is the next day of that number, today included. */
function readNumberAlone(text: string, today: Temporal.PlainDate): ReadDay | null {
  const match = numberAlone.exec(text);
  if (!match?.groups) return null;
  const day = Number(match.groups.day);
  for (const months of [0, 1, 2]) {
    const first = today.with({ day: 1 }).add({ months });
    const date = dateOf({ day, month: first.month, year: first.year });
    if (date && Temporal.PlainDate.compare(date, today) >= 0)
      return { ...plain(date, match.index, match.index + match[0].length), assumed: 'day' };
  }
  return null;
}

/** `Kamis` alone is the next one, today included; `Kamis depan` one of next week. The date is never in the text: a person looks. */
function readWeekdayAlone(text: string, today: Temporal.PlainDate): ReadDay | null {
  const match = weekdayAlone.exec(text);
  if (!match?.groups) return null;
  const wanted = weekdays[(match.groups.weekday as string).toLowerCase()] as number;
  const days = match.groups.next ? 7 - today.dayOfWeek + wanted : (wanted - today.dayOfWeek + 7) % 7;
  const read = plain(today.add({ days }), match.index, match.index + match[0].length);
  return { ...read, assumed: 'day', weekdayAlone: true };
}

interface Parts {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

function settle(parts: Parts, said: string | undefined, today: Temporal.PlainDate, from: number, to: number): ReadDay {
  const wanted = said ? (weekdays[said.toLowerCase()] ?? null) : null;
  const date = parts.year === null ? nearest(parts, wanted, today) : dateOf({ ...parts, year: parts.year });
  if (date === null) return { day: null, from, to, assumed: null, differs: null, weekdayAlone: false, until: null };
  const differs =
    wanted !== null && wanted !== date.dayOfWeek
      ? { said: weekdayNames[wanted - 1] as string, is: weekdayNames[date.dayOfWeek - 1] as string }
      : null;
  return { ...plain(date, from, to), assumed: parts.year === null ? 'year' : null, differs };
}

function nearest(parts: Parts, wanted: number | null, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const dates = [-1, 0, 1]
    .map((add) => dateOf({ ...parts, year: today.year + add }))
    .filter((date) => date !== null)
    .sort((a, b) => Math.abs(today.until(a).days) - Math.abs(today.until(b).days));
  return dates.find((date) => date.dayOfWeek === wanted) ?? dates[0] ?? null;
}

function dateOf(parts: { day: number; month: number; year: number }): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(parts, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function fullYear(year: string | undefined): number | null {
  if (year === undefined) return null;
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function plain(date: Temporal.PlainDate, from: number, to: number): ReadDay {
  return { day: date.toString(), from, to, assumed: null, differs: null, weekdayAlone: false, until: null };
}
