import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestCore, testCore } from '../../builders/core.ts';
import { addPhoto, draft } from '../../builders/draft.ts';

let test: TestCore;
beforeEach(async () => {
  test = await testCore();
});
afterEach(() => test.end());

const refusal = (code: string) => ({ data: { code } });

it('a contributor cannot read the words of a photo by putting it into a text of their own', async () => {
  const contributor = await test.as('contributor');
  const photoId = await addPhoto(test, { caption: 'Belum untuk umum.' });
  const release = await draft(contributor.client);
  await expect(
    contributor.client.releases.attachPhotos({ releaseId: release.id, photoIds: [photoId] }),
  ).rejects.toMatchObject(refusal('not_found'));
  await test.first.client.releases.attachPhotos({ releaseId: release.id, photoIds: [photoId] });
});

it('an observer finds what is approved behind any number of drafts', async () => {
  const writer = await test.as('writer');
  const head = await test.as('head');
  const observer = await test.as('observer');
  const { id: releaseId } = await draft(writer.client);
  await writer.client.approval.submit({ releaseId });
  const { contentHash } = await head.client.approval.sheet({ releaseId });
  await head.client.approval.approve({ releaseId, seenHash: contentHash });
  for (let more = 0; more < 5; more += 1) {
    test.clock.move({ minutes: 1 });
    await writer.client.releases.create({ eventId: null });
  }
  expect((await observer.client.releases.list({ limit: 2 })).map((release) => release.id)).toEqual([releaseId]);
});

it('pages lose nothing where many were changed in the same instant', async () => {
  const writer = await test.as('writer');
  const head = await test.as('head');
  const observer = await test.as('observer');
  const all: string[] = [];
  for (let more = 0; more < 5; more += 1) {
    const { id: releaseId } = await draft(writer.client, { title: `Siaran pers ${more}` });
    await writer.client.approval.submit({ releaseId });
    const { contentHash } = await head.client.approval.sheet({ releaseId });
    await head.client.approval.approve({ releaseId, seenHash: contentHash });
    all.push(releaseId);
  }
  // two are being written again: who reads only what was approved is told of another instant than the list is ordered by
  test.clock.move({ minutes: 1 });
  for (const releaseId of all.slice(0, 2)) await writer.client.approval.newVersion({ releaseId });
  for (const { client } of [writer, observer]) {
    const seen: string[] = [];
    for (let page = await client.releases.list({ limit: 2 }); page.length > 0; ) {
      seen.push(...page.map((release) => release.id));
      const last = page.at(-1);
      page = await client.releases.list({
        limit: 2,
        ...(last && { before: { changedAt: last.changedAt, id: last.id } }),
      });
    }
    expect(seen).toHaveLength(5);
    expect([...seen].sort()).toEqual([...all].sort());
  }
});

it('an observer learns nothing of an import for a closed event', async () => {
  const event = await test.first.client.agenda.add({
    title: 'Rapat tertutup',
    start: '2025-11-20T08:00',
    zone: 'Asia/Makassar',
    pressAccess: 'closed',
  });
  const { id } = await test.first.client.photos.importBegin({
    eventId: event.id,
    files: [{ name: 'calon-pejabat.jpg', size: 1000, lastModified: 1 }],
  });
  const observer = await test.as('observer');
  await expect(observer.client.photos.importState({ importId: id })).rejects.toMatchObject(refusal('not_found'));
  const protocol = await test.as('protocol');
  expect((await protocol.client.photos.importState({ importId: id })).files).toHaveLength(1);
});

it('an observer does not learn who is quoted in drafts', async () => {
  const writer = await test.as('writer');
  const observer = await test.as('observer');
  await test.core.start();
  await draft(writer.client);
  test.clock.move({ minutes: 1 });
  test.core.runner.wake();
  await test.core.runner.idle();
  expect(await writer.client.releases.guests({})).toHaveLength(1);
  expect(await observer.client.releases.guests({})).toEqual([]);
});
