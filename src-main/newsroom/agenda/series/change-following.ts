import { Temporal } from 'temporal-polyfill';
import type { Event, EventFields } from '../../../contract/agenda-nouns.ts';
import type { Id } from '../../../contract/basics.ts';
import type { Clash } from '../../../contract/clashes.ts';
import type { Repeat } from '../../../contract/event-parts.ts';
import type { Caller } from '../../caller.ts';
import type { Newsroom } from '../../newsroom.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { ReadStores } from '../../ports.ts';
import { unknownOfficial } from '../add-event.ts';
import { matters, seenEvent } from '../change-event.ts';
import { clashesOf } from '../clashes/check-clashes.ts';
import { dutiesOf, settleCrew } from '../crew.ts';
import { derived, differences, settleFields } from '../make-event.ts';
import { enterNewLeaders, type NewLeader, nameNewLeaders } from '../new-leaders.ts';
import { recordSeries, type SeriesChange } from '../record-change.ts';
import { copyOn, onDay, type SeriesDone } from './add-series.ts';
import { keepAnswers, type SureClashes, sureOnes } from './answers.ts';
import { daysOf, movedBy, repeatOf, ruleOf } from './rule.ts';
import type { Occurrence, Series } from './series-store.ts';

type Ports = Pick<Newsroom, 'read' | 'write' | 'ids' | 'clock'>;

export type FollowingChange = Partial<EventFields> & {
  readonly id: Id;
  readonly version: number;
  readonly reason?: string | undefined;
  readonly clashReason?: string | undefined;
  /** Another rule from here on; without it the rule stays, moved along when the day changes. */
  readonly repeat?: Repeat | undefined;
};

const when: ReadonlySet<string> = new Set(['start', 'end', 'openEnd', 'zone']);

/**
 * Changes an event of a series and all that follow. What was changed on one occurrence alone stays as it is there, and so do those that
 * are over or cancelled. The series is split at this event; events before it are not touched. A day beyond the new rule is cancelled,
 * a day the new rule adds becomes an event.
 * Refuses: `not_found` for an event without a series, `changed_meanwhile`, `reason_needed`, `clashes`.
 */
export async function changeFollowing(
  ports: Ports,
  caller: Caller,
  { newLeaders = [], ...given }: FollowingChange & { readonly newLeaders?: readonly NewLeader[] },
): Promise<Outcome<SeriesDone>> {
  const { leaders, attendance } = nameNewLeaders(ports, newLeaders, given.attendance);
  const input = { ...given, ...(attendance ? { attendance } : {}) };
  const planned = await ports.read((stores) => plan(ports, stores, input));
  if (!planned.ok) return planned;
  const { changed, added, former, series, clashes, seen, first, reason, revised } = planned.value;
  if (revised && reason === null) return refused('reason_needed', {}, 'reason');
  if (clashes.length > 0 && !input.clashReason) return refused('clashes', { count: clashes.length }, 'clashReason');
  if (changed.length === 0 && added.length === 0) return done({ seriesId: series.id, event: first, count: 0 });
  return ports.write(async (stores) => {
    // what was looked at outside of the transaction must still stand
    const now = await stores.events.byIds([...seen.keys()]);
    const other = now.find((event) => event.version !== seen.get(event.id));
    if (other || now.length !== seen.size) return refused('changed_meanwhile', { title: first.title });
    await enterNewLeaders(stores, caller, leaders);
    const unknown = await unknownOfficial(stores, first);
    if (unknown !== null) return refused('not_found', {}, unknown);
    if (former.id === series.id) await stores.series.update(series);
    else {
      await stores.series.update(former);
      await stores.series.insert(series);
    }
    await stores.series.saveAll([...changed.map(({ event }) => event), ...added]);
    await recordSeries(ports, stores, caller, { act: 'changed', reason, changed });
    await recordSeries(ports, stores, caller, {
      act: 'added',
      reason: null,
      changed: added.map((event) => ({ before: null, event, changes: [] })),
    });
    await keepAnswers(ports, stores, caller, first, clashes, input.clashReason);
    return done({ seriesId: series.id, event: first, count: changed.length + added.length });
  });
}

/** What such a change would do, before it is done. Changes nothing. */
export async function checkFollowing(
  ports: Ports,
  input: Omit<FollowingChange, 'reason' | 'clashReason'>,
): Promise<Outcome<{ count: number; clashes: Clash[] }>> {
  const planned = await ports.read((stores) => plan(ports, stores, input));
  if (!planned.ok) return planned;
  const { changed, added, clashes, toLookAt } = planned.value;
  return done({
    count: changed.filter(({ changes }) => changes.length > 0).length + added.length,
    clashes: [...clashes, ...toLookAt],
  });
}

