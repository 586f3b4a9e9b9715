import type { FileReading } from '../../../contract/agenda-files.ts';
import type { Id } from '../../../contract/basics.ts';
import type { Stop } from './documents.ts';

/** Stops a reading. */
export class Stopper implements Stop {
  aborted = false;
  private readonly heard = new Set<() => void>();

  addEventListener(_type: 'abort', heard: () => void): void {
    this.heard.add(heard);
  }

  removeEventListener(_type: 'abort', heard: () => void): void {
    this.heard.delete(heard);
  }

  abort(): void {
    this.aborted = true;
    for (const heard of this.heard) heard();
  }
}

/** A file while it is received, read and looked at. Held in memory: after a restart it is sent again, and nothing of it has landed. */
export interface Reading {
  readonly userId: Id;
  view: FileReading;
  /** Of the reading that runs now; a new one for each. */
  stopper: Stopper;
  /** Settles when nothing runs any more; for tests and for the end of the core. */
  running: Promise<void>;
  /** All rows of the sheet that was read, for when its columns are known. */
  rows: string[][];
  /** Days that were asked for. */
  span: { readonly from: string; readonly to: string } | null;
  /** Last touched, in milliseconds since 1970. */
  touched: number;
}

export type Readings = Map<Id, Reading>;

/** The reading of this person's file, or null: nobody looks at what somebody else sent. */
export function readingOf(readings: Readings, userId: Id, id: Id): Reading | null {
  const found = readings.get(id);
  return found?.userId === userId ? found : null;
}
