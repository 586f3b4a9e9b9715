import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audience, type Happening } from '../../../src-main/contract/happenings.ts';
import { type Role, roleSchema } from '../../../src-main/contract/rights.ts';
import { may } from '../../../src-main/newsroom/access.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { addPhoto, draft } from '../../builders/draft.ts';
import { bodyOf, paragraph, typeInto } from '../../builders/typing.ts';

let test: TestCore;
type Person = Awaited<ReturnType<TestCore['as']>>;
let writer: Person;
let head: Person;
beforeEach(async () => {
  test = await testCore();
  writer = await test.as('writer');
  head = await test.as('head');
});
afterEach(() => test.end());

const refusal = (code: string) => ({ data: { code } });
const SECRET = 'Anggaran Rahasia';
const APPROVED = 'Wali Kota Tinjau Pasar Badung';

/** Approved with clean words; before that a secret was typed and deleted, and after it a new draft is being written. */
async function approvedWithSecrets(eventId: string | null = null) {
  const photoId = await addPhoto(test, { caption: 'Wali Kota menyapa pedagang.' });
  const created = await writer.client.releases.create({ eventId });
  const releaseId = created.id;
  await typeInto(writer.client, releaseId, { title: `${SECRET} dihapus`, body: bodyOf(paragraph(`${SECRET} lama.`)) });
  await typeInto(writer.client, releaseId, { title: APPROVED, body: bodyOf(paragraph('Pasar Badung ramai.')) });
  await writer.client.releases.attachPhotos({ releaseId, photoIds: [photoId] });
  await writer.client.approval.submit({ releaseId, note: `${SECRET} catatan` });
  await head.client.approval.return({ releaseId, note: `${SECRET} kembalikan` });
  await writer.client.approval.submit({ releaseId });
  const { contentHash } = await head.client.approval.sheet({ releaseId });
  await head.client.approval.approve({ releaseId, seenHash: contentHash, note: `${SECRET} setuju` });
  return { releaseId, photoId, contentHash };
}

async function newDraft(releaseId: string) {
  test.clock.move({ minutes: 5 });
  await writer.client.approval.newVersion({ releaseId, note: `${SECRET} versi dua` });
  await typeInto(writer.client, releaseId, { title: `${SECRET} baru`, body: bodyOf(paragraph(`${SECRET} baru.`)) });
  const second = await addPhoto(test, { caption: `${SECRET} di foto kedua.` });
  await writer.client.releases.attachPhotos({ releaseId, photoIds: [second] });
  await writer.client.releases.setDetails({
    releaseId,
    version: (await writer.client.releases.get({ releaseId })).version,
    kind: 'klarifikasi',
  });
  await test.core.start();
  test.clock.move({ minutes: 1 });
  test.core.runner.wake();
  await test.core.runner.idle();
  return second;
}

const onlyLooking: Role[][] = [['observer'], ['observer', 'contributor']];