interface Plan {
  readonly changed: SeriesChange[];
  readonly added: Event[];
  /** The series as it ends before this event; the same as `series` when the whole of it is changed. */
  readonly former: Series;
  readonly series: Series;
  readonly clashes: SureClashes;
  /** New ones that keep nothing from being saved. */
  readonly toLookAt: readonly Clash[];
  /** Versions that were looked at. */
  readonly seen: ReadonlyMap<Id, number>;
  readonly first: Event;
  readonly reason: string | null;
  /** People who planned with them must hear of it. */
  readonly revised: boolean;
}

async function plan(ports: Ports, stores: ReadStores, input: FollowingChange): Promise<Outcome<Plan>> {
  const { id, version, reason: said, clashReason: _, repeat: wantedRepeat, crew, ...fields } = input;
  const found = await seenEvent(stores, id, version);
  if (!found.ok) return found;
  const event = found.value;
  const old = event.seriesId === null ? null : await stores.series.byId(event.seriesId);
  const fromDay = event.seriesDay;
  if (old === null || fromDay === null) return refused('not_found');
  const named = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const duties = await settleCrew(ports, stores, event.crew, crew ?? event.crew);
  if (!duties.ok) return duties;
  const wanted = settleFields({ ...event, ...named, crew: duties.value } as Event);
  if (!wanted.ok) return wanted;
  const differing = new Set(differences(event, wanted.value).map(({ field }) => field));
  const following = (await stores.series.occurrences(old.id)).filter(
    ({ event: one }) => (one.seriesDay ?? '') >= fromDay,
  );

  const days = newDays(old, event, wanted.value, differing, fromDay, wantedRepeat);
  const last = { old: days.old.length, now: days.now.length };
  const changed: SeriesChange[] = [];
  const after: Event[] = [];
  for (const occurrence of following) {
    const at = days.old.indexOf(occurrence.event.seriesDay ?? '');
    const day = days.now[at];
    const next = oneAfter(ports, occurrence, wanted.value, differing, { day, seriesId: days.series.id });
    const changes = differences(occurrence.event, next);
    if (next.state !== occurrence.event.state) {
      changes.push({ field: 'state' as keyof EventFields, old: occurrence.event.state, new: next.state });
    }
    const touched = changes.length > 0;
    const linked = next.seriesId !== occurrence.event.seriesId || next.seriesDay !== occurrence.event.seriesDay;
    if (!touched && !linked) continue;
    const heard =
      occurrence.event.revision > 0 &&
      (next.state !== occurrence.event.state || changes.some(({ field }) => matters(field, occurrence.event, next)));
    const kept: Event = touched
      ? { ...next, version: next.version + 1, revision: next.revision + (heard ? 1 : 0) }
      : next;
    changed.push({ before: occurrence.event, event: kept, changes });
    after.push(kept);
  }
  const reason = said?.trim() || null;
  const revised = changed.some(({ before, event: now }) => before !== null && now.revision > before.revision);
  const first = after.find((one) => one.id === event.id) ?? event;
  const added = days.now
    .slice(last.old, last.now)
    .filter((day) => !days.series.leftOut.includes(day))
    .map((day) => copyOn(ports, { ...first, state: event.state, revision: event.state === 'confirmed' ? 1 : 0 }, day));
  const before = await clashesOf(
    stores,
    following.map((one) => one.event),
  );
  const had = new Set(before.filter((clash) => clash.weight === 'sure').map((clash) => clash.key));
  const clashing = await clashesOf(stores, [...after, ...added]);
  const clashes = sureOnes(clashing, had);
  const known = new Set(before.map((clash) => clash.key));
  const news = clashing.filter((clash) => clash.weight === 'look' && clash.answered === null && !known.has(clash.key));
  const seen = new Map(following.map(({ event: one }) => [one.id, one.version]));
  return done({
    changed,
    added,
    former: days.former,
    series: days.series,
    clashes,
    toLookAt: news,
    seen,
    first,
    reason,
    revised,
  });

  function newDays(
    series: Series,
    was: Event,
    now: Event,
    differs: ReadonlySet<string>,
    day: string,
    repeat: Repeat | undefined,
  ) {
    const all = daysOf(series.rule, series);
    const rest = all.filter((one) => one >= day);
    const shift = differs.has('start') ? Temporal.PlainDate.from(was.day).until(now.start.slice(0, 10)).days : 0;
    const moved = differs.has('start') || differs.has('zone');
    const start = moved ? now.start : `${day}T${series.start.slice(11)}`;
    const from = { start, zone: moved ? now.zone : series.zone };
    const before = repeatOf(series.rule, series);
    const counted = before.count === null ? before : { ...before, count: rest.length };
    const rule = ruleOf(repeat ?? movedBy(counted, shift), from);
    const same = repeat === undefined && shift === 0;
    const days = same ? rest : daysOf(rule, from);
    const leftOut = series.leftOut.flatMap((one) => days[rest.indexOf(one)] ?? []);
    const whole = rest.length === all.length;
    const id = whole ? series.id : ports.ids.next();
    const next: Series = { id, rule, ...from, leftOut, splitFrom: whole ? series.splitFrom : series.id };
    const until = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
    const former: Series = whole
      ? next
      : {
          ...series,
          rule: ruleOf({ ...before, count: null, until }, series),
          leftOut: series.leftOut.filter((one) => one < day),
        };
    return { old: rest, now: days, series: next, former };
  }
}

