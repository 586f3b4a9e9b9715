import type { Attendance, Event, EventFields } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { ClashAnswer } from '../../contract/clashes.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import { unknownOfficial } from './add-event.ts';
import { answerFor } from './clashes/check-clashes.ts';
import { settleCrew } from './crew.ts';
import { derived, differences, revisedFields, settleFields } from './make-event.ts';
import { enterNewLeaders, type NewLeader, nameNewLeaders } from './new-leaders.ts';
import { recordChange } from './record-change.ts';

type Ports = Pick<Newsroom, 'write' | 'ids' | 'clock'>;
type Seen = {
  readonly id: Id;
  readonly version: number;
  readonly reason?: string | undefined;
  readonly answers?: readonly ClashAnswer[];
};

/**
 * Changes an event. Once it was confirmed, a change of time, place, dress or leader needs a reason and makes the next revision,
 * because people have already planned with what it said.
 */
export async function changeEvent(
  ports: Ports,
  caller: Caller,
  { newLeaders = [], ...input }: Partial<EventFields> & Seen & { newLeaders?: readonly NewLeader[] },
): Promise<Outcome<Event>> {
  const { leaders, attendance } = nameNewLeaders(ports, newLeaders, input.attendance);
  return ports.write(async (stores) => {
    await enterNewLeaders(stores, caller, leaders);
    return changeEventIn(ports, stores, caller, {
      ...input,
      ...(attendance ? { attendance } : {}),
      answers: input.answers ?? [],
    });
  });
}

/** The same inside a transaction that does more; without `answers` clashes are seen in the agenda and keep nothing out of it. */
export async function changeEventIn(
  ports: Pick<Newsroom, 'ids' | 'clock'>,
  stores: Stores,
  caller: Caller,
  input: Partial<EventFields> & Seen,
): Promise<Outcome<Event>> {
  const { id, version, reason, answers, ...given } = input;
  const before = await seenEvent(stores, id, version);
  if (!before.ok) return before;
  const { crew: wanted, ...named } = given;
  const fields = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
  const crew = await settleCrew(ports, stores, before.value.crew, wanted ?? before.value.crew);
  if (!crew.ok) return crew;
  const after: Event = { ...before.value, ...fields, crew: crew.value };
  return keep(ports, stores, caller, before.value, after, { act: 'changed', reason, reasonNeeded: true, answers });
}

/** Notes one leader's answer; a leader who was not on the event joins it. */
export async function setAttendance(ports: Ports, caller: Caller, input: Attendance & Seen): Promise<Outcome<Event>> {
  return ports.write((stores) => setAttendanceIn(ports, stores, caller, { ...input, answers: input.answers ?? [] }));
}

/** The same inside a transaction that does more, as `changeEventIn`. */
export async function setAttendanceIn(
  ports: Pick<Newsroom, 'ids' | 'clock'>,
  stores: Stores,
  caller: Caller,
  input: Attendance & Seen,
): Promise<Outcome<Event>> {
  const { id, version, reason, answers, ...answer } = input;
  const before = await seenEvent(stores, id, version);
  if (!before.ok) return before;
  const known = before.value.attendance.some((other) => other.officialId === answer.officialId);
  const attendance = known
    ? before.value.attendance.map((other) => (other.officialId === answer.officialId ? answer : other))
    : [...before.value.attendance, answer];
  const after: Event = { ...before.value, attendance };
  // A note by phone must stay four taps: who stands in says enough, the reason may follow.
  return keep(ports, stores, caller, before.value, after, { act: 'attendance', reason, reasonNeeded: false, answers });
}

/** The event as the caller saw it, or why not. */
export async function seenEvent(stores: Pick<Stores, 'events'>, id: Id, version: number): Promise<Outcome<Event>> {
  const event = await stores.events.byId(id);
  if (event === null) return refused('not_found');
  return event.version === version ? done(event) : refused('changed_meanwhile', { title: event.title });
}

async function keep(
  ports: Pick<Newsroom, 'ids' | 'clock'>,
  stores: Stores,
  caller: Caller,
  before: Event,
  wanted: Event,
  how: {
    act: 'changed' | 'attendance';
    reason: string | undefined;
    reasonNeeded: boolean;
    answers: readonly ClashAnswer[] | undefined;
  },
): Promise<Outcome<Event>> {
  const settled = settleFields(wanted);
  if (!settled.ok) return settled;
  const changes = differences(before, settled.value);
  if (changes.length === 0) return done(before);
  const revised = before.revision > 0 && changes.some(({ field }) => matters(field, before, settled.value));
  const reason = how.reason?.trim() || null;
  if (revised && how.reasonNeeded && reason === null) return refused('reason_needed', {}, 'reason');
  const after: Event = {
    ...settled.value,
    ...derived(settled.value),
    version: before.version + 1,
    revision: before.revision + (revised ? 1 : 0),
  };
  const unknown = await unknownOfficial(stores, after);
  if (unknown !== null) return refused('not_found', {}, unknown);
  if (how.answers) {
    const answered = await answerFor(ports, stores, caller, { before, after, answers: how.answers });
    if (!answered.ok) return answered;
  }
  await stores.events.update(after);
  if (after.seriesId !== null)
    await stores.series.addOwnFields(
      after.id,
      changes.map((change) => change.field),
    );
  await recordChange(ports, stores, caller, after, { act: how.act, changes, reason });
  return done(after);
}

/** Whether people who planned with the event must hear of it. That a leader will come, as everyone thought, is no news. */
export function matters(field: keyof EventFields, before: Event, after: Event): boolean {
  if (!(revisedFields as readonly string[]).includes(field)) return false;
  if (field !== 'attendance') return true;
  const present = (event: Event) =>
    event.attendance
      .map((answer) =>
        answer.answer === 'delegated'
          ? `${answer.officialId} ${answer.delegateId} ${answer.delegateName}`
          : `${answer.officialId} ${answer.answer === 'absent' ? 'absent' : 'present'}`,
      )
      .sort()
      .join();
  return present(before) !== present(after);
}
