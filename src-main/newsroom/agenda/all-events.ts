import type { Event } from '../../contract/agenda-nouns.ts';
import type { Newsroom } from '../newsroom.ts';
import type { EventFilter } from './event-store.ts';

/** Events that are looked up in one go: some 10 ms, so that everybody else is answered in between. */
const AT_ONCE = 250;

/**
 * All events of a span, by start, however many they are: what leaves the office must not end in silence. Which they are is of one
 * moment; each is as it stands when its turn comes. Not to be asked within a read: others would wait for it.
 * @param narrow what of each portion is kept, and how; asked portion by portion, because it may take its time
 */
export async function allEvents(
  ports: Pick<Newsroom, 'read' | 'turn'>,
  filter: EventFilter,
  narrow: (events: readonly Event[]) => readonly Event[] = (events) => events,
): Promise<Event[]> {
  const ids = await ports.read((stores) => stores.events.idsOf(filter));
  const all: Event[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    if (from > 0) await ports.turn();
    const some = await ports.read((stores) => stores.events.byIds(ids.slice(from, from + AT_ONCE)));
    // one that was moved away meanwhile is of this span no more
    all.push(...narrow(some.filter(({ day }) => day >= filter.from && day <= filter.to)));
  }
  return all.sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

const order = ({ startsAt, id }: Event) => `${startsAt} ${id}`;
