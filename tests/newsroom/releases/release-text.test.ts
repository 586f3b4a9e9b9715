import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { freeze } from '../../../src-main/text/freeze.ts';
import { contentHash, manifestOf } from '../../../src-main/text/manifest.ts';
import { bodyText } from '../../../src-main/text/plain-text.ts';
import { BODY, TITLE } from '../../../src-main/text/release-document.ts';
import { SCHEMA_VERSION } from '../../../src-main/text/schema.ts';
import { type Client, type TestCore, testCore } from '../../builders/core.ts';

let test_: TestCore;
beforeEach(async () => {
  test_ = await testCore();
});
afterEach(() => test_.end());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

/** A window on a text, as a page has it: a document, and what of it was not sent yet. */
async function openWindow(client: Client, releaseId: string, origin: string) {
  const doc = new Y.Doc();
  const opened = await client.releaseText.open({ releaseId });
  if (opened.snapshot !== null) Y.applyUpdate(doc, bytes(opened.snapshot));
  for (const { update } of opened.updates) Y.applyUpdate(doc, bytes(update));
  let { seq } = opened;
  let unsent: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, from: unknown) => {
    if (from !== 'core') unsent.push(update);
  });
  return {
    doc,
    access: opened.access,
    unsent: () => Y.mergeUpdates(unsent),
    title: () => doc.getText(TITLE).toString(),
    type(words: string) {
      const paragraph = doc.getXmlFragment(BODY).get(0) as Y.XmlElement;
      if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
      const text = paragraph.get(0) as Y.XmlText;
      text.insert(text.length, words);
    },
    typeTitle(words: string) {
      doc.getText(TITLE).insert(doc.getText(TITLE).length, words);
    },
    async send(late = false) {
      const answer = await client.releaseText.append({
        releaseId,
        origin,
        update: base64(Y.mergeUpdates(unsent)),
        schemaVersion: SCHEMA_VERSION,
        late,
      });
      unsent = [];
      return answer;
    },
    async follow() {
      const since = await client.releaseText.since({ releaseId, seq });
      for (const { update } of since.updates) Y.applyUpdate(doc, bytes(update), 'core');
      seq = since.seq;
    },
  };
}

async function textOf(releaseId: string): Promise<{ title: string; text: string; hash: string }> {
  const frozen = freeze(await test_.core.newsroom.read((stores) => stores.releases.textUpdates(releaseId)));
  if (!frozen.ok) throw new Error('unknown parts');
  const manifest = manifestOf(frozen.content, {
    kind: 'rilis_kegiatan',
    infoClass: 'berkala',
    embargoUntil: null,
    photos: [],
  });
  return { title: frozen.content.title, text: bodyText(frozen.content), hash: contentHash(manifest) };
}

/** Stands in for the head's decision, which is another area. */
async function setState(
  releaseId: string,
  state: 'draft' | 'returned' | 'submitted' | 'approved',
  workingVersion?: number,
) {
  await test_.core.newsroom.write(async (stores) => {
    await stores.releases.change(
      releaseId,
      { state, workingVersion },
      { name: 'Kepala', at: test_.clock.now().toString() },
    );
    if (state === 'draft' || state === 'returned') await stores.releases.admitLate(releaseId);
    return { ok: true, value: null };
  });
}

const refusal = (code: string) => ({ data: expect.objectContaining({ code }) });

