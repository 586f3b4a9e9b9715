import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BODY, TITLE } from '../../../src-main/text/release-document.ts';
import { SCHEMA_VERSION } from '../../../src-main/text/schema.ts';
import { type Client, type TestCore, testCore } from '../../builders/core.ts';
import { dieInChild } from '../../builders/die-in-child.ts';

let test: TestCore;
beforeEach(async () => {
  test = await testCore();
});
afterEach(() => test.end());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** The text as a window that opens it now has it. */
async function opened({ releaseText }: Client, releaseId: string) {
  const doc = new Y.Doc();
  const { snapshot, updates, seq } = await releaseText.open({ releaseId });
  for (const update of [...(snapshot === null ? [] : [snapshot]), ...updates.map((one) => one.update)])
    Y.applyUpdate(doc, new Uint8Array(Buffer.from(update, 'base64')));
  const words = () => doc.getText(TITLE).toString();
  const body = () => doc.getXmlFragment(BODY).toString();
  return { doc, seq, words, body };
}

/** What a window sends when these words are typed at the end of the title. */
function typed(doc: Y.Doc, words: string): string {
  const before = Y.encodeStateVector(doc);
  doc.getText(TITLE).insert(doc.getText(TITLE).length, words);
  return base64(Y.encodeStateAsUpdate(doc, before));
}

const send = ({ releaseText }: Client, releaseId: string, update: string) =>
  releaseText.append({ releaseId, origin: 'uji', update, schemaVersion: SCHEMA_VERSION, late: false });

// each starts a core of its own
it.each(['releases.appendUpdate', 'jobs.add', 'end', 'commit'])(
  'kill -9 while saving what was typed, after %s: what was called saved is there, and the rest once when it is sent again',
  async (step) => {
    const writer = await test.as('writer');
    const { id: releaseId } = await writer.client.releases.create({ eventId: null, kind: 'rilis_kegiatan' });
    const window = await opened(writer.client, releaseId);
    const first = typed(window.doc, 'Wali Kota ');
    const second = typed(window.doc, 'Tinjau Pasar');
    await test.core.stop();
    const told = await dieInChild('save-and-die.ts', {
      folder: test.folder,
      caller: writer.caller,
      releaseId,
      updates: [first, second],
      now: test.clock.now().toString(),
      during: 'save',
      step,
    });
    // the first was called saved, the second was not
    expect(told).toBe(`${window.seq + 1}\n`);
    await test.reopen();
    const client = test.clientOf(writer.caller);
    const stands = step === 'commit';
    expect((await opened(client, releaseId)).words()).toBe(stands ? 'Wali Kota Tinjau Pasar' : 'Wali Kota ');
    // the window has no answer, so it sends the same again
    const again = await send(client, releaseId, second);
    expect(again.seq).toBe(window.seq + 2);
    const after = await opened(client, releaseId);
    expect(after.words()).toBe('Wali Kota Tinjau Pasar');
    expect(after.seq).toBe(window.seq + 2);
    await later(client, releaseId);
  },
  60_000,
);

it.each(['releases.addSnapshot', 'releases.setDigest', 'end', 'commit'])(
  'kill -9 while a text is read for the lists, after %s: the text is as it was, and the lists catch up',
  async (step) => {
    const writer = await test.as('writer');
    const { id: releaseId } = await writer.client.releases.create({ eventId: null, kind: 'rilis_kegiatan' });
    const window = await opened(writer.client, releaseId);
    // enough of them that a snapshot is due
    for (let letter = 0; letter < 200; letter += 1)
      await send(writer.client, releaseId, typed(window.doc, String.fromCharCode(97 + (letter % 26))));
    const last = typed(window.doc, ' selesai');
    await test.core.stop();
    await dieInChild('save-and-die.ts', {
      folder: test.folder,
      caller: writer.caller,
      releaseId,
      updates: [last],
      now: test.clock.now().toString(),
      during: 'digest',
      step,
    });
    await test.reopen();
    const client = test.clientOf(writer.caller);
    const after = await opened(client, releaseId);
    expect(after.words()).toBe(window.words());
    expect(after.body()).toBe(window.body());
    expect(after.seq).toBe(window.seq + 201);
    await later(client, releaseId);
    const { snapshot } = await client.releaseText.open({ releaseId });
    expect(snapshot).not.toBeNull();
    expect((await opened(client, releaseId)).words()).toBe(window.words());
  },
  60_000,
);

/** After the start-up sweep the lists show what the text says. */
async function later(client: Client, releaseId: string): Promise<void> {
  test.clock.move({ seconds: 10 });
  await test.core.start();
  await test.core.runner.idle();
  const { title } = await client.releases.get({ releaseId });
  expect(title).toBe((await opened(client, releaseId)).words());
}
