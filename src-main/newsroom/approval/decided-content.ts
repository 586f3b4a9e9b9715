import type { Id } from '../../contract/basics.ts';
import { type Manifest, manifestSchema } from '../../contract/release-nouns.ts';
import type { ReadStores } from '../ports.ts';
import type { DecisionRecord } from './approval-store.ts';

/** What lay before the person at this decision; null where none was kept. */
export async function decidedContent(
  stores: Pick<ReadStores, 'approval' | 'releases'>,
  releaseId: Id,
  decision: DecisionRecord,
): Promise<Manifest | null> {
  if (decision.act !== 'returned') return (await stores.releases.frozen(releaseId, decision.version))?.manifest ?? null;
  const content = await stores.approval.contentOf(decision.id);
  return content === null ? null : manifestSchema.parse(JSON.parse(content));
}