describe('what is typed', () => {
  test('begins with the dateline of the office and is listed', async () => {
    const { client } = await test_.as('writer');
    const release = await client.releases.create({ kind: 'rilis_kilat' });
    expect(release).toMatchObject({
      state: 'draft',
      workingVersion: 1,
      kind: 'rilis_kilat',
      approvedVersion: null,
      title: '',
    });
    const window = await openWindow(client, release.id, 'a');
    window.type('Pasar Badung dibuka.');
    await window.send();
    expect((await textOf(release.id)).text).toBe('DENPASAR – Pasar Badung dibuka.');
  });

  test('is there after the core was cut off right behind its answer', async () => {
    const { client, caller } = await test_.as('writer');
    const release = await client.releases.create({});
    const window = await openWindow(client, release.id, 'a');
    window.type('Sebelum listrik padam');
    const answer = await window.send();
    expect(answer).toMatchObject({ late: false, workingVersion: 1 });
    // No stop, no close: a second reader of the same files sees what the answer promised.
    const { default: SQLite } = await import('better-sqlite3');
    const other = new SQLite(`${test_.folder}/kulkul.db`, { readonly: true });
    expect(
      other
        .prepare('select count(*) n from release_update where release_id = ? and seq = ?')
        .get(release.id, answer.seq),
    ).toEqual({ n: 1 });
    other.close();
    await test_.reopen();
    const again = await openWindow(test_.clientOf(caller), release.id, 'b');
    expect(again.doc.getXmlFragment(BODY).toString()).toContain('Sebelum listrik padam');
  });

  test('two writers in one text both keep their words, and hear of each other', async () => {
    const ayu = await test_.as('writer');
    const made = await test_.as('editor');
    const release = await ayu.client.releases.create({});
    const [one, two] = [
      await openWindow(ayu.client, release.id, 'satu'),
      await openWindow(made.client, release.id, 'dua'),
    ];
    one.type('Kalimat Ayu. ');
    one.typeTitle('Judul Ayu');
    two.typeTitle(' & Made');
    const sent = await one.send();
    await two.send();
    expect(test_.happenings).toContainEqual({
      kind: 'release.text',
      releaseId: release.id,
      seq: sent.seq,
      origin: 'satu',
    });
    await one.follow();
    await two.follow();
    expect(one.title()).toBe(two.title());
    expect(one.title()).toContain('Judul Ayu');
    expect(one.title()).toContain('& Made');
    expect(two.doc.getXmlFragment(BODY).toString()).toBe(one.doc.getXmlFragment(BODY).toString());
    const writers = await test_.core.newsroom.read((stores) => stores.releases.writersAfter(release.id, 1));
    expect(writers.map((writer) => writer.userName).sort()).toEqual([made.caller.name, ayu.caller.name].sort());
  });

  test('the same bytes sent again are kept once', async () => {
    const { client } = await test_.as('writer');
    const release = await client.releases.create({});
    const window = await openWindow(client, release.id, 'a');
    window.type('Sekali');
    const update = base64(window.unsent());
    const send = () =>
      client.releaseText.append({ releaseId: release.id, origin: 'a', update, schemaVersion: SCHEMA_VERSION });
    expect((await send()).seq).toBe((await send()).seq);
    expect((await textOf(release.id)).text).toBe('DENPASAR – Sekali');
  });

  test('bytes that are no text are refused', async () => {
    const { client } = await test_.as('writer');
    const release = await client.releases.create({});
    const sent = client.releaseText.append({
      releaseId: release.id,
      origin: 'a',
      update: 'AQIDBAU=',
      schemaVersion: 1,
    });
    await expect(sent).rejects.toMatchObject(refusal('invalid'));
  });

  test('an older page may read but not write what a newer schema wrote', async () => {
    const { client } = await test_.as('writer');
    const release = await client.releases.create({});
    const window = await openWindow(client, release.id, 'a');
    window.type('x');
    const sent = client.releaseText.append({
      releaseId: release.id,
      origin: 'a',
      update: base64(window.unsent()),
      schemaVersion: SCHEMA_VERSION - 1,
    });
    await expect(sent).rejects.toMatchObject(refusal('contract_too_old'));
    expect((await client.releaseText.open({ releaseId: release.id })).schemaVersion).toBe(SCHEMA_VERSION);
  });
});

describe('the lock', () => {
  test('while it lies before the head only those who edit drafts of others may type', async () => {
    const writer = await test_.as('writer');
    const head = await test_.as('head');
    const release = await writer.client.releases.create({});
    const window = await openWindow(writer.client, release.id, 'a');
    await setState(release.id, 'submitted');
    window.type('diam-diam');
    await expect(window.send()).rejects.toMatchObject(refusal('release_locked'));
    const heads = await openWindow(head.client, release.id, 'h');
    expect(heads.access).toBe('write');
    heads.type('Koreksi Kepala.');
    await heads.send();
    expect((await textOf(release.id)).text).toBe('DENPASAR – Koreksi Kepala.');
  });

  test('late words wait for the next draft, are shown, and leave what was approved as it is', async () => {
    const writer = await test_.as('writer');
    const release = await writer.client.releases.create({});
    const window = await openWindow(writer.client, release.id, 'a');
    window.type('Kalimat yang disetujui.');
    await window.send();
    await setState(release.id, 'approved');
    const approved = await textOf(release.id);

    window.type(' Kalimat terlambat.');
    await expect(window.send()).rejects.toMatchObject(refusal('release_locked'));
    expect((await writer.client.releases.get({ releaseId: release.id })).late.count).toBe(0);
    expect(await window.send(true)).toMatchObject({ late: true, workingVersion: 2 });

    const shown = await writer.client.releases.get({ releaseId: release.id });
    expect(shown.late).toMatchObject({ count: 1, names: [writer.caller.name] });
    expect(await textOf(release.id)).toEqual(approved);
    expect((await openWindow(writer.client, release.id, 'b')).doc.getXmlFragment(BODY).toString()).not.toContain(
      'terlambat',
    );

    await setState(release.id, 'draft', 2);
    expect((await textOf(release.id)).text).toBe('DENPASAR – Kalimat yang disetujui. Kalimat terlambat.');
    expect((await writer.client.releases.get({ releaseId: release.id })).late.count).toBe(0);
  });

  test('details, too, are locked with the text', async () => {
    const writer = await test_.as('writer');
    const release = await writer.client.releases.create({});
    await setState(release.id, 'approved');
    const { version } = await writer.client.releases.get({ releaseId: release.id });
    await expect(
      writer.client.releases.setDetails({ releaseId: release.id, version, kind: 'klarifikasi' }),
    ).rejects.toMatchObject(refusal('release_locked'));
  });
});

