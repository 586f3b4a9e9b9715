import type { EventChange } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { DutyRole } from '../../contract/event-parts.ts';
import type { NoticeKind, ToldChange } from '../../contract/notices.ts';

/** A line of an event's history with its place in the order of arrival. */
export interface NewsLine {
  readonly seq: number;
  readonly eventId: Id;
  /** Null where it is not known whose change it was. */
  readonly userId: Id | null;
  readonly change: EventChange;
}

export interface NoticeRecord {
  readonly id: Id;
  readonly userId: Id;
  readonly kind: NoticeKind;
  readonly eventId: Id | null;
  /** With it the person is told once only; a second one is not kept. */
  readonly once: string | null;
  readonly data: NoticeData;
  readonly at: string;
  readonly readAt: string | null;
}

/** What a notice says beside its event. */
export interface NoticeData {
  readonly changes?: readonly ToldChange[];
  readonly reason?: string | null;
  readonly by?: string;
  readonly roles?: readonly DutyRole[];
  readonly day?: string;
  readonly count?: number;
  readonly insteadOf?: string | undefined;
}

export interface NoticeStore {
  /** Says whose these changes were; everybody else hears of them. */
  setNewsAuthor(changeIds: readonly Id[], userId: Id): Promise<void>;
  /** Where the news end now. */
  lastNews(): Promise<number>;
  /** Says the same of all news that came behind this one: ten thousand, where a transaction has written them itself. */
  setNewsAuthorBehind(seq: number, userId: Id): Promise<void>;
  /**
   * Lines this person has not read, of events from this day on, newest first.
   * @param since instant from which a person who has never read anything is told
   */
  unseenNews(userId: Id, filter: { fromDay: string; since: string; limit: number }): Promise<NewsLine[]>;
  /** @param eventId null: all events; what was read of one by one is then forgotten */
  setNewsSeen(userId: Id, eventId: Id | null, seq: number): Promise<void>;
  /** @returns whether it is kept: false where it was told before */
  add(notice: Omit<NoticeRecord, 'readAt'>): Promise<boolean>;
  /** Unread ones and those since this instant, newest first. */
  ofUser(userId: Id, since: string, limit: number): Promise<NoticeRecord[]>;
  /** Marks these of the person's as read, and the news of their events with them: it is the same news. */
  setRead(userId: Id, ids: readonly Id[], at: string): Promise<void>;
  /** Whether the person was told anything of this event since. */
  toldSince(userId: Id, eventId: Id, since: string): Promise<boolean>;
  /** Forgets what was read before this instant. */
  forgetRead(before: string): Promise<void>;
  /**
   * Reasons of changes since this instant that were given for at least so many different events, the most usual first. A series counts
   * once; what was said of an event that is closed now is left out.
   */
  reasonsSince(since: string, events: number, limit: number): Promise<string[]>;
}
