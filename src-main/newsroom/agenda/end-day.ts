import { Temporal } from 'temporal-polyfill';

/** A night duty of twelve hours is the longest that two clocks alone can mean; what is longer is a slip. */
const LONGEST_NIGHT = 12 * 60;

/**
 * The day an end is on: that of the start, or the next where an earlier clock makes a night of it (`22.00-07.00`). Null where the end
 * comes before the start in any other way.
 * @param day of the start, `2025-11-20`
 * @param start clock `22:00`
 * @param end clock `01:00`
 */
export function endDayOf(day: string, start: string, end: string): string | null {
  if (end > start) return day;
  const overnight = end < start && start >= '17:00' && minutes(end) + 24 * 60 - minutes(start) <= LONGEST_NIGHT;
  return overnight ? nextDay(day) : null;
}

/** `2025-11-20` -> `2025-11-21`. */
export function nextDay(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
