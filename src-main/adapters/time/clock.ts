import { Temporal } from 'temporal-polyfill';
import { monotonicFactory } from 'ulid';
import type { Clock, Ids } from '../../newsroom/ports.ts';

/**
 * The computer's clock, to the millisecond. A last digit of 0 is moved on by one: Temporal prints no trailing zeros, and instants
 * are compared as text in the database, which is only right while all of them are equally long.
 */
export function systemClock(): Clock {
  return {
    now() {
      const now = Temporal.Now.instant().round('millisecond');
      return now.epochMilliseconds % 10 === 0 ? now.add({ milliseconds: 1 }) : now;
    },
  };
}

/** ULIDs by this clock; they grow also within one millisecond and when the clock jumps back. */
export function ulidIds(clock: Clock): Ids {
  const next = monotonicFactory();
  return {
    next: () => next(clock.now().epochMilliseconds),
    many(count) {
      const at = clock.now().epochMilliseconds;
      return Array.from({ length: count }, () => next(at));
    },
  };
}