/** One occurrence as it is after the change. Without a day of the new rule it is cancelled, and no part of the series any more. */
function oneAfter(
  ports: Pick<Newsroom, 'ids' | 'clock'>,
  { event, ownFields }: Occurrence,
  wanted: Event,
  differing: ReadonlySet<string>,
  to: { day: string | undefined; seriesId: Id },
): Event {
  const over = event.state === 'done' || event.state === 'cancelled';
  if (to.day === undefined) {
    return { ...event, seriesId: null, seriesDay: null, state: event.state === 'done' ? 'done' : 'cancelled' };
  }
  const linked = { ...event, seriesId: to.seriesId, seriesDay: to.day };
  if (over) return linked;
  const own = new Set(ownFields);
  const given = Object.fromEntries(
    [...differing]
      .filter((field) => !when.has(field) && !own.has(field) && field !== 'crew')
      .map((field) => [field, wanted[field as keyof Event]]),
  );
  const next: Event = { ...linked, ...given };
  if (differing.has('crew') && !own.has('crew')) next.crew = dutiesOf(ports, event.crew, wanted.crew);
  if ([...when].some((field) => own.has(field))) return next;
  if ([...differing].some((field) => when.has(field))) {
    Object.assign(next, onDay(wanted, to.day), { openEnd: wanted.openEnd, zone: wanted.zone });
  } else if (to.day !== event.seriesDay) Object.assign(next, onDay(event, to.day));
  return { ...next, ...derived(next) };
}

/** Cancels an event of a series and all that follow; the series ends before it. A reason is needed. */
export async function cancelFollowing(
  ports: Ports,
  caller: Caller,
  input: { id: Id; version: number; reason: string },
): Promise<Outcome<SeriesDone>> {
  const reason = input.reason.trim();
  if (reason === '') return refused('reason_needed', {}, 'reason');
  return ports.write(async (stores) => {
    const found = await seenEvent(stores, input.id, input.version);
    if (!found.ok) return found;
    const { seriesId, seriesDay } = found.value;
    const series = seriesId === null ? null : await stores.series.byId(seriesId);
    if (series === null || seriesDay === null) return refused('not_found');
    const following = (await stores.series.occurrences(series.id)).filter(
      (one) => (one.event.seriesDay ?? '') >= seriesDay,
    );
    const changed = following
      .map(({ event }) => event)
      .filter((event) => event.state !== 'done')
      .map((before): SeriesChange => {
        const off = { ...before, seriesId: null, seriesDay: null };
        if (before.state === 'cancelled') return { before, event: off, changes: [] };
        const revision = before.revision + (before.revision > 0 ? 1 : 0);
        return {
          before,
          event: { ...off, state: 'cancelled', stateReason: reason, version: before.version + 1, revision },
          changes: [{ field: 'state', old: before.state, new: 'cancelled' }],
        };
      });
    await stores.series.saveAll(changed.map(({ event }) => event));
    const until = Temporal.PlainDate.from(seriesDay).subtract({ days: 1 }).toString();
    const ended = ruleOf({ ...repeatOf(series.rule, series), count: null, until }, series);
    await stores.series.update({ ...series, rule: ended, leftOut: series.leftOut.filter((day) => day < seriesDay) });
    await recordSeries(ports, stores, caller, {
      act: 'state',
      reason,
      changed: changed.filter(({ changes }) => changes.length > 0),
    });
    const event = changed.find((one) => one.event.id === input.id)?.event ?? found.value;
    return done({ seriesId: series.id, event, count: changed.length });
  });
}
