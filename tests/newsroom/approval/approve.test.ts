import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { done } from '../../../src-main/newsroom/outcome.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { addPhoto, draft } from '../../builders/draft.ts';
import { bodyOf, paragraph, quote, typeInto } from '../../builders/typing.ts';
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

describe('submitting', () => {
  it('lays the text before the head, with age and note, and tells the pages', async () => {
    const release = await draft(writer.client);
    test.happenings.length = 0;
    await writer.client.approval.submit({ releaseId: release.id, note: 'Mohon cepat, ditunggu media.' });
    expect(test.happenings).toContainEqual({ kind: 'release.changed', releaseId: release.id });
    test.clock.move({ hours: 2 });
    const [waiting] = await head.client.approval.inbox({});
    expect(waiting).toMatchObject({
      releaseId: release.id,
      submittedBy: writer.caller.name,
      submittedAt: '2025-11-20T00:00:00Z',
      note: 'Mohon cepat, ditunggu media.',
      decidable: 'yes',
    });
    expect(await head.client.approval.counts({})).toEqual({ toDecide: 1, returned: 0 });
    expect(await writer.client.approval.counts({})).toEqual({ toDecide: 0, returned: 0 });
  });

  it('wants a title, a text, speakers, captions and credits', async () => {
    const { id: releaseId } = await writer.client.releases.create({ eventId: null });
    const submit = () => writer.client.approval.submit({ releaseId });
    await expect(submit()).rejects.toEqual(refusal('title_needed'));
    await typeInto(writer.client, releaseId, { title: 'Judul' });
    await expect(submit()).rejects.toEqual(refusal('body_needed'));
    await typeInto(writer.client, releaseId, { body: bodyOf(paragraph('Isi.'), quote('Kami siap')) });
    await expect(submit()).rejects.toEqual(refusal('quote_without_speaker'));
    await typeInto(writer.client, releaseId, { body: bodyOf(paragraph('Isi.'), quote('Kami siap', 'Jaya Negara')) });
    const photoId = await addPhoto(test, { credit: '' });
    await writer.client.releases.attachPhotos({ releaseId, photoIds: [photoId] });
    await expect(submit()).rejects.toEqual(refusal('caption_missing'));
    await test.core.newsroom.write(async (stores) => {
      await stores.photos.changeWords(photoId, 1, { caption: 'Takarir.', credit: 'Humas', alt: '' });
      return done(undefined);
    });
    expect((await submit()).state).toBe('submitted');
    await expect(submit()).rejects.toEqual(refusal('state_not_possible'));
  });
});

