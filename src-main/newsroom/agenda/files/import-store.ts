import type { ColumnField, FileReading, ImportRow } from '../../../contract/agenda-files.ts';
import type { Attendance, Event } from '../../../contract/agenda-nouns.ts';
import type { Id } from '../../../contract/basics.ts';
import type { Caller } from '../../caller.ts';
import type { FoundEvent, FoundLeader } from './documents.ts';

/**
 * A file of events that is looked at (`open`), is being taken in portion by portion (`landing`: it ends by itself, also after a crash),
 * has landed and may be taken back, is being taken back (`undoing`: that ends by itself, too), or was.
 */
export interface AgendaImport {
  readonly id: Id;
  readonly userId: Id;
  readonly name: string;
  readonly state: 'open' | 'landing' | 'landed' | 'undoing' | 'undone';
  readonly at: string;
  /** What a person sees of it; null while its rows are not all here. */
  readonly view: FileReading | null;
  /** Rows up to this number are in the agenda; null where all of them are, or none. */
  readonly landedTo: number | null;
  /** What a person decided; null before. */
  readonly landing: Landing | null;
}

/** All that is needed to take the rest of an import in, by whoever goes on with it. */
export interface Landing {
  readonly by: Pick<Caller, 'userId' | 'name' | 'roles' | 'language'>;
  readonly at: string;
  readonly events: number;
  /** Of leaders the register did not know, by how they are called in lower case. */
  readonly officials: Readonly<Record<string, Id>>;
  /** Of stand-ins told by a position, by these words. */
  readonly delegates: Readonly<Record<string, Id>>;
  /** Short positions of officials that were made. */
  readonly made: readonly string[];
}

/** Rows behind `after` up to `to`. */
export interface Span {
  readonly after: number;
  readonly to: number;
}

/** A found event with the ids that it will have. */
export interface StagedEvent extends FoundEvent {
  readonly n: number;
  /** Of the event it would become; else of the line in the history of the one that is there. */
  readonly eventId: Id;
}

/** A row beside the event that it is in the agenda already. */
export interface Match {
  readonly n: number;
  readonly act: ImportRow['act'];
  readonly eventId: Id;
  readonly seenVersion: number;
  readonly revision: number;
  readonly changes: ImportRow['changes'];
  /** What these fields become; where the file is silent they stay. An empty note stays what it is. */
  readonly final: Omit<Comparable, 'id' | 'uid' | 'version' | 'revision' | 'state'>;
}

/** What an event of the agenda is compared by. */
export interface Comparable {
  readonly id: Id;
  readonly uid: string | null;
  readonly version: number;
  readonly revision: number;
  readonly state: string;
  readonly title: string;
  readonly start: string;
  readonly end: string | null;
  readonly openEnd: boolean;
  readonly zone: string;
  readonly startsAt: string;
  readonly venue: string;
  readonly organizer: string;
  readonly dressCode: string;
  readonly companions: string;
  readonly note: string;
  readonly pressAccess: Event['pressAccess'];
}

/** A row that tells of other leaders than a known event has, or of other answers. */
export interface AttendanceChange {
  readonly n: number;
  readonly eventId: Id;
  /** Of all fields; that of `attendance` says who attends. */
  readonly changes: ImportRow['changes'];
}

export interface AgendaImportStore {
  begin(one: Omit<AgendaImport, 'view' | 'landedTo' | 'landing'>): Promise<void>;
  byId(id: Id): Promise<AgendaImport | null>;
  setState(id: Id, state: AgendaImport['state']): Promise<void>;
  /** Its rows are all here. */
  setView(id: Id, view: FileReading): Promise<void>;
  /** A person has decided: from here on it lands. */
  setLanding(id: Id, landing: Landing): Promise<void>;
  setLandedTo(id: Id, to: number): Promise<void>;
  /** Those of a person that have not landed whole, or are not taken back whole, newest first. */
  openOf(userId: Id): Promise<{ id: Id }[]>;
  /** With its rows. */
  drop(id: Id): Promise<void>;
  /** Ids of what was begun before this, landed or not; what is on its way in or out is not among them. */
  olderThan(at: string): Promise<Id[]>;
  clear(id: Id): Promise<void>;
  /** Takes back rows of these UIDs; answers how many. */
  dropUids(id: Id, uids: readonly string[]): Promise<number>;
  add(id: Id, events: readonly StagedEvent[]): Promise<void>;