describe('who reaches what', () => {
  test('a contributor only their own, and others do not learn that there is more', async () => {
    const writer = await test_.as('writer');
    const guest = await test_.as('contributor');
    const theirs = await writer.client.releases.create({});
    const own = await guest.client.releases.create({});
    expect((await guest.client.releases.list({})).map((release) => release.id)).toEqual([own.id]);
    await expect(guest.client.releases.get({ releaseId: theirs.id })).rejects.toMatchObject(refusal('not_found'));
    await expect(guest.client.releaseText.open({ releaseId: theirs.id })).rejects.toMatchObject(refusal('not_found'));
    const window = await openWindow(guest.client, own.id, 'k');
    window.type('Rilis OPD');
    await window.send();
    expect((await openWindow(writer.client, own.id, 'w')).access).toBe('write');
  });

  test('who may not write gets a text to read', async () => {
    const writer = await test_.as('writer');
    const observer = await test_.as('observer');
    const photographer = await test_.as('documentation');
    const release = await writer.client.releases.create({});
    expect((await photographer.client.releaseText.open({ releaseId: release.id })).access).toBe('read');
    await expect(observer.client.releases.get({ releaseId: release.id })).rejects.toMatchObject(refusal('not_found'));
  });
});

describe('around the text', () => {
  test('details change with the version that was seen; serta-merta has no embargo', async () => {
    const { client } = await test_.as('writer');
    const release = await client.releases.create({});
    const set = (fields: object, version = release.version) =>
      client.releases.setDetails({ releaseId: release.id, version, ...fields });
    const changed = await set({ embargoUntil: '2025-11-21T01:00:00.000Z' });
    expect(changed.embargoUntil).toBe('2025-11-21T01:00:00.000Z');
    await expect(set({ kind: 'pernyataan' })).rejects.toMatchObject(refusal('changed_meanwhile'));
    await expect(set({ infoClass: 'serta_merta' }, changed.version)).rejects.toMatchObject(
      refusal('embargo_not_possible'),
    );
    const cleared = await set({ infoClass: 'serta_merta', embargoUntil: null }, changed.version);
    expect(cleared).toMatchObject({ infoClass: 'serta_merta', embargoUntil: null });
    const lines = await test_.first.client.audit.list({ subjectKind: 'release', subjectId: release.id, limit: 50 });
    expect(lines.map((line) => line.act)).toEqual(['releases.set-details', 'releases.set-details', 'releases.create']);
  });

  test('title, words and guests follow the typing; many updates become a snapshot and all of them stay', async () => {
    await test_.core.start();
    const { client } = await test_.as('writer');
    const release = await client.releases.create({});
    const window = await openWindow(client, release.id, 'a');
    window.typeTitle('Pasar Badung Dibuka Kembali');
    const quote = new Y.XmlElement('quote');
    quote.setAttribute('name', 'Ni Wayan Sari');
    quote.setAttribute('position', 'pedagang');
    quote.insert(0, [new Y.XmlText('Kami senang')]);
    window.doc.getXmlFragment(BODY).push([quote]);
    await window.send();
    for (let step = 0; step < 230; step++) {
      window.type(`kata${step} `);
      await window.send();
    }
    test_.clock.move({ seconds: 3 });
    test_.core.runner.wake();
    await test_.core.runner.idle();
    const after = await client.releases.get({ releaseId: release.id });
    expect(after).toMatchObject({ title: 'Pasar Badung Dibuka Kembali', words: 238 });
    expect(await client.releases.guests({})).toEqual([
      { name: 'Ni Wayan Sari', position: 'pedagang', shortName: 'Ni Wayan Sari' },
    ]);
    const opened = await client.releaseText.open({ releaseId: release.id });
    expect(opened.snapshot).not.toBeNull();
    expect(opened.updates.length).toBe(0);
    const kept = await test_.core.newsroom.read((stores) => stores.releases.updatesAfter(release.id, 0));
    expect(kept.length).toBe(232);
    const again = await openWindow(client, release.id, 'b');
    expect(again.doc.getXmlFragment(BODY).toString()).toBe(window.doc.getXmlFragment(BODY).toString());
  });

  test('words that come while a digest is made are read by the next', async () => {
    await test_.core.start();
    const { client } = await test_.as('writer');
    const release = await client.releases.create({});
    const window = await openWindow(client, release.id, 'a');
    for (const part of ['Satu', ' dua', ' tiga']) {
      window.typeTitle(part);
      await window.send();
      test_.clock.move({ seconds: 3 });
      test_.core.runner.wake();
      await test_.core.runner.idle();
    }
    expect((await client.releases.get({ releaseId: release.id })).title).toBe('Satu dua tiga');
  });
});