describe('approving', () => {
  it('freezes exactly what was seen; the hash can be computed again from the frozen row, also after a restart', async () => {
    const release = await draft(writer.client);
    const photoId = await addPhoto(test);
    await writer.client.releases.attachPhotos({ releaseId: release.id, photoIds: [photoId] });
    await writer.client.approval.submit({ releaseId: release.id });
    const sheet = await head.client.approval.sheet({ releaseId: release.id });
    const frozen = await head.client.approval.approve({ releaseId: release.id, seenHash: sheet.contentHash });
    expect(frozen).toMatchObject({
      version: 1,
      contentHash: sheet.contentHash,
      approvedBy: head.caller.name,
      number: null,
    });
    expect(frozen.manifest.photos).toMatchObject([{ photoId, credit: 'Humas Denpasar', crop: null }]);
    await test.reopen();
    const row = test.core.database.handle
      .prepare('select manifest, content_hash from release_version where release_id = ?')
      .get(release.id) as { manifest: string; content_hash: string };
    expect(createHash('sha256').update(row.manifest).digest('hex')).toBe(row.content_hash);
    expect(canonicalize(JSON.parse(row.manifest))).toBe(row.manifest);
    expect(row.content_hash).toBe(sheet.contentHash);
    const again = await test.clientOf(head.caller).approval.sheet({ releaseId: release.id });
    expect(again).toMatchObject({ frozen: true, contentHash: sheet.contentHash, decide: 'no' });
  });

  it('refuses when the text changed between seeing and approving, and shows what changed', async () => {
    const { id: releaseId } = await submitted();
    const seen = await head.client.approval.sheet({ releaseId });
    const editor = await test.as('editor');
    await typeInto(editor.client, releaseId, { title: 'Judul Lain' });
    const approve = head.client.approval.approve({ releaseId, seenHash: seen.contentHash });
    await expect(approve).rejects.toEqual(refusal('content_changed'));
    const fresh = await head.client.approval.sheet({ releaseId });
    expect(fresh).toMatchObject({ manifest: { title: 'Judul Lain' }, editedSince: [editor.caller.name] });
    expect((await head.client.approval.approve({ releaseId, seenHash: fresh.contentHash })).manifest.title).toBe(
      'Judul Lain',
    );
  });

  it('sees a changed caption as a changed content', async () => {
    const release = await draft(writer.client);
    const photoId = await addPhoto(test);
    await writer.client.releases.attachPhotos({ releaseId: release.id, photoIds: [photoId] });
    await writer.client.approval.submit({ releaseId: release.id });
    const { contentHash } = await head.client.approval.sheet({ releaseId: release.id });
    await test.core.newsroom.write(async (stores) => {
      await stores.photos.changeWords(photoId, 1, { caption: 'Lain.', credit: 'Humas', alt: '' });
      return done(undefined);
    });
    await expect(head.client.approval.approve({ releaseId: release.id, seenHash: contentHash })).rejects.toEqual(
      refusal('content_changed'),
    );
  });

  it('gives one approval and one number when two heads press at the same moment', async () => {
    const second = await test.as('head');
    const { id: releaseId } = await submitted({ kind: 'siaran_pers_resmi' });
    const { contentHash: seenHash } = await head.client.approval.sheet({ releaseId });
    const both = await Promise.allSettled([
      head.client.approval.approve({ releaseId, seenHash }),
      second.client.approval.approve({ releaseId, seenHash }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({
      reason: refusal('state_not_possible', { params: { state: 'approved' } }),
    });
    const count = (table: string) =>
      test.core.database.handle.prepare(`select count(*) as n from ${table}`).get() as { n: number };
    expect(count('release_version').n).toBe(1);
    expect(count('release_number').n).toBe(1);
  });

  it('locks the text; late words wait for the next version and change nothing', async () => {
    const { id: releaseId } = await submitted();
    const frozen = await acc(head.client, releaseId);
    await expect(typeInto(writer.client, releaseId, { title: 'Terlambat' })).rejects.toEqual(refusal('release_locked'));
    await typeInto(writer.client, releaseId, { title: 'Terlambat' }, true);
    expect((await head.client.approval.sheet({ releaseId })).contentHash).toBe(frozen.contentHash);
    const next = await writer.client.approval.newVersion({ releaseId });
    expect(next).toMatchObject({ state: 'draft', workingVersion: 2, approvedVersion: 1 });
    await writer.client.approval.submit({ releaseId });
    const sheet = await head.client.approval.sheet({ releaseId });
    expect(sheet).toMatchObject({ manifest: { title: 'Terlambat' }, base: { act: 'approved', version: 1 } });
    const second = await acc(head.client, releaseId);
    expect(second).toMatchObject({ version: 2, manifest: { title: 'Terlambat' } });
    const { versions } = await writer.client.approval.history({ releaseId });
    expect(versions.map((version) => version.version)).toEqual([2, 1]);
    const compared = await writer.client.approval.compare({ releaseId, older: 1, newer: 2 });
    expect([compared.older.title, compared.newer.title]).toEqual(['Wali Kota Tinjau Pasar Badung', 'Terlambat']);
  });

  it('never changes or deletes what was decided, whoever asks the database', async () => {
    const { id: releaseId } = await submitted({ kind: 'siaran_pers_resmi' });
    await acc(head.client, releaseId);
    const run = (sql: string) => () => test.core.database.handle.exec(sql);
    for (const table of ['release_version', 'release_decision', 'release_number']) {
      expect(run(`delete from ${table}`)).toThrow(/never deleted/);
      expect(run(`update ${table} set release_id = release_id`)).toThrow(/never changed/);
    }
  });

  it('holds no transaction for long, with a text of 3,000 words', async () => {
    const long = Array.from({ length: 60 }, (_, n) =>
      paragraph(`Paragraf ${n} `.concat('kata yang ditulis '.repeat(17))),
    );
    const longest: number[] = [];
    // A busy machine may stop the process in the middle of one; the work itself must fit.
    while (longest.length < 4 && !longest.some((held) => held < 100)) {
      const { id: releaseId } = await test.clientOf(writer.caller).releases.create({ eventId: null });
      await typeInto(test.clientOf(writer.caller), releaseId, { title: 'Panjang', body: bodyOf(...long) });
      await test.clientOf(writer.caller).approval.submit({ releaseId });
      const client = test.clientOf(head.caller);
      const { contentHash: seenHash } = await client.approval.sheet({ releaseId });
      const body = bodyOf(...long.slice(1), paragraph('Penutup.'));
      await client.approval.correctAndApprove({ releaseId, seenHash, corrections: { body } });
      longest.push(test.core.database.longestTransaction());
      await test.reopen();
    }
    expect(Math.min(...longest)).toBeLessThan(100);
  });
});

describe('correcting and approving', () => {
  it('is one act: text, captions and decision together; the head does not become a writer by it', async () => {
    const release = await draft(writer.client);
    const releaseId = release.id;
    const photoId = await addPhoto(test);
    await writer.client.releases.attachPhotos({ releaseId, photoIds: [photoId] });
    await writer.client.approval.submit({ releaseId });
    const sheet = await head.client.approval.sheet({ releaseId });
    const frozen = await head.client.approval.correctAndApprove({
      releaseId,
      seenHash: sheet.contentHash,
      corrections: {
        title: 'Wali Kota Sapa Pedagang',
        photos: [{ photoId, caption: 'Takarir baru.', credit: 'Humas' }],
      },
      note: 'Judul dipertajam',
    });
    expect(frozen.manifest).toMatchObject({ title: 'Wali Kota Sapa Pedagang', photos: [{ caption: 'Takarir baru.' }] });
    expect(frozen.contentHash).not.toBe(sheet.contentHash);
    const { decisions } = await writer.client.approval.history({ releaseId });
    expect(decisions[0]).toMatchObject({ act: 'corrected', self: false, note: 'Judul dipertajam', role: 'head' });
    expect(decisions[0]?.contentHash).toBe(frozen.contentHash);
    const text = await writer.client.releaseText.open({ releaseId });
    expect(text.access).toBe('locked');

    await writer.client.approval.newVersion({ releaseId });
    await typeInto(writer.client, releaseId, { title: 'Wali Kota Sapa Para Pedagang' });
    await writer.client.approval.submit({ releaseId });
    const next = await head.client.approval.sheet({ releaseId });
    expect(next).toMatchObject({
      decide: 'yes',
      base: { act: 'corrected', manifest: { title: 'Wali Kota Sapa Pedagang' } },
    });
    expect(next.writers).not.toContain(head.caller.name);
    expect((await acc(head.client, releaseId)).version).toBe(2);
  });

  it('refuses a correction that is no text of ours, or leaves a gap, and nothing is kept', async () => {
    const { id: releaseId } = await submitted();
    const { contentHash: seenHash } = await head.client.approval.sheet({ releaseId });
    const wrong = (corrections: object) => head.client.approval.correctAndApprove({ releaseId, seenHash, corrections });
    await expect(wrong({ body: { type: 'doc', content: [{ type: 'script' }] } })).rejects.toEqual(refusal('invalid'));
    await expect(wrong({ title: '' })).rejects.toEqual(refusal('title_needed'));
    await expect(wrong({ body: bodyOf(paragraph('Isi.'), quote('Tanpa nama')) })).rejects.toEqual(
      refusal('quote_without_speaker'),
    );
    expect((await head.client.approval.sheet({ releaseId })).contentHash).toBe(seenHash);
  });
});

describe('returning', () => {
  it('needs a note, shows it to the writer, and marks next time what changed since', async () => {
    const { id: releaseId } = await submitted();
    await expect(head.client.approval.return({ releaseId, note: '  ' })).rejects.toEqual(refusal('note_needed'));
    const back = await head.client.approval.return({ releaseId, note: 'Tambahkan kutipan pedagang.' });
    expect(back.state).toBe('returned');
    expect(await writer.client.approval.counts({})).toEqual({ toDecide: 0, returned: 1 });
    const { decisions } = await writer.client.approval.history({ releaseId });
    expect(decisions[0]).toMatchObject({ act: 'returned', note: 'Tambahkan kutipan pedagang.', role: 'head' });
    await typeInto(writer.client, releaseId, { title: 'Judul Baru' });
    await writer.client.approval.submit({ releaseId });
    const sheet = await head.client.approval.sheet({ releaseId });
    expect(sheet.base).toMatchObject({ act: 'returned', manifest: { title: 'Wali Kota Tinjau Pasar Badung' } });
  });

  it('is for heads, final approvers and editors only', async () => {
    const { id: releaseId } = await submitted();
    for (const role of ['writer', 'documentation', 'channel_manager', 'protocol'] as const) {
      const { client } = await test.as(role);
      await expect(client.approval.return({ releaseId, note: 'x' })).rejects.toEqual(refusal('not_allowed'));
    }
    const editor = await test.as('editor');
    expect((await editor.client.approval.return({ releaseId, note: 'x' })).state).toBe('returned');
  });
});
