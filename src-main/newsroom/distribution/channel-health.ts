import type { ChannelRecord } from './delivery-store.ts';

/** Failures in a row that pause a channel. */
export const IN_A_ROW = 5;
/** Of at least so many tries, so large a share of failures pauses a channel. */
export const OF_AT_LEAST = 10;
export const SHARE = 0.2;

/**
 * Counts one ended try and pauses the channel when something is wrong with more than one row: five failures in a row, or a fifth
 * of at least ten. A paused channel waits for a person; other channels go on.
 * @param words the other side's last words, shown beside the pause
 */
export function countTry(record: ChannelRecord, failed: boolean, words: string, at: string): ChannelRecord {
  const next = {
    ...record,
    consecutive: failed ? record.consecutive + 1 : 0,
    tried: record.tried + 1,
    failed: record.failed + (failed ? 1 : 0),
  };
  if (next.pausedAt !== null || !failed) {
    return next;
  }
  if (next.consecutive >= IN_A_ROW) {
    return { ...next, pausedAt: at, pausedBecause: 'consecutive', pausedWords: words };
  }
  if (next.tried >= OF_AT_LEAST && next.failed >= next.tried * SHARE) {
    return { ...next, pausedAt: at, pausedBecause: 'share', pausedWords: words };
  }
  return next;
}

/** Goes on: what happened before the pause no longer counts. */
export function resumed(record: ChannelRecord): ChannelRecord {
  return {
    ...record,
    pausedAt: null,
    pausedBecause: null,
    pausedWords: '',
    consecutive: 0,
    tried: 0,
    failed: 0,
  };
}

/** Nothing waits any more: the share of failures is counted anew with the next press of Kirim, failures in a row are not forgotten. */
export function idle(record: ChannelRecord): ChannelRecord {
  return { ...record, tried: 0, failed: 0 };
}
