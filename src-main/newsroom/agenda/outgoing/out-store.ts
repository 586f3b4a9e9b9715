import type { SubscriptionWhat } from '../../../contract/agenda-out.ts';
import type { Id } from '../../../contract/basics.ts';
import type { AssignmentLetter } from './assignment-letter.ts';
import type { CalendarSeries } from './calendar.ts';

/** An address that a calendar program asks. Of its token only the hash is kept. */
export interface SubscriptionRecord {
  readonly id: Id;
  readonly userId: Id;
  readonly what: SubscriptionWhat;
  /** Only this leader's; null for all. */
  readonly leaderId: Id | null;
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string;
  readonly madeAt: string;
  readonly lastUsedAt: string | null;
}

/** What leaves the agenda needs to know besides the events. */
export interface AgendaOutStore {
  /** RFC 3339 instant of the last change of each of these events. */
  lastChanges(ids: readonly Id[]): Promise<Map<Id, string>>;
  /** Events that had a change at or after this instant and were revised after they were confirmed. */
  revisedSince(at: string): Promise<Id[]>;
  /** The rules of these series. */
  series(ids: readonly Id[]): Promise<Omit<CalendarSeries, 'days'>[]>;
  /** Letters that invited to these events, oldest first. */
  lettersOf(eventIds: readonly Id[]): Promise<AssignmentLetter['basis'][number][]>;
  addSubscription(subscription: SubscriptionRecord): Promise<void>;
  /** Newest first; of everybody when null. */
  subscriptions(userId: Id | null): Promise<SubscriptionRecord[]>;
  subscriptionByToken(tokenHash: string): Promise<SubscriptionRecord | null>;
  subscriptionUsed(id: Id, at: string): Promise<void>;
  /** False where there was none. */
  removeSubscription(id: Id): Promise<boolean>;
}
