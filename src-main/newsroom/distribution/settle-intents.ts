import { done, type Outcome } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import type { Sender } from './channel.ts';
import type { Closing, DeliveryStore } from './delivery-store.ts';

/** A try whose intent is on disk and whose end is not. */
export type OpenIntent = Awaited<ReturnType<DeliveryStore['openIntents']>>[number];

/**
 * What became of tries that nobody carries any more. Where the other side can be asked, it is; everything else becomes *perlu dicek*.
 * @param patience resolves when an answer is waited for no longer: a folder on a dead share never gives one
 * @returns one end for each try that was answered; the others are to be asked about another time
 */
export async function endsOf(
  open: readonly OpenIntent[],
  sender: Pick<Sender<unknown>, 'reconcile'> | undefined,
  patience: Promise<unknown>,
): Promise<Closing[]> {
  const silence = patience.then(() => 'no_answer' as const);
  const closings: Closing[] = [];
  for (const { delivery, number, reference } of open) {
    const base = { deliveryId: delivery.id, number, nextTryAt: null, failures: 0, answer: '' } as const;
    const found =
      sender?.reconcile === undefined
        ? 'cannot_tell'
        : await Promise.race([sender.reconcile(delivery, reference), silence]);
    if (found === 'no_answer') break;
    closings.push(
      found === 'sent'
        ? { ...base, outcome: 'sent', state: 'sent', reason: 'accepted' }
        : found === 'not_sent'
          ? { ...base, outcome: 'released', state: 'ready', reason: 'interrupted' }
          : { ...base, outcome: 'unknown', state: 'unknown', reason: 'core_stopped' },
    );
  }
  return closings;
}

/** Writes these ends down, with one line in the trail. */
export async function keepEnds(
  stores: Stores,
  open: readonly OpenIntent[],
  closings: readonly Closing[],
  at: string,
): Promise<Outcome<undefined>> {
  if (closings.length === 0) return done(undefined);
  const ended = open.filter((one) => closings.some((closing) => closing.deliveryId === one.deliveryId));
  const unknown = ended.filter((one) =>
    closings.some((closing) => closing.deliveryId === one.deliveryId && closing.outcome === 'unknown'),
  );
  await stores.deliveries.close(closings, at);
  await stores.audit.append({
    caller: 'system',
    act: 'distribution.recover',
    subject: { kind: 'ledger', id: 'deliveries' },
    details: {
      unknown: unknown.map(({ delivery }) => delivery.recipientName),
      settled: closings.length - unknown.length,
    },
  });
  for (const releaseId of new Set(ended.map(({ delivery }) => delivery.releaseId))) {
    stores.happen({ kind: 'delivery.changed', releaseId });
  }
  return done(undefined);
}
