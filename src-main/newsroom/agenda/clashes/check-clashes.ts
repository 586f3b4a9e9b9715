import { Temporal } from 'temporal-polyfill';
import type { AcceptedProposal } from '../../../contract/agenda-accept.ts';
import type { Event, EventState, NewEvent } from '../../../contract/agenda-nouns.ts';
import type { Id } from '../../../contract/basics.ts';
import { type Clash, type ClashAnswer, type DoubledEvent, doubleCodes } from '../../../contract/clashes.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { ReadStores } from '../../ports.ts';
import type { Stores } from '../../stores.ts';
import { makeEvent } from '../make-event.ts';
import { type ClashSetting, eachOnce, type FoundClash, findClashes } from './find-clashes.ts';

type Looking = Pick<ReadStores, 'events' | 'agendaSettings' | 'clashes'>;

/** Stands for an event that has no id yet. It has the form of one, since ids take part in the order of clashes. */
const NEW: Id = '00000000000000000000000000';

/** Clashes of these events with each other and with the agenda, with what was answered. Reads the days around them once. */
export async function clashesOf(stores: Looking, events: readonly Event[]): Promise<(Clash & { eventId: Id })[]> {
  const days = events.map((event) => event.day).sort();
  const ends = events.map((event) => event.end?.slice(0, 10) ?? event.day).sort();
  const [first, last] = [days[0], ends.at(-1)];
  if (first === undefined || last === undefined) return [];
  const from = Temporal.PlainDate.from(first).subtract({ days: 1 }).toString();
  const to = Temporal.PlainDate.from(last).add({ days: 1 }).toString();
  const asked = new Map(events.map((event) => [event.id, event]));
  const around = await stores.events.around(from, to);
  const others = around.filter((event) => !asked.has(event.id));
  const setting = await clashSetting(stores, from, to);
  return withAnswers(
    stores,
    findClashes([...others, ...events], setting, (event) => asked.has(event.id)),
  );
}

async function clashSetting(stores: Looking, from: string, to: string): Promise<ClashSetting> {
  const { travelMinutes, maxDuties, assumedMinutes } = await stores.agendaSettings.get();
  const holidays = await stores.agendaSettings.holidays(from, to);
  return { travelMinutes, maxDuties, assumedMinutes, holidays: new Map(holidays.map(({ day, name }) => [day, name])) };
}

async function withAnswers(stores: Looking, found: readonly FoundClash[]): Promise<(Clash & { eventId: Id })[]> {
  const answers = await stores.clashes.answers([...new Set(found.map((clash) => clash.key))]);
  return found.map((clash) => ({ ...clash, answered: answers.get(clash.key) ?? null }));
}

/**
 * What would clash if the event were kept like this, while it is being typed or dragged; nothing changes. A new one has no id.
 */
export async function checkClashes(
  ports: Pick<Newsroom, 'read'>,
  input: { id?: Id | undefined; event: NewEvent; state?: EventState | undefined },
): Promise<Outcome<Clash[]>> {
  return ports.read(async (stores) => {
    const before = input.id === undefined ? null : await stores.events.byId(input.id);
    if (input.id !== undefined && before === null) return refused('not_found');
    const crew = input.event.crew.map((one) => ({ ...one, id: NEW, state: 'assigned' as const, stateAt: '' }));
    const made = makeEvent(before?.id ?? NEW, input.event, crew);
    if (!made.ok) return made;
    // a draft does not say its state; the event's own counts, or the one it is about to take
    const event: Event = before ? { ...made.value, state: input.state ?? before.state } : made.value;
    return done(await clashesOf(stores, [event]));
  });
}

/**
 * What would clash if all of these proposals were accepted, with the agenda and with each other, by their keys. Leaders that the
 * register does not know yet cannot be in two places; a proposal that cannot be an event has no clashes.
 */
export async function checkProposals(
  ports: Pick<Newsroom, 'read'>,
  proposals: readonly AcceptedProposal[],
): Promise<{ key: string; clashes: Clash[] }[]> {
  const keys = new Map<Id, string>();
  const events = proposals.flatMap(({ key, attendance, ...fields }, index) => {
    const id = String(index).padStart(NEW.length, '0');
    const known = attendance.flatMap(({ called: _, officialId, ...one }) =>
      officialId ? [{ ...one, officialId }] : [],
    );
    const crew = fields.crew.map((one) => ({ ...one, id: NEW, state: 'assigned' as const, stateAt: '' }));
    const made = makeEvent(id, { ...fields, attendance: known }, crew);
    if (!made.ok) return [];
    keys.set(id, key);
    return [made.value];
  });
  const found = await ports.read((stores) => clashesOf(stores, events));
  const byEvent = Map.groupBy(found, (clash) => clash.eventId);
  return [...byEvent].map(([id, clashes]) => ({ key: keys.get(id) ?? '', clashes }));
}

/** The clashes of one event as it is kept. */
export async function eventClashes(ports: Pick<Newsroom, 'read'>, id: Id): Promise<Outcome<Clash[]>> {
  return ports.read(async (stores) => {
    const event = await stores.events.byId(id);
    return event === null ? refused('not_found') : done(await clashesOf(stores, [event]));
  });
}

