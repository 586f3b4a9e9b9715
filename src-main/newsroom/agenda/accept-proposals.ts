import type { Temporal } from 'temporal-polyfill';
import type { Accepted, AcceptedChange, AcceptedProposal, CardLetter } from '../../contract/agenda-accept.ts';
import type { Attendance, Event } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Official } from '../../contract/register.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import { acceptChange, takeBackChange } from './accept-change.ts';
import { addEventIn } from './add-event.ts';
import { keepCardLetter, keepLetterFiles, takeBackLetters } from './invitations/tie-letter.ts';
import { readPositionHeld } from './reader/people.ts';

/** So long an accepting may be taken back, by who did it; from then on its events are cancelled as all others are. */
const UNDO_MINUTES = 15;

type Ports = Pick<Newsroom, 'write' | 'ids' | 'clock'>;
type AcceptPorts = Pick<Newsroom, 'read' | 'write' | 'files' | 'ids' | 'clock' | 'readings'>;

/**
 * Makes events of the proposals a person accepted, and changes those that they change, with the letters they come from: all or none. Leaders that the register does not know are proposed for it
 * (unconfirmed), once each; so are those who stand in by position (`diwakili Sekda`), as officials without an agenda of their own.
 */
export async function acceptProposals(
  ports: AcceptPorts,
  caller: Caller,
  input: { proposals: AcceptedProposal[]; changes: AcceptedChange[]; names: { called: string; name: string }[] },
): Promise<Outcome<Accepted & { officials: Official[] }>> {
  const files = await keepLetterFiles(ports, caller, [...input.changes, ...input.proposals]);
  if (!files.ok) return files;
  return ports.write(async (stores) => {
    const letterIds: Id[] = [];
    const keepLetter = async (letter: CardLetter | null, eventId: Id): Promise<Outcome<null>> => {
      if (letter === null) return done(null);
      const kept = await keepCardLetter(ports, stores, caller, letter, eventId, files.value);
      if (!kept.ok) return kept;
      if (kept.value.isNew) letterIds.push(kept.value.letter.id);
      return done(null);
    };
    const proposed = new Map<string, Official>();
    const events: Accepted['events'] = [];
    const changes: Accepted['changes'] = [];
    const known = async (told: AcceptedProposal['attendance']): Promise<Attendance[]> => {
      const attendance: Attendance[] = [];
      for (const { called, officialId, ...answer } of told) {
        const name = nameBeside(called, input.names);
        const leaderId = officialId ?? (await officialFor(ports, stores, proposed, { called, name, leader: true })).id;
        const standIn = await standInFor(ports, stores, proposed, answer);
        attendance.push({
          ...answer,
          ...(standIn && standIn !== leaderId ? linked(standIn) : {}),
          officialId: leaderId,
        });
      }
      return attendance;
    };
    for (const [index, { letter, ...change }] of input.changes.entries()) {
      const changed = await acceptChange(ports, stores, caller, {
        ...change,
        attendance: await known(change.attendance),
      });
      if (!changed.ok) return named(changed.refusal, 'changes', index, change.key);
      const kept = await keepLetter(letter, change.eventId);
      if (!kept.ok) return named(kept.refusal, 'changes', index, change.key);
      changes.push({ key: change.key, ...changed.value });
    }
    for (const [index, proposal] of input.proposals.entries()) {
      const attendance = await known(proposal.attendance);
      const { key, letter, ...fields } = proposal;
      const added = await addEventIn(ports, stores, caller, { ...fields, attendance });
      if (!added.ok) return named(added.refusal, 'proposals', index, key);
      const kept = await keepLetter(letter, added.value.id);
      if (!kept.ok) return named(kept.refusal, 'proposals', index, key);
      events.push({ key, id: added.value.id, version: added.value.version });
    }
    const officials = [...proposed.values()];
    const now = ports.clock.now();
    await stores.events.noteAccepted(
      [
        ...events.map((event) => event.id),
        ...changes.flatMap((change) => change.changeIds),
        ...officials.map((official) => official.id),
        ...letterIds,
      ],
      { userId: caller.userId, at: stamp(now), forgetBefore: undoableSince(now) },
    );
    if (officials.length > 0) stores.happen({ kind: 'register.changed' });
    return done({ events, changes, officialIds: officials.map((official) => official.id), officials });
  });
}

/** A refusal with the proposal it speaks of: its place in the input and its key on the page. */
function named(refusal: Refusal, list: 'proposals' | 'changes', index: number, key: string): Outcome<never> {
  const field = refusal.field === undefined ? undefined : `${list}.${index}.${refusal.field}`;
  return { ok: false, refusal: { ...refusal, field, params: { ...refusal.params, key } } };
}

function nameBeside(called: string, names: readonly { called: string; name: string }[]): string {
  const key = called.trim().toLowerCase();
  return names.find((pair) => pair.called.trim().toLowerCase() === key)?.name ?? '';
}

