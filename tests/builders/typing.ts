import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../src-main/contract/index.ts';
import { correctionUpdate, type TextCorrections } from '../../src-main/text/corrected.ts';
import type { TextNode } from '../../src-main/text/release-document.ts';
import { SCHEMA_VERSION } from '../../src-main/text/schema.ts';

export const paragraph = (words: string): TextNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text: words }],
});
export const quote = (words: string, name = ''): TextNode => ({
  type: 'quote',
  attrs: name === '' ? {} : { name, position: 'Wali Kota Denpasar', shortName: name, verb: 'ujar' },
  content: [{ type: 'text', text: words }],
});
export const bodyOf = (...blocks: readonly TextNode[]): TextNode => ({ type: 'doc', content: blocks });

type Writes = Pick<ContractRouterClient<Contract>, 'releaseText'>;

/** Types over what stands in a text, as a page would: one update on top of it. */
export async function typeInto(rpc: Writes, releaseId: string, words: TextCorrections, late = false): Promise<void> {
  const open = await rpc.releaseText.open({ releaseId });
  const updates = [...(open.snapshot === null ? [] : [open.snapshot]), ...open.updates.map(({ update }) => update)];
  const update = correctionUpdate(
    updates.map((one) => new Uint8Array(Buffer.from(one, 'base64'))),
    words,
  );
  if (update === null || update === 'invalid') throw new Error(`nothing typed: ${update}`);
  await rpc.releaseText.append({
    releaseId,
    origin: 'uji',
    update: Buffer.from(update).toString('base64'),
    schemaVersion: SCHEMA_VERSION,
    late,
  });
}
