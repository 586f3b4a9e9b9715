import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../src-main/newsroom/ports.ts';

export interface HandClock extends Clock {
  /** Moves the time forward. */
  move(by: Temporal.DurationLike): void;
  set(instant: string): void;
}

/** A clock that stands still until a test moves it. Starts on Thursday 20 November 2025, 08.00 WITA. */
export function handClock(start = '2025-11-20T00:00:00Z'): HandClock {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    move: (by) => {
      now = now.add(by);
    },
    set: (instant) => {
      now = Temporal.Instant.from(instant);
    },
  };
}
