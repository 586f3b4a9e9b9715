import type { Id } from '../../contract/basics.ts';
import type { ReleaseState } from '../../contract/release-nouns.ts';
import type { Guest } from '../../contract/releases.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome } from '../outcome.ts';
import { reachable, reachesOnlyOwn, within } from './reach.ts';
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
    const found = await stores.releases.list(own ? { ...filter, createdBy: caller.userId } : filter);
    const seen: ReleaseRecord[] = [];
    for (const release of found) if (await within(stores, caller, release)) seen.push(release);
    return done(seen);
  });
}

export async function getRelease(
  ports: Pick<Newsroom, 'read'>,
  caller: Caller,
  input: { readonly releaseId: Id },
): Promise<Outcome<ReleaseRecord>> {
  return ports.read((stores) => reachable(stores, caller, input.releaseId));
}

/** People quoted without being in the register. */
export async function listGuests(ports: Pick<Newsroom, 'read'>, caller: Caller): Promise<Outcome<Guest[]>> {
  return ports.read(async ({ releases }) =>
    done(await releases.guests(reachesOnlyOwn(caller) ? caller.userId : undefined)),
  );
}
