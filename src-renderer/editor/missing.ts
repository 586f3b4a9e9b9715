import * as Y from 'yjs';
import { documentOf } from '../../src-main/text/release-document.ts';

/** What `doc` has and a text of these updates has not: words and deletions alike show themselves when they change that text. */
export function missingIn(coreUpdates: readonly Uint8Array[], doc: Y.Doc): Uint8Array[] {
  const theirs = documentOf(coreUpdates);
  const missing: Uint8Array[] = [];
  theirs.on('update', (update: Uint8Array) => missing.push(update));
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(theirs)));
  theirs.destroy();
  return missing;
}

/** Whether an update can be placed into a text of these updates at once: nothing that it builds on is missing there. */
export function fitsInto(coreUpdates: readonly Uint8Array[], update: Uint8Array): boolean {
  const trial = documentOf([...coreUpdates, update]);
  const fits = trial.store.pendingStructs === null && trial.store.pendingDs === null;
  trial.destroy();
  return fits;
}
