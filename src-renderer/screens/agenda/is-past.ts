import type { Event } from '../../../src-main/contract/agenda-nouns.ts';
import { stateByClock } from '../../../src-main/text/state-by-clock.ts';
import { dayOf } from '../../../src-main/words/when.ts';

/** Over, and on a day before today: nothing of it can be moved, put off or called off any more. Until midnight it may have run late. */
export function isPast(
  event: Pick<Event, 'state' | 'start' | 'end' | 'startsAt' | 'day' | 'zone'>,
  now: string,
): boolean {
  return stateByClock(event, now) === 'done' && (event.end ?? event.start).slice(0, 10) < dayOf(now, event.zone);
}
