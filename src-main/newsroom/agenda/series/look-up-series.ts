import type { Event } from '../../../contract/agenda-nouns.ts';
import type { Id } from '../../../contract/basics.ts';
import type { Repeat } from '../../../contract/event-parts.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome } from '../../outcome.ts';
import { findEvent } from '../look-up.ts';
import { isOutside, maySee } from '../may-see.ts';
import { withoutPhones } from '../outgoing/without-phones.ts';
import { repeatOf } from './rule.ts';

export interface SeriesView {
  readonly repeat: Repeat;
  readonly occurrences: (Pick<Event, 'id' | 'title' | 'start' | 'day' | 'state'> & { readonly own: boolean })[];
}

/** The series of an event the caller may see, without the events of it that they may not; null where it stands alone. */
export async function seriesOf(
  ports: Pick<Newsroom, 'read'>,
  caller: Caller,
  id: Id,
): Promise<Outcome<SeriesView | null>> {
  const found = await findEvent(ports, caller, id);
  if (!found.ok) return found;
  const { seriesId } = found.value;
  if (seriesId === null) return done(null);
  return ports.read(async (stores) => {
    const series = await stores.series.byId(seriesId);
    if (series === null) return done(null);
    const all = (await stores.series.occurrences(seriesId)).filter(({ event }) => maySee(caller, event));
    const occurrences = all.map(({ event, ownFields }) => {
      const { id: eventId, start, day, state } = event;
      const title = isOutside(caller) ? withoutPhones(event.title) : event.title;
      return { id: eventId, title, start, day, state, own: ownFields.length > 0 };
    });
    return done({ repeat: repeatOf(series.rule, series), occurrences });
  });
}
