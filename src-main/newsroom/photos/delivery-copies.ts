import type { ManifestPhoto } from '../../contract/release-nouns.ts';
import type { Outcome } from '../outcome.ts';

/** A photo as media get it, finished on disk. */
export interface DeliveryCopy {
  /** Absolute path on the core's computer; the file never changes. */
  readonly path: string;
  /** A safe, telling name to send it under: `01-penyerahan-bantuan.jpg`. */
  readonly fileName: string;
  readonly bytes: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** What the copy carries beside the photo's own words. */
export interface DeliveryContext {
  /** Title of the release. */
  readonly headline: string;
  /** Name of the office. */
  readonly source: string;
  /** City of the dateline. */
  readonly city: string;
  /** Place in the release, from 1; only for the file name. */
  readonly number: number;
  /** Longest side in pixels; 2000 when left out. The public site takes 1600, and 640 for cards. */
  readonly side?: 2000 | 1600 | 640;
}

/**
 * Delivery copies: JPEG of at most 2000 px with caption, credit and alternative text in IPTC, XMP and EXIF, GPS stripped.
 * Made when first asked for and kept under the hash of picture, crop and words, so that mail, site and kit share one file.
 */
export interface DeliveryCopies {
  /**
   * @param photo as it stands in the frozen manifest: picture, crop and the approved words
   * Refuses: `not_found` (photo or its original is gone), `picture_broken`, `exiftool_missing`, `disk_full`.
   */
  copy(photo: ManifestPhoto, context: DeliveryContext): Promise<Outcome<DeliveryCopy>>;
}
