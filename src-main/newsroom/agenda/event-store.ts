import type { Event, EventChange, EventState } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { Duty } from '../../contract/event-parts.ts';

export interface EventFilter {
  /** Days `2025-11-20`, both included. */
  readonly from: string;
  readonly to: string;
  readonly leaderId?: Id | undefined;
  readonly states?: readonly EventState[] | undefined;
  readonly releaseNeeded?: boolean | undefined;
  /** Words that title, venue, organizer or note must all contain. */
  readonly text?: string | undefined;
}

export interface EventStore {
  byId(id: Id): Promise<Event | null>;
  byIds(ids: readonly Id[]): Promise<Event[]>;
  /** Those that take place between two days, also when they began up to 60 days before, by start; without a limit. */
  around(from: string, to: string): Promise<Event[]>;
  /** All of them, by start; their events are looked up portion by portion (`all-events.ts`). */
  idsOf(filter: EventFilter): Promise<Id[]>;
  /** Events from this day on that this person has a duty in, by start. */
  ofCrew(userId: Id, fromDay: string): Promise<Event[]>;
  /** Visits of one delegation, however it is written, newest first. */
  visitsOf(delegation: string, most: number): Promise<Event[]>;
  byDuty(dutyId: Id): Promise<Event | null>;
  /** Writes one duty, without touching the event's version: a photographer on site disturbs nobody who edits. */
  setDuty(duty: Duty): Promise<void>;
  insert(event: Event): Promise<void>;
  /** Writes all of it, attendance, visit and crew included. */
  update(event: Event): Promise<void>;
  /** With its attendance and history. Only for undoing an accepting that nobody has built on. */
  remove(id: Id): Promise<void>;
  /** Remembers what one accepting of proposals made, and forgets what was made before `forgetBefore`. */
  noteAccepted(made: readonly Id[], by: { userId: Id; at: string; forgetBefore: string }): Promise<void>;
  /** Those of these ids that this person's acceptings made, and not before `since`. */
  acceptedBy(userId: Id, ids: readonly Id[], since: string): Promise<Set<Id>>;
  addChange(change: EventChange): Promise<void>;
  /** Oldest first. */
  changes(eventId: Id): Promise<EventChange[]>;
  /** Whether any event names this official as leader, delegate, speaker or receiver. */
  namesOfficial(officialId: Id): Promise<boolean>;
}
