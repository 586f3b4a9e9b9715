import type { Temporal } from 'temporal-polyfill';
import type { RosterDuty, RosterPart } from '../../contract/roster.ts';
import { setHolidays } from '../agenda/holidays.ts';
import type { Newsroom } from '../newsroom.ts';
import { setRoster } from '../roster/fill-roster.ts';
import { demoOffice, type demoUsers } from './cast.ts';
import { as, type Cast, unwrap } from './sample.ts';
import { demoWeek } from './week.ts';

type UserKey = (typeof demoUsers)[number]['key'];

/** Who takes the nights, in turn. */
const turns: Readonly<Record<Exclude<RosterDuty, 'approval'>, readonly UserKey[]>> = {
  protocol: ['protocol', 'editor'],
  coverage: ['documentation', 'writer', 'channel_manager'],
};
/** Days of the week of the meeting that repeats stay working days. */
const STAFF_MEETING_DAY = 4;

/**
 * Piket of this month: every night and free day, a local holiday among them; one night on which somebody stands in for a colleague,
 * and one on which the editor stands in for the head, also for approvals.
 */
export async function fillDemoRoster(newsroom: Newsroom, cast: Cast, today: Temporal.PlainDate): Promise<void> {
  const month = Array.from({ length: today.daysInMonth }, (_, index) => today.with({ day: index + 1 }));
  const holiday = localHoliday(month, today);
  const proposed = await newsroom.holidayCalendar.of(today.year);
  const named = { day: holiday.toString(), name: `Hari Jadi Kota ${demoOffice.city}` };
  const others = proposed.filter(({ day }) => day !== named.day);
  const holidays = [...others, named].sort((a, b) => (a.day < b.day ? -1 : 1));
  unwrap(await setHolidays(newsroom, as(cast, 'admin'), { year: today.year, holidays }));
  const free = new Set(holidays.map(({ day }) => day));

  const put = async (
    date: Temporal.PlainDate,
    part: RosterPart,
    duty: RosterDuty,
    who: UserKey,
    more: { insteadOf?: UserKey; note?: string } = {},
  ) => {
    // a stand-in for approvals is set by the one who lends the right
    const by = duty === 'approval' ? 'head' : 'protocol';
    const insteadOf = more.insteadOf ? as(cast, more.insteadOf).userId : null;
    const input = { day: date.toString(), part, duty, userId: as(cast, who).userId, insteadOf, note: more.note ?? '' };
    unwrap(await setRoster(newsroom, as(cast, by), { ...input, seen: null }));
  };
  const swapped = today.add({ days: 1 });
  for (const [index, date] of [...month, ...restOfNight(month, today)].entries())
    for (const duty of ['protocol', 'coverage'] as const) {
      const people = turns[duty];
      const usual = people[index % people.length] as UserKey;
      const other = people[(index + 1) % people.length] as UserKey;
      if (date.dayOfWeek >= 6 || free.has(date.toString())) await put(date, 'day', duty, other);
      if (duty === 'coverage' && date.equals(swapped))
        await put(date, 'night', duty, other, { insteadOf: usual, note: 'tukar jadwal' });
      else await put(date, 'night', duty, usual);
    }
  await put(today.add({ days: 2 }), 'night', 'approval', 'editor', { insteadOf: 'head' });
}

/** Tonight's colleague may stand in tomorrow, which is the next month on its last days. */
function restOfNight(month: readonly Temporal.PlainDate[], today: Temporal.PlainDate): Temporal.PlainDate[] {
  const last = month.at(-1) ?? today;
  return [1, 2].map((days) => today.add({ days })).filter((date) => date.since(last).sign > 0);
}

/** A working day of the month on which the sample has no event: the next one that is free, else the last one that was. */
function localHoliday(month: readonly Temporal.PlainDate[], today: Temporal.PlainDate): Temporal.PlainDate {
  const busy = new Set(demoWeek.map(({ day }) => day));
  const isFree = (date: Temporal.PlainDate) => {
    const days = today.until(date).days;
    const meets = days >= STAFF_MEETING_DAY && (days - STAFF_MEETING_DAY) % 7 === 0;
    return date.dayOfWeek <= 5 && !busy.has(days) && !meets;
  };
  const found = month.filter(isFree);
  return found.find((date) => date.since(today).sign > 0) ?? found.at(-1) ?? today;
}
