import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, type TestCore, testCore } from '../../builders/core.ts';
import { addPhoto, draft } from '../../builders/draft.ts';
import { bodyOf, paragraph, typeInto } from '../../builders/typing.ts';

type Person = Awaited<ReturnType<TestCore['as']>>;
let test: TestCore;
let writer: Person;
let head: Person;
let other: Person;
beforeEach(async () => {
  test = await testCore();
  writer = await test.as('writer');
  head = await test.as('head');
  other = await test.as('head');
});
afterEach(() => test.end());

const refusal = (code: string) => expect.objectContaining({ data: expect.objectContaining({ code }) });

async function acc(client: Client, releaseId: string) {
  const { contentHash } = await client.approval.sheet({ releaseId });
  return client.approval.approve({ releaseId, seenHash: contentHash });
}

/** Refused in every place where it is said or decided: sheet, inbox, approve, and correct and approve. */
async function isOwn({ client }: Person, releaseId: string): Promise<void> {
  const sheet = await client.approval.sheet({ releaseId });
  expect(sheet.decide).toBe('own');
  expect(sheet.facts[0]).toMatchObject({ code: 'own_text', blocks: true });
  expect(await client.approval.inbox({})).toMatchObject([{ releaseId, decidable: 'own' }]);
  const seen = { releaseId, seenHash: sheet.contentHash };
  await expect(client.approval.approve(seen)).rejects.toEqual(refusal('own_text'));
  await expect(client.approval.correctAndApprove({ ...seen, corrections: { title: 'Lain' } })).rejects.toEqual(
    refusal('own_text'),
  );
}

const submit = (releaseId: string) => writer.client.approval.submit({ releaseId });
const typedBy = ({ client }: Person, releaseId: string, words: string) =>
  typeInto(client, releaseId, { title: words, body: bodyOf(paragraph(`${words} di Denpasar.`)) });

describe('no way around: own words are not approved by who wrote them', () => {
  it('not by returning them and having them submitted again as they are', async () => {
    const { id } = await draft(writer.client);
    await typedBy(head, id, 'Semua Kata Kepala');
    await submit(id);
    await isOwn(head, id);
    await head.client.approval.return({ releaseId: id, note: 'Ajukan lagi.' });
    await submit(id);
    await isOwn(head, id);
    // nor when somebody else returns them
    await other.client.approval.return({ releaseId: id, note: 'Cek.' });
    await submit(id);
    await isOwn(head, id);
    expect((await acc(other.client, id)).version).toBe(1);
  });

  it('but a text that somebody else worked over after the return is theirs', async () => {
    const { id } = await draft(writer.client);
    await typedBy(head, id, 'Kata Kepala');
    await submit(id);
    await head.client.approval.return({ releaseId: id, note: 'Tulis ulang.' });
    await typedBy(writer, id, 'Kata Penulis');
    await submit(id);
    expect((await acc(head.client, id)).approvedBy).toBe(head.caller.name);
  });

  it('not by a caption written before the release was begun, nor by a credit for many photos', async () => {
    const photoId = await addPhoto(test, { caption: '' });
    const [photo] = await head.client.photos.byIds({ ids: [photoId] });
    await head.client.photos.change({ id: photoId, version: photo?.version ?? 0, caption: 'Kata kepala di foto.' });
    test.clock.move({ hours: 24 });
    const first = await draft(writer.client);
    await writer.client.releases.attachPhotos({ releaseId: first.id, photoIds: [photoId] });
    await submit(first.id);
    await isOwn(head, first.id);
    await acc(other.client, first.id);

    const [one, two] = [await addPhoto(test), await addPhoto(test)];
    const second = await draft(writer.client);
    await writer.client.releases.attachPhotos({ releaseId: second.id, photoIds: [two] });
    await submit(second.id);
    test.clock.move({ minutes: 1 });
    await head.client.photos.creditMany({ ids: [one, two], credit: 'Kepala sendiri' });
    await isOwn(head, second.id);
  });

  it('words that were approved by another are nobody’s own in the next version', async () => {
    const photoId = await addPhoto(test, { caption: '' });
    const [photo] = await head.client.photos.byIds({ ids: [photoId] });
    await head.client.photos.change({ id: photoId, version: photo?.version ?? 0, caption: 'Kata kepala di foto.' });
    const { id } = await draft(writer.client);
    await writer.client.releases.attachPhotos({ releaseId: id, photoIds: [photoId] });
    await submit(id);
    await acc(other.client, id);
    test.clock.move({ minutes: 1 });
    await head.client.approval.newVersion({ releaseId: id });
    await typedBy(writer, id, 'Ralat Penulis');
    await submit(id);
    expect((await acc(head.client, id)).version).toBe(2);
  });

  it('a head may change everything while approving: it is one act and says so', async () => {
    const { id } = await draft(writer.client);
    await submit(id);
    const { contentHash } = await head.client.approval.sheet({ releaseId: id });
    const body = bodyOf(paragraph('Seluruhnya kata kepala.'));
    const frozen = await head.client.approval.correctAndApprove({
      releaseId: id,
      seenHash: contentHash,
      corrections: { title: 'Judul Kepala', body },
    });
    expect(frozen.manifest.title).toBe('Judul Kepala');
    const { decisions } = await writer.client.approval.history({ releaseId: id });
    expect(decisions[0]).toMatchObject({ act: 'corrected', userName: head.caller.name, self: false });
  });

  it('not by becoming head after having written it', async () => {
    const { id } = await draft(writer.client);
    await submit(id);
    await test.first.client.people.change({ id: writer.caller.userId, roles: ['writer', 'head'] });
    const promoted = { ...writer.caller, roles: ['writer', 'head'] as const };
    await isOwn({ caller: promoted, client: test.clientOf(promoted) }, id);
  });

  it('not by a release one began for others to write', async () => {
    const { id } = await head.client.releases.create({ eventId: null });
    await typedBy(writer, id, 'Kata Penulis');
    await submit(id);
    await isOwn(head, id);
  });

  it('an office of one that becomes two: the rule of the moment of approving counts, and the label with it', async () => {
    const alone = await testCore({ people: 1 });
    try {
      const me = alone.first.client;
      const own = await draft(me);
      await me.approval.submit({ releaseId: own.id });
      expect((await me.approval.sheet({ releaseId: own.id })).decide).toBe('self');
      const second = await alone.as('head');
      await me.office.change({ version: 1, selfApproval: false, people: 2 });
      const { contentHash, decide } = await me.approval.sheet({ releaseId: own.id });
      expect(decide).toBe('own');
      await expect(me.approval.approve({ releaseId: own.id, seenHash: contentHash })).rejects.toEqual(
        refusal('own_text'),
      );
      await acc(second.client, own.id);
      const { versions } = await me.approval.history({ releaseId: own.id });
      expect(versions[0]?.self).toBe(false);
      // a head cannot lift the rule for themselves
      await expect(second.client.office.change({ version: 2, selfApproval: true })).rejects.toEqual(
        refusal('not_allowed'),
      );
    } finally {
      await alone.end();
    }
  });
});