describe.each(onlyLooking)('who only looks (%s %s)', (...roles) => {
  it('gets the approved version and nothing that was typed before or since', async () => {
    const observer = await test.as(...(roles.filter(Boolean) as Role[]));
    const { releaseId, photoId, contentHash } = await approvedWithSecrets();
    const second = await newDraft(releaseId);
    const { client } = observer;

    for (const ask of [
      () => client.releaseText.open({ releaseId }),
      () => client.releaseText.since({ releaseId, seq: 0 }),
      () => client.approval.compare({ releaseId, older: 1, newer: null }),
    ])
      await expect(ask()).rejects.toMatchObject(refusal('not_allowed'));

    const sheet = await client.approval.sheet({ releaseId });
    expect(sheet).toMatchObject({
      frozen: true,
      contentHash,
      base: null,
      submitted: null,
      writers: [],
      editedSince: [],
    });
    expect(sheet.manifest.title).toBe(APPROVED);
    expect(sheet.decisions.map((decision) => decision.act)).toEqual(['approved']);

    const release = await client.releases.get({ releaseId });
    expect(release).toMatchObject({
      title: APPROVED,
      state: 'approved',
      kind: 'rilis_kegiatan',
      workingVersion: 1,
      photoIds: [photoId],
      shows: 'approved',
    });
    const said = JSON.stringify([
      sheet,
      release,
      await client.releases.list({}),
      await client.releases.list({ states: ['approved'] }),
      await client.approval.history({ releaseId }),
      await client.approval.compare({ releaseId, older: 1, newer: 1 }),
      await client.photos.uses({ id: photoId }),
      await client.releases.guests({}),
      await client.approval.counts({}),
    ]);
    expect(said).not.toContain(SECRET);
    expect(said).not.toContain(second);
    expect((await client.releases.list({})).map((one) => one.id)).toEqual([releaseId]);
    // the search does not answer to words of drafts, and does to approved ones
    expect(await client.releases.list({ search: SECRET })).toEqual([]);
    expect((await client.releases.list({ search: 'Badung', states: ['approved'] })).map((one) => one.id)).toEqual([
      releaseId,
    ]);
    expect(await client.releases.list({ states: ['draft'] })).toEqual([]);
    // a photo of the new draft does not say what it is used for
    expect(await client.photos.uses({ id: second })).toMatchObject({ releases: [] });
  });

  it('does not hear that somebody types', async () => {
    const observer = await test.as('observer');
    const typed: Happening[] = test.happenings.filter((one) => one.kind === 'release.text');
    expect(typed).toEqual([]);
    const asks = audience['release.text'];
    expect(asks === 'nobody' || asks === 'session' ? true : may(observer.caller, asks)).toBe(false);
  });

  it('finds nothing of what was never approved, or of a closed event', async () => {
    const { client } = await test.as(...(roles.filter(Boolean) as Role[]));
    const { id } = await draft(writer.client);
    const event = await test.first.client.agenda.add({
      title: 'Rapat tertutup',
      start: '2025-11-20T08:00',
      zone: 'Asia/Makassar',
      pressAccess: 'closed',
    });
    const closed = await approvedWithSecrets(event.id);
    for (const releaseId of [id, closed.releaseId])
      for (const ask of [
        () => client.releases.get({ releaseId }),
        () => client.approval.sheet({ releaseId }),
        () => client.approval.history({ releaseId }),
        () => client.approval.compare({ releaseId, older: 1, newer: 1 }),
      ])
        await expect(ask()).rejects.toMatchObject(refusal('not_found'));
    expect(await client.releases.list({})).toEqual([]);
    // a photo that came without an event is closed with its release
    expect(await client.photos.byIds({ ids: [closed.photoId] })).toEqual([]);
    expect((await client.photos.list({})).photos.map((photo) => photo.id)).not.toContain(closed.photoId);
  });
});

it('an observer who hands in texts reads the drafts of their own', async () => {
  const both = await test.as('observer', 'contributor');
  const { id } = await draft(both.client, { title: 'Titipan OPD' });
  await test.core.start();
  test.clock.move({ minutes: 1 });
  test.core.runner.wake();
  await test.core.runner.idle();
  expect((await both.client.releaseText.open({ releaseId: id })).updates.length).toBeGreaterThan(0);
  const { releaseId } = await approvedWithSecrets();
  expect((await both.client.releases.list({})).map((one) => one.id).sort()).toEqual([id, releaseId].sort());
  expect((await both.client.releases.list({ search: 'titipan' })).map((one) => one.id)).toEqual([id]);
});

it('who wrote once and only looks now reads what was approved, like others', async () => {
  const { releaseId } = await approvedWithSecrets();
  const { id } = await draft(writer.client);
  const demoted = test.clientOf({ ...writer.caller, roles: ['observer'] });
  expect((await demoted.releases.get({ releaseId })).shows).toBe('approved');
  await expect(demoted.releases.get({ releaseId: id })).rejects.toMatchObject(refusal('not_found'));
});

it.each(roleSchema.options.filter((role) => may({ roles: [role] }, 'releases.read')))(
  '%s reads the drafts of others only by the right to',
  async (role) => {
    const { releaseId } = await approvedWithSecrets();
    const { client } = await test.as(role);
    const opened = await client.releaseText.open({ releaseId }).then(
      () => 'opened',
      (error) => error.data.code as string,
    );
    expect(opened).toBe(role === 'observer' ? 'not_allowed' : role === 'contributor' ? 'not_found' : 'opened');
  },
);
