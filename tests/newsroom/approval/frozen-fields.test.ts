import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manifestPhotoSchema, manifestSchema } from '../../../src-main/contract/release-nouns.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { addPhoto, draft } from '../../builders/draft.ts';
import { bodyOf, paragraph, typeInto } from '../../builders/typing.ts';

type Person = Awaited<ReturnType<TestCore['as']>>;
let test: TestCore;
let writer: Person;
let editor: Person;
let head: Person;
let photos: [string, string, string];
beforeEach(async () => {
  test = await testCore();
  writer = await test.as('writer');
  editor = await test.as('editor');
  head = await test.as('head');
  photos = [await addPhoto(test), await addPhoto(test), await addPhoto(test)];
});
afterEach(() => test.end());

type Mutation = (person: Person, releaseId: string) => Promise<unknown>;
const details =
  (fields: object): Mutation =>
  async ({ client }, releaseId) =>
    client.releases.setDetails({ releaseId, version: (await client.releases.get({ releaseId })).version, ...fields });
const words =
  (fields: object): Mutation =>
  async ({ client }) => {
    const [photo] = await client.photos.byIds({ ids: [photos[0]] });
    return client.photos.change({ id: photos[0], version: photo?.version ?? 0, ...fields });
  };

/** Every field of the canonical manifest, and every act of the contract that reaches it. */
const mutations: Record<string, Record<string, Mutation>> = {
  title: { typing: ({ client }, id) => typeInto(client, id, { title: 'Judul Lain' }) },
  dateline: { typing: ({ client }, id) => typeInto(client, id, { dateline: 'BADUNG' }) },
  body: { typing: ({ client }, id) => typeInto(client, id, { body: bodyOf(paragraph('Isi lain.')) }) },
  kind: { setDetails: details({ kind: 'klarifikasi' }) },
  infoClass: { setDetails: details({ infoClass: 'setiap_saat' }) },
  embargoUntil: { setDetails: details({ embargoUntil: '2030-01-01T00:00:00.000Z' }) },
  photos: {
    attachPhotos: ({ client }, id) => client.releases.attachPhotos({ releaseId: id, photoIds: [photos[2]] }),
    detachPhoto: ({ client }, id) => client.releases.detachPhoto({ releaseId: id, photoId: photos[0] }),
    orderPhotos: ({ client }, id) => client.releases.orderPhotos({ releaseId: id, photoIds: [photos[1], photos[0]] }),
  },
};
/** Words of a photo belong to the library: they may change after an approval, and what was approved keeps its own. */
const photoWords: Record<string, Record<string, Mutation>> = {
  caption: { change: words({ caption: 'Keterangan lain.' }) },
  credit: {
    change: words({ credit: 'Kredit lain' }),
    creditMany: ({ client }) => client.photos.creditMany({ ids: [photos[0]], credit: 'Kredit massal' }),
  },
  alt: { change: words({ alt: 'Yang tampak.' }) },
};
const cases = (of: typeof mutations) =>
  Object.entries(of).flatMap(([field, acts]) => Object.entries(acts).map(([act, run]) => [field, act, run] as const));

/** Fields nothing in the contract can move: the schema is the program's, picture and hash are those of the file. */
const fixed = { manifest: ['schemaVersion'], photo: ['photoId', 'sha256', 'crop'] };

it('walks every field of the manifest', () => {
  expect([...Object.keys(mutations), ...fixed.manifest].sort()).toEqual(Object.keys(manifestSchema.shape).sort());
  expect([...Object.keys(photoWords), ...fixed.photo].sort()).toEqual(Object.keys(manifestPhotoSchema.shape).sort());
});

async function submitted(): Promise<string> {
  const { id } = await draft(writer.client);
  await writer.client.releases.attachPhotos({ releaseId: id, photoIds: [photos[0], photos[1]] });
  await writer.client.approval.submit({ releaseId: id });
  return id;
}
const hash = async (releaseId: string) => (await head.client.approval.sheet({ releaseId })).contentHash;
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.data?.code as string,
  );

