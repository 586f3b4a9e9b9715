import type { Id } from '../../contract/basics.ts';
import type { FrozenVersion, ReleaseState } from '../../contract/release-nouns.ts';
import { excerpt } from '../../text/plain-text.ts';
import { wordCount } from '../../text/word-count.ts';
import type { Caller } from '../caller.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import { sightOf } from './reach.ts';
import type { ReleaseRecord } from './release-store.ts';

const decided: readonly ReleaseState[] = ['approved', 'distributed', 'withdrawn'];

/**
 * A release as it is shown to who may not read drafts: nothing of it is newer than its newest approved version. The state is that
 * of this version, so that nobody learns that the next one is being written.
 */
export function approvedView(release: ReleaseRecord, frozen: FrozenVersion): ReleaseRecord {
  const { manifest } = frozen;
  const drafting = !decided.includes(release.state);
  return {
    ...release,
    kind: manifest.kind,
    state: drafting ? 'approved' : release.state,
    infoClass: manifest.infoClass,
    embargoUntil: manifest.embargoUntil,
    title: manifest.title,
    excerpt: excerpt(manifest),
    words: wordCount(manifest),
    workingVersion: frozen.version,
    approvedVersion: frozen.version,
    number: frozen.number,
    changedBy: frozen.approvedBy,
    changedAt: frozen.approvedAt,
    photoIds: manifest.photos.map((photo) => photo.photoId),
    late: { count: 0, names: [], at: null },
    shows: 'approved',
  };
}

type Stores = Pick<ReadStores, 'releases' | 'events'>;

/** The release as this caller may see it, or null. */
export async function viewFor(
  stores: Stores,
  caller: Pick<Caller, 'userId' | 'roles'>,
  release: ReleaseRecord,
): Promise<ReleaseRecord | null> {
  const sight = await sightOf(stores, caller, release);
  if (sight !== 'approved') return sight === null ? null : release;
  const frozen = await stores.releases.frozen(release.id);
  return frozen === null ? null : approvedView(release, frozen);
}

/** The same by its id. Refuses: `not_found`, also where it is not for the caller. */
export async function readable(
  stores: Stores,
  caller: Pick<Caller, 'userId' | 'roles'>,
  releaseId: Id,
): Promise<Outcome<ReleaseRecord>> {
  const release = await stores.releases.get(releaseId);
  const view = release === null ? null : await viewFor(stores, caller, release);
  return view === null ? refused('not_found') : done(view);
}
