import { Temporal } from 'temporal-polyfill';

/**
 * The day an end is on: that of the start, or the next where an earlier clock makes a night of it (`22.00-01.00`). Null where the end
 * comes before the start in any other way.
 * @param day of the start, `2025-11-20`
 * @param start clock `22:00`
 * @param end clock `01:00`
 */
export function endDayOf(day: string, start: string, end: string): string | null {
  if (end > start) return day;
  const overnight = end < start && start >= '18:00' && end <= '06:00';
  return overnight ? Temporal.PlainDate.from(day).add({ days: 1 }).toString() : null;
}
