import type { Id } from '../../contract/basics.ts';
import type { ReleaseState } from '../../contract/release-nouns.ts';
import type { Guest } from '../../contract/releases.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome } from '../outcome.ts';
import { reachable, reachesOnlyOpen, reachesOnlyOwn, within } from './reach.ts';
import type { ReleaseRecord } from './release-store.ts';

/** Releases the caller may see, the newest change first. */
export async function listReleases(
  ports: Pick<Newsroom, 'read'>,
  caller: Caller,
  input: {
    readonly states: readonly ReleaseState[];
    readonly eventId?: Id | undefined;
    readonly mine: boolean;
    readonly search: string;
    readonly before?: string | undefined;
    readonly limit: number;
  },
): Promise<Outcome<ReleaseRecord[]>> {
  const { mine, ...filter } = input;
  const own = mine || reachesOnlyOwn(caller);
  return ports.read(async (stores) => {
    const seen: ReleaseRecord[] = [];
    // whoever may not see all of a page gets the next one, too: a short answer means that there is no more
    for (let before = filter.before; ; ) {
      const found = await stores.releases.list({ ...filter, before, ...(own ? { createdBy: caller.userId } : {}) });
      for (const release of found) if (await within(stores, caller, release)) seen.push(release);
      const last = found.at(-1);
      if (last === undefined || found.length < filter.limit || seen.length >= filter.limit)
        return done(seen.slice(0, filter.limit));
      before = last.changedAt;
    }
  });
}

export async function getRelease(
  ports: Pick<Newsroom, 'read'>,
  caller: Caller,
  input: { readonly releaseId: Id },
): Promise<Outcome<ReleaseRecord>> {
  return ports.read((stores) => reachable(stores, caller, input.releaseId));
}

/** People quoted without being in the register. Who sees no drafts does not learn who is quoted in them. */
export async function listGuests(ports: Pick<Newsroom, 'read'>, caller: Caller): Promise<Outcome<Guest[]>> {
  const outside = { ...caller, roles: caller.roles.filter((role) => role !== 'contributor') };
  const own = reachesOnlyOwn(caller) || reachesOnlyOpen(outside);
  return ports.read(async ({ releases }) => done(await releases.guests(own ? caller.userId : undefined)));
}
