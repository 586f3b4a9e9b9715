import type { EventGlance } from '../../../../src-main/contract/agenda-span.ts';
import { sameTimes, type Times } from './times.ts';

/** An event under way to another time, by pointer or by keys; nothing is changed before it lands. */
export interface Moving {
  readonly event: EventGlance;
  readonly times: Times;
  /** Columns of the matrix it was taken from and is over now; elsewhere both are undefined. */
  readonly fromColumn?: string | undefined;
  readonly toColumn?: string | undefined;
  readonly by: 'pointer' | 'keys';
}

export function isMoved(moving: Moving): boolean {
  return moving.toColumn !== moving.fromColumn || !sameTimes(moving.times, moving.event);
}
