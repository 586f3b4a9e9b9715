import type { Generated } from 'kysely';

/** What people are told, how far they have read, and the roster. */
export interface NoticeTables {
  event_news: { seq: Generated<number>; change_id: string; event_id: string; user_id: string | null };
  /** `event_id` is '' for everything. */
  news_seen: { user_id: string; event_id: string; seq: number };
  notice: {
    id: string;
    user_id: string;
    kind: string;
    event_id: string | null;
    once: string | null;
    /** JSON by kind. */
    data: string;
    at: string;
    read_at: string | null;
  };
  roster_entry: {
    id: string;
    day: string;
    part: string;
    duty: string;
    user_id: string;
    instead_of: string | null;
    /** Local wall time at `zone`. */
    start: string;
    end: string;
    zone: string;
    starts_at: string;
    ends_at: string;
    note: string;
    set_by: string;
    version: number;
  };
}
