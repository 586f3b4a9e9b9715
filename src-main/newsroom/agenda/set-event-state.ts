import type { Event, EventState } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { ClashAnswer } from '../../contract/clashes.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import { seenEvent } from './change-event.ts';
import { answerFor } from './clashes/check-clashes.ts';
import { derived, settleFields } from './make-event.ts';
import { recordChange } from './record-change.ts';

/** Where an event may go from each state (domain.md 1.4); what was cancelled or finished by mistake can come back. */
export const nextStates: Readonly<Record<EventState, readonly EventState[]>> = {
  proposed: ['tentative', 'confirmed', 'cancelled'],
  tentative: ['confirmed', 'proposed', 'postponed', 'cancelled'],
  confirmed: ['ongoing', 'done', 'tentative', 'postponed', 'cancelled'],
  ongoing: ['done', 'confirmed', 'postponed', 'cancelled'],
  done: ['confirmed'],
  postponed: ['tentative', 'confirmed', 'cancelled'],
  cancelled: ['tentative', 'confirmed'],
};

/** States that people who planned with a confirmed event must hear of. */
const news: readonly EventState[] = ['postponed', 'cancelled'];

interface StateInput {
  readonly id: Id;
  readonly version: number;
  readonly state: EventState;
  readonly reason?: string | undefined;
  readonly start?: string | undefined;
  readonly answers?: readonly ClashAnswer[];
}

/**
 * Moves an event to another state. Postponing and cancelling need a reason; postponing may bring the new start with it (the end
 * moves along), else the new date is to follow.
 */
export async function setEventState(
  ports: Pick<Newsroom, 'write' | 'ids' | 'clock'>,
  caller: Caller,
  input: StateInput,
): Promise<Outcome<Event>> {
  return ports.write((stores) => setEventStateIn(ports, stores, caller, { ...input, answers: input.answers ?? [] }));
}

/** The same inside a transaction that does more; without `answers` clashes are seen in the agenda and keep nothing out of it. */
export async function setEventStateIn(
  ports: Pick<Newsroom, 'ids' | 'clock'>,
  stores: Stores,
  caller: Caller,
  input: StateInput,
): Promise<Outcome<Event>> {
  const seen = await seenEvent(stores, input.id, input.version);
  if (!seen.ok) return seen;
  const before = seen.value;
  if (before.state === input.state) return done(before);
  if (!nextStates[before.state].includes(input.state)) {
    return refused('state_not_possible', { from: before.state, to: input.state }, 'state');
  }
  const reason = input.reason?.trim() || null;
  if (news.includes(input.state) && reason === null) return refused('reason_needed', {}, 'reason');
  const moved = input.state === 'postponed' && input.start ? moveTo(before, input.start) : before;
  const settled = settleFields(moved);
  if (!settled.ok) return settled;
  const back = news.includes(before.state) && !news.includes(input.state);
  const heard = before.revision > 0 && (news.includes(input.state) || back);
  const first = before.revision === 0 && input.state === 'confirmed';
  const after: Event = {
    ...settled.value,
    ...derived(settled.value),
    state: input.state,
    stateReason: news.includes(input.state) ? reason : null,
    version: before.version + 1,
    revision: before.revision + (heard || first ? 1 : 0),
  };
  if (input.answers) {
    const answered = await answerFor(ports, stores, caller, { before, after, answers: input.answers });
    if (!answered.ok) return answered;
  }
  await stores.events.update(after);
  const changes: { field: string; old: unknown; new: unknown }[] = [
    { field: 'state', old: before.state, new: after.state },
  ];
  if (after.start !== before.start) changes.push({ field: 'start', old: before.start, new: after.start });
  if (after.end !== before.end) changes.push({ field: 'end', old: before.end, new: after.end });
  if (after.openEnd !== before.openEnd) changes.push({ field: 'openEnd', old: before.openEnd, new: after.openEnd });
  const moves = changes.slice(1).map((change) => change.field);
  if (after.seriesId !== null && moves.length > 0) await stores.series.addOwnFields(after.id, moves);
  await recordChange(ports, stores, caller, after, { act: 'state', changes, reason });
  return done(after);
}

/**
 * The event at another start. One of a day keeps the clock of its end, unless it would last longer than it did; one of several days
 * keeps its length.
 */
function moveTo(event: Event, start: string): Event {
  if (event.end === null) return { ...event, start };
  const clock = `${start.slice(0, 10)}${event.end.slice(10)}`;
  const lasted = atUtc(event.end) - atUtc(event.start);
  if (event.end.slice(0, 10) !== event.start.slice(0, 10) || atUtc(clock) - atUtc(start) > lasted)
    return { ...event, start, end: new Date(atUtc(start) + lasted).toISOString().slice(0, 16) };
  // A later start on the new day can pass the old end; then the end is not known any more.
  return clock > start ? { ...event, start, end: clock } : { ...event, start, end: null, openEnd: true };
}

/** Local times of one zone as milliseconds that can be counted with. */
function atUtc(local: string): number {
  return Date.parse(`${local}Z`);
}
