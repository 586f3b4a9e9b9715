import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { freeze } from '../../../src-main/text/freeze.ts';
import { bodyText } from '../../../src-main/text/plain-text.ts';
import { BODY, firstUpdate, isUpdate } from '../../../src-main/text/release-document.ts';
import { SCHEMA_VERSION } from '../../../src-main/text/schema.ts';
import { type Client, type TestCore, testCore } from '../../builders/core.ts';
import { draft } from '../../builders/draft.ts';
import { bodyOf, paragraph, typeInto } from '../../builders/typing.ts';

let test_: TestCore;
beforeEach(async () => {
  test_ = await testCore();
});
afterEach(() => test_.end());

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
const unreadable = { data: expect.objectContaining({ code: 'text_unreadable' }) };

async function documentOf(client: Client, releaseId: string): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const opened = await client.releaseText.open({ releaseId });
  if (opened.snapshot !== null) Y.applyUpdate(doc, bytes(opened.snapshot));
  for (const { update } of opened.updates) Y.applyUpdate(doc, bytes(update));
  return doc;
}

/** The updates that these changes make, one each. */
function changesOf(doc: Y.Doc, ...changes: ((body: Y.XmlFragment) => void)[]): Uint8Array[] {
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => made.push(update));
  for (const change of changes) doc.transact(() => change(doc.getXmlFragment(BODY)));
  return made;
}

const append = (client: Client, releaseId: string, update: Uint8Array | undefined, late = false) =>
  client.releaseText.append({
    releaseId,
    origin: 'uji',
    update: Buffer.from(update as Uint8Array).toString('base64'),
    schemaVersion: SCHEMA_VERSION,
    late,
  });

async function wordsOf(releaseId: string): Promise<string> {
  const frozen = freeze(await test_.core.newsroom.read((stores) => stores.releases.textUpdates(releaseId)));
  if (!frozen.ok) throw new Error(`unreadable: ${frozen.unknown}`);
  return bodyText(frozen.content);
}

const unknownNode = (body: Y.XmlFragment) => body.push([new Y.XmlElement('iframe')]);
const bareWords = (body: Y.XmlFragment) => body.push([new Y.XmlText('lepas')]);
const tooDeep = (body: Y.XmlFragment) => {
  let list = new Y.XmlElement('bulletList');
  body.push([list]);
  for (let depth = 0; depth < 80; depth += 1) {
    const item = new Y.XmlElement('listItem');
    list.push([item]);
    list = new Y.XmlElement('bulletList');
    item.push([list]);
  }
};
const unknownMark = (body: Y.XmlFragment) => {
  const text = (body.get(0) as Y.XmlElement).get(0) as Y.XmlText;
  text.format(0, 3, { marquee: {} });
};

