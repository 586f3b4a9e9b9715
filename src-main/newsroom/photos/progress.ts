import type { Id } from '../../contract/basics.ts';
import type { Clock } from '../ports.ts';

const toldAt = new Map<Id, number>();
/** Milliseconds; a page that looks again more often than this shows nothing a person can see. */
const pause = 500;

/** Whether the pages should hear of this import's progress now; always at its end. */
export function mayTell(clock: Clock, importId: Id, last: boolean): boolean {
  if (last) {
    toldAt.delete(importId);
    return true;
  }
  const now = clock.now().epochMilliseconds;
  if (now - (toldAt.get(importId) ?? 0) < pause) return false;
  toldAt.set(importId, now);
  return true;
}
