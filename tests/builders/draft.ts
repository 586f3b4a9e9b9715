import { createHash } from 'node:crypto';
import type { Release, ReleaseKind } from '../../src-main/contract/release-nouns.ts';
import { done } from '../../src-main/newsroom/outcome.ts';
import type { Client, TestCore } from './core.ts';
import { bodyOf, paragraph, quote, typeInto } from './typing.ts';

/** A draft with title and two paragraphs, ready to be submitted. */
export async function draft(
  client: Client,
  { kind = 'rilis_kegiatan', title = 'Wali Kota Tinjau Pasar Badung' }: { kind?: ReleaseKind; title?: string } = {},
): Promise<Release> {
  const release = await client.releases.create({ eventId: null, kind });
  await typeInto(client, release.id, {
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
