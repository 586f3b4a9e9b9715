import { Temporal } from 'temporal-polyfill';

/** Minutes to wait after the first, second, … safe failure (distribution notes 4.6; 421/450/451/452/454 are requeued this way). */
const WAITS = [1, 5, 15, 60] as const;

/** How many safe failures a row may have before a person is asked. */
export const SAFE_TRIES = WAITS.length + 1;

/**
 * When to try again. The wait is spread by a fifth to either side so that many rows that failed together do not knock together;
 * the spread comes from the row itself, so a restart gives the same moment.
 * @param failures safe failures so far, at least 1
 * @param seed anything that tells rows apart: delivery id and number of the try
 * @returns RFC 3339 instant
 */
export function nextTry(now: Temporal.Instant, failures: number, seed: string): string {
  const minutes = WAITS[Math.min(failures, WAITS.length) - 1] ?? WAITS[0];
  const seconds = Math.round(minutes * 60 * (0.8 + 0.4 * fraction(seed)));
  return now.add(Temporal.Duration.from({ seconds })).toString({ smallestUnit: 'millisecond' });
}

/** FNV-1a over the characters, as a number from 0 to below 1. */
function fraction(seed: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) {
    hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0) / 0x1_0000_0000;
}
