import type { Id } from '../../contract/basics.ts';
import type { Release } from '../../contract/release-nouns.ts';
import { may } from '../access.ts';
import { maySee } from '../agenda/may-see.ts';
import type { Caller } from '../caller.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import type { ReleaseRecord } from './release-store.ts';

type Reader = Pick<Caller, 'userId' | 'roles'>;

/** A contributor, and nothing else, reaches only what is their own. */
export function reachesOnlyOwn(caller: Reader): boolean {
  return caller.roles.includes('contributor') && !may({ roles: without(caller, 'contributor') }, 'releases.read');
}

/** An observer, and nothing else, reads only what is not closed: approved releases of events that were not closed to the press. */
export function reachesOnlyOpen(caller: Reader): boolean {
  return caller.roles.includes('observer') && !may({ roles: without(caller, 'observer') }, 'releases.read');
}

function without(caller: Reader, role: Caller['roles'][number]): Caller['roles'] {
  return caller.roles.filter((held) => held !== role);
}

/**
 * What of a release this caller may read: the working text, only what was approved, or nothing at all. Who only looks reads
 * approved versions of what was not closed to the press, also while the next one is being written.
 */
export async function sightOf(
  stores: Pick<ReadStores, 'events'>,
  caller: Reader,
  release: Pick<Release, 'createdBy' | 'approvedVersion' | 'eventId'>,
): Promise<'draft' | 'approved' | null> {
  // who began it and does not write any more has become a reader like others
  const own = release.createdBy.id === caller.userId && may(caller, 'releases.write');
  if (own) return 'draft';
  if (readsOnlyApproved(caller)) {
    if (release.approvedVersion === null) return null;
    if (release.eventId === null) return 'approved';
    const event = await stores.events.byId(release.eventId);
    // one that is not there any more counts as closed, as it does for its photos
    return event !== null && maySee(caller, event) ? 'approved' : null;
  }
  return reachesOnlyOwn(caller) ? null : 'draft';
}

/** Only an observer, or an observer who hands in own texts as a contributor. */
export function readsOnlyApproved(caller: Reader): boolean {
  return reachesOnlyOpen({ ...caller, roles: without(caller, 'contributor') });
}

/** Whether this caller may see this release at all. A release out of reach is `not_found`: nobody learns that it exists. */
export async function within(
  stores: Pick<ReadStores, 'events'>,
  caller: Reader,
  release: Pick<Release, 'createdBy' | 'approvedVersion' | 'eventId'>,
): Promise<boolean> {
  return (await sightOf(stores, caller, release)) !== null;
}

/** The release, when this caller may read and follow its drafts. Refuses: `not_found`, `not_allowed` where only what was approved is for them. */
export async function reachable(
  stores: Pick<ReadStores, 'releases' | 'events'>,
  caller: Reader,
  releaseId: Id,
): Promise<Outcome<ReleaseRecord>> {
  const release = await stores.releases.get(releaseId);
  const sight = release === null ? null : await sightOf(stores, caller, release);
  if (release === null || sight === null) return refused('not_found');
  return sight === 'draft' ? done(release) : refused('not_allowed');
}

/**
 * Whether the caller may change text, photos and details now. A draft is open to everybody who writes (two people in one text is
 * the normal case); while it lies before the head only those may who edit drafts of others, so that what the head reads does not
 * move under the reader's eyes; from approval on nobody may.
 */
export function accessTo(caller: Reader, release: Pick<Release, 'state'>): 'write' | 'locked' | 'read' {
  if (!may(caller, 'releases.write')) return 'read';
  if (release.state === 'draft' || release.state === 'returned') return 'write';
  return release.state === 'submitted' && may(caller, 'releases.edit') ? 'write' : 'locked';
}

/** The release, when the caller may change it now. */
export async function writable(
  stores: Pick<ReadStores, 'releases' | 'events'>,
  caller: Reader,
  releaseId: Id,
): Promise<Outcome<ReleaseRecord>> {
  const found = await reachable(stores, caller, releaseId);
  if (!found.ok) return found;
  const access = accessTo(caller, found.value);
  if (access === 'read') return refused('not_allowed');
  return access === 'write' ? found : refused('release_locked', { state: found.value.state });
}
