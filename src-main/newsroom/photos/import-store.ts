import type { Id } from '../../contract/basics.ts';
import type { Import, ImportFile } from '../../contract/photo-nouns.ts';
import type { Refusal } from '../../contract/refusals.ts';

/** An import as it is kept: with its owner, and the time each file was last changed at its source. */
export interface StoredImport extends Omit<Import, 'files' | 'totalBytes' | 'receivedBytes'> {
  readonly startedById: Id;
}
export interface StoredImportFile extends Omit<ImportFile, 'received'> {
  readonly importId: Id;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
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
  open(startedById?: Id): Promise<StoredImport[]>;
  setState(id: Id, state: StoredImport['state']): Promise<void>;
  finishFile(
    id: Id,
    end: { state: 'done' | 'linked' | 'refused' | 'cancelled'; photoId: Id | null; refusal: Refusal | null },
  ): Promise<void>;
  /** How many files of an import still wait for bytes. */
  waiting(importId: Id): Promise<number>;
  /** A photo that came in earlier under the same name, size and time; null where there is none. */
  seenBefore(file: { name: string; size: number; lastModified: number }): Promise<Id | null>;
}
