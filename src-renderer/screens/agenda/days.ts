import { Temporal } from 'temporal-polyfill';
import type { AgendaView } from './routes.tsx';

/** `2025-11-20` and a number of days -> the day that many later. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The seven days of the week a day is in, Monday first. */
export function weekOf(day: string): string[] {
  const date = Temporal.PlainDate.from(day);
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  return Array.from({ length: 7 }, (_, index) => monday.add({ days: index }).toString());
}

/** The days a view shows around a day: itself, its week, or eight weeks from a week before it. */
export function spanOfView(view: AgendaView, day: string): { from: string; to: string } {
  if (view === 'hari') return { from: day, to: day };
  const week = weekOf(day);
  if (view === 'pekan') return { from: week[0] ?? day, to: week[6] ?? day };
  return { from: addDays(day, -7), to: addDays(day, 49) };
}