  /** Rows by n, behind `after`. */
  staged(id: Id, after: number, limit: number): Promise<(StagedEvent & { act: ImportRow['act'] })[]>;
  /** The events of the agenda that carry a UID of this import, by n behind `after`. */
  byUid(id: Id, after: number, limit: number): Promise<{ n: number; event: Comparable }[]>;
  /** Events of these days, by id behind `after`. */
  between(from: string, to: string, after: Id, limit: number): Promise<Comparable[]>;
  /** Who attends these events, as the agenda has it. */
  attendanceOf(eventIds: readonly Id[]): Promise<Map<Id, Attendance[]>>;
  settle(id: Id, matches: readonly Match[]): Promise<void>;
  /** Rows of a cancelled event that the agenda does not have: there is nothing to do for them. Answers how many. */
  dropUnknownCancelled(id: Id): Promise<number>;

  rows(id: Id, after: number, limit: number, text: string): Promise<{ rows: ImportRow[]; found: number }>;
  counts(id: Id): Promise<Record<ImportRow['act'], number> & { first: string | null; last: string | null }>;
  /** How many rows were chosen when it landed. */
  chosen(id: Id): Promise<number>;
  /** Leaders of chosen rows whom the register does not know, once each; of known events only where who attends changes. */
  unknownLeaders(id: Id): Promise<FoundLeader[]>;
  /** Who stands in on chosen rows and is told by words only, once each. */
  unknownDelegates(id: Id): Promise<string[]>;

  /** Marks what lands: all but these, and nothing that is the same already. Answers how many changes of known events are among them. */
  choose(id: Id, except: readonly number[]): Promise<{ added: number; changed: number }>;
  /** The last row of those that make the next write, or null behind the last chosen one: at most so many rows and, but for one row, bytes. */
  nextPortion(id: Id, after: number, most: { rows: number; bytes: number }): Promise<number | null>;
  /** Chosen rows that change an event which is not as it was seen. */
  stale(id: Id, span: Span): Promise<number>;
  /** Takes those out of what is chosen; answers how many. */
  leaveStale(id: Id, span: Span): Promise<number>;
  /** Makes the events of the chosen rows, with who attends and their history. */
  insertChosen(id: Id, span: Span, how: Landing): Promise<void>;
  /** Chosen rows that change who attends a known event. */
  attendanceChanges(id: Id, span: Span): Promise<AttendanceChange[]>;
  /** Keeps who attends these events from here on, and what their history will say of it. */
  changeAttendance(id: Id, changed: readonly AttendanceChange[]): Promise<void>;
  /** Changes and cancels known events; none of them may be stale. Answers how many. */
  changeChosen(id: Id, span: Span, how: { at: string; userName: string; reason: string }): Promise<number>;
  /** Of those, the changes of events that somebody is assigned to, or that belong to a series. */
  changesThatConcern(
    id: Id,
    span: Span,
  ): Promise<{ eventId: Id; changeId: Id; act: ImportRow['act']; changes: ImportRow['changes'] }[]>;

  /** Removes some of the events that landed and that nobody has changed or built on; by n behind `after`. */
  removeLanded(id: Id, after: number, limit: number): Promise<{ removed: Id[]; kept: number; last: number | null }>;
  /** Some of the rows behind `after` that changed an event, with what it was; not those that were taken back or left. */
  changed(id: Id, after: number, limit: number): Promise<Omit<Match, 'final'>[]>;
  /** These rows are dealt with: their events are as they were, or stay because somebody changed them since. */
  markTakenBack(id: Id, put: readonly number[], left: readonly number[]): Promise<void>;
  /** What came of taking it back: `removed` counts events that went and those that are as they were (`changedBack`). */
  takenBack(id: Id): Promise<{ removed: number; kept: number; changedBack: number }>;

  columnsFor(headings: string): Promise<ColumnField[] | null>;
  keepColumns(headings: string, columns: readonly ColumnField[], at: string): Promise<void>;
}
