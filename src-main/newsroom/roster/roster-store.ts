import type { Id, Zone } from '../../contract/basics.ts';
import type { RosterDuty, RosterPart } from '../../contract/roster.ts';

export interface RosterRecord {
  readonly id: Id;
  readonly day: string;
  readonly part: RosterPart;
  readonly duty: RosterDuty;
  readonly userId: Id;
  readonly insteadOf: Id | null;
  readonly start: string;
  readonly end: string;
  readonly zone: Zone;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly note: string;
  readonly setBy: string;
  readonly version: number;
}

export interface RosterStore {
  byId(id: Id): Promise<RosterRecord | null>;
  /** Entries of a night or day. */
  at(day: string, part: RosterPart, duty: RosterDuty): Promise<RosterRecord[]>;
  /** Entries that run at some time between these instants, by start. */
  between(from: string, to: string): Promise<RosterRecord[]>;
  /** Stand-ins for approvals of this person that run at this instant. */
  standIns(userId: Id, at: string): Promise<RosterRecord[]>;
  /** The last one of such a part, whose hours the next one takes. */
  latest(part: RosterPart): Promise<RosterRecord | null>;
  insert(entry: RosterRecord): Promise<void>;
  update(entry: RosterRecord): Promise<void>;
  remove(id: Id): Promise<void>;
}
