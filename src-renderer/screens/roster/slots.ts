import { Temporal } from 'temporal-polyfill';
import type { Holiday } from '../../../src-main/contract/clashes.ts';
import type { RosterPart } from '../../../src-main/contract/roster.ts';

/** A night, or the day of a weekend or holiday, that wants somebody. */
export interface Slot {
  readonly day: string;
  readonly part: Exclude<RosterPart, 'span'>;
}

export interface RosterDay {
  readonly day: string;
  /** Name of the holiday; '' on a weekend; null on a working day. */
  readonly free: string | null;
  readonly slots: readonly Slot[];
}

/** The weeks of a month, Monday first, with what wants filling: every night, and the free days. */
export function rosterWeeks(month: string, holidays: readonly Holiday[]): RosterDay[][] {
  const first = Temporal.PlainDate.from(`${month}-01`);
  const names = new Map(holidays.map(({ day, name }) => [day, name]));
  const weeks: RosterDay[][] = [];
  for (let at = 0; at < first.daysInMonth; at += 1) {
    const date = first.add({ days: at });
    const day = date.toString();
    const free = names.get(day) ?? (date.dayOfWeek >= 6 ? '' : null);
    const slots: Slot[] = [...(free === null ? [] : [{ day, part: 'day' as const }]), { day, part: 'night' }];
    if (at === 0 || date.dayOfWeek === 1) weeks.push([]);
    weeks.at(-1)?.push({ day, free, slots });
  }
  return weeks;
}

/** The month before or after: `2025-11` -> `2025-12`. */
export function otherMonth(month: string, by: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months: by }).toString();
}

/** Its last day. */
export function lastDayOf(month: string): string {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  return `${month}-${String(daysInMonth).padStart(2, '0')}`;
}

/** Monday of the week a day is in. */
export function mondayOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** That many days later. */
export function plusDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
