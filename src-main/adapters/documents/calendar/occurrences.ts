import ICAL from 'ical.js';
import type { ReadEvent, ReadTime } from './parse-event.ts';
import { type Wall, wallOf, type Zones } from './zones.ts';

/** So often a series may come until its horizon; an event of a leader that comes more often is none. */
const MOST_OCCURRENCES = 1_500;

export interface Occurrences {
  readonly starts: readonly ReadTime[];
  readonly endless: boolean;
  readonly problem: 'rule_unreadable' | 'rule_too_dense' | null;
}

/**
 * The starts of a series by RFC 5545, 3.8.5: DTSTART, its rules and added dates, without the left out ones, all as wall time in the
 * zone of DTSTART. Rules without an end go up to the horizon, included.
 * @param horizon `2026-11-20`
 */
export function occurrencesOf(event: ReadEvent, horizon: string, zones: Zones): Occurrences {
  const { start } = event;
  const inZone = (time: ReadTime) =>
    time.allDay || start.allDay ? time.wall : zones.move(time.wall, time.zone, start.zone);
  const last = (wallOf(horizon) ?? 0) + 86_399;
  const walls = new Set<Wall>();
  let endless = false;
  for (const rule of event.rules) {
    const { until, ...rest } = rule as { until?: string; count?: number } & Record<string, unknown>;
    const end = untilOf(until, start, zones);
    if (end === undefined) return { starts: [], endless, problem: 'rule_unreadable' };
    if (end === null && rest.count === undefined) endless = true;
    const limit = end === null ? last : Math.min(end, last);
    try {
      const iterator = ICAL.Recur.fromData(rest as never).iterator(
        ICAL.Time.fromDateTimeString(new Date(start.wall * 1000).toISOString().slice(0, 19)),
      );
      for (let time = iterator.next(); time; time = iterator.next()) {
        const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second) / 1000;
        if (wall > limit) break;
        walls.add(wall);
        if (walls.size > MOST_OCCURRENCES) return { starts: [], endless, problem: 'rule_too_dense' };
      }
    } catch {
      return { starts: [], endless, problem: 'rule_unreadable' };
    }
  }
  // a start that its own rule does not meet is an occurrence all the same (RFC 5545, 3.8.2.4)
  walls.add(start.wall);
  for (const time of event.more) walls.add(inZone(time));
  if (walls.size > MOST_OCCURRENCES) return { starts: [], endless, problem: 'rule_too_dense' };
  const days = new Set<number>();
  for (const time of event.without) {
    const wall = inZone(time);
    walls.delete(wall);
    // a left out day without a clock leaves out what is on it
    if (time.allDay && !start.allDay) days.add(Math.floor(wall / 86_400));
  }
  const starts = [...walls]
    .filter((wall) => !days.has(Math.floor(wall / 86_400)))
    .sort((a, b) => a - b)
    .map((wall) => ({ ...start, wall }));
  return { starts, endless, problem: null };
}

/** The last moment of a rule as wall time of its start; null without one, undefined when it cannot be read. */
function untilOf(until: string | undefined, start: ReadTime, zones: Zones): Wall | null | undefined {
  if (until === undefined) return null;
  const text = String(until);
  const wall = wallOf(text);
  if (wall === null) return undefined;
  // a day without a clock is meant whole
  if (text.length === 10) return wall + 86_399;
  return text.endsWith('Z') && !start.allDay ? zones.move(wall, 'UTC', start.zone) : wall;
}

/** Names an occurrence of a series the same way in every reading of it. */
export function nameOf(uid: string, wall: Wall): string {
  return `${uid}#${new Date(wall * 1000).toISOString().slice(0, 16)}`;
}