const linked = (id: Id): Pick<Attendance, 'delegateId' | 'delegateName'> => ({ delegateId: id, delegateName: null });

/** Who stands in, when told by a position that the register does not know; null when it knows, or only a name was told. */
async function standInFor(
  ports: Pick<Newsroom, 'ids'>,
  stores: Stores,
  proposed: Map<string, Official>,
  answer: Pick<Attendance, 'answer' | 'delegateId' | 'delegateName'>,
): Promise<Id | null> {
  if (answer.answer !== 'delegated' || answer.delegateId !== null || answer.delegateName === null) return null;
  const held = readPositionHeld(answer.delegateName);
  return held ? (await officialFor(ports, stores, proposed, { ...held, leader: false })).id : null;
}

async function officialFor(
  ports: Pick<Newsroom, 'ids'>,
  stores: Stores,
  proposed: Map<string, Official>,
  { called, name, leader }: { called: string; name: string; leader: boolean },
): Promise<Official> {
  const key = called.trim().toLowerCase();
  const before = proposed.get(key) ?? (await proposedBefore(stores, key));
  if (before) {
    // Who stood in further up heads an agenda of their own further down.
    if (!leader || before.leader || before.confirmed) return before;
    const led = { ...before, leader: true };
    await stores.officials.update(led);
    if (proposed.has(key)) proposed.set(key, led);
    return led;
  }
  const official: Official = {
    id: ports.ids.next(),
    name: name || called,
    position: called,
    shortPosition: called,
    shortName: name || called,
    leader,
    confirmed: false,
    active: true,
  };
  await stores.officials.insert(official);
  proposed.set(key, official);
  return official;
}

/** An earlier paste may have proposed the same official a minute ago. */
async function proposedBefore(stores: Stores, key: string): Promise<Official | undefined> {
  const all = await stores.officials.all();
  return all.find((official) => official.active && official.shortPosition.trim().toLowerCase() === key);
}

/**
 * Takes back one accepting of one's own, within a quarter of an hour: events that nobody has changed or built on since go with their letters, the rest
 * stay and are told; events that it changed are as they were before. Officials proposed by it go when they are still unconfirmed and no event names them. What was not made by such
 * an accepting stays, whoever asks.
 */
export async function undoAccept(
  ports: Ports,
  caller: Caller,
  input: Accepted,
): Promise<Outcome<{ removed: Id[]; restored: Id[]; kept: Id[] }>> {
  return ports.write(async (stores) => {
    const changeIds = input.changes.flatMap((change) => change.changeIds);
    const asked = [...input.events.map((event) => event.id), ...changeIds, ...input.officialIds];
    const since = undoableSince(ports.clock.now());
    const mine = await stores.events.acceptedBy(caller.userId, asked, since);
    const removed: Id[] = [];
    const kept: Id[] = [];
    for (const { id, version } of input.events) {
      const event = await stores.events.byId(id);
      if (event === null) continue;
      if (!mine.has(id) || event.version !== version || (await builtOn(stores, id))) {
        kept.push(id);
        continue;
      }
      await takeBackLetters(stores, id, (ids) => stores.events.acceptedBy(caller.userId, ids, since));
      await stores.events.remove(id);
      await stores.audit.append({
        caller,
        act: 'agenda.undo-accept',
        subject: { kind: 'event', id },
        details: { title: event.title, start: event.start },
      });
      removed.push(id);
    }
    const restored: Id[] = [];
    for (const change of input.changes) {
      const mineAll = change.changeIds.length > 0 && change.changeIds.every((id) => mine.has(id));
      const back: Event | null = mineAll ? await takeBackChange(ports, stores, caller, change) : null;
      if (back) restored.push(back.id);
      else if (await stores.events.byId(change.id)) kept.push(change.id);
    }
    for (const id of input.officialIds) {
      const official = await stores.officials.byId(id);
      if (mine.has(id) && official && !official.confirmed && !(await stores.events.namesOfficial(id)))
        await stores.officials.remove(id);
    }
    if (removed.length > 0) stores.happen({ kind: 'agenda.changed', eventIds: removed });
    if (input.officialIds.length > 0) stores.happen({ kind: 'register.changed' });
    return done({ removed, restored, kept });
  });
}

/** Whether a release, a photo, an import or a file of its own stands on the event already. */
async function builtOn(stores: Stores, eventId: Id): Promise<boolean> {
  if (await stores.imports.anyFor(eventId)) return true;
  if ((await stores.invitations.attachmentsOf(eventId)).length > 0) return true;
  if ((await stores.photos.ofEvent(eventId, { addedById: null, openOnly: false })).length > 0) return true;
  return (await stores.releases.list({ states: [], eventId, search: '', limit: 1 })).length > 0;
}

/** Instants are compared as text, so all of them have the same digits. */
function stamp(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'millisecond' });
}

function undoableSince(now: Temporal.Instant): string {
  return stamp(now.subtract({ minutes: UNDO_MINUTES }));
}
