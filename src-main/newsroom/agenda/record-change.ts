import type { Event, EventChange } from '../../contract/agenda-nouns.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { tellOfChanges } from '../notices/tell-of-change.ts';
import type { Stores } from '../stores.ts';

/** Writes the event's history and the audit line of one change, and tells the crew and the pages. */
export async function recordChange(
  ports: Pick<Newsroom, 'ids' | 'clock'>,
  stores: Stores,
  caller: Caller,
  event: Event,
  change: Pick<EventChange, 'act' | 'changes' | 'reason'>,
): Promise<void> {
  const id = ports.ids.next();
  await stores.events.addChange({
    id,
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
  await tellOfChanges(ports, stores, caller, [{ event, change: { ...change, id } }]);
  stores.happen({ kind: 'agenda.changed', eventIds: [event.id] });
}

/** One event of a change to a whole series. */
export interface SeriesChange {
  /** Null for one that was added. */
  readonly before: Event | null;
  readonly event: Event;
  readonly changes: EventChange['changes'];
}

/** The same for many events of a series at once: history for each, one line in the audit trail, one word to the pages. */
export async function recordSeries(
  ports: Pick<Newsroom, 'ids' | 'clock'>,
  stores: Stores,
  caller: Caller,
  done: { act: 'added' | 'changed' | 'state'; reason: string | null; changed: readonly SeriesChange[] },
): Promise<void> {
  const [first] = done.changed;
  if (!first) return;
  const at = ports.clock.now().toString({ fractionalSecondDigits: 3 });
  const lines = done.changed.map(({ event, changes }) => ({
    event,
    change: {
      id: ports.ids.next(),
      eventId: event.id,
      at,
      userName: caller.name,
      act: done.act,
      version: event.version,
      revision: event.revision,
      changes,
      reason: done.reason,
    },
  }));
  await stores.series.addChanges(lines.map(({ change }) => change));
  await tellOfChanges(ports, stores, caller, lines);
  await stores.audit.append({
    caller,
    act: `agenda.series-${done.act}`,
    subject: { kind: 'event', id: first.event.id },
    details: {
      title: first.event.title,
      events: done.changed.length,
      from: first.event.day,
      until: done.changed.at(-1)?.event.day,
      changes: first.changes,
      reason: done.reason,
    },
  });
  stores.happen({ kind: 'agenda.changed', eventIds: done.changed.map(({ event }) => event.id) });
}
