import type { Zone } from '../../../../src-main/contract/basics.ts';
import { localAt, minutesOf, STEP, shifted } from './local-time.ts';

/** Hours ahead of UTC; none of the three has summer time. */
const ahead: Readonly<Record<Zone, number>> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 };

/** When an event is, as far as moving it is concerned; wall times at its own zone. */
export interface Times {
  readonly start: string;
  readonly end: string | null;
  readonly openEnd: boolean;
}

/** A wall time of one zone on the clock of another: 09.00 WIB is 10.00 WITA. */
export function atZone(local: string, from: Zone, to: Zone): string {
  return from === to ? local : shifted(local, (ahead[to] - ahead[from]) * 60);
}

/** How long an event without a known end is drawn: until finished takes longer than what merely has no end written down. */
export function drawnMinutes(times: Times): number {
  if (times.end !== null) return Math.max(STEP, minutesOf(times.end) - minutesOf(times.start));
  return times.openEnd ? 120 : 60;
}

/** The same event so many minutes later (or earlier, below zero). */
export function movedBy(times: Times, minutes: number): Times {
  return {
    ...times,
    start: shifted(times.start, minutes),
    end: times.end === null ? null : shifted(times.end, minutes),
  };
}

/** So many minutes longer (or shorter), a quarter of an hour at least. What had no end gets the one that was drawn. */
export function resizedBy(times: Times, minutes: number): Times {
  const end = minutesOf(times.start) + Math.max(STEP, drawnMinutes(times) + minutes);
  return { start: times.start, end: localAt(end), openEnd: false };
}

export function sameTimes(one: Times, other: Times): boolean {
  return one.start === other.start && one.end === other.end && one.openEnd === other.openEnd;
}
