import type { Id } from '../contract/basics.ts';
import type { Outcome } from './outcome.ts';

/** Bytes as they come, read once. */
export type ByteStream = AsyncIterable<Uint8Array>;

/** A range of bytes, both ends included; `end` may lie past the last byte. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A file whose bytes were written, flushed to the disk (fsync of the file) and read back with the same SHA-256.
 * `verified` says truthfully how the reading back was done: `disk` past the system's cache, `cache` perhaps from it.
 */
export interface SealedFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly verified: 'disk' | 'cache';
  /** First bytes (at most 64), to tell the format from the content. */
  readonly head: Uint8Array;
}

/** Files on their way in, each in its own `.part`, under the id of the import's file. */
export interface IncomingFiles {
  /**
   * Adds a piece and flushes it, so that an acknowledged offset survives a power cut.
   * Refuses: `piece_out_of_order` ({ expected }) when it does not begin where the file ends, `disk_full`.
   */
  append(id: Id, offset: number, piece: Uint8Array): Promise<Outcome<{ received: number }>>;
  /**
   * Copies a file of the core's own computer, when it is still the one that was chosen: another card at the same place holds other
   * pictures under the same names.
   * @param chosen as `look` said when it was chosen
   * Refuses: `not_found`, `file_changed`, `disk_full`.
   */
  copyFrom(
    id: Id,
    path: string,
    chosen: { readonly size: number; readonly lastModified: number },
  ): Promise<Outcome<{ received: number }>>;
  /** Name, bytes and time (milliseconds since 1970) of a file of the core's own computer; null where there is none. */
  look(path: string): Promise<{ name: string; size: number; lastModified: number } | null>;
  /** Bytes there are, 0 where there is no such file. */
  received(id: Id): Promise<number>;
  /** Flushes, reads back and compares. Refuses: `picture_broken` when the disk gives back other bytes, `disk_full`. */
  seal(id: Id): Promise<Outcome<SealedFile>>;
  /** Absolute path on the core's computer, for the picture and metadata workers. */
  pathOf(id: Id): string;
  open(id: Id): ByteStream;
  /** Removes it; it is no fault when it is gone already. */
  drop(id: Id): Promise<void>;
  /** The ids of all that lie there; for the sweep at start. */
  list(): Promise<Id[]>;
}

/** Where an original wants to lie: `2025/2025-11-20 Nama Acara/IMG_0001.JPG`. Any text; made safe by the adapter. */
export interface OriginalPlace {
  /** `2025-11-20`. */
  readonly day: string;
  readonly folderTitle: string;
  readonly fileName: string;
  /** What the content is, with its dot: `.jpg`. A given `.JPG` or `.jpeg` is kept. */
  readonly extension: string;
}

/** Originals: written once at a readable path, never changed, never overwritten. */
export interface OriginalFiles {
  /**
   * Gives the sealed incoming file its place and flushes the folder. The stored path is relative, with `/`, and is what to
   * remember: it is never computed again. A name that is taken gets ` (2)`; the same bytes already lying there without a row
   * (a crash between file and row) are taken as they are. The incoming file stays until `incoming.drop`, after the commit.
   * Refuses: `disk_full`.
   */
  place(id: Id, sealed: Pick<SealedFile, 'sha256' | 'bytes'>, place: OriginalPlace): Promise<Outcome<{ path: string }>>;
  /**
   * Takes away the right to write, where the file system knows of it. Only after the commit of the row and `incoming.drop`: until then
   * the incoming file may be this very file under another name, and a next try still has to flush it.
   */
  protect(path: string): Promise<void>;
  /** Absolute path on the core's computer. */
  pathOf(path: string): string;
  /** Null where it is gone. */
  size(path: string): Promise<number | null>;
  open(path: string, range?: ByteRange): ByteStream;
}

/** Letters, speeches, consent forms, logos, kits: kept under the SHA-256 of their content. */
export interface AttachmentFiles {
  /** Writes, flushes and reads back; the same bytes twice are kept once. Refuses: `disk_full`. */
  put(bytes: ByteStream): Promise<Outcome<{ sha256: string; bytes: number }>>;
  pathOf(sha256: string): string;
  size(sha256: string): Promise<number | null>;
  open(sha256: string, range?: ByteRange): ByteStream;
}

/**
 * What can be made again at any time. The key is a hash of everything that goes into it (SHA-256 of the original, recipe, words),
 * so that a change of any of them is another file and nothing is ever stale.
 */
export interface DerivativeFiles {
  /** A key for a recipe; equal text, equal key. */
  keyOf(recipe: string): string;
  /** Absolute path of the finished file. */
  pathOf(key: string, extension: string): string;
  /** Bytes of the finished file; null where there is none (a file of 0 bytes, left by a power cut, counts as none). */
  size(key: string, extension: string): Promise<number | null>;
  open(key: string, extension: string, range?: ByteRange): ByteStream;
  /** A path of one's own to write at, in the same file system. Refuses: `disk_full`. */
  draft(key: string, extension: string): Promise<Outcome<string>>;
  /**
   * Puts a draft in place by rename. Refuses: `disk_full`.
   * @param flushed written to the disk before it has its name, so that a power cut leaves all of it or nothing: for what leaves the house
   */
  keep(draft: string, key: string, extension: string, how?: { readonly flushed: boolean }): Promise<Outcome<void>>;
  /** Throws a file away, a draft or a finished one; it is no fault when it is gone already. */
  discard(path: string): Promise<void>;
}

/** The one port for everything that is bytes in the data folder. ENOSPC and EDQUOT are the expected outcome `disk_full`. */
export interface Files {
  readonly incoming: IncomingFiles;
  readonly originals: OriginalFiles;
  readonly attachments: AttachmentFiles;
  readonly derivatives: DerivativeFiles;
  /** Bytes that may still be written: what the disk has free for this user, less a reserve the database needs to go on. */
  freeBytes(): Promise<number>;
}
