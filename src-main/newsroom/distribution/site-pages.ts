import { Temporal } from 'temporal-polyfill';
import type { Id } from '../../contract/basics.ts';
import type { Office } from '../../contract/office-nouns.ts';
import type { FrozenVersion } from '../../contract/release-nouns.ts';
import { bodyHtml } from '../../text/html.ts';
import { excerpt } from '../../text/plain-text.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import { pageStem } from './site-address.ts';
import type { SiteEntry, SitePhoto, SiteRelease } from './site-port.ts';
import type { SiteRow } from './site-row-store.ts';

/** A version that stands on the site, with the row of the first version that gave the page its name and day. */
export interface StandingPage {
  readonly shown: SiteRow;
  readonly first: SiteRow;
  /** Versions of this release that stood there before. */
  readonly corrections: number;
}

/**
 * What the ledger says should be on the site: of each release the newest version that went there, and never a release that was
 * withdrawn. `including` counts a version whose row is just being delivered.
 */
export async function siteState(
  stores: Pick<ReadStores, 'siteRows'>,
  including?: { releaseId: Id; version: number },
): Promise<StandingPage[]> {
  const pages = new Map<Id, StandingPage>();
  for (const row of await stores.siteRows.all()) {
    const isIncluded = row.releaseId === including?.releaseId && row.version === including.version;
    if (row.withdrawn || (row.state !== 'sent' && !isIncluded)) continue;
    const before = pages.get(row.releaseId);
    pages.set(row.releaseId, {
      shown: row,
      first: before?.first ?? row,
      corrections: before === undefined ? 0 : before.corrections + 1,
    });
  }
  return [...pages.values()];
}

/** The entries of these pages; what is under embargo at `now` is left out, whoever sent it. */
export async function siteEntries(
  stores: Pick<ReadStores, 'releases'>,
  pages: readonly StandingPage[],
  office: Office,
  now: string,
): Promise<SiteEntry[]> {
  const entries: SiteEntry[] = [];
  for (const { shown, first, corrections } of pages) {
    const frozen = await stores.releases.frozen(shown.releaseId, shown.version);
    if (frozen === null || underEmbargo(frozen, now)) continue;
    const stem = await stemOf(stores, first, office);
    if (stem === null) continue;
    const { manifest } = frozen;
    entries.push({
      releaseId: frozen.releaseId,
      stem,
      version: frozen.version,
      contentHash: frozen.contentHash,
      number: frozen.number,
      kind: manifest.kind,
      title: manifest.title,
      dateline: manifest.dateline,
      lead: excerpt(manifest, 300),
      publishedAt: first.createdAt,
      updatedAt: shown.createdAt,
      correction: corrections,
    });
  }
  return entries;
}

/** The name of a page comes from the first version that went out, so that a correction never changes an address. */
export async function stemOf(
  stores: Pick<ReadStores, 'releases'>,
  first: Pick<SiteRow, 'releaseId' | 'version' | 'createdAt'>,
  office: Pick<Office, 'zone'>,
): Promise<string | null> {
  const frozen = await stores.releases.frozen(first.releaseId, first.version);
  if (frozen === null) return null;
  const day = Temporal.Instant.from(first.createdAt).toZonedDateTimeISO(office.zone).toPlainDate().toString();
  return pageStem(day, frozen.manifest.title, first.releaseId);
}

export function underEmbargo(frozen: FrozenVersion, now: string): boolean {
  const { embargoUntil } = frozen.manifest;
  return embargoUntil !== null && embargoUntil > now;
}

/** Opens a release for the site; its photos are made only when the site asks for them. */
export async function openForSite(
  ports: Pick<Newsroom, 'read' | 'deliveryCopies'>,
  office: Office,
  entry: Pick<SiteEntry, 'releaseId' | 'version'>,
): Promise<Outcome<SiteRelease>> {
  const frozen = await ports.read((stores) => stores.releases.frozen(entry.releaseId, entry.version));
  if (frozen === null) return refused('not_found');
  const { manifest } = frozen;
  const photos = manifest.photos.map((photo, index): SitePhoto => {
    const context = { headline: manifest.title, source: office.unit, city: office.city, number: index + 1 };
    return {
      key: JSON.stringify([photo.sha256, photo.crop, photo.caption, photo.credit, photo.alt, context]),
      caption: photo.caption,
      credit: photo.credit,
      alt: photo.alt,
      file: (side) => ports.deliveryCopies.copy(photo, { ...context, side }),
    };
  });
  return done({ bodyHtml: bodyHtml(manifest), photos });
}
