import type { Accepted, AcceptedProposal } from '../../contract/agenda.ts';
import type { Attendance } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { Official } from '../../contract/register.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import { addEventIn } from './add-event.ts';

type Ports = Pick<Newsroom, 'write' | 'ids' | 'clock'>;

/**
 * Makes events of the proposals a person accepted, all or none. Leaders that the register does not know are proposed for it
 * (unconfirmed), once each.
 */
export async function acceptProposals(
  ports: Ports,
  caller: Caller,
  input: { proposals: AcceptedProposal[]; names: { called: string; name: string }[] },
): Promise<Outcome<Accepted & { officials: Official[] }>> {
  return ports.write(async (stores) => {
    const proposed = new Map<string, Official>();
    const events: Accepted['events'] = [];
    for (const [index, proposal] of input.proposals.entries()) {
      const attendance: Attendance[] = [];
      for (const { called, officialId, ...answer } of proposal.attendance) {
        const known = officialId ?? (await leaderFor(ports, stores, proposed, called, input.names)).id;
        attendance.push({ ...answer, officialId: known });
      }
      const { key, ...fields } = proposal;
      const added = await addEventIn(ports, stores, caller, { ...fields, attendance });
      if (!added.ok) {
        const field = added.refusal.field === undefined ? undefined : `proposals.${index}.${added.refusal.field}`;
        return { ok: false, refusal: { ...added.refusal, field, params: { ...added.refusal.params, key } } };
      }
      events.push({ key, id: added.value.id, version: added.value.version });
    }
    const officials = [...proposed.values()];
    if (officials.length > 0) stores.happen({ kind: 'register.changed' });
    return done({ events, officialIds: officials.map((official) => official.id), officials });
  });
}

async function leaderFor(
  ports: Pick<Newsroom, 'ids'>,
  stores: Stores,
  proposed: Map<string, Official>,
  called: string,
  names: readonly { called: string; name: string }[],
): Promise<Official> {
  const key = called.trim().toLowerCase();
  const before = proposed.get(key) ?? (await proposedBefore(stores, key));
  if (before) return before;
  const name = names.find((pair) => pair.called.trim().toLowerCase() === key)?.name || called;
  const official: Official = {
    id: ports.ids.next(),
    name,
    position: called,
    shortPosition: called,
    shortName: name,
    leader: true,
    confirmed: false,
    active: true,
  };
  await stores.officials.insert(official);
  proposed.set(key, official);
  return official;
}

/** An earlier paste may have proposed the same leader a minute ago. */
async function proposedBefore(stores: Stores, key: string): Promise<Official | undefined> {
  const all = await stores.officials.all();
  return all.find((official) => official.active && official.shortPosition.trim().toLowerCase() === key);
}

/**
 * Takes back one accepting: events that nobody has changed or built on since go, the rest stay and are told. Officials proposed
 * by it go when they are still unconfirmed and no event names them.
 */
export async function undoAccept(
  ports: Ports,
  caller: Caller,
  input: Accepted,
): Promise<Outcome<{ removed: Id[]; kept: Id[] }>> {
  return ports.write(async (stores) => {
    const removed: Id[] = [];
    const kept: Id[] = [];
    for (const { id, version } of input.events) {
      const event = await stores.events.byId(id);
      if (event === null) continue;
      if (event.version !== version || (await builtOn(stores, id))) {
        kept.push(id);
        continue;
      }
      await stores.events.remove(id);
      await stores.audit.append({
        caller,
        act: 'agenda.undo-accept',
        subject: { kind: 'event', id },
        details: { title: event.title, start: event.start },
      });
      removed.push(id);
    }
    for (const id of input.officialIds) {
      const official = await stores.officials.byId(id);
      if (official && !official.confirmed && !(await stores.events.namesOfficial(id)))
        await stores.officials.remove(id);
    }
    if (removed.length > 0) stores.happen({ kind: 'agenda.changed', eventIds: removed });
    if (input.officialIds.length > 0) stores.happen({ kind: 'register.changed' });
    return done({ removed, kept });
  });
}

/** Whether a release stands on the event already. */
async function builtOn(stores: Stores, eventId: Id): Promise<boolean> {
  return (await stores.releases.list({ states: [], eventId, search: '', limit: 1 })).length > 0;
}
