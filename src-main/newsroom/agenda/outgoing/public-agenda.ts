import { Temporal } from 'temporal-polyfill';
import type { Event, EventChange } from '../../../contract/agenda-nouns.ts';
import type { Id, Zone } from '../../../contract/basics.ts';
import type { Official } from '../../../contract/register.ts';
import { calledOf } from './day-sheet.ts';
import { forEdition, officialsFor } from './edition.ts';

/** So many days the page of the site shows, today among them. */
export const PUBLIC_DAYS = 14;

/** When, as a page says it. */
export type PublicTime = Pick<Event, 'start' | 'end' | 'openEnd' | 'zone'>;

export interface PublicItem {
  readonly time: PublicTime;
  readonly title: string;
  readonly venue: string;
  readonly organizer: string;
  /** The press is let in with limits. */
  readonly limited: boolean;
  /** `Wali Kota`; `Wakil Wali Kota` with `Sekda` as delegate. Who does not come is not named. */
  readonly leaders: readonly { readonly name: string; readonly delegate: string | null }[];
  /** `moved`: it stood here, and stands at `time` now; for one that is put off, null `toTime` says that the day is to follow. */
  readonly standing: 'on' | 'cancelled' | 'postponed' | 'moved';
  /** Where it goes, of one that was moved away from this day. */
  readonly toTime: PublicTime | null;
  /** What this page said before it was changed; null where that is still right. An empty venue was not changed. */
  readonly before: { readonly time: PublicTime | null; readonly venue: string } | null;
}

/** *Agenda publik*: what the public may read of the days ahead. */
export interface PublicAgenda {
  readonly from: string;
  readonly to: string;
  /** Only days that have something. */
  readonly days: readonly { readonly day: string; readonly items: readonly PublicItem[] }[];
}

/** What was confirmed once, and so was told to people. */
const told: readonly Event['state'][] = ['confirmed', 'ongoing', 'done'];
const off: readonly Event['state'][] = ['cancelled', 'postponed'];

/** Days of the page on this day. */
export function publicSpan(today: string): { from: string; to: string } {
  const from = Temporal.PlainDate.from(today);
  return { from: today, to: from.add({ days: PUBLIC_DAYS - 1 }).toString() };
}

/**
 * The page of the days ahead. Of open events only those that are confirmed, or were and are off now; everything passes the public
 * edition's gate, also what an event said before it was changed. Reasons stay inside: nobody looks at a page before it is written.
 * @param events of the span, and those that may have been moved out of it
 * @param histories of events that were changed after they were confirmed, oldest first
 */
export function publicAgenda(
  today: string,
  zone: Zone,
  events: readonly Event[],
  histories: ReadonlyMap<Id, readonly EventChange[]>,
  officials: readonly Official[],
): PublicAgenda {
  const { from, to } = publicSpan(today);
  const inside = (day: string) => day >= from && day <= to;
  const open = officialsFor(officials, 'public');
  const found: { day: string; at: string; item: PublicItem }[] = [];
  for (const event of onPage(events)) {
    const history = histories.get(event.id) ?? [];
    const was = saidBefore(event, history, zone);
    const item = itemOf(event, was, open);
    // one that goes on since before stands on the first day
    const day = event.day < from && (event.end ?? '').slice(0, 10) >= from ? from : event.day;
    // put off to another day: nobody has confirmed that one yet
    const waits = was !== null && isDated(event, history);
    if (inside(day) && !waits) found.push({ day, at: event.startsAt, item });
    if (was !== null && (waits || was.day !== event.day) && inside(was.day)) {
      const left: PublicItem = {
        ...item,
        time: timeOf(was),
        venue: was.venue,
        standing: event.state === 'postponed' ? 'postponed' : event.state === 'cancelled' ? 'cancelled' : 'moved',
        toTime: off.includes(event.state) && !waits ? null : timeOf(event),
        before: null,
      };
      found.push({ day: was.day, at: was.startsAt, item: left });
    }
  }
  found.sort((a, b) => compare(a.day, b.day) || compare(a.at, b.at) || compare(a.item.title, b.item.title));
  const days = [...Map.groupBy(found, ({ day }) => day)].map(([day, all]) => ({
    day,
    items: all.map(({ item }) => item),
  }));
  return { from, to, days };
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Events as the page may say them. */
function onPage(events: readonly Event[]): Event[] {
  return forEdition(events, 'public').filter(
    (event) => told.includes(event.state) || (off.includes(event.state) && event.revision > 0),
  );
}

/**
 * The oldest of what this page said of an event: its history is undone step by step, as long as what comes out could stand on the
 * page. Behind a step where it was closed or not confirmed nothing is looked at.
 */
function saidBefore(event: Event, history: readonly EventChange[], zone: Zone): Event | null {
  let older: Event = event;
  let said: Event | null = null;
  for (let at = history.length - 1; at > 0; at--) {
    const change = history[at];
    if (change === undefined) break;
    const fields = Object.fromEntries(change.changes.map(({ field, old }) => [field, old]));
    const before = { ...older, ...fields, revision: history[at - 1]?.revision ?? 0 } as Event;
    if (before.start !== older.start || before.zone !== older.zone) Object.assign(before, momentOf(before));
    older = before;
    const [shown] = onPage([older]);
    if (shown === undefined) break;
    const { from, to } = publicSpan(Temporal.Instant.from(change.at).toZonedDateTimeISO(zone).toPlainDate().toString());
    if (!off.includes(shown.state) && shown.day >= from && shown.day <= to) said = shown;
  }
  return said;
}

/** Put off, and the new day is known. */
function isDated(event: Event, history: readonly EventChange[]): boolean {
  const put = history.findLastIndex(({ changes }) =>
    changes.some((one) => one.field === 'state' && one.new === 'postponed'),
  );
  if (event.state !== 'postponed' || put < 0) return false;
  return history.slice(put).some(({ changes }) => changes.some(({ field }) => field === 'start'));
}

function momentOf({ start, zone }: Pick<Event, 'start' | 'zone'>): Pick<Event, 'startsAt' | 'day'> {
  const instant = Temporal.PlainDateTime.from(start).toZonedDateTime(zone).toInstant();
  return { startsAt: instant.toString({ fractionalSecondDigits: 3 }), day: start.slice(0, 10) };
}

function itemOf(event: Event, was: Event | null, officials: readonly Official[]): PublicItem {
  const called = (id: Id) => calledOf(officials.find((official) => official.id === id));
  const moved = was !== null && isOther(was, event);
  const venue = was !== null && was.venue.trim() !== event.venue.trim() ? was.venue.trim() : '';
  return {
    time: timeOf(event),
    title: event.title,
    venue: event.venue,
    organizer: event.organizer,
    limited: event.pressAccess === 'limited',
    leaders: event.attendance
      .filter(({ answer }) => answer !== 'absent')
      .map(({ officialId, answer, delegateId, delegateName }) => ({
        name: called(officialId),
        delegate: answer === 'delegated' ? (delegateId ? called(delegateId) : (delegateName ?? '')) : null,
      })),
    standing: event.state === 'cancelled' || event.state === 'postponed' ? event.state : 'on',
    toTime: null,
    before: (moved || venue !== '') && !off.includes(event.state) ? { time: moved ? timeOf(was) : null, venue } : null,
  };
}

/** Another moment; an end that was not known yet is no other one. */
function isOther(was: Event, now: Event): boolean {
  return was.startsAt !== now.startsAt || (was.end !== null && now.end !== null && was.end !== now.end);
}

function timeOf({ start, end, openEnd, zone }: PublicTime): PublicTime {
  return { start, end, openEnd, zone };
}
