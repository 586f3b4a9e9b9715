import type { Temporal } from 'temporal-polyfill';
import { nextTry, SAFE_TRIES } from './back-off.ts';
import type { TryResult } from './channel.ts';
import type { Closing, DueDelivery } from './delivery-store.ts';

/**
 * What becomes of a row after a try. Only a failure after which surely nothing arrived is tried again by itself; what cannot be
 * known is never sent again without a person.
 * @param number of this try, from 1
 */
export function settleTry(delivery: DueDelivery, number: number, result: TryResult, now: Temporal.Instant): Closing {
  const base = { deliveryId: delivery.id, number, nextTryAt: null, failures: 0 } as const;
  const failures = delivery.failures + 1;
  switch (result.kind) {
    case 'sent':
      return {
        ...base,
        outcome: 'sent',
        state: 'sent',
        reason: 'accepted',
        answer: result.answer,
        ...(result.reference === undefined ? {} : { reference: result.reference }),
      };
    case 'refused':
      return { ...base, outcome: 'refused', state: 'refused', reason: result.reason, answer: result.answer };
    case 'unknown':
      return { ...base, outcome: 'unknown', state: 'unknown', reason: result.reason, answer: result.answer };
    case 'retry':
      return failures >= SAFE_TRIES
        ? { ...base, outcome: 'retry', state: 'not_sent', reason: result.reason, answer: result.answer }
        : {
            ...base,
            outcome: 'retry',
            state: 'retrying',
            reason: result.reason,
            answer: result.answer,
            failures,
            nextTryAt: nextTry(now, failures, `${delivery.id}.${number}`),
          };
    case 'channel_down':
      // the channel's trouble is not the row's: it waits with the others, and how long is decided once for all of them
      return {
        ...base,
        outcome: 'retry',
        state: 'ready',
        reason: result.reason,
        answer: result.answer,
        failures: delivery.failures,
      };
    case 'released':
      return {
        ...base,
        outcome: 'released',
        state: 'ready',
        reason: 'interrupted',
        answer: '',
        failures: delivery.failures,
      };
  }
}
