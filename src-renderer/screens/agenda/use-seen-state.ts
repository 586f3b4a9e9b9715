import type { Event, EventState } from '../../../src-main/contract/agenda-nouns.ts';
import { stateByClock } from '../../../src-main/text/state-by-clock.ts';
import { useNow } from '../../components/when.tsx';

/** The state an event is shown in at this half minute: a confirmed one goes on and is over by the clock. */
export function useSeenState(event: Pick<Event, 'state' | 'start' | 'end' | 'startsAt'>): EventState {
  return stateByClock(event, useNow());
}
