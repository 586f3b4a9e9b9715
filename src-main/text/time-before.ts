import type { Event, EventChange } from '../contract/agenda-nouns.ts';

/** The time of an event, by its own clock. */
type EventTime = Pick<Event, 'start' | 'end' | 'openEnd' | 'zone'>;

type Line = Pick<EventChange, 'act' | 'changes' | 'revision'>;

const times: ReadonlySet<string> = new Set<keyof EventTime>(['start', 'end', 'openEnd', 'zone']);

/**
 * The time that people still have in mind: as it was before the event was put off, or before the last change of its time that made a
 * revision. Null where there was none, or where it is that time again.
 * @param history oldest first, as the core keeps it
 */
export function timeBefore(event: EventTime & Pick<Event, 'state'>, history: readonly Line[]): EventTime | null {
  const lines = history.filter(({ act }) => act !== 'duty');
  // a change that was taken back unheard gave its revision back: neither of the two was ever told
  const told: Line[] = [];
  for (const line of lines) {
    if (line.revision < (told.at(-1)?.revision ?? 0)) told.pop();
    else told.push(line);
  }
  const at = told.findLastIndex((line, index) =>
    event.state === 'postponed'
      ? line.changes.some(({ field, new: now }) => field === 'state' && now === 'postponed')
      : line.revision > (told[index - 1]?.revision ?? line.revision) &&
        line.changes.some(({ field }) => times.has(field)),
  );
  if (at < 0) return null;
  const was: Record<string, unknown> = { ...timeOf(event) };
  for (const { changes } of told.slice(at).reverse())
    for (const { field, old } of changes) if (times.has(field)) was[field] = old;
  const before = was as unknown as EventTime;
  return isSameTime(before, event) ? null : before;
}

/** Whether a postponed event has no new time yet: what it still says is the old one. */
export function isTimeToFollow(event: EventTime & Pick<Event, 'state'>, history: readonly Line[]): boolean {
  return event.state === 'postponed' && timeBefore(event, history) === null;
}

function isSameTime(one: EventTime, other: EventTime): boolean {
  return JSON.stringify(timeOf(one)) === JSON.stringify(timeOf(other));
}

function timeOf({ start, end, openEnd, zone }: EventTime): EventTime {
  return { start, end, openEnd, zone };
}
