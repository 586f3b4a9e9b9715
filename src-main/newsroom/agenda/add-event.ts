import type { Event, NewEvent } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { ClashAnswer } from '../../contract/clashes.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import { answerFor } from './clashes/check-clashes.ts';
import { settleCrew } from './crew.ts';
import { tieLetter } from './invitations/tie-letter.ts';
import { makeEvent } from './make-event.ts';
import { enterNewLeaders, type NewLeader, nameNewLeaders } from './new-leaders.ts';
import { recordChange } from './record-change.ts';

type Ports = Pick<Newsroom, 'write' | 'ids' | 'clock'>;

/**
 * Adds an event that a person filled in, with the leaders it brings into the register and the waiting letter it comes from: all or
 * nothing. What clashes beyond doubt must be answered for.
 */
export async function addEvent(
  ports: Ports,
  caller: Caller,
  {
    answers = [],
    invitationId,
    newLeaders = [],
    ...input
  }: NewEvent & {
    answers?: readonly ClashAnswer[];
    invitationId?: Id | undefined;
    newLeaders?: readonly NewLeader[];
  },
): Promise<Outcome<Event>> {
  const { leaders, attendance } = nameNewLeaders(ports, newLeaders, input.attendance);
  return ports.write(async (stores) => {
    await enterNewLeaders(stores, caller, leaders);
    const added = await addEventIn(ports, stores, caller, { ...input, attendance });
    if (!added.ok) return added;
    const answered = await answerFor(ports, stores, caller, { before: null, after: added.value, answers });
    if (!answered.ok) return answered;
    const tied = invitationId ? await tieLetter(stores, caller, invitationId, added.value.id) : done(null);
    return tied.ok ? added : tied;
  });
}

/** The same inside a transaction that does more; clashes are seen in the agenda and keep nothing out of it. */
export async function addEventIn(
  ports: Pick<Newsroom, 'ids' | 'clock'>,
  stores: Stores,
  caller: Caller,
  input: NewEvent,
): Promise<Outcome<Event>> {
  const crew = await settleCrew(ports, stores, [], input.crew);
  if (!crew.ok) return crew;
  const made = makeEvent(ports.ids.next(), input, crew.value);
  if (!made.ok) return made;
  const unknown = await unknownOfficial(stores, made.value);
  if (unknown !== null) return refused('not_found', {}, unknown);
  await stores.events.insert(made.value);
  await recordChange(ports, stores, caller, made.value, { act: 'added', changes: [], reason: null });
  return done(made.value);
}

/** Path of the first leader, delegate, speaker or receiver that the register does not have, or null. */
export async function unknownOfficial(stores: Pick<Stores, 'officials'>, event: Event): Promise<string | null> {
  const ids = event.attendance.flatMap((answer) => [answer.officialId, answer.delegateId ?? answer.officialId]);
  const speaker = event.speech.officialId;
  const receiver = event.visit?.receiverId ?? null;
  for (const id of [speaker, receiver]) if (id !== null) ids.push(id);
  const known = new Set((await stores.officials.byIds([...new Set(ids)])).map((official) => official.id));
  if (speaker !== null && !known.has(speaker)) return 'speech.officialId';
  if (receiver !== null && !known.has(receiver)) return 'visit.receiverId';
  const index = event.attendance.findIndex(
    (answer) => !known.has(answer.officialId) || (answer.delegateId !== null && !known.has(answer.delegateId)),
  );
  return index < 0 ? null : `attendance.${index}`;
}
