import type { PictureFormat } from '../../contract/photo-nouns.ts';
import type { Outcome } from '../outcome.ts';

/** What the head of a picture tells, without decoding it. */
export interface PictureHead {
  readonly format: PictureFormat;
  /** Pixels after the EXIF orientation is applied. */
  readonly width: number;
  readonly height: number;
  /** The raw EXIF block where there is one. */
  readonly exif: Uint8Array | null;
}

/** Normalised 0..1 of the upright picture. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Derived {
  /** `sound`: decoded to the last line without a warning. `damaged`: made from what could be read. */
  readonly condition: 'sound' | 'damaged';
  /** Whether the previews were written; false where nothing could be read. */
  readonly written: boolean;
}

/**
 * Picture work, in a child process that may die or hang: a hostile file costs its own outcome and nothing else.
 * Every path is absolute. No outcome here is a throw, except a core that is stopping.
 */
export interface Images {
  /**
   * Reads the head. Refuses: `not_a_picture`, `kind_not_supported` ({ kind }), `picture_broken`, `picture_too_large`
   * ({ megapixels, limit }; the pixel limit of the decoder is kept, so a bomb is never unpacked).
   */
  head(path: string): Promise<Outcome<PictureHead>>;
  /**
   * Decodes once, strictly, and writes upright sRGB JPEGs whose longest side is at most `side` pixels (never enlarged).
   * A picture that does not decode cleanly, or twice kills its worker, comes back as `damaged`. Refuses: `disk_full`.
   */
  derive(path: string, outputs: readonly { readonly path: string; readonly side: number }[]): Promise<Outcome<Derived>>;
  /**
   * A JPEG for delivery: cropped, upright, sRGB, without any metadata of the original (so without GPS).
   * Refuses: `picture_broken`, `disk_full`.
   */
  deliver(
    path: string,
    output: { readonly path: string; readonly side: number; readonly crop: Crop | null },
  ): Promise<Outcome<{ width: number; height: number }>>;
}
