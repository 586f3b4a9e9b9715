import type { Id } from '../../contract/basics.ts';
import type { ChannelKind } from '../../contract/delivery-nouns.ts';
import type { Stores } from '../stores.ts';

/** Kind of the job that delivers a channel: `deliver-email`, `deliver-site`. One at a time, so a row is never taken twice. */
export function deliverJob(channel: ChannelKind): string {
  return `deliver-${channel}`;
}

/**
 * Queues the delivery of a channel in the transaction of the change that needs it. Each asking has its own key: a job that is just
 * ending must not swallow the news that there is more.
 */
export async function queueDelivery(stores: Pick<Stores, 'jobs'>, channel: ChannelKind, key: Id): Promise<void> {
  await stores.jobs.add({ kind: deliverJob(channel), key, data: null });
}
