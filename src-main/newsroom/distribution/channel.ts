import type { ChannelKind, Delivery, DeliveryReason, Finding, SendTo } from '../../contract/delivery-nouns.ts';
import type { FrozenVersion } from '../../contract/release-nouns.ts';
import type { Outcome } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';

/** A recipient that a channel found in what the sender chose. `key` is what makes it one and the same: lower-case address, `site`, group id. */
export interface ChannelRecipient {
  readonly key: string;
  readonly name: string;
  readonly address: string;
  readonly outlet: string;
}

/** What Kirim must know of a channel: who gets it, what stands in the way, where its rows begin. */
export interface ChannelPlan {
  readonly kind: ChannelKind;
  /** `ready` rows are delivered by a job; `to_share` rows wait for a person. */
  readonly firstState: 'ready' | 'to_share';
  /** Recipients in the order they are sent to. Runs inside the transaction of Kirim: awaits nothing but stores. */
  recipients(stores: ReadStores, to: SendTo): Promise<ChannelRecipient[]>;
  /** What to know before pressing Kirim; only asked when the channel has recipients. */
  findings(stores: ReadStores, frozen: FrozenVersion, recipients: readonly ChannelRecipient[]): Promise<Finding[]>;
}

/** How one try ended. Only `retry` is ever tried again by itself. */
export type TryResult =
  | { readonly kind: 'sent'; readonly answer: string; readonly reference?: string }
  | { readonly kind: 'refused'; readonly reason: DeliveryReason; readonly answer: string }
  /** Nothing left the house, for a cause that lies with this recipient or message: this row is tried again later. */
  | { readonly kind: 'retry'; readonly reason: DeliveryReason; readonly answer: string }
  /**
   * Nothing left the house, for a cause that lies with the channel as a whole: every row waits. `fatal`: only a person can mend it,
   * and `because` is what they are told (without it: the account is refused).
   */
  | {
      readonly kind: 'channel_down';
      readonly reason: DeliveryReason;
      readonly answer: string;
      readonly fatal: boolean;
      readonly because?: 'exiftool_missing' | 'other_copy';
    }
  /** It may have arrived: never sent again by itself. */
  | { readonly kind: 'unknown'; readonly reason: DeliveryReason; readonly answer: string }
  /** Was not begun (stopping, channel down): waits as before, no try is counted. */
  | { readonly kind: 'released' };

/** One channel's way out. `prepare` may be repeated at will; `deliver` makes the one irreversible call, once, for one row. */
export interface Sender<Prepared> {
  /** Loads and makes everything that all rows of this release version share (files, mail body). */
  prepare(frozen: FrozenVersion): Promise<Outcome<Prepared>>;
  /** How many rows may be intended at the same time. A crash leaves at most so many *perlu dicek*. */
  window(prepared: Prepared): number;
  /** Deterministic; what the try can be found by afterwards. */
  reference(delivery: Delivery, attempt: number): string;
  /** The irreversible call. Never throws for what the other side or the net does. */
  deliver(prepared: Prepared, delivery: Delivery, reference: string): Promise<TryResult>;
  /** Asks the other side about a try whose end is not on disk; without it the row becomes *perlu dicek*. */
  reconcile?(delivery: Delivery, reference: string): Promise<'sent' | 'not_sent' | 'cannot_tell'>;
  /** After the last row of a run. `settled`: no try of the channel is without an end in the ledger. */
  rest?(settled: boolean): Promise<void>;
}