describe('an update that would make a text unreadable', () => {
  for (const [name, change] of Object.entries({ unknownNode, bareWords, tooDeep, unknownMark })) {
    test(`is refused and leaves the text as it was: ${name}`, async () => {
      const { client } = await test_.as('writer');
      const release = await draft(client);
      const [update] = changesOf(await documentOf(client, release.id), change);
      await expect(append(client, release.id, update)).rejects.toMatchObject(unreadable);
      await expect(append(client, release.id, update)).rejects.toMatchObject(unreadable);
      await typeInto(client, release.id, { body: bodyOf(paragraph('Masih bisa ditulis.')) });
      expect(await wordsOf(release.id)).toContain('Masih bisa ditulis.');
      expect(await client.approval.submit({ releaseId: release.id, note: '' })).toMatchObject({ state: 'submitted' });
    });
  }

  test('is refused when it decodes and cannot be applied', async () => {
    const { client } = await test_.as('writer');
    const release = await draft(client);
    const stored = await test_.core.newsroom.read((stores) => stores.releases.textUpdates(release.id));
    const real = firstUpdate({ title: 'Judul', dateline: '', body: bodyOf(paragraph('Satu'), paragraph('Dua')) });
    // bytes changed on their way, searched for one that Yjs reads and then stumbles over
    let broken: Uint8Array | undefined;
    for (let at = 0; at < real.length && broken === undefined; at += 1)
      for (let value = 0; value < 256 && broken === undefined; value += 1) {
        const changed = real.slice();
        changed[at] = value;
        if (!isUpdate(changed)) continue;
        const frozen = freeze([...stored, changed]);
        if (!frozen.ok && frozen.unknown.includes('broken')) broken = changed;
      }
    await expect(append(client, release.id, broken)).rejects.toMatchObject(unreadable);
    expect(await wordsOf(release.id)).toContain('Pasar Badung');
  });

  test('is refused when it comes late, and does not spoil the next draft', async () => {
    const { client } = await test_.as('writer');
    const release = await draft(client);
    const doc = await documentOf(client, release.id);
    await client.approval.submit({ releaseId: release.id, note: '' });
    const [good, bad] = changesOf(
      doc,
      (body) => ((body.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Terlambat. '),
      unknownNode,
    );
    expect(await append(client, release.id, good, true)).toMatchObject({ late: true });
    await expect(append(client, release.id, bad, true)).rejects.toMatchObject(unreadable);
    const head = await test_.as('head');
    await head.client.approval.return({ releaseId: release.id, note: 'Ulangi.' });
    expect(await wordsOf(release.id)).toContain('Terlambat. Wali Kota');
  });

  test('is told to nobody who may not write there', async () => {
    const { client } = await test_.as('writer');
    const release = await draft(client);
    const [update] = changesOf(await documentOf(client, release.id), unknownNode);
    const other = await test_.as('contributor');
    await expect(append(other.client, release.id, update)).rejects.toMatchObject({
      data: expect.objectContaining({ code: 'not_found' }),
    });
  });
});

describe('updates in another order than they were typed', () => {
  const push = (words: string) => (body: Y.XmlFragment) => {
    const element = new Y.XmlElement('paragraph');
    element.insert(0, [new Y.XmlText(words)]);
    body.push([element]);
  };

  test('are kept, and show when what they stand on has come', async () => {
    const { client } = await test_.as('writer');
    const release = await draft(client);
    const [one, two] = changesOf(await documentOf(client, release.id), push('Satu.'), push('Dua.'));
    await append(client, release.id, two);
    expect(await wordsOf(release.id)).not.toContain('Dua.');
    await append(client, release.id, one);
    expect(await wordsOf(release.id)).toContain('Satu.\n\nDua.');
  });

  test('cannot bring in what would be refused', async () => {
    const { client } = await test_.as('writer');
    const release = await draft(client);
    const [one, two] = changesOf(await documentOf(client, release.id), push('Satu.'), unknownNode);
    await expect(append(client, release.id, two)).rejects.toMatchObject(unreadable);
    await append(client, release.id, one);
    expect(await wordsOf(release.id)).toContain('Satu.');
  });

  test('of two windows at once, one of them refused, leave the words of the other', async () => {
    const { client } = await test_.as('writer');
    const release = await draft(client);
    const [good] = changesOf(await documentOf(client, release.id), push('Bersama.'));
    const [bad] = changesOf(await documentOf(client, release.id), unknownNode);
    await typeInto(client, release.id, { title: 'Judul Lain' });
    const [refusedOne, kept] = await Promise.allSettled([
      append(client, release.id, bad),
      append(client, release.id, good),
    ]);
    expect([refusedOne?.status, kept?.status]).toEqual(['rejected', 'fulfilled']);
    expect(await wordsOf(release.id)).toContain('Bersama.');
  });
});

test('words are never taken from somebody else than who typed them', async () => {
  const { client, caller } = await test_.as('writer');
  const other = await test_.as('editor');
  const release = await draft(client);
  const [update] = changesOf(await documentOf(client, release.id), (body) =>
    body.push([new Y.XmlElement('paragraph')]),
  );
  const sent = {
    releaseId: release.id,
    origin: 'uji',
    update: Buffer.from(update as Uint8Array).toString('base64'),
    schemaVersion: SCHEMA_VERSION,
    writer: caller.userId,
  };
  await expect(other.client.releaseText.append(sent)).rejects.toMatchObject({
    data: expect.objectContaining({ code: 'not_signed_in' }),
  });
  await expect(client.releaseText.append(sent)).resolves.toMatchObject({ late: false });
});
