import type { Event } from '../../../contract/agenda-nouns.ts';
import type { Clash } from '../../../contract/clashes.ts';
import { isOneRoom, peopleOf, roomOf, type Taken, type Taking, takenBy } from './occupied.ts';

/** What an event may clash with beside other events, and where the office draws its lines. */
export interface ClashSetting {
  /** From one place to another, in minutes. */
  readonly travelMinutes: number;
  /** More duties than this on one day are too many for one person. */
  readonly maxDuties: number;
  /** How long an event without an end is thought to last, in minutes. */
  readonly assumedMinutes: number;
  /** Day -> name. */
  readonly holidays: ReadonlyMap<string, string>;
}

/** A clash without what a person said to it. */
export type FoundClash = Omit<Clash, 'answered'> & { readonly eventId: string };

interface Entry {
  readonly event: Event;
  readonly taken: Taken;
  readonly people: Map<string, Taking>;
  readonly room: string | null;
}

const counts = new Set<Event['state']>(['proposed', 'tentative', 'confirmed', 'ongoing']);
const MINUTE = 60_000;

/**
 * Clashes among events, found in one pass over them in order of time.
 * @param events those asked about and all that may stand in their way
 * @param about whether a clash of this event is asked for; one of two is enough
 */
export function findClashes(
  events: readonly Event[],
  setting: ClashSetting,
  about: (event: Event) => boolean = () => true,
): FoundClash[] {
  const entries = events
    .filter((event) => counts.has(event.state))
    .map((event): Entry => {
      const people = new Map(peopleOf(event).map((one) => [one.who, one]));
      return { event, taken: takenBy(event, setting.assumedMinutes), people, room: roomOf(event.venue) };
    })
    .sort((a, b) => a.taken.from - b.taken.from || (a.event.id < b.event.id ? -1 : 1));
  const found: FoundClash[] = [];
  const reach = setting.travelMinutes * MINUTE;
  for (const [index, first] of entries.entries()) {
    if (about(first.event)) found.push(...ofItself(first.event, setting));
    for (let next = index + 1; next < entries.length; next += 1) {
      const second = entries[next];
      if (!second || second.taken.from >= first.taken.to + reach) break;
      if (about(first.event)) found.push(...between(first, second, first.event, setting));
      if (about(second.event)) found.push(...between(first, second, second.event, setting));
    }
  }
  found.push(...tooMany(entries, setting, about));
  return found;
}

/** Keys that `found` tells twice, once from each side, told once: for lists of many events. */
export function eachOnce(found: readonly FoundClash[]): FoundClash[] {
  return [...new Map(found.map((clash) => [clash.key, clash])).values()];
}

const blank = {
  officialId: null,
  standsInFor: null,
  personName: null,
  other: null,
  amount: null,
  missing: [],
  holiday: null,
} as const satisfies Partial<FoundClash>;

/** What `first`, which begins before `second`, has against it, told from the side of one of them. */
function between(first: Entry, second: Entry, side: Event, setting: ClashSetting): FoundClash[] {
  const found: FoundClash[] = [];
  const other = side === first.event ? second.event : first.event;
  const overlaps = second.taken.from < first.taken.to;
  const firm = isFirm(first.event) && isFirm(second.event);
  const sure = firm && second.taken.from < first.taken.sureTo;
  const both = [first.event, second.event].map(moment).sort().join('|');
  const common = {
    ...blank,
    eventId: side.id,
    day: side.day,
    other: {
      id: other.id,
      title: other.title,
      start: other.start,
      end: other.end,
      openEnd: other.openEnd,
      venue: other.venue,
    },
    weight: sure ? 'sure' : 'look',
  } as const;
  const far = first.room !== second.room || first.room === null;
  for (const [who, taking] of (side === first.event ? first : second).people) {
    if (!first.people.has(who) || !second.people.has(who)) continue;
    const person = {
      officialId: taking.officialId,
      standsInFor: taking.standsInFor,
      personName: taking.name,
    };
    if (overlaps) {
      const code = taking.kind === 'leader' ? 'leader_double' : 'crew_double';
      found.push({ ...common, ...person, code, key: `${code}|${who}|${both}` });
      continue;
    }
    const minutes = Math.floor((second.taken.from - first.taken.to) / MINUTE);
    const known = first.event.end !== null && first.event.venue !== '' && second.event.venue !== '';
    if (known && far && minutes < setting.travelMinutes) {
      const places = `${first.room ?? ''}>${second.room ?? ''}`.slice(0, 90);
      const key = `travel_gap|${who}|${both}|${places}`;
      found.push({ ...common, ...person, code: 'travel_gap', weight: 'look', amount: minutes, key });
    }
  }
  if (overlaps && first.room !== null && first.room === second.room) {
    const weight = sure && isOneRoom(first.room) ? 'sure' : 'look';
    found.push({ ...common, weight, code: 'room_double', key: `room_double|${first.room.slice(0, 90)}|${both}` });
  }
  return found;
}

/** Two firm events cannot share a leader; with a tentative one it is too early to insist. */
function isFirm(event: Event): boolean {
  return event.state === 'confirmed' || event.state === 'ongoing';
}

/** An event at its time: moved, it is another moment, and what was answered for the old one does not count. */
function moment(event: Event): string {
  return `${event.id}@${event.start}-${event.end?.slice(event.end.startsWith(event.day) ? 11 : 0) ?? ''}${event.zone.slice(5, 8)}`;
}

function ofItself(event: Event, setting: ClashSetting): FoundClash[] {
  const found: FoundClash[] = [];
  const common = { ...blank, eventId: event.id, day: event.day, weight: 'look' as const };
  const has = (role: string) => event.crew.some((duty) => duty.role === role);
  const missing = (['writer', 'photographer'] as const).filter((role) => !has(role));
  if (event.releaseNeeded && missing.length > 0) {
    const key = `release_without_crew|${event.id}|${missing.join()}`;
    found.push({ ...common, code: 'release_without_crew', missing, key });
  }
  const holiday = setting.holidays.get(event.day);
  if (holiday !== undefined) {
    found.push({ ...common, code: 'holiday', holiday, key: `holiday|${event.id}|${event.day}` });
  }
  return found;
}

/** More duties on one day than one person can do well; a day is that of the event at its place. */
function tooMany(entries: readonly Entry[], setting: ClashSetting, about: (event: Event) => boolean): FoundClash[] {
  const days = new Map<string, { taking: Taking; events: Event[] }>();
  for (const { event, people } of entries) {
    for (const taking of people.values()) {
      if (taking.kind !== 'crew') continue;
      const key = `${event.day}|${taking.who}`;
      const day = days.get(key) ?? { taking, events: [] };
      day.events.push(event);
      days.set(key, day);
    }
  }
  const found: FoundClash[] = [];
  for (const [key, { taking, events }] of days) {
    if (events.length <= setting.maxDuties) continue;
    for (const event of events.filter(about)) {
      found.push({
        ...blank,
        eventId: event.id,
        key: `too_many_duties|${key}|${events.length}`,
        code: 'too_many_duties',
        weight: 'look',
        day: event.day,
        personName: taking.name,
        amount: events.length,
      });
    }
  }
  return found;
}
