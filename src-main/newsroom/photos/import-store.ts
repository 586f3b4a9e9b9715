import type { Id } from '../../contract/basics.ts';
import type { Import, ImportFile } from '../../contract/photo-nouns.ts';
import type { Refusal } from '../../contract/refusals.ts';

/** An import as it is kept. */
export interface StoredImport extends Omit<Import, 'files' | 'totalBytes' | 'receivedBytes'> {
  readonly startedById: Id;
}

export interface StoredImportFile extends Omit<ImportFile, 'received' | 'verified'> {
  readonly importId: Id;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
  /** Where it is read from, when it lies in the core's own computer; null when pieces are sent. */
  readonly sourcePath: string | null;
}

/** How a file of an import ended. */
export interface FileEnd {
  readonly state: 'done' | 'linked' | 'refused' | 'cancelled';
  readonly photoId: Id | null;
  readonly refusal: Refusal | null;
}

/**
 * Imports and their files. How many bytes have arrived is asked of the disk, not written here: an acknowledged piece is on
 * disk, and a row per piece would cost a flush each.
 */
export interface ImportStore {
  add(one: StoredImport, files: readonly StoredImportFile[]): Promise<void>;
  byId(id: Id): Promise<StoredImport | null>;
  /** In the order they were given. */
  files(importId: Id): Promise<StoredImportFile[]>;
  file(importId: Id, fileId: Id): Promise<StoredImportFile | null>;
  /** Open and paused ones; of one person, or of all for the sweep at start. Newest first. */
  open(startedById: Id | null): Promise<StoredImport[]>;
  /** Whether any import, whatever its state, was begun for this event. */
  anyFor(eventId: Id): Promise<boolean>;
  setState(id: Id, state: StoredImport['state']): Promise<void>;
  finishFile(id: Id, end: FileEnd): Promise<void>;
  /** How many files of an import still wait. */
  waiting(importId: Id): Promise<number>;
  /** The photo that came in earlier under the same name, size and time; null where there is none. */
  seenBefore(file: { name: string; size: number; lastModified: number }): Promise<Id | null>;
}
