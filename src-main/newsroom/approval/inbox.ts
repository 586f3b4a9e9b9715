import type { Waiting } from '../../contract/approval-nouns.ts';
import { may } from '../access.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import { within } from '../releases/reach.ts';
import { handsOf } from './acting-role.ts';
import { writersOf } from './own-text.ts';

/** More than this wait nowhere; a list this long is read from its oldest end. */
const MOST = 200;

/** *Menunggu keputusan*: what was submitted and not decided, the longest waiting first. */
export async function inboxOf(ports: Pick<Newsroom, 'read'>, caller: Caller): Promise<Outcome<Waiting[]>> {
  return ports.read(async (stores) => done(await waitingFor(stores, caller)));
}

/** How many texts the caller can decide, and how many of their own came back to them. */
export async function countsOf(
  ports: Pick<Newsroom, 'read'>,
  caller: Caller,
): Promise<Outcome<{ toDecide: number; returned: number }>> {
  return ports.read(async (stores) => {
    const waiting = may(caller, 'releases.decide') ? await waitingFor(stores, caller) : [];
    const returned = may(caller, 'releases.write')
      ? await stores.releases.list({ states: ['returned'], createdBy: caller.userId, search: '', limit: MOST })
      : [];
    return done({
      toDecide: waiting.filter((release) => release.decidable === 'yes').length,
      returned: returned.length,
    });
  });
}

async function waitingFor(stores: ReadStores, caller: Caller): Promise<Waiting[]> {
  const office = await stores.office.get();
  const releases = await stores.releases.list({ states: ['submitted'], search: '', limit: MOST });
  const submissions = await stores.approval.lastSubmissions(releases.map((release) => release.id));
  const waiting: Waiting[] = [];
  for (const release of releases) {
    if (!(await within(stores, caller, release))) continue;
    const submission = submissions.find((decision) => decision.releaseId === release.id);
    const writers = await writersOf(stores, release, await stores.approval.decisions(release.id));
    const own = handsOf(caller).some((id) => writers.has(id)) && office?.selfApproval !== true;
    waiting.push({
      releaseId: release.id,
      eventId: release.eventId,
      kind: release.kind,
      infoClass: release.infoClass,
      embargoUntil: release.embargoUntil,
      title: release.title,
      excerpt: release.excerpt,
      words: release.words,
      photos: release.photoIds.length,
      workingVersion: release.workingVersion,
      submittedAt: submission?.at ?? release.changedAt,
      submittedBy: submission?.userName ?? release.changedBy,
      note: submission?.note ?? '',
      decidable: own ? 'own' : 'yes',
    });
  }
  return waiting.sort((a, b) => a.submittedAt.localeCompare(b.submittedAt));
}
