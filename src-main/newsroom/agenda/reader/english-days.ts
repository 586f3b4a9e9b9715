/** Days as calendar programs and consulates write them: `Wednesday, December 16`, `Thu 17 December 2026`. */

export const englishWeekdays: Readonly<Record<string, number>> = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
  mon: 1,
  tue: 2,
  tues: 2,
  wed: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  fri: 5,
  sat: 6,
  sun: 7,
};

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const weekday = Object.keys(englishWeekdays)
  .sort((a, b) => b.length - a.length)
  .join('|');
/** The month first; a short one needs its weekday before. */
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<weekday>${weekday})\\.?,?\\s+(?<short>${months.map((name) => `${name}|${name.slice(0, 3)}`).join('|')})|(?<month>${months.join('|')}))\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<year>\\d{4}))?(?![\\p{L}\\p{N}]|[.:]\\d)`,
  'iu',
);

/** The parts of such a day, and where it stands; null in other words. */
export function readMonthFirst(text: string) {
  const match = pattern.exec(text);
  const { weekday, short, month, day, year } = match?.groups ?? {};
  const name = (short ?? month)?.toLowerCase();
  if (!match || !name || !day) return null;
  return {
    day: Number(day),
    month: months.findIndex((one) => one.startsWith(name.slice(0, 3))) + 1,
    year: year === undefined ? null : Number(year),
    weekday: weekday?.toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  };
}
