import { Temporal } from 'temporal-polyfill';

/**
 * Whether a day is so far from today that its year may be a slip: more than 30 days past, or more than a year ahead.
 * @param day and today `2025-11-20`
 */
export function farDay(day: string, today: string): 'day_long_past' | 'day_far_ahead' | null {
  const now = Temporal.PlainDate.from(today);
  if (day < now.subtract({ days: 30 }).toString()) return 'day_long_past';
  return day > now.add({ years: 1 }).toString() ? 'day_far_ahead' : null;
}
