import type { EventGlance } from '../../../../src-main/contract/agenda-span.ts';
import type { Zone } from '../../../../src-main/contract/basics.ts';
import { DAY, dayShifted, daysBetween, minuteOfDay, minutesOf } from './local-time.ts';
import { atZone, drawnMinutes } from './times.ts';

/** The part of an event that stands on one day of the office, minutes since its midnight. */
export interface Placed {
  readonly event: EventGlance;
  readonly day: string;
  readonly from: number;
  readonly to: number;
  /** It began on a day before; goes on on the next. */
  readonly continued: boolean;
  readonly continues: boolean;
}

/** What takes longer than this stands above the hours, not among them. */
const LONG = DAY;

export function isLong(event: Pick<EventGlance, 'start' | 'end' | 'openEnd'>): boolean {
  return drawnMinutes(event) >= LONG;
}

/** Days of the office an event takes place on, first and last. An end at midnight belongs to the day before. */
export function officeDays(event: EventGlance, zone: Zone): { first: string; last: string } {
  const start = atZone(event.start, event.zone, zone);
  if (event.end === null) return { first: start.slice(0, 10), last: start.slice(0, 10) };
  const end = atZone(event.end, event.zone, zone);
  const last = minuteOfDay(end) === 0 && end > start ? dayShifted(end.slice(0, 10), -1) : end.slice(0, 10);
  return { first: start.slice(0, 10), last: last < start.slice(0, 10) ? start.slice(0, 10) : last };
}

/** An event by the office's clock, cut at midnight: one part for each day. */
export function partsOf(event: EventGlance, zone: Zone): Placed[] {
  const start = atZone(event.start, event.zone, zone);
  const first = start.slice(0, 10);
  const begins = minuteOfDay(start);
  const ends = begins + drawnMinutes(event);
  const parts: Placed[] = [];
  for (let index = 0; index * DAY < ends; index += 1) {
    const from = Math.max(0, begins - index * DAY);
    const to = Math.min(DAY, ends - index * DAY);
    // what merely fades out does not spill into the night after
    if (index > 0 && event.end === null) break;
    parts.push({
      event,
      day: index === 0 ? first : dayShifted(first, index),
      from,
      to,
      continued: index > 0,
      continues: ends > (index + 1) * DAY && event.end !== null,
    });
  }
  return parts;
}

/** Events on each of these days, in order of their start there. */
export function byDay(
  events: readonly EventGlance[],
  days: readonly string[],
  zone: Zone,
): ReadonlyMap<string, readonly EventGlance[]> {
  const found = new Map<string, EventGlance[]>(days.map((day) => [day, []]));
  for (const event of events) {
    const { first, last } = officeDays(event, zone);
    if (first === last) found.get(first)?.push(event);
    else {
      const length = daysBetween(first, last);
      for (let index = 0; index <= length; index += 1) found.get(dayShifted(first, index))?.push(event);
    }
  }
  return found;
}

/** Where one event stands beside the others of its time: column `lane` of `lanes`, `wide` columns wide. */
export interface Lane {
  readonly lane: number;
  readonly lanes: number;
  readonly wide: number;
}

/** Shorter ones are drawn as long as this, so that their words can be read; what would lie under them stands beside them. */
export const SHORTEST = 30;

/**
 * Events side by side where they overlap. Those that touch in a chain share their number of columns, each takes the leftmost free
 * one, and spreads to the right as far as nobody of its own time stands there.
 * @param parts in any order; the answer is in theirs
 */
export function lanesOf(parts: readonly Pick<Placed, 'from' | 'to'>[]): Lane[] {
  const order = parts
    .map((part, index) => ({ index, from: part.from, to: Math.max(part.to, part.from + SHORTEST) }))
    .sort((a, b) => a.from - b.from || b.to - a.to || a.index - b.index);
  const found: Lane[] = new Array(parts.length);
  let chain: { index: number; from: number; to: number; lane: number }[] = [];
  let until = -1;
  const close = () => {
    const lanes = chain.reduce((most, one) => Math.max(most, one.lane + 1), 0);
    for (const one of chain) {
      let wide = 1;
      while (
        one.lane + wide < lanes &&
        !chain.some((other) => other.lane === one.lane + wide && other.from < one.to && one.from < other.to)
      )
        wide += 1;
      found[one.index] = { lane: one.lane, lanes, wide };
    }
    chain = [];
  };
  for (const one of order) {
    if (one.from >= until) close();
    const taken = new Set(chain.filter((other) => other.to > one.from).map((other) => other.lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    chain.push({ ...one, lane });
    until = Math.max(until, one.to);
  }
  close();
  return found;
}

/** By office time, then title; what the eye finds from top to bottom. */
export function inOrder(one: Placed, other: Placed): number {
  return one.from - other.from || other.to - one.to || minutesOf(one.event.start) - minutesOf(other.event.start);
}
