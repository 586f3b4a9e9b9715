import type { Delivery, DeliveryState } from '../../../src-main/contract/delivery-nouns.ts';

/** Groups of states as the overview shows them, the most pressing first. */
export const standings = ['unknown', 'trouble', 'toShare', 'running', 'done'] as const;
export type Standing = (typeof standings)[number];

const standingOf: Readonly<Record<DeliveryState, Standing>> = {
  unknown: 'unknown',
  refused: 'trouble',
  not_sent: 'trouble',
  to_share: 'toShare',
  ready: 'running',
  preparing: 'running',
  intended: 'running',
  retrying: 'running',
  sent: 'done',
  shared: 'done',
};

/** How many rows stand where. */
export function countStandings(counts: readonly { state: DeliveryState; count: number }[]): Record<Standing, number> {
  const sums: Record<Standing, number> = { unknown: 0, trouble: 0, toShare: 0, running: 0, done: 0 };
  for (const { state, count } of counts) sums[standingOf[state]] += count;
  return sums;
}

export function isDone(row: Pick<Delivery, 'state'>): boolean {
  return standingOf[row.state] === 'done';
}

/**
 * States after which surely nothing arrived; the core refuses all others, and old words once a newer version is approved.
 * @param newest approved version of the release, where the page knows it
 */
export function isRetryable(
  row: Pick<Delivery, 'state' | 'version' | 'reason'>,
  newest: number | null = null,
): boolean {
  if (isOld(row, newest)) return false;
  return row.state === 'refused' || row.state === 'not_sent' || row.state === 'retrying';
}

/** Whether a newer version was approved, so that this row's words do not go out any more. */
export function isOld(row: Pick<Delivery, 'version' | 'reason'>, newest: number | null): boolean {
  return row.reason === 'superseded' || (newest !== null && row.version < newest);
}
