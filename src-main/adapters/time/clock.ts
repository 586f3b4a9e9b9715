import { Temporal } from 'temporal-polyfill';
import { monotonicFactory } from 'ulid';
import type { Clock, Ids } from '../../newsroom/ports.ts';

/** The computer's clock. */
export function systemClock(): Clock {
  return { now: () => Temporal.Now.instant().round('millisecond') };
}

/** ULIDs by this clock; they grow also within one millisecond and when the clock jumps back. */
export function ulidIds(clock: Clock): Ids {
  const next = monotonicFactory();
  return { next: () => next(clock.now().epochMilliseconds) };
}
