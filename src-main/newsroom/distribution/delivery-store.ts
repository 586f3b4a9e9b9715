import type { Id } from '../../contract/basics.ts';
import type {
  ChannelHealth,
  ChannelKind,
  Delivery,
  DeliveryAttempt,
  DeliveryReason,
  DeliveryState,
} from '../../contract/delivery-nouns.ts';

/** A row as it is made when Kirim is pressed. `key` makes the recipient one and the same within a channel. */
export interface NewDelivery {
  readonly id: Id;
  readonly releaseId: Id;
  readonly version: number;
  readonly contentHash: string;
  readonly channel: ChannelKind;
  readonly key: string;
  readonly recipientName: string;
  readonly recipientAddress: string;
  readonly outlet: string;
  readonly state: 'ready' | 'to_share';
  readonly createdBy: string;
}

/** The intent of one try, on disk before the one irreversible call. */
export interface Intent {
  readonly deliveryId: Id;
  /** 1 for the first try of the row. */
  readonly number: number;
  /** What the try can be found by afterwards: a Message-ID, an address. */
  readonly reference: string;
}

/** How a row stands after a try, written together with the end of that try. */
export interface Closing {
  readonly deliveryId: Id;
  readonly number: number;
  readonly outcome: NonNullable<DeliveryAttempt['outcome']>;
  readonly state: DeliveryState;
  readonly reason: DeliveryReason;
  readonly answer: string;
  readonly nextTryAt: string | null;
  /** Safe failures since a person last set the row going. */
  readonly failures: number;
  /** Replaces the reference of the row (the address of a page, say); left out, the intent's stays. */
  readonly reference?: string;
}

/** A row whose turn it is. */
export type DueDelivery = Delivery & { readonly failures: number };

/** What pausing is decided on; kept on disk so that a restart does not forget trouble. */
export interface ChannelRecord {
  readonly channel: ChannelKind;
  readonly pausedAt: string | null;
  readonly pausedBecause: ChannelHealth['pausedBecause'];
  readonly pausedWords: string;
  /** Failures in a row. */
  readonly consecutive: number;
  /** Tries and failures since the channel was last idle or resumed. */
  readonly tried: number;
  readonly failed: number;
}

export interface CountRow {
  readonly releaseId: Id;
  readonly version: number;
  readonly channel: ChannelKind;
  readonly state: DeliveryState;
  readonly count: number;
}

/** The ledger: one row per release version x channel x recipient, and one line per try. */
export interface DeliveryStore {
  /** Adds the rows that are not there yet (unique by release, version, channel, key); gives the ids of those added. */
  add(rows: readonly NewDelivery[], at: string): Promise<Id[]>;
  get(id: Id): Promise<Delivery | null>;
  many(ids: readonly Id[]): Promise<Delivery[]>;
  byRelease(releaseId: Id): Promise<Delivery[]>;
  /** State of each row of this version by channel and key: `email me@x.example`. */
  existing(releaseId: Id, version: number): Promise<Map<string, DeliveryState>>;
  counts(releaseIds: readonly Id[]): Promise<CountRow[]>;
  /** Release versions with rows, latest activity first. */
  recent(
    before: string | null,
    limit: number,
  ): Promise<{ releaseId: Id; version: number; firstAt: string; lastAt: string }[]>;
  /** Rows that a person should look at (`unknown`, `refused`, `not_sent` without a row for a newer version), newest first. */
  trouble(limit: number): Promise<Delivery[]>;
  attempts(id: Id): Promise<DeliveryAttempt[]>;
  /** Rows of the channel whose turn it is: `ready`, or `retrying` with nextTryAt <= now; oldest first. */
  due(
    channel: ChannelKind,
    now: string,
    limit: number,
    only?: { readonly releaseId: Id; readonly version: number },
  ): Promise<DueDelivery[]>;
  /** Marks the rows `intended`, counts the try, and writes its intent. */
  intend(intents: readonly Intent[], at: string): Promise<void>;
  /**
   * Ends tries and sets their rows. Only rows still `intended` with that try's number are touched. A try that was `released`
   * never began: it is taken back and does not count.
   */
  close(closings: readonly Closing[], at: string): Promise<void>;
  /** Sets rows outside of a try: retry by a person, resolving, ticking off, preparing. `reference` undefined leaves it as it is. */
  set(
    ids: readonly Id[],
    change: {
      state: DeliveryState;
      reason: DeliveryReason | null;
      answer: string;
      nextTryAt: string | null;
      reference?: string | null;
    },
    at: string,
  ): Promise<void>;
  /** Puts every waiting row of the channel off until `nextTryAt`; nothing was tried. */
  postpone(channel: ChannelKind, nextTryAt: string, reason: DeliveryReason, answer: string, at: string): Promise<Id[]>;
  /** What was put off is due now. */
  hurry(channel: ChannelKind, at: string): Promise<void>;
  /** Tries without an end: what the core was doing when it died. */
  openIntents(): Promise<(Intent & { delivery: Delivery })[]>;
  /** The earliest next try of the channel, null when none is planned. */
  nextTry(channel: ChannelKind): Promise<string | null>;
  channel(kind: ChannelKind): Promise<ChannelRecord>;
  setChannel(record: ChannelRecord): Promise<void>;
  /** Rows that wait, are under way, or will be tried again. */
  waiting(kind: ChannelKind): Promise<number>;
}
