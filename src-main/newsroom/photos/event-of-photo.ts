import type { Id } from '../../contract/basics.ts';
import { maySee as maySeeEvent } from '../agenda/may-see.ts';
import type { Caller } from '../caller.ts';
import type { ReadStores } from '../ports.ts';

/** What photos need to know of an event: the name of the folder originals lie in. */
export interface EventOfPhoto {
  readonly day: string;
  readonly title: string;
}

export async function eventOfPhoto(stores: Pick<ReadStores, 'events'>, eventId: Id): Promise<EventOfPhoto | null> {
  const event = await stores.events.byId(eventId);
  return event === null ? null : { day: event.day, title: event.title };
}

/** Whether this caller may know of the event; photos of a closed one are closed with it. One nobody knows any more counts as closed. */
export async function mayKnowEvent(
  stores: Pick<ReadStores, 'events'>,
  caller: Pick<Caller, 'roles'>,
  eventId: Id,
): Promise<boolean> {
  // who may know of closed events may know of all, without looking
  if (maySeeEvent(caller, { pressAccess: 'closed' })) return true;
  const event = await stores.events.byId(eventId);
  return event !== null && maySeeEvent(caller, event);
}
