import type { Event, EventChange } from '../../../contract/agenda-nouns.ts';
import type { Id, Zone } from '../../../contract/basics.ts';

/** A repeating event: its rule, and the days of the rule on which it is not. Each occurrence is an event of its own. */
export interface Series {
  readonly id: Id;
  /** RRULE without its name, from `start` on. */
  readonly rule: string;
  /** Local wall time of the first, at `zone`. */
  readonly start: string;
  readonly zone: Zone;
  readonly leftOut: readonly string[];
  /** The series it was split from by a change "from here on". */
  readonly splitFrom: Id | null;
}

/** An occurrence, and which of its fields were changed on it alone. */
export interface Occurrence {
  readonly event: Event;
  readonly ownFields: readonly string[];
}

export interface SeriesStore {
  byId(id: Id): Promise<Series | null>;
  byIds(ids: readonly Id[]): Promise<Series[]>;
  insert(series: Series): Promise<void>;
  update(series: Series): Promise<void>;
  /** By the day of the rule. */
  occurrences(id: Id): Promise<Occurrence[]>;
  /** Writes many events at once, new ones and old ones, with everything that hangs on them. */
  saveAll(events: readonly Event[]): Promise<void>;
  addChanges(changes: readonly EventChange[]): Promise<void>;
  /** Adds to the fields that are an occurrence's own. */
  addOwnFields(eventId: Id, fields: readonly string[]): Promise<void>;
  /** Takes fields out of them: these are as the series has them again. */
  removeOwnFields(eventId: Id, fields: readonly string[]): Promise<void>;
}
