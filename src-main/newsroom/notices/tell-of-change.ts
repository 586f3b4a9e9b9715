import type { Event, EventChange } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { Assignment, DutyRole } from '../../contract/event-parts.ts';
import type { NoticeKind, ToldChange } from '../../contract/notices.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Stores } from '../stores.ts';
import type { NoticeData } from './notice-store.ts';
import { plusDays, todayAt } from './office-day.ts';
import { remindAlsoOf } from './remind-of-event.ts';
import { before, isOff, type Planned, toldChanges } from './told-changes.ts';

type Ports = Pick<Newsroom, 'ids' | 'clock'>;

/** A line of history that was just written, and the event as it is after it. */
interface Changed {
  readonly event: Event;
  readonly change: Pick<EventChange, 'id' | 'act' | 'changes' | 'reason'>;
}

/**
 * Tells the crew of what changed, in the transaction of the change. Who did it is not told; an event that is over changes for
 * the record only, and nobody hears of it. Of a whole series each person hears once: of its first event, and of how many.
 */
export async function tellOfChanges(
  ports: Ports,
  stores: Stores,
  caller: Caller,
  changed: readonly Changed[],
): Promise<void> {
  const lines = changed.filter(({ change }) => change.act !== 'duty');
  if (lines.length === 0) return;
  await stores.notices.setNewsAuthor(
    lines.map(({ change }) => change.id),
    caller.userId,
  );
  // material of last night is still being worked on
  const yesterday = plusDays(await todayAt(ports, stores), -1);
  const told = new Map<string, { userId: Id; kind: NoticeKind; eventId: Id; start: string; data: NoticeData }>();
  for (const { event, change } of lines) {
    const was = before(event, [change]);
    if (event.day < yesterday && was.start.slice(0, 10) < yesterday) continue;
    for (const notice of noticesOf(event, change, was)) {
      if (notice.userId === caller.userId) continue;
      const key = `${notice.userId} ${notice.kind}`;
      const first = told.get(key);
      const count = (first?.data.count ?? 0) + 1;
      const earlier =
        first && first.start <= event.start ? first : { ...notice, eventId: event.id, start: event.start };
      told.set(key, { ...earlier, data: { ...earlier.data, by: caller.name, reason: change.reason, count } });
    }
  }
  for (const { userId, kind, eventId, data } of told.values())
    await notify(ports, stores, { userId, kind, eventId, data });
  await remindAlsoOf(
    ports,
    stores,
    lines.map(({ event }) => event),
  );
}

/** Who of the crew is told what of one change. */
function noticesOf(
  event: Event,
  change: Changed['change'],
  was: Planned,
): { userId: Id; kind: NoticeKind; data: NoticeData }[] {
  const crewBefore = crewIn(change, event);
  const told = change.act === 'added' ? [] : toldChanges(was, event);
  const people = new Set([...rolesBy(crewBefore).keys(), ...rolesBy(event.crew).keys()]);
  return [...people].flatMap((userId) => {
    const kind = kindFor(userId, crewBefore, event, told);
    if (kind === null) return [];
    const roles = rolesBy(kind === 'taken_off' ? crewBefore : event.crew).get(userId) ?? [];
    const changes = kind === 'assigned' || kind === 'taken_off' ? [] : told;
    return [{ userId, kind, data: { roles, changes } }];
  });
}

/** Keeps a notice and tells the person's pages. @returns whether it is new */
export async function notify(
  ports: Ports,
  stores: Stores,
  notice: {
    readonly userId: Id;
    readonly kind: NoticeKind;
    readonly eventId: Id | null;
    readonly data: NoticeData;
    readonly once?: string;
  },
): Promise<boolean> {
  const at = ports.clock.now().toString({ fractionalSecondDigits: 3 });
  const kept = await stores.notices.add({ ...notice, id: ports.ids.next(), once: notice.once ?? null, at });
  if (kept) stores.happen({ kind: 'notices.changed', userId: notice.userId });
  return kept;
}

function kindFor(
  userId: Id,
  crewBefore: readonly Assignment[],
  event: Event,
  told: readonly ToldChange[],
): NoticeKind | null {
  const had = rolesBy(crewBefore).get(userId);
  const has = rolesBy(event.crew).get(userId);
  if (!has) return had ? 'taken_off' : null;
  const state = told.find((one) => one.what === 'state');
  if (state && isOff(state.new)) return state.new === 'cancelled' ? 'cancelled' : 'postponed';
  if (!had || has.some((role) => !had.includes(role))) return 'assigned';
  // whoever has finished has nothing left to plan
  if (event.crew.every((duty) => duty.userId !== userId || duty.state === 'done')) return null;
  if (state) return 'back_on';
  return told.length > 0 ? 'changed' : null;
}

function crewIn(change: Changed['change'], event: Event): readonly Assignment[] {
  if (change.act === 'added') return [];
  const line = change.changes.find(({ field }) => field === 'crew');
  return line ? ((line.old ?? []) as Assignment[]) : event.crew;
}

function rolesBy(crew: readonly Assignment[]): Map<Id, DutyRole[]> {
  const roles = new Map<Id, DutyRole[]>();
  for (const { userId, role } of crew) if (userId !== null) roles.set(userId, [...(roles.get(userId) ?? []), role]);
  return roles;
}
