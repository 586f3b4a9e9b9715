import { Temporal } from 'temporal-polyfill';

/** The last asked: a text asks the same for each of its events. */
let known: { today: string; past: string; ahead: string } | null = null;

/**
 * Whether a day is so far from today that its year may be a slip: more than 30 days past, or more than a year ahead.
 * @param day and today `2025-11-20`
 */
export function farDay(day: string, today: string): 'day_long_past' | 'day_far_ahead' | null {
  if (known?.today !== today) {
    const now = Temporal.PlainDate.from(today);
    known = { today, past: now.subtract({ days: 30 }).toString(), ahead: now.add({ years: 1 }).toString() };
  }
  if (day < known.past) return 'day_long_past';
  return day > known.ahead ? 'day_far_ahead' : null;
}
