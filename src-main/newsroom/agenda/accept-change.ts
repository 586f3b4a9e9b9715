import type { Accepted, AcceptedChange } from '../../contract/agenda-accept.ts';
import type { Attendance, Event, EventFields } from '../../contract/agenda-nouns.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import { changeEventIn, seenEvent, setAttendanceIn } from './change-event.ts';
import { settleCrew } from './crew.ts';
import { derived } from './make-event.ts';
import { recordChange } from './record-change.ts';
import { setEventStateIn } from './set-event-state.ts';

type Ports = Pick<Newsroom, 'ids' | 'clock'>;

/**
 * Applies a change that a pasted text tells of, by the verbs of the form: history, revision and audit are theirs. Answers the event's
 * version after it and the lines of its history that it made.
 */
export async function acceptChange(
  ports: Ports,
  stores: Stores,
  caller: Caller,
  change: Omit<AcceptedChange, 'attendance' | 'letter'> & { attendance: Attendance[] },
): Promise<Outcome<Omit<Accepted['changes'][number], 'key'>>> {
  const { eventId: id, reason } = change;
  const seen = await seenEvent(stores, id, change.version);
  if (!seen.ok) return seen;
  const before = new Set((await stores.events.changes(id)).map((line) => line.id));
  let event = seen.value;
  const fields: Partial<EventFields> = change.fields;
  const [answer, ...others] = change.attendance;
  if (Object.keys(fields).length === 0 && answer && others.length === 0) {
    const told = await setAttendanceIn(ports, stores, caller, { id, version: event.version, reason, ...answer });
    if (!told.ok) return told;
    event = told.value;
  } else if (Object.keys(fields).length > 0 || answer) {
    const attendance = merged(event.attendance, change.attendance);
    const input = { id, version: event.version, reason, ...fields, ...(answer ? { attendance } : {}) };
    const changed = await changeEventIn(ports, stores, caller, input);
    if (!changed.ok) return changed;
    event = changed.value;
  }
  if (change.state !== null) {
    const start = change.start ?? undefined;
    const input = { id, version: event.version, state: change.state, reason, start };
    const moved = await setEventStateIn(ports, stores, caller, input);
    if (!moved.ok) return moved;
    event = moved.value;
  }
  const changeIds = (await stores.events.changes(id)).map((line) => line.id).filter((line) => !before.has(line));
  return done({ id, version: event.version, changeIds });
}

function merged(before: readonly Attendance[], told: readonly Attendance[]): Attendance[] {
  const answers = new Map(before.map((answer) => [answer.officialId, answer]));
  for (const answer of told) answers.set(answer.officialId, answer);
  return [...answers.values()];
}

/**
 * Makes an event what it was before these lines of its history, when they are its last and nobody has touched it since. The history
 * keeps them, with one line more; the revision is again the one that people know. Null when it stays as it is.
 */
export async function takeBackChange(
  ports: Ports,
  stores: Stores,
  caller: Caller,
  change: Accepted['changes'][number],
): Promise<Event | null> {
  const event = await stores.events.byId(change.id);
  if (event === null || event.version !== change.version) return null;
  const history = await stores.events.changes(change.id);
  const made = history.slice(-change.changeIds.length);
  if (made.some((line) => !change.changeIds.includes(line.id))) return null;
  const earlier = history.at(-change.changeIds.length - 1);
  const old: Partial<Event> = {};
  for (const line of made.toReversed())
    for (const { field, old: was } of line.changes) Object.assign(old, { [field]: was });
  const { crew: told, ...fields } = old;
  const crew = told === undefined ? done(event.crew) : await settleCrew(ports, stores, event.crew, told);
  if (!crew.ok) return null;
  const was: Event = { ...event, ...fields, crew: crew.value };
  const back: Event = {
    ...was,
    ...derived(was),
    stateReason: was.state === event.state ? event.stateReason : null,
    version: event.version + 1,
    revision: earlier?.revision ?? event.revision,
  };
  await stores.events.update(back);
  const changes = Object.keys(old).map((field) => ({
    field,
    old: event[field as keyof Event],
    new: back[field as keyof Event],
  }));
  await recordChange(ports, stores, caller, back, { act: old.state ? 'state' : 'changed', changes, reason: null });
  await stores.audit.append({
    caller,
    act: 'agenda.undo-accept',
    subject: { kind: 'event', id: back.id },
    details: { title: back.title, start: back.start },
  });
  return back;
}
