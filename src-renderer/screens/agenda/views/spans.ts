import { dayShifted, minutesOf } from './local-time.ts';

export const agendaViews = ['hari', 'pekan', 'bulan', 'matriks', 'daftar'] as const;
export type AgendaView = (typeof agendaViews)[number];

/** 0 Monday to 6 Sunday. */
export function weekdayOf(day: string): number {
  // 1 January 1970 was a Thursday
  return (((minutesOf(day) / 1440 + 3) % 7) + 7) % 7;
}

/** The seven days of the week a day is in, Monday first. */
export function weekOf(day: string): string[] {
  const monday = dayShifted(day, -weekdayOf(day));
  return Array.from({ length: 7 }, (_, index) => dayShifted(monday, index));
}

/** The weeks that a month touches, each of seven days, Monday first. */
export function monthWeeks(day: string): string[][] {
  const last = dayShifted(monthShifted(`${day.slice(0, 7)}-01`, 1), -1);
  const weeks: string[][] = [];
  for (let monday = weekOf(`${day.slice(0, 7)}-01`)[0] as string; monday <= last; monday = dayShifted(monday, 7))
    weeks.push(weekOf(monday));
  return weeks;
}

/** The same day of another month, or its last where it has none such: 31 January -> 28 February. */
export function monthShifted(day: string, months: number): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1 + months;
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8, 10)), length);
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}

/** The days a view shows around a day. The list begins at its month and goes on by itself. */
export function spanOfView(view: AgendaView, day: string): { from: string; to: string } {
  if (view === 'hari' || view === 'matriks') return { from: day, to: day };
  if (view === 'pekan') {
    const week = weekOf(day);
    return { from: week[0] as string, to: week[6] as string };
  }
  if (view === 'bulan') {
    const weeks = monthWeeks(day);
    return { from: weeks[0]?.[0] as string, to: weeks.at(-1)?.[6] as string };
  }
  return monthSpan(day);
}

/** First and last day of the month a day is in. */
export function monthSpan(day: string): { from: string; to: string } {
  const first = `${day.slice(0, 7)}-01`;
  return { from: first, to: dayShifted(monthShifted(first, 1), -1) };
}

/** The day that the next span (or the one before, -1) of a view is shown around. */
export function nextOf(view: AgendaView, day: string, way: 1 | -1): string {
  if (view === 'hari' || view === 'matriks') return dayShifted(day, way);
  if (view === 'pekan') return dayShifted(day, 7 * way);
  return monthShifted(day, way);
}
