import type { Event } from '../../contract/agenda-nouns.ts';
import { closedByWords, type Worded } from '../../text/said-inside.ts';
import type { Caller } from '../caller.ts';

/** Roles that may look at what is public and nothing more; product.md: Hanya Lihat reads what is not closed. */
const outside = new Set(['observer', 'contributor']);

/** Who is only an observer or contributor: outside of what the office keeps to itself. */
export function isOutside(caller: Pick<Caller, 'roles'>): boolean {
  return caller.roles.every((role) => outside.has(role));
}

/** Whether this caller may know of the event. Who is only an observer or contributor does not see what is closed, by its field or by its words. */
export function maySee(caller: Pick<Caller, 'roles'>, event: Pick<Event, 'pressAccess'>): boolean {
  if (!isOutside(caller)) return true;
  return event.pressAccess !== 'closed' && !(isWorded(event) && closedByWords(event) !== null);
}

/** Whole, and not only asked about as such. */
function isWorded(event: object): event is Worded {
  return 'note' in event && 'openDespite' in event;
}
