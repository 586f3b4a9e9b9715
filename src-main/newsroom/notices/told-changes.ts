import type { Attendance, Event, EventChange, EventState } from '../../contract/agenda-nouns.ts';
import type { ToldChange, ToldEvent } from '../../contract/notices.ts';
import { closedByWords } from '../../text/said-inside.ts';

/** What people plan with: everything a change of which is news (domain.md 1.4). */
export type Planned = Pick<
  Event,
  'start' | 'end' | 'openEnd' | 'zone' | 'venue' | 'dressCode' | 'attendance' | 'state' | 'stateReason'
>;

const fields: ReadonlySet<string> = new Set<keyof Planned>([
  'start',
  'end',
  'openEnd',
  'zone',
  'venue',
  'dressCode',
  'attendance',
  'state',
]);

/** The event as it was before these lines of its history. @param changes newest first */
export function before(event: Planned, changes: readonly Pick<EventChange, 'changes'>[]): Planned {
  const was: Record<string, unknown> = { ...event };
  for (const { changes: lines } of changes) for (const { field, old } of lines) if (fields.has(field)) was[field] = old;
  return was as unknown as Planned;
}

/** What is no longer as it was. That a leader comes, as everyone thought, is no news, and neither is a state that changes no plan. */
export function toldChanges(was: Planned, now: Planned): ToldChange[] {
  const told: ToldChange[] = [];
  if (isOff(was.state) !== isOff(now.state) || (isOff(now.state) && was.state !== now.state))
    told.push({ what: 'state', old: was.state, new: now.state });
  const old = timeOf(was);
  const time = timeOf(now);
  if (JSON.stringify(old) !== JSON.stringify(time)) told.push({ what: 'time', old, new: time });
  if (was.venue !== now.venue) told.push({ what: 'venue', old: was.venue, new: now.venue });
  if (was.dressCode !== now.dressCode) told.push({ what: 'dress', old: was.dressCode, new: now.dressCode });
  if (presence(was.attendance) !== presence(now.attendance))
    told.push({ what: 'leaders', old: was.attendance, new: now.attendance });
  return told;
}

export function isOff(state: EventState): boolean {
  return state === 'postponed' || state === 'cancelled';
}

function timeOf({ start, end, openEnd, zone }: Planned) {
  return { start, end, openEnd, zone };
}

function presence(attendance: readonly Attendance[]): string {
  return attendance
    .map(({ officialId, answer, delegateId, delegateName }) =>
      answer === 'delegated'
        ? `${officialId} ${delegateId ?? delegateName}`
        : `${officialId} ${answer === 'absent' ? 'absent' : 'present'}`,
    )
    .sort()
    .join();
}

/**
 * What of an event stands beside news of it; closed, by its field or by its words, it is told by nothing that others may read over a shoulder.
 * @param shown as the one who is told may read it
 */
export function toldEvent(event: Event, shown: Event = event): ToldEvent {
  const { id, title, day, venue, state } = shown;
  const closed = event.pressAccess === 'closed' || closedByWords(event) !== null;
  return { ...timeOf(shown), id, title, day, venue, state, closed };
}
