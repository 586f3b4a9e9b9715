import type { EventGlance, SpanFilter } from '../../contract/agenda-span.ts';

/** What the views of the agenda read: few columns of many events. */
export interface GlanceStore {
  /**
   * Events whose own days touch the span, both days included, by start; at most `limit`. Those of more than a month are found by
   * their first month only.
   */
  between(span: { from: string; to: string }, filter: GlanceFilter, limit: number): Promise<EventGlance[]>;
  /** The nearest day before `day` (or after it) on which an event of the filter begins, or null. */
  nearest(way: 'before' | 'after', day: string, filter: GlanceFilter): Promise<string | null>;
}

export interface GlanceFilter extends SpanFilter {
  /** Closed events are left out, for who may not know of them. */
  readonly openOnly: boolean;
  /** The instant at which states are looked at, as `stateByClock` does. RFC 3339 UTC. */
  readonly now: string;
}
