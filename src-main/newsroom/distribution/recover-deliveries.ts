import { type ChannelKind, channelKinds } from '../../contract/delivery-nouns.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Newsroom } from '../newsroom.ts';
import { done } from '../outcome.ts';
import type { Sender } from './channel.ts';
import { stamp } from './deliver-channel.ts';
import type { Closing } from './delivery-store.ts';
import { queueDelivery } from './queue-delivery.ts';

/**
 * At start, before any job runs: a try whose intent is on disk and whose end is not was cut off. Where the other side can be asked,
 * it is; everything else becomes *perlu dicek* and is never sent again by itself. Then every channel with waiting rows is queued,
 * so that nothing is forgotten either.
 *
 * What was found out is written again and again while it is refused (a full disk): it speaks of these tries only, so it stays true
 * however late it is written. No job may run before, or rows would stay `intended` that nobody looks at until the next start.
 * @param senders channels that can be asked (`reconcile`); those left out cannot
 * @param again told of a refused write; resolves when it may be tried again, false when the core is ending
 * @returns null when the core ended before it could be written; the next start finds the same
 */
export async function recoverDeliveries(
  ports: Pick<Newsroom, 'read' | 'write' | 'clock' | 'ids'>,
  senders: Partial<Record<ChannelKind, Pick<Sender<unknown>, 'reconcile'>>>,
  again: (refusal: Refusal) => Promise<boolean>,
): Promise<{ unknown: number; settled: number } | null> {
  const open = await ports.read((stores) => stores.deliveries.openIntents());
  const closings: Closing[] = [];
  for (const { delivery, number, reference } of open) {
    const base = { deliveryId: delivery.id, number, nextTryAt: null, failures: 0, answer: '' } as const;
    const found = (await senders[delivery.channel]?.reconcile?.(delivery, reference)) ?? 'cannot_tell';
    closings.push(
      found === 'sent'
        ? { ...base, outcome: 'sent', state: 'sent', reason: 'accepted' }
        : found === 'not_sent'
          ? { ...base, outcome: 'released', state: 'ready', reason: 'interrupted' }
          : { ...base, outcome: 'unknown', state: 'unknown', reason: 'core_stopped' },
    );
  }
  const unknown = closings.filter((closing) => closing.outcome === 'unknown').length;
  const write = () =>
    ports.write(async (stores) => {
      const at = stamp(ports.clock.now());
      if (closings.length > 0) {
        await stores.deliveries.close(closings, at);
        await stores.audit.append({
          caller: 'system',
          act: 'distribution.recover',
          subject: { kind: 'ledger', id: 'deliveries' },
          details: {
            unknown: open
              .filter((one) =>
                closings.some((closing) => closing.deliveryId === one.deliveryId && closing.outcome === 'unknown'),
              )
              .map(({ delivery }) => delivery.recipientName),
            settled: closings.length - unknown,
          },
        });
        for (const releaseId of new Set(open.map(({ delivery }) => delivery.releaseId))) {
          stores.happen({ kind: 'delivery.changed', releaseId });
        }
      }
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
