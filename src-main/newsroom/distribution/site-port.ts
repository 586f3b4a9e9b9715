import type { Zone } from '../../contract/basics.ts';
import type { ReleaseKind } from '../../contract/release-nouns.ts';
import type { PublicAgenda } from '../agenda/outgoing/public-agenda.ts';
import type { Outcome } from '../outcome.ts';

/** A JPEG of a release as the public sees it. */
export interface SitePhoto {
  /** Hash of everything that goes into the bytes (picture, crop, words): same key, same bytes. */
  readonly key: string;
  readonly caption: string;
  readonly credit: string;
  readonly alt: string;
  /** A finished JPEG whose longest side is at most `side` pixels. Refuses as DeliveryCopies does. */
  file(side: 1600 | 640): Promise<Outcome<{ path: string; width: number; height: number }>>;
}

/** What the list pages and feeds know of a release without opening it. */
export interface SiteEntry {
  readonly releaseId: string;
  /** File name of the page without ending, stable for ever: `2025-11-20-wali-kota-resmikan-pasar-9f3k2`. */
  readonly stem: string;
  readonly version: number;
  readonly contentHash: string;
  readonly number: string | null;
  readonly kind: ReleaseKind;
  readonly title: string;
  readonly dateline: string;
  /** The first paragraph, plain. */
  readonly lead: string;
  /** RFC 3339: when the first version went out, and this one. */
  readonly publishedAt: string;
  readonly updatedAt: string;
  /** 0 for the first text, n for `Ralat n`. */
  readonly correction: number;
}

export interface SiteRelease {
  /** Safe by construction: made of the release schema, never of a person's HTML. */
  readonly bodyHtml: string;
  readonly photos: readonly SitePhoto[];
}

/** The office as the public reads it, and where the site lies. */
export interface SiteSettings {
  /** Absolute path on the core's computer. */
  readonly folder: string;
  /** Public address with a `/` at its end; null while there is none: then no feeds, no sitemap and no canonical address. */
  readonly baseUrl: string | null;
  /** Tells our folder from another office's, and from that of another copy of this office: a restored backup gets a new one. */
  readonly siteId: string;
  /** Those of the offices that these data came from. */
  readonly formerly?: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly unit: string;
  readonly city: string;
  readonly zone: Zone;
  /** `#rrggbb`; made readable on both grounds. */
  readonly accent: string;
  readonly boilerplate: string;
  readonly contact: string;
  /** PNG or JPEG of the emblem. */
  readonly logo: { readonly bytes: Uint8Array; readonly type: 'image/png' | 'image/jpeg' } | null;
  /** The page *Agenda publik*; null where the office has none. */
  readonly agenda: PublicAgenda | null;
}

export interface SiteWritten {
  /** Files that were new or had changed, of all that the site has. */
  readonly written: number;
  readonly files: number;
  readonly removed: number;
  /** Titles of pages that were not asked for and stay: published after the backup that these data were restored from. */
  readonly foreign: string[];
}

export interface PublishedPage {
  readonly releaseId: string;
  readonly version: number;
  readonly contentHash: string;
  /** Path inside the folder: `rilis/…​.html`. */
  readonly path: string;
}

/** A newsroom of plain files. Each file is old or new, never half; writing the same twice changes nothing. */
export interface Site {
  /**
   * Looks at a folder before it is chosen.
   * Refuses: `folder_unusable` ({ folder, reason: 'relative' | 'missing' | 'not_folder' | 'read_only' | 'not_ours' | 'other_office' |
   * 'other_copy' }); `other_copy`: an office of the same data writes it, before or after a backup was restored.
   */
  inspect(folder: string, siteId: string, formerly?: readonly string[]): Promise<Outcome<{ state: 'empty' | 'ours' }>>;
  /**
   * A person's explicit act: a folder that another copy of this office writes is ours from now on, and refused to the other.
   * Refuses as `inspect` does, but for `other_copy`.
   */
  takeOver(folder: string, siteId: string, formerly: readonly string[]): Promise<Outcome<undefined>>;
  /**
   * Makes the folder say exactly what is wanted: pages of releases that are not wanted any more go first, then photos and pages
   * come, then lists and feeds, and the manifest last. Files of others in the folder are left alone.
   * @param wanted newest first or not; the site sorts by publishedAt
   * @param options.keeps whether the page of a release that is not wanted stays all the same; without it none does
   * @param load opens a release; asked only for those whose page is new or has changed
   * Refuses: `folder_unusable`, `disk_full`, and what a photo refuses.
   */
  write(
    settings: SiteSettings,
    wanted: readonly SiteEntry[],
    load: (releaseId: string) => Promise<Outcome<SiteRelease>>,
    options?: { readonly verify?: boolean; readonly keeps?: (releaseId: string) => Promise<boolean> },
  ): Promise<Outcome<SiteWritten>>;
  /**
   * Writes nothing but *Agenda publik*, where the site stands whole and dressed as these settings say; what has not changed is left
   * alone. `whole` false: it does not, and must be written whole. Refuses: `folder_unusable`, `disk_full`.
   */
  writeAgenda(settings: SiteSettings): Promise<Outcome<{ whole: boolean; written: boolean }>>;
  /** What is there, by the manifest and a look at each page's file. Empty where the folder is gone. */
  published(folder: string): Promise<readonly PublishedPage[]>;
}
