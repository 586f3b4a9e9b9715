import type { Id } from '../../contract/basics.ts';
import type { ReadStores } from '../ports.ts';
import type { ReleaseRecord } from '../releases/release-store.ts';
import type { DecisionRecord } from './approval-store.ts';
import { decidedContent } from './decided-content.ts';

type Stores = Pick<ReadStores, 'approval' | 'releases' | 'photos'>;
type Named = ReadonlyMap<Id, string>;

/**
 * Who wrote this draft: who began the release, and who submitted it or edited its text or the words of its photos since the last
 * decision. What a head corrected while approving does not make them a writer.
 *
 * A return settles nothing by itself: it takes one's own words away only when somebody else has worked on the text after it. Else a
 * head could write, return it, have it submitted again as it is, and approve their own words.
 * @param decisions of the release, newest first
 * @returns name by person
 */
export async function writersOf(
  stores: Stores,
  release: ReleaseRecord,
  decisions: readonly DecisionRecord[],
): Promise<Named> {
  const looked = new Map<DecisionRecord | null, Promise<Hands>>();
  const since = (decision: DecisionRecord | null): Promise<Hands> => {
    const hands = looked.get(decision) ?? handsSince(stores, release, decisions, decision);
    looked.set(decision, hands);
    return hands;
  };
  const approval = decisions.find(isApproval) ?? null;
  const writers = new Map([[release.createdBy.id, release.createdBy.name]]);
  for (const [userId, name] of (await since(approval)).all) {
    let last = approval;
    for (const decision of decisions) {
      if (isApproval(decision)) break;
      if (decision.act !== 'returned') continue;
      if (![...(await since(decision)).edited.keys()].some((other) => other !== userId)) continue;
      last = decision;
      break;
    }
    if ((await since(last)).all.has(userId)) writers.set(userId, name);
  }
  return writers;
}

function isApproval({ act }: DecisionRecord): boolean {
  return act === 'approved' || act === 'corrected';
}

interface Hands {
  /** Who typed, captioned or submitted. */
  readonly all: Named;
  /** Who typed or captioned. */
  readonly edited: Named;
}

/** Whose hands were on it after this decision (null: since the beginning). */
async function handsSince(
  stores: Stores,
  release: ReleaseRecord,
  decisions: readonly DecisionRecord[],
  decision: DecisionRecord | null,
): Promise<Hands> {
  const after = decision === null ? decisions : decisions.slice(0, decisions.indexOf(decision));
  const typed = await stores.approval.writersSince(release.id, decision?.id ?? null);
  const edited = new Map([
    ...(await captionersOf(stores, release, decision)),
    ...typed.map(({ userId, userName }) => [userId, userName] as const),
  ]);
  const submitted = after.filter(({ act }) => act === 'submitted');
  return { all: new Map([...submitted.map(({ userId, userName }) => [userId, userName] as const), ...edited]), edited };
}

/**
 * Who wrote the words of the photos, as far as they did not lie before the decision: of a photo that was there only what changed
 * since, of one that came later everything, also what was written before the release was begun.
 */
async function captionersOf(
  stores: Stores,
  release: ReleaseRecord,
  decision: DecisionRecord | null,
): Promise<(readonly [Id, string])[]> {
  if (release.photoIds.length === 0) return [];
  const decided = decision === null ? null : await decidedContent(stores, release.id, decision);
  const known = new Set(decided?.photos.map((photo) => photo.photoId));
  const old = release.photoIds.filter((id) => known.has(id));
  const fresh = release.photoIds.filter((id) => !known.has(id));
  const found = [
    ...(await stores.approval.captionersSince(old, decision?.at ?? '')),
    ...(await stores.approval.captionersSince(fresh, '')),
  ];
  return found.map(({ userId, userName }) => [userId, userName] as const);
}
