import { Temporal } from 'temporal-polyfill';
import type { Event, EventChange, EventFields, EventState } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { isOff } from '../notices/told-changes.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import { matters, seenEvent } from './change-event.ts';
import { derived, differences, settleFields } from './make-event.ts';
import { recordChange } from './record-change.ts';

type Ports = Pick<Newsroom, 'read' | 'write' | 'ids' | 'clock'>;

/** A slip of the hand is seen at once; later somebody may have shared the change outside of Kulkul. */
const UNHEARD_MINUTES = 5;

/** What a person has just done to an event, and may have done by a slip. */
const canGoBack: ReadonlySet<EventChange['act']> = new Set(['changed', 'attendance', 'state']);

/** Who was told of a change; it can be taken back unheard when there are none of either. */
export interface Told {
  /** Names of the crew whose notice of it is kept. */
  readonly people: string[];
  /** A calendar program has asked since. */
  readonly calendars: boolean;
}

/** Who was told of the change that made this version of an event. */
export async function toldOf(
  ports: Pick<Newsroom, 'read'>,
  caller: Caller,
  input: { id: Id; version: number },
): Promise<Outcome<Told>> {
  return ports.read(async (stores) => {
    const event = await stores.events.byId(input.id);
    if (event === null) return refused('not_found');
    const change = (await stores.events.changes(event.id)).findLast(({ version }) => version === input.version);
    return done(change ? await told(stores, caller, event, change) : { people: [], calendars: false });
  });
}

async function told(stores: ReadStores, caller: Caller, event: Event, { at }: EventChange): Promise<Told> {
  const names = new Map(event.crew.flatMap(({ userId, name }) => (userId === null ? [] : [[userId, name] as const])));
  const people: string[] = [];
  for (const [userId, name] of names)
    if (userId !== caller.userId && (await stores.notices.toldSince(userId, event.id, at))) people.push(name);
  const subscriptions = await stores.agendaOut.subscriptions(null);
  return { people, calendars: subscriptions.some(({ lastUsedAt }) => lastUsedAt !== null && lastUsedAt >= at) };
}

/**
 * Takes back the last change of an event. One's own, within minutes and before anybody was told of it, leaves no revision: the event
 * has the one it had, since no paper or message carries the other; both lines stay in its history, and its version goes on, by which
 * calendars know it. Any other is a change like every other: with a reason, a revision and notices. Clashes are not asked for again:
 * it stood like this a moment ago. How far an event is (confirmed, ongoing, done, on again) is taken back only as one's own, within
 * minutes: later it is a step of its own, by `setEventState`. Refuses `changed_meanwhile`, `reason_needed`, and `state_not_possible` for
 * a step that is not one's own any more and for what cannot be taken back (a new event, a duty).
 */
export async function takeBack(
  ports: Ports,
  caller: Caller,
  input: { id: Id; version: number; reason?: string | undefined },
): Promise<Outcome<Event>> {
  return ports.write(async (stores) => {
    const seen = await seenEvent(stores, input.id, input.version);
    if (!seen.ok) return seen;
    const now = seen.value;
    const history = (await stores.events.changes(now.id)).filter(({ act }) => act !== 'duty');
    const last = history.at(-1);
    if (!last || last.version !== now.version || !canGoBack.has(last.act))
      return refused('state_not_possible', { from: now.state, to: now.state });
    const age = ports.clock.now().since(Temporal.Instant.from(last.at)).total('minutes');
    const isOwn = last.userName === caller.name && age <= UNHEARD_MINUTES;
    const isStep = last.act === 'state';
    const fields = Object.fromEntries(last.changes.map(({ field, old }) => [field, old])) as Partial<EventFields>;
    const settled = settleFields({ ...now, ...fields, ...(isStep ? reasonBefore(history) : {}) } as Event);
    if (!settled.ok) return settled;
    const { state: back } = settled.value;
    // later it would be any state from any other
    if (isStep && !isOff(now.state) && !isOwn) return refused('state_not_possible', { from: now.state, to: back });
    const state = { field: 'state', old: now.state, new: back };
    const changed = differences(now, settled.value);
    const changes = isStep ? [state, ...changed] : changed;
    if (changes.length === 0) return done(now);
    const { people, calendars } = await told(stores, caller, now, last);
    const unheard = people.length === 0 && !calendars && isOwn && !fields.crew;
    const isNews = isStep && isOff(now.state) !== isOff(back);
    const heard = now.revision > 0 && (isNews || changed.some(({ field }) => matters(field, now, settled.value)));
    const reason = input.reason?.trim() || null;
    if (heard && !unheard && reason === null) return refused('reason_needed', {}, 'reason');
    const before = history.at(-2)?.revision ?? now.revision;
    const after: Event = {
      ...settled.value,
      ...derived(settled.value),
      version: now.version + 1,
      revision: unheard ? before : now.revision + (heard ? 1 : 0),
    };
    await stores.events.update(after);
    if (after.seriesId !== null) {
      const series = await stores.series.byId(after.seriesId);
      // it stands where its series has it again, and follows it from now on
      if (series && after.start === `${after.seriesDay}T${series.start.slice(11)}`)
        await stores.series.removeOwnFields(
          after.id,
          changed.map(({ field }) => field).filter((field) => ['start', 'end', 'openEnd', 'zone'].includes(field)),
        );
    }
    await recordChange(ports, stores, caller, after, { act: last.act, changes, reason });
    return done(after);
  });
}

/** Why it was off before it was called off, where it was: put off first, then cancelled. */
function reasonBefore(history: readonly EventChange[]): Pick<Event, 'stateReason'> {
  const line = history.slice(0, -1).findLast(({ changes }) => changes.some(({ field }) => field === 'state'));
  const state = line?.changes.find(({ field }) => field === 'state')?.new as EventState | undefined;
  return { stateReason: line && state && isOff(state) ? line.reason : null };
}
