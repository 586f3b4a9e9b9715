import type { Manifest, ManifestPhoto } from '../../contract/release-nouns.ts';
import { freeze } from '../../text/freeze.ts';
import { contentHash, manifestOf } from '../../text/manifest.ts';
import { blockText, printedBlocks } from '../../text/printed.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { StoredPhoto } from '../photos/photo-store.ts';
import type { ReadStores } from '../ports.ts';
import type { ReleaseRecord } from '../releases/release-store.ts';
import { photosWithoutWords, quotesWithoutSpeaker } from './red-facts.ts';

/** Everything a draft is made of at one moment, before it is read. */
export interface DraftMaterial {
  readonly release: ReleaseRecord;
  readonly updates: readonly Uint8Array[];
  readonly photos: readonly StoredPhoto[];
}

/** A draft as media would read it now. */
export interface Draft {
  readonly manifest: Manifest;
  readonly hash: string;
}

type Stores = Pick<ReadStores, 'releases' | 'photos'>;

export async function materialOf(stores: Stores, release: ReleaseRecord): Promise<DraftMaterial> {
  const updates = await stores.releases.textUpdates(release.id);
  const photos = release.photoIds.length === 0 ? [] : await stores.photos.byIds(release.photoIds);
  return { release, updates, photos };
}

/**
 * Whether nothing a draft is made of has changed since `seen` was taken. Reading a text takes longer than a transaction may be
 * held, so it is read before, and inside the transaction only this is asked.
 */
export async function stillTheSame(stores: Stores, seen: DraftMaterial): Promise<boolean> {
  const now = await stores.releases.get(seen.release.id);
  if (now === null) return false;
  const photos = now.photoIds.length === 0 ? [] : await stores.photos.byIds(now.photoIds);
  return (
    now.version === seen.release.version &&
    now.state === seen.release.state &&
    now.textSeq === seen.release.textSeq &&
    photos.map((photo) => `${photo.id}:${photo.version}`).join() ===
      seen.photos.map((photo) => `${photo.id}:${photo.version}`).join()
  );
}

/** Reads the draft on a throw-away copy. A text that holds parts this program does not know is refused, not read with holes. */
export function readDraft(material: DraftMaterial, updates = material.updates): Outcome<Draft> {
  const frozen = freeze(updates);
  if (!frozen.ok) return refused('contract_too_old', { unknown: frozen.unknown.join(', ') });
  const { kind, infoClass, embargoUntil } = material.release;
  const manifest = manifestOf(frozen.content, {
    kind,
    infoClass,
    embargoUntil,
    photos: material.photos.map(inManifest),
  });
  return done({ manifest, hash: contentHash(manifest) });
}

function inManifest(photo: StoredPhoto): ManifestPhoto {
  return {
    photoId: photo.id,
    sha256: photo.sha256,
    crop: null,
    caption: photo.caption.trim(),
    credit: photo.credit.trim(),
    // Who cannot see the picture hears at least its caption.
    alt: photo.alt.trim() || photo.caption.trim().replace(/\s+/g, ' ').slice(0, 1000),
  };
}

/** What a release must have before it lies before the head, and before it is approved. */
export function whole(_: unknown, draft: Draft): Outcome<Draft> {
  const { manifest } = draft;
  if (manifest.title === '') return refused('title_needed', {}, 'title');
  const words = printedBlocks({ dateline: '', body: manifest.body }).map(blockText).join('').trim();
  if (words === '') return refused('body_needed', {}, 'body');
  const [quote, ...others] = quotesWithoutSpeaker(manifest);
  if (quote !== undefined) return refused('quote_without_speaker', { quote, count: others.length + 1 }, 'body');
  const photos = photosWithoutWords(manifest);
  if (photos.length > 0) return refused('caption_missing', { count: photos.length, place: photos[0] ?? '' }, 'photos');
  return done(draft);
}
