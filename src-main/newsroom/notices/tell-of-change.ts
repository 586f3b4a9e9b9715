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
import { before, isOff, toldChanges } from './told-changes.ts';

type Ports = Pick<Newsroom, 'ids' | 'clock'>;

/**
 * Tells the crew of what changed, in the transaction of the change. Who did it is not told; an event that is over changes for
 * the record only, and nobody hears of it.
 */
export async function tellOfChange(
  ports: Ports,
  stores: Stores,
  caller: Caller,
  event: Event,
  change: Pick<EventChange, 'id' | 'act' | 'changes' | 'reason'>,
): Promise<void> {
  if (change.act === 'duty') return;
  await stores.notices.setNewsAuthor(change.id, caller.userId);
  const was = before(event, [change]);
  const today = await todayAt(ports, stores);
  // material of last night is still being worked on
  const yesterday = plusDays(today, -1);
  if (event.day < yesterday && was.start.slice(0, 10) < yesterday) return;
  const crewBefore = crewIn(change, event);
  const told = change.act === 'added' ? [] : toldChanges(was, event);
  const people = new Set([...rolesBy(crewBefore).keys(), ...rolesBy(event.crew).keys()]);
  for (const userId of people) {
    if (userId === caller.userId) continue;
    const kind = kindFor(userId, crewBefore, event, told);
    if (kind === null) continue;
    const roles = rolesBy(kind === 'taken_off' ? crewBefore : event.crew).get(userId) ?? [];
    const data: NoticeData = {
      by: caller.name,
      roles,
      reason: change.reason,
      ...(kind === 'assigned' || kind === 'taken_off' ? {} : { changes: told }),
    };
    await notify(ports, stores, { userId, kind, eventId: event.id, data });
  }
  await remindAlsoOf(ports, stores, event);
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

function crewIn(change: Pick<EventChange, 'act' | 'changes'>, event: Event): readonly Assignment[] {
  if (change.act === 'added') return [];
  const line = change.changes.find(({ field }) => field === 'crew');
  return line ? ((line.old ?? []) as Assignment[]) : event.crew;
}

function rolesBy(crew: readonly Assignment[]): Map<Id, DutyRole[]> {
  const roles = new Map<Id, DutyRole[]>();
  for (const { userId, role } of crew) if (userId !== null) roles.set(userId, [...(roles.get(userId) ?? []), role]);
  return roles;
}
