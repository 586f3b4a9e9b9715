import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { Zone } from '../../../contract/basics.ts';
import type { Repeat } from '../../../contract/event-parts.ts';

/** More dates than this are no agenda any more: daily for a year and a month. */
export const MOST_DATES = 400;

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const freqs = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' } as const;

/** Where a rule begins: local wall time at a zone. */
export interface RuleStart {
  /** `2025-11-20T08:00`. */
  readonly start: string;
  readonly zone: Zone;
}

/**
 * The RRULE of RFC 5545, without its name, of what a person chose: `FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20260630T155959Z`. An end is a day at
 * the event's zone and is included; with a zone, UNTIL is an instant in UTC (RFC 5545, 3.3.10).
 */
export function ruleOf(repeat: Repeat, from: RuleStart): string {
  const parts = [`FREQ=${freqs[repeat.every]}`];
  if (repeat.interval > 1) parts.push(`INTERVAL=${repeat.interval}`);
  const day = Temporal.PlainDate.from(from.start.slice(0, 10));
  if (repeat.every === 'week') {
    const days = repeat.weekdays.length > 0 ? [...new Set(repeat.weekdays)].sort() : [day.dayOfWeek];
    parts.push(`BYDAY=${days.map((number) => weekdays[number - 1]).join()}`);
  }
  if (repeat.every === 'month') {
    const name = weekdays[day.dayOfWeek - 1];
    // the fifth Monday is the last one: there is not one in every month
    const nth = Math.ceil(day.day / 7);
    parts.push(repeat.monthly === 'weekday' ? `BYDAY=${nth > 4 ? -1 : nth}${name}` : `BYMONTHDAY=${day.day}`);
  }
  if (repeat.count !== null) parts.push(`COUNT=${repeat.count}`);
  if (repeat.until !== null) {
    const end = Temporal.PlainDate.from(repeat.until)
      .toZonedDateTime({ timeZone: from.zone, plainTime: '23:59:59' })
      .toInstant()
      .toString({ smallestUnit: 'second' });
    parts.push(`UNTIL=${end.replace(/[-:]/g, '')}`);
  }
  return parts.join(';');
}

/** What a person chose, read back from a rule that `ruleOf` made. */
export function repeatOf(rule: string, from: RuleStart): Repeat {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const every = parts.get('FREQ') === 'DAILY' ? 'day' : parts.get('FREQ') === 'MONTHLY' ? 'month' : 'week';
  const byDay = (parts.get('BYDAY') ?? '').split(',').filter((part) => part !== '');
  const until = parts.get('UNTIL');
  return {
    every,
    interval: Number(parts.get('INTERVAL') ?? 1),
    weekdays: every === 'week' ? byDay.map((name) => weekdays.indexOf(name as 'MO') + 1) : [],
    monthly: every === 'month' && byDay.length > 0 ? 'weekday' : 'date',
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : null,
    until:
      until === undefined
        ? null
        : Temporal.Instant.from(until.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
            .toZonedDateTimeISO(from.zone)
            .toPlainDate()
            .toString(),
  };
}

/** The days of a rule, at most `MOST_DATES`; the start itself always belongs to it, as RFC 5545 counts DTSTART. */
export function daysOf(rule: string, from: RuleStart): string[] {
  const dtstart = Temporal.PlainDateTime.from(from.start).toZonedDateTime(from.zone);
  const dates = new RRuleTemporal({ rruleString: rule, dtstart, temporal: Temporal, includeDtstart: true }).all(
    (_, index) => index < MOST_DATES,
  );
  return dates.slice(0, MOST_DATES).map((date) => date.toPlainDate().toString());
}

/**
 * The choice for a series whose event moves to another day: `setiap Senin` moved by a day is `setiap Selasa`, each of its weekdays
 * moves along. A monthly one follows its new first day by itself.
 * @param by days, may be negative
 */
export function movedBy(repeat: Repeat, by: number): Repeat {
  const weekdays = repeat.weekdays.map((number) => ((((number - 1 + by) % 7) + 7) % 7) + 1);
  return { ...repeat, weekdays };
}
