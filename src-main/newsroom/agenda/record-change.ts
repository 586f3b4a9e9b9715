import type { Event, EventChange } from '../../contract/agenda-nouns.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Stores } from '../stores.ts';

/** Writes the event's history and the audit line of one change, and tells the pages. */
export async function recordChange(
  ports: Pick<Newsroom, 'ids' | 'clock'>,
  stores: Stores,
  caller: Caller,
  event: Event,
  change: Pick<EventChange, 'act' | 'changes' | 'reason'>,
): Promise<void> {
  await stores.events.addChange({
    id: ports.ids.next(),
    eventId: event.id,
    at: ports.clock.now().toString({ fractionalSecondDigits: 3 }),
    userName: caller.name,
    version: event.version,
    revision: event.revision,
    ...change,
  });
  await stores.audit.append({
    caller,
    act: `agenda.${change.act}`,
    subject: { kind: 'event', id: event.id },
    details: {
      title: event.title,
      version: event.version,
      revision: event.revision,
      changes: change.changes,
      reason: change.reason,
    },
  });
  stores.happen({ kind: 'agenda.changed', eventIds: [event.id] });
}
