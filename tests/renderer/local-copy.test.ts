import { IDBFactory, IDBKeyRange, IDBTransaction } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { LocalCopy, piecesIn } from '../../src-renderer/editor/local-copy.ts';

const commit = IDBTransaction.prototype.commit;
const open = IDBFactory.prototype.open;
let name = '';
let number = 0;
/** Bytes of each piece that somebody tried to write. */
let tried: number[] = [];
let opened = 0;
let copy: LocalCopy;
let doc: Y.Doc;
/** What the core has. */
let core: Uint8Array;

beforeEach(async () => {
  Object.assign(globalThis, { indexedDB: new IDBFactory(), IDBKeyRange });
  number += 1;
  name = `text-${number}`;
  doc = new Y.Doc();
  doc.getText('title').insert(0, 'Pasar Badung '.repeat(200));
  core = Y.encodeStateAsUpdate(doc);
  copy = new LocalCopy(name);
  await copy.attach(doc);
  doc.on('update', (update: Uint8Array) => copy.note(update));
  tried = [];
  opened = 0;
  IDBFactory.prototype.open = function (...words) {
    opened += 1;
    return open.apply(this, words);
  };
  // the disk's answer takes its turns of the loop, as it does in a browser; only the waiting is moved by hand
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(async () => {
  vi.useRealTimers();
  IDBTransaction.prototype.commit = commit;
  IDBFactory.prototype.open = open;
  await copy.detach();
});

/** From now on no write is taken: the disk is full. */
function fillDisk(): void {
  IDBTransaction.prototype.commit = function () {
    tried.push(1);
    this.abort();
  };
}

async function pass(milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 100) {
    await vi.advanceTimersByTimeAsync(100);
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

async function titleOnDisk(): Promise<string> {
  const read = new Y.Doc();
  Y.applyUpdate(read, core);
  vi.useRealTimers();
  await new LocalCopy(name).readInto(read);
  return read.getText('title').toString().replaceAll('Pasar Badung ', '');
}

test('a full disk is asked after 2, 5 and then 30 seconds, by nobody in between, and on the same connection', async () => {
  fillDisk();
  doc.getText('title').insert(0, 'Satu.');
  copy.keep();
  await pass(1900);
  expect(tried.length).toBe(1);
  expect(copy.isKeeping).toBe(false);
  // every letter asks, while the core is away
  doc.getText('title').insert(5, 'Dua.');
  copy.keep();
  expect(tried.length).toBe(1);
  await pass(500);
  expect(tried.length).toBe(2);
  await pass(6000);
  expect(tried.length).toBe(3);
  await pass(60_000);
  expect(tried.length).toBe(5);
  expect(opened).toBe(0);
});

test('when there is room again everything is written, and said', async () => {
  fillDisk();
  doc.getText('title').insert(0, 'Satu.');
  copy.keep();
  await pass(1000);
  doc.getText('title').insert(5, 'Dua.');
  IDBTransaction.prototype.commit = commit;
  await pass(2000);
  expect(copy.isKeeping).toBe(true);
  expect(await titleOnDisk()).toBe('Satu.Dua.');
});

/** Another window of the same person at the same text. */
async function otherWindow(): Promise<{ copy: LocalCopy; doc: Y.Doc }> {
  const other = { copy: new LocalCopy(name), doc: new Y.Doc() };
  Y.applyUpdate(other.doc, core);
  await other.copy.attach(other.doc);
  other.doc.on('update', (update: Uint8Array) => other.copy.note(update));
  return other;
}

test('what is emptied is what this window read or wrote; words of another that closed meanwhile stay', async () => {
  vi.useRealTimers();
  const other = await otherWindow();
  doc.getText('title').insert(0, 'Satu.');
  copy.keep();
  other.doc.getText('title').insert(0, 'Dua.');
  other.copy.keep();
  await other.copy.detach();
  // still on its way to the disk when it is emptied
  doc.getText('title').insert(0, 'Tiga.');
  copy.keep();
  await copy.empty();
  expect(await titleOnDisk()).toBe('Dua.');
  await (await otherWindow()).copy.empty();
  expect(await titleOnDisk()).toBe('');
});

test('who only read the copy empties what was read', async () => {
  vi.useRealTimers();
  const reader = new LocalCopy(name);
  await reader.readInto(new Y.Doc());
  const other = await otherWindow();
  other.doc.getText('title').insert(0, 'Dua.');
  other.copy.keep();
  await other.copy.detach();
  await reader.empty();
  expect(await titleOnDisk()).toBe('Dua.');
  const last = new LocalCopy(name);
  await last.readInto(new Y.Doc());
  await last.empty();
  expect(await titleOnDisk()).toBe('');
});

test('many pieces become one, without what another window put there', async () => {
  vi.useRealTimers();
  const other = await otherWindow();
  other.doc.getText('title').insert(0, 'Dua.');
  other.copy.keep();
  await other.copy.detach();
  for (let n = 0; n < 520; n += 1) {
    doc.getText('title').insert(0, '.');
    copy.keep();
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await piecesIn(name)).length).toBeLessThan(40);
  expect(await titleOnDisk()).toContain('Dua.');
  await copy.empty();
  expect(await titleOnDisk()).toBe('Dua.');
});

test('a copy that takes the place of another holds what is typed while it is made', async () => {
  vi.useRealTimers();
  const aside = new LocalCopy(`${name}-aside`);
  const taking = aside.takeOver(doc);
  const typing = setInterval(() => doc.getText('title').insert(0, '.'), 0);
  expect(await taking).toBe(true);
  clearInterval(typing);
  aside.keep();
  await aside.detach();
  const read = new Y.Doc();
  await new LocalCopy(`${name}-aside`).readInto(read);
  expect(read.getText('title').length).toBe(doc.getText('title').length);
});
