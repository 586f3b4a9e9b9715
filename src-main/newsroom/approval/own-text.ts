import type { Id } from '../../contract/basics.ts';
import type { ReadStores } from '../ports.ts';
import type { ReleaseRecord } from '../releases/release-store.ts';
import type { DecisionRecord } from './approval-store.ts';

type Stores = Pick<ReadStores, 'approval'>;

/**
 * Who wrote this draft: who began the release, who submitted it, and who edited its text or the captions of its photos since the
 * last decision. What a head corrected while approving does not make them a writer.
 * @param decisions of the release, newest first
 * @returns name by person
 */
export async function writersOf(
  stores: Stores,
  release: ReleaseRecord,
  decisions: readonly DecisionRecord[],
): Promise<ReadonlyMap<Id, string>> {
  const last = decisions.findIndex((decision) => decision.act !== 'submitted' && decision.act !== 'new_version');
  const since = last === -1 ? decisions : decisions.slice(0, last);
  const submitted = since.find((decision) => decision.act === 'submitted');
  const edited = await stores.approval.writersSince(release.id, decisions[last]?.id ?? null);
  const captioned = await stores.approval.captionersSince(release.photoIds, decisions[last]?.at ?? release.createdAt);
  return new Map([
    [release.createdBy.id, release.createdBy.name],
    ...captioned.map((writer) => [writer.userId, writer.userName] as const),
    ...edited.map((writer) => [writer.userId, writer.userName] as const),
    ...(submitted === undefined ? [] : [[submitted.userId, submitted.userName] as const]),
  ]);
}
