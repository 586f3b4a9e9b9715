import { createHash } from 'node:crypto';
import type { Release, ReleaseKind } from '../../src-main/contract/release-nouns.ts';
import { done } from '../../src-main/newsroom/outcome.ts';
import { correctionUpdate, type TextCorrections } from '../../src-main/text/corrected.ts';
import type { TextNode } from '../../src-main/text/release-document.ts';
import { SCHEMA_VERSION } from '../../src-main/text/schema.ts';
import type { Client, TestCore } from './core.ts';

export const paragraph = (words: string): TextNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text: words }],
});
export const quote = (words: string, name = ''): TextNode => ({
  type: 'quote',
  attrs: name === '' ? {} : { name, position: 'Wali Kota Denpasar', shortName: name, verb: 'ujar', officialId: null },
  content: [{ type: 'text', text: words }],
});
export const bodyOf = (...blocks: readonly TextNode[]): TextNode => ({ type: 'doc', content: blocks });

/** Types over what stands in a text, as a page would: one update on top of it. */
export async function type(client: Client, releaseId: string, words: TextCorrections, late = false): Promise<void> {
  const open = await client.releaseText.open({ releaseId });
  const updates = [...(open.snapshot === null ? [] : [open.snapshot]), ...open.updates.map(({ update }) => update)];
  const update = correctionUpdate(
    updates.map((one) => new Uint8Array(Buffer.from(one, 'base64'))),
    words,
  );
  if (update === null || update === 'invalid') throw new Error(`nothing typed: ${update}`);
  await client.releaseText.append({
    releaseId,
    origin: 'uji',
    update: Buffer.from(update).toString('base64'),
    schemaVersion: SCHEMA_VERSION,
    late,
  });
}

/** A draft with title and two paragraphs, ready to be submitted. */
export async function draft(
  client: Client,
  { kind = 'rilis_kegiatan', title = 'Wali Kota Tinjau Pasar Badung' }: { kind?: ReleaseKind; title?: string } = {},
): Promise<Release> {
  const release = await client.releases.create({ eventId: null, kind });
  await type(client, release.id, {
    title,
    body: bodyOf(
      paragraph('Wali Kota Denpasar meninjau Pasar Badung, Kamis (20/11/2025).'),
      quote('Pasar ini milik kita bersama', 'I Gusti Ngurah Jaya Negara'),
    ),
  });
  return client.releases.get({ releaseId: release.id });
}

let pictures = 0;

/** A photo in the library, without a file behind it: approval reads only its words and its hash. */
export async function addPhoto(test: TestCore, words: { caption?: string; credit?: string } = {}): Promise<string> {
  pictures += 1;
  const sha256 = createHash('sha256').update(`foto ${pictures} ${test.folder}`).digest('hex');
  const id = test.core.newsroom.ids.next();
  const added = await test.core.newsroom.write(async (stores) => {
    await stores.photos.add({
      id,
      eventId: null,
      sha256,
      fileName: `foto-${pictures}.jpg`,
      format: 'jpeg',
      bytes: 1000,
      width: 600,
      height: 400,
      takenAt: null,
      camera: null,
      caption: words.caption ?? 'Wali Kota menyapa pedagang di Pasar Badung.',
      credit: words.credit ?? 'Humas Denpasar',
      alt: '',
      state: 'ready',
      preview: true,
      addedAt: test.clock.now().toString(),
      addedBy: test.first.caller.name,
      addedById: test.first.caller.userId,
      path: `uji/${pictures}.jpg`,
      verified: 'disk',
    });
    return done(undefined);
  });
  if (!added.ok) throw new Error(added.refusal.code);
  return id;
}
