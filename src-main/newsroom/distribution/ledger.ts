import type { Id } from '../../contract/basics.ts';
import { type ChannelHealth, channelKinds, type Delivery } from '../../contract/delivery-nouns.ts';
import type { ReadStores } from '../ports.ts';
import { healthOf } from './change-deliveries.ts';
import type { CountRow } from './delivery-store.ts';

/** Rows that need a person are shown up to so many; more is a channel's trouble, not a row's. */
const TROUBLE_SHOWN = 100;

export interface DistributedRelease {
  readonly releaseId: Id;
  readonly version: number;
  readonly title: string;
  readonly number: string | null;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly counts: Omit<CountRow, 'releaseId' | 'version'>[];
}

/** Releases that were sent, latest activity first, the rows that need a person, and how the channels are. */
export async function ledgerOverview(
  stores: ReadStores,
  input: { before?: string | undefined; limit: number },
): Promise<{ releases: DistributedRelease[]; trouble: Delivery[]; channels: ChannelHealth[] }> {
  const recent = await stores.deliveries.recent(input.before ?? null, input.limit);
  const counts = await stores.deliveries.counts(recent.map((one) => one.releaseId));
  const releases: DistributedRelease[] = [];
  for (const one of recent) {
    const frozen = await stores.releases.frozen(one.releaseId, one.version);
    releases.push({
      ...one,
      title: frozen?.manifest.title ?? '',
      number: frozen?.number ?? null,
      counts: counts
        .filter((count) => count.releaseId === one.releaseId && count.version === one.version)
        .map(({ channel, state, count }) => ({ channel, state, count })),
    });
  }
  const channels: ChannelHealth[] = [];
  for (const kind of channelKinds) channels.push(await healthOf(stores, kind));
  return { releases, trouble: await stores.deliveries.trouble(TROUBLE_SHOWN), channels };
}
