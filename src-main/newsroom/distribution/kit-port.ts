import type { Id, Zone } from '../../contract/basics.ts';
import type { Outcome } from '../outcome.ts';

export interface KitPhoto {
  /** Absolute path of the finished delivery copy. */
  readonly path: string;
  /** Safe and telling: `01-penyerahan-bantuan.jpg`. */
  readonly fileName: string;
  readonly bytes: number;
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
  /** Absolute path of a small JPEG for the page. */
  readonly previewPath: string;
}

/** Everything that goes into a media kit; the same kit gives the same bytes. */
export interface Kit {
  readonly releaseId: Id;
  readonly number: string | null;
  readonly title: string;
  readonly dateline: string;
  /** RFC 3339: when this version was approved; the time of every file in the kit. */
  readonly approvedAt: string;
  readonly embargoUntil: string | null;
  readonly zone: Zone;
  readonly contentHash: string;
  /** Ready texts. */
  readonly plainText: string;
  readonly bodyHtml: string;
  readonly whatsappText: string;
  readonly photos: readonly KitPhoto[];
  readonly office: {
    readonly unit: string;
    readonly city: string;
    readonly lines: readonly string[];
    readonly footer: string;
    readonly contact: string;
    readonly logo: { readonly bytes: Uint8Array; readonly type: 'image/png' | 'image/jpeg' } | null;
  };
}

/** What the name of a kit is made of. */
export type KitNaming = Pick<Kit, 'releaseId' | 'number' | 'title' | 'approvedAt' | 'zone'>;

export interface Kits {
  /**
   * `SP-2025-0412_wali-kota-resmikan-pasar.zip`; where there is no number, the day, and five signs of the id as in the address of the
   * page: `2025-11-20_wali-kota-resmikan-pasar-9f3k2.zip`. No two releases have the same.
   */
  fileName(kit: KitNaming): string;
  /** The ZIP as it is packed, piece by piece; a stopped reader stops the packing. */
  zip(kit: Kit): AsyncIterable<Uint8Array>;
  /**
   * The same files in a folder of this computer, for dragging photos into WhatsApp; an older unpacking of the same release is replaced,
   * one with the very same content left as it is. Safe when several people ask at once.
   * Refuses: `disk_full`, `folder_unusable`.
   */
  unpack(kit: Kit): Promise<Outcome<{ folder: string }>>;
}