describe('while it lies before the head', () => {
  it.each(cases(mutations))('%s by %s is locked for its writer', async (_field, _act, run) => {
    const releaseId = await submitted();
    const seen = await hash(releaseId);
    expect(await code(run(writer, releaseId))).toBe('release_locked');
    expect(await hash(releaseId)).toBe(seen);
  });

  it.each([...cases(mutations), ...cases(photoWords)])(
    '%s by %s makes what the head has seen old',
    async (_field, _act, run) => {
      const releaseId = await submitted();
      const seen = await hash(releaseId);
      await run(editor, releaseId);
      expect(await hash(releaseId)).not.toBe(seen);
      expect(await code(head.client.approval.approve({ releaseId, seenHash: seen }))).toBe('content_changed');
      expect(
        await code(head.client.approval.correctAndApprove({ releaseId, seenHash: seen, corrections: { title: 'X' } })),
      ).toBe('content_changed');
    },
  );
});

describe('after the approval', () => {
  it.each(cases(mutations))('%s by %s wants a new version first, from everybody', async (_field, _act, run) => {
    const releaseId = await submitted();
    const { contentHash } = await head.client.approval.approve({ releaseId, seenHash: await hash(releaseId) });
    for (const person of [writer, editor, head]) expect(await code(run(person, releaseId))).toBe('release_locked');
    expect(await hash(releaseId)).toBe(contentHash);
    await writer.client.approval.newVersion({ releaseId });
    await run(writer, releaseId);
    expect(await hash(releaseId)).not.toBe(contentHash);
    // the old one still is what it was, and is not what waits for an approval
    const { versions } = await writer.client.approval.history({ releaseId });
    expect(versions.map((one) => one.contentHash)).toEqual([contentHash]);
    expect((await writer.client.releases.get({ releaseId })).state).toBe('draft');
    expect(await code(head.client.approval.approve({ releaseId, seenHash: contentHash }))).toBe('state_not_possible');
  });

  it.each(cases(photoWords))('%s by %s changes the library, not what was approved', async (_field, _act, run) => {
    const releaseId = await submitted();
    const { contentHash, manifest } = await head.client.approval.approve({
      releaseId,
      seenHash: await hash(releaseId),
    });
    await run(editor, releaseId);
    const sheet = await head.client.approval.sheet({ releaseId });
    expect([sheet.contentHash, sheet.manifest]).toEqual([contentHash, manifest]);
  });
});

describe('two at the same moment', () => {
  it('a text taken back while the head has the sheet open cannot be approved from it', async () => {
    const releaseId = await submitted();
    const seen = await hash(releaseId);
    await editor.client.approval.return({ releaseId, note: 'Ditarik dulu.' });
    expect(await code(head.client.approval.approve({ releaseId, seenHash: seen }))).toBe('state_not_possible');
    expect(await code(head.client.approval.correctAndApprove({ releaseId, seenHash: seen, corrections: {} }))).toBe(
      'state_not_possible',
    );
  });

  it('one approves while another corrects and approves: one version, one decision', async () => {
    const releaseId = await submitted();
    const second = await test.as('head');
    const seenHash = await hash(releaseId);
    const ends = await Promise.all([
      code(head.client.approval.approve({ releaseId, seenHash })),
      code(second.client.approval.correctAndApprove({ releaseId, seenHash, corrections: { title: 'Dua' } })),
      code(editor.client.approval.return({ releaseId, note: 'Tiga' })),
    ]);
    expect(ends.filter((end) => end === 'done')).toHaveLength(1);
    expect(ends.filter((end) => end === 'state_not_possible')).toHaveLength(2);
    const { decisions, versions } = await head.client.approval.history({ releaseId });
    expect(decisions.filter((one) => one.act !== 'submitted')).toHaveLength(1);
    expect(versions.length).toBe(ends[2] === 'done' ? 0 : 1);
  });
});
