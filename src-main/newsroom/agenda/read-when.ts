import { Temporal } from 'temporal-polyfill';
import type { ReadWhen } from '../../contract/agenda.ts';
import { readDay } from './reader/dates.ts';
import { readTime } from './reader/times.ts';

/**
 * Reads a time as people type it into a field: `besok 9`, `Kamis 08.00-10.00 WITA`, `13.30 s.d. selesai`, `10.30`.
 * @param near the event's present start; a clock alone keeps its day. Without it the day is today, and said to be assumed.
 * @param today `2025-11-20`
 */
export function readWhen(text: string, setting: { today: string; near?: string | undefined }): ReadWhen {
  const day = readDay(text, setting.today);
  const rest = day ? `${text.slice(0, day.from)}${'|'.repeat(day.to - day.from)}${text.slice(day.to)}` : text;
  const time = readTime(rest, true);
  const assumed: ReadWhen['assumed'] = [];
  const nearDay = setting.near?.slice(0, 10);
  const date = day ? day.day : (nearDay ?? setting.today);
  if (!day && !nearDay && time) assumed.push('day');
  if (day?.assumed === 'year') assumed.push('year');
  if (time?.assumed) assumed.push('part_of_day');
  if (date === null || (!day && !time)) {
    return { start: null, end: null, openEnd: false, zone: time?.zone ?? null, assumed: [] };
  }
  // "21 November" alone moves the event to that day at its own hour.
  const clock = time?.start ?? setting.near?.slice(11);
  if (!clock) return { start: null, end: null, openEnd: false, zone: null, assumed };
  return {
    start: `${date}T${clock}`,
    end: time?.end ? endOf(date, clock, time.end) : null,
    openEnd: time?.openEnd ?? false,
    zone: time?.zone ?? null,
    assumed,
  };
}

/** An end before the start is on the next day only where that makes a night of it: `22.00-01.00`. */
function endOf(date: string, start: string, end: string): string {
  const overnight = end < start && start >= '18:00' && end <= '06:00';
  const day = overnight ? Temporal.PlainDate.from(date).add({ days: 1 }).toString() : date;
  return `${day}T${end}`;
}
