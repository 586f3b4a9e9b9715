import { type ChannelKind, channelKinds } from '../../contract/delivery-nouns.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Newsroom } from '../newsroom.ts';
import { done } from '../outcome.ts';
import type { Sender } from './channel.ts';
import { stamp } from './deliver-channel.ts';
import { queueDelivery } from './queue-delivery.ts';
import { endsOf, keepEnds } from './settle-intents.ts';

/**
 * At start, before any job runs: a try whose intent is on disk and whose end is not was cut off. Where the other side can be asked,
 * it is; everything else becomes *perlu dicek* and is never sent again by itself. Then every channel with waiting rows is queued,
 * so that nothing is forgotten either.
 *
 * What was found out is written again and again while it is refused (a full disk): it speaks of these tries only, so it stays true
 * however late it is written. No job may run before: its first look would take these tries for its own.
 * A channel that does not answer (a site folder on a dead share) does not hold the start up: its rows stay `intended`, and are settled
 * by its own job when it answers.
 * @param senders channels that can be asked (`reconcile`); those left out cannot
 * @param again told of a refused write; resolves when it may be tried again, false when the core is ending
 * @param patience resolves when a channel is waited for no longer
 * @returns null when the core ended before it could be written; the next start finds the same
 */
export async function recoverDeliveries(
  ports: Pick<Newsroom, 'read' | 'write' | 'clock' | 'ids'>,
  senders: Partial<Record<ChannelKind, Pick<Sender<unknown>, 'reconcile'>>>,
  again: (refusal: Refusal) => Promise<boolean>,
  patience: () => Promise<unknown>,
): Promise<{ unknown: number; settled: number } | null> {
  const open = await ports.read((stores) => stores.deliveries.openIntents());
  const ends = await Promise.all(
    channelKinds.map((channel) => {
      const ofChannel = open.filter(({ delivery }) => delivery.channel === channel);
      return ofChannel.length === 0 ? [] : endsOf(ofChannel, senders[channel], patience());
    }),
  );
  const closings = ends.flat();
  const unknown = closings.filter((closing) => closing.outcome === 'unknown').length;
  const write = () =>
    ports.write(async (stores) => {
      await keepEnds(stores, open, closings, stamp(ports.clock.now()));
      for (const channel of channelKinds) {
        if ((await stores.deliveries.waiting(channel)) > 0) await queueDelivery(stores, channel, ports.ids.next());
      }
      return done(undefined);
    });
  for (;;) {
    const written = await write();
    if (written.ok) break;
    if (!(await again(written.refusal))) return null;
  }
  return { unknown, settled: closings.length - unknown };
}
