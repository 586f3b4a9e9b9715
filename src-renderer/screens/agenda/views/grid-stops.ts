import type { Crowd } from './crowd.ts';
import type { Placed } from './placing.ts';

/** What the arrows stop at in a column of the time grid: an event, what stands for a crowd of them, or a free half hour. */
export type Stop =
  | { readonly kind: 'event'; readonly id: string; readonly minute: number }
  | { readonly kind: 'slot'; readonly minute: number };

/** Free half hours are walked between these, where nothing stands earlier or later. */
const FROM = 6 * 60;
const UNTIL = 21 * 60;
const HALF_HOUR = 30;

/** Every stop of a column from top to bottom. Half hours in which something goes on are left out. */
export function stopsOf(parts: readonly Placed[], crowds: readonly Crowd[] = []): Stop[] {
  const behind = new Set(crowds.flatMap((crowd) => crowd.events));
  const events: Stop[] = parts
    .filter((part) => !behind.has(part.event.id))
    .map((part) => ({ kind: 'event', id: part.event.id, minute: part.from }));
  for (const { id, from } of crowds) events.push({ kind: 'event', id, minute: from });
  const slots: Stop[] = [];
  for (let minute = FROM; minute < UNTIL; minute += HALF_HOUR)
    if (!parts.some((part) => part.from < minute + HALF_HOUR && part.to > minute)) slots.push({ kind: 'slot', minute });
  return [...events, ...slots].sort((a, b) => a.minute - b.minute);
}

/** The stop nearest to a time; an event rather than a free half hour. */
export function nearestStop(stops: readonly Stop[], minute: number): number {
  let best = 0;
  stops.forEach((stop, index) => {
    const now = stops[best];
    const far = Math.abs(stop.minute - minute);
    const farNow = now ? Math.abs(now.minute - minute) : Number.POSITIVE_INFINITY;
    if (far < farNow || (far === farNow && stop.kind === 'event' && now?.kind === 'slot')) best = index;
  });
  return best;
}
