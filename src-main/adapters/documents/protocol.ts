import type { FileKind } from '../../contract/agenda-files.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import type { CalendarSetting, CalendarSummary, FoundEvent } from '../../newsroom/agenda/files/documents.ts';

/** What the core asks of a document process; plain data over the IPC of child_process.fork. Each process does one work. */
export type Work =
  | { readonly do: 'look'; readonly path: string }
  | {
      readonly do: 'calendar';
      readonly path: string;
      readonly setting: CalendarSetting;
      /** Lines of events whose rules did not come to an end before. */
      readonly skip: readonly number[];
    }
  | { readonly do: 'table'; readonly path: string; readonly sheet: number }
  | { readonly do: 'text'; readonly path: string }
  | { readonly do: 'words'; readonly path: string }
  | {
      readonly do: 'picture';
      readonly path: string;
      readonly page: number;
      readonly width: number;
      readonly target: string;
    };

export interface Pages {
  readonly text: string;
  readonly pages: number;
  readonly pagesRead: number;
}

/** What comes of a work, by its name. */
export interface Results {
  look: { kind: FileKind; pages: number };
  calendar: CalendarSummary;
  table: { sheets: string[]; rows: string[][] };
  text: Pages;
  words: Pages;
  picture: { width: number; height: number };
}

/** What is wrong with the file; thrown inside of the process, never a bug. */
export class Refusing extends Error {
  readonly code: RefusalCode;
  readonly params: Record<string, string | number>;

  constructor(code: RefusalCode, params: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

export type Message =
  | { readonly is: 'ready' }
  | { readonly is: 'told'; readonly done: number; readonly of: number | null }
  /** A portion of events, and what is void of those before; the process goes on reading, a few portions ahead of `more`. */
  | { readonly is: 'events'; readonly events: readonly FoundEvent[]; readonly gone: readonly string[] }
  /** A rule is followed now: if this is the last that is heard, it was this one. */
  | { readonly is: 'trying'; readonly line: number }
  | { readonly is: 'done'; readonly result: Results[keyof Results] }
  | { readonly is: 'refused'; readonly code: RefusalCode; readonly params: Record<string, string | number> };
