import { expect } from 'vitest';
import type { Client } from '../../builders/core.ts';

/** What a call that is refused is rejected with. */
export const refusal = (code: string, more: object = {}) =>
  expect.objectContaining({ code: 'REFUSED', data: expect.objectContaining({ code, ...more }) });

/** Approves what lies on the sheet now, as a page does. */
export async function acc(client: Client, releaseId: string) {
  const { contentHash } = await client.approval.sheet({ releaseId });
  return client.approval.approve({ releaseId, seenHash: contentHash });
}
