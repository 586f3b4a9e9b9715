import type { Id } from '../../contract/basics.ts';
import type { ReleaseState } from '../../contract/release-nouns.ts';
import type { Guest } from '../../contract/releases.ts';
import { may } from '../access.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome } from '../outcome.ts';
import { readable, viewFor } from './approved-view.ts';
import { reachesOnlyOwn, readsOnlyApproved } from './reach.ts';
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
    readonly before?: { readonly changedAt: string; readonly id: Id } | undefined;
    readonly limit: number;
  },
): Promise<Outcome<ReleaseRecord[]>> {
  const { mine, ...filter } = input;
  const own = mine || reachesOnlyOwn(caller);
  return ports.read(async (stores) => {
    const seen: ReleaseRecord[] = [];
    // who reads only what was approved is told when that was; the list is in the order of the last change
    const last = filter.before && readsOnlyApproved(caller) ? await stores.releases.get(filter.before.id) : null;
    // whoever may not see all of a page gets the next one, too: a short answer means that there is no more
    for (let before = last ?? filter.before; ; ) {
      const found = await stores.releases.list({
        ...filter,
        before,
        ...(own ? { createdBy: caller.userId } : {}),
        // words of drafts must not be found either
        ...(readsOnlyApproved(caller) ? { approvedBut: may(caller, 'releases.write') ? caller.userId : null } : {}),
      });
      for (const release of found) {
        const view = await viewFor(stores, caller, release);
        if (view !== null) seen.push(view);
      }
      const end = found.at(-1);
      if (end === undefined || found.length < filter.limit || seen.length >= filter.limit)
        return done(seen.slice(0, filter.limit));
      before = end;
    }
  });
}

export async function getRelease(
  ports: Pick<Newsroom, 'read'>,
  caller: Caller,
  input: { readonly releaseId: Id },
): Promise<Outcome<ReleaseRecord>> {
  return ports.read((stores) => readable(stores, caller, input.releaseId));
}

/** People quoted without being in the register. Who sees no drafts does not learn who is quoted in them. */
export async function listGuests(ports: Pick<Newsroom, 'read'>, caller: Caller): Promise<Outcome<Guest[]>> {
  const own = reachesOnlyOwn(caller) || readsOnlyApproved(caller);
  return ports.read(async ({ releases }) => done(await releases.guests(own ? caller.userId : undefined)));
}
