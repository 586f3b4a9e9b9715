import { Temporal } from 'temporal-polyfill';
import type { Event, NewEvent } from '../../../contract/agenda-nouns.ts';
import type { Id } from '../../../contract/basics.ts';
import type { Repeat } from '../../../contract/event-parts.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import { unknownOfficial } from '../add-event.ts';
import { clashesOf } from '../clashes/check-clashes.ts';
import { settleCrew } from '../crew.ts';
import { tieLetter } from '../invitations/tie-letter.ts';
import { derived, makeEvent } from '../make-event.ts';
import { enterNewLeaders, type NewLeader, nameNewLeaders } from '../new-leaders.ts';
import { recordSeries } from '../record-change.ts';
import { keepAnswers, sureOnes } from './answers.ts';
import { daysOf, ruleOf } from './rule.ts';
import type { Series } from './series-store.ts';

type Ports = Pick<Newsroom, 'read' | 'write' | 'ids' | 'clock'>;

export interface NewSeries {
  readonly event: NewEvent;
  readonly repeat: Repeat;
  /** Why what clashes stays, for all dates. */
  readonly clashReason?: string | undefined;
  /** The waiting letter it comes from; tied to the first event. */
  readonly invitationId?: Id | undefined;
  readonly newLeaders?: readonly NewLeader[];
}

/** What adding or changing a series did. */
export interface SeriesDone {
  readonly seriesId: Id;
  /** The first event it made or changed. */
  readonly event: Event;
  readonly count: number;
}

/**
 * Adds an event on every day of a rule; each is an event of its own from then on. Looks for clashes before the transaction, which is
 * then short. Refuses: `invalid` when the rule gives less than two days, `clashes` ({ count }) without a reason for them.
 */
export async function addSeries(ports: Ports, caller: Caller, given: NewSeries): Promise<Outcome<SeriesDone>> {
  const { leaders, attendance } = nameNewLeaders(ports, given.newLeaders ?? [], given.event.attendance);
  const input = { ...given, event: { ...given.event, attendance } };
  const planned = await planSeries(ports, input);
  if (!planned.ok) return planned;
  const { series, events, found } = planned.value;
  const clashes = sureOnes(found);
  const [first] = events;
  if (!first) return refused('invalid', {}, 'repeat');
  if (clashes.length > 0 && !input.clashReason) return refused('clashes', { count: clashes.length }, 'clashReason');
  return ports.write(async (stores) => {
    await enterNewLeaders(stores, caller, leaders);
    const unknown = await unknownOfficial(stores, first);
    if (unknown !== null) return refused('not_found', {}, unknown);
    await stores.series.insert(series);
    await stores.series.saveAll(events);
    await recordSeries(ports, stores, caller, {
      act: 'added',
      reason: null,
      changed: events.map((event) => ({ before: null, event, changes: [] })),
    });
    await keepAnswers(ports, stores, caller, first, clashes, input.clashReason);
    const tied = input.invitationId ? await tieLetter(stores, caller, input.invitationId, first.id) : done(null);
    return tied.ok ? done({ seriesId: series.id, event: first, count: events.length }) : tied;
  });
}

/** The clashes of a series that is being typed, by date. Changes nothing. */
export async function checkSeries(
  ports: Ports,
  input: Omit<NewSeries, 'clashReason' | 'newLeaders'>,
): Promise<Outcome<SeriesCheck>> {
  const planned = await planSeries(ports, input);
  if (!planned.ok) return planned;
  const { events, found } = planned.value;
  return done({ days: events.map((event) => event.day), clashes: found.filter((clash) => clash.answered === null) });
}

export interface SeriesCheck {
  readonly days: string[];
  readonly clashes: Awaited<ReturnType<typeof clashesOf>>;
}

async function planSeries(
  ports: Ports,
  { event, repeat }: Omit<NewSeries, 'clashReason'>,
): Promise<Outcome<{ series: Series; events: Event[]; found: SeriesCheck['clashes'] }>> {
  const from = { start: event.start, zone: event.zone };
  const series: Series = { id: ports.ids.next(), rule: ruleOf(repeat, from), ...from, leftOut: [], splitFrom: null };
  const days = daysOf(series.rule, from);
  if (days.length < 2) return refused('invalid', {}, 'repeat.until');
  return ports.read(async (stores) => {
    const crew = await settleCrew(ports, stores, [], event.crew);
    if (!crew.ok) return crew;
    const made = makeEvent(ports.ids.next(), event, crew.value);
    if (!made.ok) return made;
    const first: Event = { ...made.value, seriesId: series.id, seriesDay: days[0] ?? null };
    const events = [first, ...days.slice(1).map((day) => copyOn(ports, first, day))];
    return done({ series, events, found: await clashesOf(stores, events) });
  });
}

/** The same event on another day of its series, as a new one. */
export function copyOn(ports: Pick<Newsroom, 'ids'>, event: Event, day: string): Event {
  const moved = { ...event, ...onDay(event, day) };
  return {
    ...moved,
    ...derived(moved),
    id: ports.ids.next(),
    seriesDay: day,
    externalUid: null,
    version: 1,
    crew: event.crew.map((duty) => ({ ...duty, id: ports.ids.next(), state: 'assigned' })),
  };
}

/** Start and end of an event on another day; its clocks stay, and an end after midnight stays after midnight. */
export function onDay(event: Pick<Event, 'start' | 'end'>, day: string): Pick<Event, 'start' | 'end'> {
  const start = `${day}T${event.start.slice(11)}`;
  if (event.end === null) return { start, end: null };
  const nights = Temporal.PlainDate.from(event.start.slice(0, 10)).until(event.end.slice(0, 10)).days;
  const endDay = Temporal.PlainDate.from(day).add({ days: nights });
  return { start, end: `${endDay}T${event.end.slice(11)}` };
}