/** Clashes between two days that nobody has answered for, each once, by day. */
export async function openClashes(
  ports: Pick<Newsroom, 'read'>,
  input: { from: string; to: string },
): Promise<Outcome<(Clash & { eventId: Id; eventTitle: string })[]>> {
  return ports.read(async (stores) => {
    const events = await stores.events.around(input.from, input.to);
    const titles = new Map(events.map((event) => [event.id, event.title]));
    const setting = await clashSetting(stores, input.from, input.to);
    const within = (event: Event) => event.day >= input.from && event.day <= input.to;
    const found = eachOnce(findClashes(events, setting, within));
    const open = (await withAnswers(stores, found)).filter((clash) => clash.answered === null);
    return done(open.map((clash) => ({ ...clash, eventTitle: titles.get(clash.eventId) ?? '' })));
  });
}

/** Events between two days that are in such a clash without an answer, on either side of it: all that a mark in a view needs. */
export async function doubledEvents(
  ports: Pick<Newsroom, 'read'>,
  { from, to }: { from: string; to: string },
): Promise<Outcome<DoubledEvent[]>> {
  return ports.read(async (stores) => {
    const events = await stores.events.around(from, to);
    const setting = await clashSetting(stores, from, to);
    const found = findClashes(events, setting, (event) => event.day >= from && event.day <= to);
    const open = await withAnswers(stores, eachOnce(found.filter(({ code }) => doubleCodes.has(code))));
    const weights = new Map<Id, DoubledEvent['weight']>();
    for (const { eventId, other, weight } of open.filter(({ answered }) => answered === null))
      for (const id of [eventId, other?.id ?? eventId]) if (weights.get(id) !== 'sure') weights.set(id, weight);
    return done([...weights].map(([id, weight]) => ({ id, weight })));
  });
}

/**
 * What a save by hand must answer for: clashes that cannot be as they stand, that the event did not have before, and that neither
 * the caller nor anybody earlier has given a reason for. Keeps the reasons that were given.
 * Refuses: `clashes` ({ count }).
 * @param before the event as it was, null for a new one
 */
export async function answerFor(
  ports: Pick<Newsroom, 'clock'>,
  stores: Stores,
  caller: Caller,
  { before, after, answers }: { before: Event | null; after: Event; answers: readonly ClashAnswer[] },
): Promise<Outcome<void>> {
  const now = await clashesOf(stores, [after]);
  const had = new Set(
    (before === null ? [] : await clashesOf(stores, [before]))
      // what was only to be looked at while one of them was tentative has not been answered for by that
      .filter((clash) => clash.weight === 'sure')
      .map((clash) => clash.key),
  );
  const said = new Map(answers.map((answer) => [answer.key, answer.reason]));
  // while it was typed a new event had no id of its own yet
  const reasonFor = (key: string) => said.get(key) ?? (before === null ? said.get(keyOfNew(key, after)) : undefined);
  const open = now.filter(
    (clash) => clash.weight === 'sure' && clash.answered === null && !had.has(clash.key) && !reasonFor(clash.key),
  );
  if (open.length > 0) return refused('clashes', { count: open.length }, 'answers');
  for (const clash of now) {
    const reason = reasonFor(clash.key);
    if (reason !== undefined) await keepAnswer(ports, stores, caller, after, clash, reason);
  }
  return done(undefined);
}

/** The key as it was before the event had its id: the two of a clash stand in order of their ids, and NEW is the smallest. */
function keyOfNew(key: string, event: Event): string {
  const parts = key.split('|').map((part) => part.replace(event.id, NEW));
  const from = parts.findIndex((part) => part.includes('@'));
  if (from < 0 || !parts[from + 1]?.includes('@')) return parts.join('|');
  const both = parts.slice(from, from + 2).sort();
  return [...parts.slice(0, from), ...both, ...parts.slice(from + 2)].join('|');
}

/** Answers for a clash of an event that is kept already. Refuses `not_found` when there is no such clash any more. */
export async function answerClash(
  ports: Pick<Newsroom, 'write' | 'clock'>,
  caller: Caller,
  input: { eventId: Id; key: string; reason: string },
): Promise<Outcome<Clash[]>> {
  return ports.write(async (stores) => {
    const event = await stores.events.byId(input.eventId);
    if (event === null) return refused('not_found');
    const clash = (await clashesOf(stores, [event])).find((one) => one.key === input.key);
    if (clash === undefined) return refused('not_found');
    await keepAnswer(ports, stores, caller, event, clash, input.reason);
    stores.happen({ kind: 'agenda.changed', eventIds: [event.id] });
    return done(await clashesOf(stores, [event]));
  });
}

async function keepAnswer(
  ports: Pick<Newsroom, 'clock'>,
  stores: Stores,
  caller: Caller,
  event: Event,
  clash: Clash,
  reason: string,
): Promise<void> {
  const at = ports.clock.now().toString({ fractionalSecondDigits: 3 });
  await stores.clashes.answer(clash.key, { reason, userName: caller.name, at });
  await stores.audit.append({
    caller,
    act: 'agenda.clash-answered',
    subject: { kind: 'event', id: event.id },
    details: { title: event.title, clash: clash.code, other: clash.other?.title ?? null, reason },
  });
}
