/**
 * Arithmetic on local wall times (`2025-11-20T08:00`) and days (`2025-11-20`). The three zones of Indonesia never change their
 * clocks, so minutes on the clock are minutes that pass; whole months of events are placed without a calendar library.
 */

export const DAY = 1440;
/** Everything that is moved lands on a quarter of an hour. */
export const STEP = 15;

/** Minutes since 1970 on that clock. */
export function minutesOf(local: string): number {
  return (
    Date.UTC(
      Number(local.slice(0, 4)),
      Number(local.slice(5, 7)) - 1,
      Number(local.slice(8, 10)),
      Number(local.slice(11, 13) || 0),
      Number(local.slice(14, 16) || 0),
    ) / 60_000
  );
}

/** The way back: `2025-11-20T08:00`. */
export function localAt(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(0, 16);
}

/** `2025-11-20T08:00` and 75 -> `2025-11-20T09:15`. */
export function shifted(local: string, minutes: number): string {
  return localAt(minutesOf(local) + minutes);
}

/** The day so many days later. */
export function dayShifted(day: string, days: number): string {
  return localAt(minutesOf(day) + days * DAY).slice(0, 10);
}

/** Whole days from one day to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((minutesOf(to) - minutesOf(from)) / DAY);
}

/** Minutes since midnight. */
export function minuteOfDay(local: string): number {
  return Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
}

/** Minutes since midnight -> `08:00`; the end of a day is `24:00`. */
export function clockAt(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** To the nearest quarter of an hour. */
export function snapped(minutes: number): number {
  // + 0: never -0
  return Math.round(minutes / STEP) * STEP + 0;
}
