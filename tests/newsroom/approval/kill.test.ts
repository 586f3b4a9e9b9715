import { afterEach, beforeEach, expect, it } from 'vitest';
import { contentHash } from '../../../src-main/text/manifest.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { dieInChild } from '../../builders/die-in-child.ts';
import { addPhoto, draft } from '../../builders/draft.ts';

let test: TestCore;
beforeEach(async () => {
  test = await testCore();
});
afterEach(() => test.end());

// each starts a core of its own
it.each(['photos.changeWords', 'approval.addNumber', 'releases.addVersion', 'approval.addDecision', 'end', 'commit'])(
  'kill -9 while approving, after %s: all of it stands or nothing',
  async (step) => {
    const writer = await test.as('writer');
    const head = await test.as('head');
    const { id: releaseId } = await draft(writer.client, { kind: 'siaran_pers_resmi' });
    const photoId = await addPhoto(test);
    await writer.client.releases.attachPhotos({ releaseId, photoIds: [photoId] });
    await writer.client.approval.submit({ releaseId });
    const before = await head.client.approval.sheet({ releaseId });
    await test.core.stop();
    const told = await dieInChild('approve-and-die.ts', {
      folder: test.folder,
      caller: head.caller,
      releaseId,
      photoId,
      now: test.clock.now().toString(),
      step,
    });
    expect(told).toBe('');
    await test.reopen();
    const { approval, releases } = test.clientOf(head.caller);
    const count = (sql: string) => (test.core.database.handle.prepare(sql).get() as { n: number }).n;
    const release = await releases.get({ releaseId });
    const stands = step === 'commit';
    expect(release.state).toBe(stands ? 'approved' : 'submitted');
    expect(count('select count(*) n from release_version')).toBe(stands ? 1 : 0);
    expect(count('select count(*) n from release_number')).toBe(stands ? 1 : 0);
    expect(count("select count(*) n from release_decision where act = 'corrected'")).toBe(stands ? 1 : 0);
    expect((await test.clientOf(test.first.caller).audit.verify()).brokenAt).toBeNull();
    const sheet = await approval.sheet({ releaseId });
    expect(sheet.manifest.title).toBe(stands ? 'Judul dari Kepala' : before.manifest.title);
    expect(sheet.manifest.photos[0]?.caption).toBe(
      stands ? 'Takarir dari Kepala.' : before.manifest.photos[0]?.caption,
    );
    expect(contentHash(sheet.manifest)).toBe(sheet.contentHash);
    if (stands) return;
    // what was not done can be done, with the first number of the year
    expect(sheet.contentHash).toBe(before.contentHash);
    const frozen = await approval.approve({ releaseId, seenHash: sheet.contentHash });
    expect(frozen).toMatchObject({ version: 1, number: '001/SP/PROKOPIM/XI/2025' });
  },
  60_000,
);
