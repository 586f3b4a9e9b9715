import type { Outcome } from '../outcome.ts';

/** What the camera wrote. */
export interface CameraFacts {
  /** Local wall time to the minute: `2025-11-20T08:04`; null where none or nonsense was written. */
  readonly takenAt: string | null;
  /** Make and model, without saying the make twice. */
  readonly camera: string | null;
}

/** Words that travel inside a delivery copy. Empty ones are left out. */
export interface EmbeddedWords {
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
  /** Title of the release. */
  readonly headline: string;
  /** The office: IPTC source and copyright notice. */
  readonly source: string;
  /** City of the dateline. */
  readonly city: string;
  /** Local wall time, as takenAt above. */
  readonly takenAt: string | null;
}

/** Reading and writing what pictures carry beside their pixels. */
export interface PhotoMetadata {
  /** From the raw EXIF block; a broken block gives nulls, never a fault. */
  read(exif: Uint8Array | null): CameraFacts;
  /**
   * Writes IPTC IIM (as UTF-8), XMP and EXIF into the JPEG at `path` (a copy, never an original) and takes every GPS tag out.
   * IIM fields are shortened on a word border to the bytes the standard gives them; XMP keeps the whole.
   * Refuses: `exiftool_missing` where the system lacks Perl, `picture_broken`, `disk_full`.
   */
  embed(path: string, words: EmbeddedWords): Promise<Outcome<void>>;
}
