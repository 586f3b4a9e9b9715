import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentOf, TITLE } from '../../src-main/text/release-document.ts';
import { fitsInto, missingIn } from '../../src-renderer/editor/missing.ts';

function twins(): { core: Y.Doc; here: Y.Doc } {
  const core = new Y.Doc();
  core.getText(TITLE).insert(0, 'Wali Kota buka pekan');
  const here = new Y.Doc();
  Y.applyUpdate(here, Y.encodeStateAsUpdate(core));
  return { core, here };
}

test('two texts in step lack nothing of each other', () => {
  const { core, here } = twins();
  expect(missingIn([Y.encodeStateAsUpdate(core)], here)).toEqual([]);
});

test.each([
  ['words', (title: Y.Text) => title.insert(title.length, ' literasi')],
  ['a deletion', (title: Y.Text) => title.delete(0, 10)],
] as const)('%s that the core has not are found, and bring it into step', (_, change) => {
  const { core, here } = twins();
  change(here.getText(TITLE));
  const missing = missingIn([Y.encodeStateAsUpdate(core)], here);
  const after = documentOf([Y.encodeStateAsUpdate(core), ...missing]);
  expect(after.getText(TITLE).toString()).toBe(here.getText(TITLE).toString());
  expect(missingIn([Y.encodeStateAsUpdate(after)], here)).toEqual([]);
});

test('a piece that builds on one which is not there is not called fit; one of somebody else is', () => {
  const typed: Uint8Array[] = [];
  const doc = new Y.Doc();
  doc.on('update', (update: Uint8Array) => typed.push(update));
  doc.getText('title').insert(0, 'satu');
  doc.getText('title').insert(4, ' dua');
  const [first, second] = typed as [Uint8Array, Uint8Array];
  const other = new Y.Doc();
  other.getText('title').insert(0, 'lain');
  expect(fitsInto([], second)).toBe(false);
  expect(fitsInto([first], second)).toBe(true);
  expect(fitsInto([], Y.encodeStateAsUpdate(other))).toBe(true);
});
