import type { Event, EventChange } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { allEvents } from './all-events.ts';
import type { EventFilter } from './event-store.ts';
import { isOutside, maySee } from './may-see.ts';
import { eventsFor, historyFor, holdsWords } from './outside.ts';

type Ports = Pick<Newsroom, 'read'>;

/** What is listed whole on a screen; more nobody looks through, and the views of the agenda have a lighter way (`span`). */
const MOST_LISTED = 2_000;

/** Events of a span of days, without those the caller may not know of: all of them, however many. */
export async function listEvents(
  ports: Pick<Newsroom, 'read' | 'turn'>,
  caller: Caller,
  filter: EventFilter,
): Promise<Event[]> {
  const seen = await allEvents(ports, filter, (some) =>
    eventsFor(
      caller,
      some.filter((event) => maySee(caller, event)),
    ),
  );
  return isOutside(caller) ? seen.filter((event) => holdsWords(event, filter.text)) : seen;
}

/** The same for a screen. Refuses `too_many_listed` ({ most }) rather than leaving some out in silence. */
export async function listOnScreen(
  ports: Pick<Newsroom, 'read' | 'turn'>,
  caller: Caller,
  filter: EventFilter,
): Promise<Outcome<Event[]>> {
  const found = await ports.read((stores) => stores.events.idsOf(filter));
  if (found.length > MOST_LISTED) return refused('too_many_listed', { most: MOST_LISTED });
  return done(await listEvents(ports, caller, filter));
}

/** One event; to who may not see it, it is not there. */
export async function findEvent(ports: Ports, caller: Caller, id: Id): Promise<Outcome<Event>> {
  const event = await ports.read((stores) => stores.events.byId(id));
  const [seen] = event !== null && maySee(caller, event) ? eventsFor(caller, [event]) : [];
  return seen ? done(seen) : refused('not_found');
}

/** Who changed what, newest first. */
export async function eventHistory(ports: Ports, caller: Caller, id: Id): Promise<Outcome<EventChange[]>> {
  return ports.read(async (stores) => {
    const event = await stores.events.byId(id);
    if (event === null || !maySee(caller, event)) return refused('not_found');
    return done(historyFor(caller, event, await stores.events.changes(id)).reverse());
  });
}

const MOST_VISITS = 10;

/** Earlier (and later) visits of a delegation, without the event that asks and without what the caller may not see. */
export async function earlierVisits(
  ports: Ports,
  caller: Caller,
  input: { delegation: string; exceptId?: Id | undefined },
): Promise<Outcome<Event[]>> {
  // of whom the office received who only looks is told nothing
  if (isOutside(caller)) return done([]);
  const events = await ports.read((stores) => stores.events.visitsOf(input.delegation, MOST_VISITS + 1));
  const others = events.filter((event) => event.id !== input.exceptId && maySee(caller, event));
  return done(others.slice(0, MOST_VISITS));
}
