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

const decided: readonly Release['state'][] = ['approved', 'distributed', 'withdrawn'];

/** Whether this caller may see this release at all. A release out of reach is `not_found`: nobody learns that it exists. */
export async function within(
  stores: Pick<ReadStores, 'events'>,
  caller: Reader,
  release: Pick<Release, 'createdBy' | 'state' | 'eventId'>,
): Promise<boolean> {
  const own = release.createdBy.id === caller.userId;
  const open = async () => {
    if (!decided.includes(release.state)) return false;
    if (release.eventId === null) return true;
    const event = await stores.events.byId(release.eventId);
    return event === null || maySee(caller, event);
  };
  if (reachesOnlyOpen({ ...caller, roles: without(caller, 'contributor') })) return own || (await open());
  return !reachesOnlyOwn(caller) || own;
}

/** The release, when this caller may see it. */
export async function reachable(
  stores: Pick<ReadStores, 'releases' | 'events'>,
  caller: Reader,
  releaseId: Id,
): Promise<Outcome<ReleaseRecord>> {
  const release = await stores.releases.get(releaseId);
  if (release === null || !(await within(stores, caller, release))) return refused('not_found');
  return done(release);
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
