import type { FileKind, FileProblem } from '../../../contract/agenda-files.ts';
import type { Attendance, Event, EventKind } from '../../../contract/agenda-nouns.ts';
import type { Id, Zone } from '../../../contract/basics.ts';
import type { Outcome } from '../../outcome.ts';

/** A leader as a table names them. */
export interface FoundLeader {
  readonly called: string;
  readonly name: string;
  readonly officialId: Id | null;
  readonly answer: Attendance['answer'];
  readonly delegateId: Id | null;
  readonly delegateName: string | null;
}

/** An event as a calendar or a table tells it, placed at the office; of a series one occurrence. */
export interface FoundEvent {
  /** UID, with the occurrence of a series behind `#`; null where the file gives none. */
  readonly uid: string | null;
  /** Line or row of the file that it begins on, from 1. */
  readonly line: number;
  readonly kind: EventKind;
  readonly title: string;
  /** Local time at `zone`. */
  readonly start: string;
  readonly end: string | null;
  readonly openEnd: boolean;
  readonly zone: Zone;
  /** The instant of `start`. */
  readonly startsAt: string;
  readonly venue: string;
  readonly organizer: string;
  readonly dressCode: string;
  readonly companions: string;
  readonly note: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly pressAccess: Event['pressAccess'];
  readonly state: 'tentative' | 'confirmed' | 'cancelled';
  readonly leaders: readonly FoundLeader[];
  /** Codes a person should look at: `all_day`, `zone_assumed`, `zone_unknown`, `year_assumed` … */
  readonly doubts: readonly string[];
}

export interface CalendarSetting {
  /** Where times without a zone are, and where those of foreign zones are placed. */
  readonly zone: Zone;
  /** Rules without an end are followed up to this day, included. */
  readonly horizon: string;
  /** Only these days, both included. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface CalendarSummary {
  readonly lines: number;
  readonly problems: readonly FileProblem[];
  readonly problemCount: number;
  readonly zones: readonly { readonly name: string; readonly as: 'converted' | 'assumed'; readonly events: number }[];
  /** A rule without an end was followed up to the horizon. */
  readonly endless: boolean;
  /** Events that come more than once; each of their dates is an event of its own. */
  readonly repeating: number;
}

/** How far a work is: `of` is null while nobody knows. */
export type Told = (done: number, of: number | null) => void;

/** The part of AbortSignal that is needed here; newsroom knows no DOM. */
export interface Stop {
  readonly aborted: boolean;
  addEventListener(type: 'abort', heard: () => void): void;
  removeEventListener(type: 'abort', heard: () => void): void;
}

export interface DocumentWork {
  readonly signal: Stop;
  readonly told: Told;
}

/** Takes the events of a calendar. `begin` comes first, and again when the reading had to begin anew. */
export interface TakeEvents {
  begin(): Promise<Outcome<void>>;
  /**
   * One after the other.
   * @param gone UIDs whose events before this portion are void: a newer version of them came
   */
  take(events: readonly FoundEvent[], gone: readonly string[]): Promise<Outcome<void>>;
}

export interface PictureOfPage {
  readonly width: number;
  readonly height: number;
}

/**
 * Reads files that somebody sent, each in a process of its own with limits of time and memory: a hostile file costs its own outcome and
 * nothing else. Paths are absolute. Every verb refuses `file_unreadable` for a file that kills or outlasts its process, and answers
 * `cancelled` when its signal was aborted.
 */
export interface Documents {
  /** Somebody is about to send a file: a process may be made ready for it. */
  warm(): void;
  /** What a file is, by its content. Refuses: `file_kind` ({ kind }), `file_broken`, `file_locked`. */
  look(path: string, work: DocumentWork): Promise<Outcome<{ kind: FileKind; pages: number }>>;
  /** The events of a calendar, in portions as they are read. */
  calendar(
    path: string,
    setting: CalendarSetting,
    work: DocumentWork,
    taker: TakeEvents,
  ): Promise<Outcome<CalendarSummary>>;
  /** The cells of one sheet as they are shown; days as `2025-11-20`, times as `08:00`. Refuses: `file_broken`, `file_too_large`. */
  table(path: string, sheet: number, work: DocumentWork): Promise<Outcome<{ sheets: string[]; rows: string[][] }>>;
  /** Text in reading order, a line per line. `empty`: it has no text layer. Refuses: `file_broken`, `file_locked`. */
  text(path: string, work: DocumentWork): Promise<Outcome<{ text: string; pages: number; pagesRead: number }>>;
  /** Text of pictures of pages, read by their shapes. */
  words(path: string, work: DocumentWork): Promise<Outcome<{ text: string; pages: number; pagesRead: number }>>;
  /** Writes a page as JPEG to `target`. Page from 0. Refuses: `not_found`, `file_broken`. */
  picture(
    path: string,
    page: number,
    width: number,
    target: string,
    work: DocumentWork,
  ): Promise<Outcome<PictureOfPage>>;
}
