import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../src-main/contract/rights.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { addPhoto, draft } from '../../builders/draft.ts';
import { typeInto } from '../../builders/typing.ts';
import { acc, refusal } from './desk.ts';

type Person = Awaited<ReturnType<TestCore['as']>>;

let test: TestCore;
let writer: Person;
let head: Person;
beforeEach(async () => {
  test = await testCore();
  writer = await test.as('writer');
  head = await test.as('head');
});
afterEach(() => test.end());

async function submitted(options: Parameters<typeof draft>[1] = {}, by = writer) {
  const release = await draft(by.client, options);
  return by.client.approval.submit({ releaseId: release.id });
}

describe('own text', () => {
  const approvers: readonly Role[][] = [
    ['head'],
    ['final_approver'],
    ['head', 'writer'],
    ['head', 'editor'],
    ['final_approver', 'writer'],
    ['final_approver', 'contributor'],
  ];

  it.each(approvers.filter((roles) => roles.length > 1))(
    'created and submitted by %s + %s: another must decide',
    async (...roles) => {
      const me = await test.as(...(roles as Role[]));
      const { id: releaseId } = await submitted({}, me);
      expect(await me.client.approval.sheet({ releaseId })).toMatchObject({
        decide: 'own',
        facts: [{ code: 'own_text', blocks: true }],
      });
      expect(await me.client.approval.inbox({})).toMatchObject([{ decidable: 'own' }]);
      await expect(acc(me.client, releaseId)).rejects.toEqual(refusal('own_text'));
      expect((await acc(head.client, releaseId)).version).toBe(1);
    },
  );

  it.each(approvers)('written by another: %s %s may decide', async (...roles) => {
    const me = await test.as(...roles.filter((role) => role !== undefined));
    const { id: releaseId } = await submitted();
    expect((await acc(me.client, releaseId)).approvedBy).toBe(me.caller.name);
  });

  it.each([
    ['writer'],
    ['editor'],
    ['admin'],
    ['observer'],
    ['documentation'],
    ['contributor'],
    ['channel_manager'],
    ['protocol'],
  ] as Role[][])('%s approves nothing', async (...roles) => {
    const me = await test.as(...roles);
    const { id: releaseId } = await submitted();
    const { contentHash } = await head.client.approval.sheet({ releaseId });
    await expect(me.client.approval.approve({ releaseId, seenHash: contentHash })).rejects.toEqual(
      refusal('not_allowed'),
    );
    await expect(
      me.client.approval.correctAndApprove({ releaseId, seenHash: contentHash, corrections: {} }),
    ).rejects.toEqual(refusal('not_allowed'));
  });

  it('counts who edited after the submission, and only since the last decision', async () => {
    const { id: releaseId } = await submitted();
    await typeInto(head.client, releaseId, { title: 'Disunting Kepala' });
    await expect(acc(head.client, releaseId)).rejects.toEqual(refusal('own_text'));
    await head.client.approval.return({ releaseId, note: 'Periksa lagi.' });
    await typeInto(writer.client, releaseId, { title: 'Ditulis Ulang' });
    await writer.client.approval.submit({ releaseId });
    expect((await acc(head.client, releaseId)).version).toBe(1);
  });

  it('counts late words from when they were let in', async () => {
    const both = await test.as('head', 'writer');
    const { id: releaseId } = await submitted();
    await acc(head.client, releaseId);
    await typeInto(both.client, releaseId, { title: 'Kata Terlambat' }, true);
    await writer.client.approval.newVersion({ releaseId });
    await writer.client.approval.submit({ releaseId });
    await expect(acc(both.client, releaseId)).rejects.toEqual(refusal('own_text'));
  });

  it('is labelled everywhere when the office allows it', async () => {
    await test.first.client.office.change({ version: 1, selfApproval: true });
    const me = await test.as('head', 'writer');
    const { id: releaseId } = await submitted({}, me);
    expect((await me.client.approval.sheet({ releaseId })).decide).toBe('self');
    await acc(me.client, releaseId);
    const { decisions, versions } = await me.client.approval.history({ releaseId });
    expect(decisions[0]).toMatchObject({ act: 'approved', self: true });
    expect(versions[0]).toMatchObject({ self: true });
    const trail = await head.client.audit.list({ subjectId: releaseId, limit: 50 });
    expect(trail.find((line) => line.act === 'approval.approved')?.details).toMatchObject({ selfApproval: true });
  });
});

it('counts who wrote a caption as a writer: media read those words too', async () => {
  const photoId = await addPhoto(test, { caption: 'Keterangan lama', credit: 'Prokopim' });
  const release = await draft(writer.client);
  await writer.client.releases.attachPhotos({ releaseId: release.id, photoIds: [photoId] });
  await writer.client.approval.submit({ releaseId: release.id });
  test.clock.move({ minutes: 5 });
  const [photo] = await head.client.photos.byIds({ ids: [photoId] });
  await head.client.photos.change({ id: photoId, version: photo?.version ?? 0, caption: 'Keterangan dari kepala' });
  await expect(acc(head.client, release.id)).rejects.toEqual(refusal('own_text'));
  const other = await test.as('head');
  expect((await acc(other.client, release.id)).version).toBe(1);
});
