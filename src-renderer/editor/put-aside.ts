import type * as Y from 'yjs';
import { TITLE } from '../../src-main/text/release-document.ts';
import { refusalOf, rpc } from '../client.ts';
import { fromBase64 } from './bytes.ts';
import { LocalCopy } from './local-copy.ts';
import { fitsInto } from './missing.ts';
import { asideName, forgetUnsent, forgetUnsentOf, noteAside, type UnsentLine } from './unsent.ts';

/** What became of pieces that were offered one by one. */
export interface SentApart {
  /** No Kulkul can read them, or they build on one that none can. */
  readonly condemned: readonly Uint8Array[];
  /** Not offered, because of `error`: the line, or somebody else signed in. */
  readonly left: readonly Uint8Array[];
  readonly error: unknown;
}

/**
 * Something of what waits can be read by no Kulkul. Each piece is offered by itself, so that it does not condemn the others; one
 * that builds on a refused one is not offered, because the core would take it and nobody could ever see it.
 */
export async function sendApart(
  releaseId: string,
  pieces: readonly Uint8Array[],
  append: (piece: Uint8Array) => Promise<unknown>,
): Promise<SentApart> {
  const left = [...pieces];
  const condemned: Uint8Array[] = [];
  try {
    const { snapshot, updates } = await rpc.releaseText.open({ releaseId });
    const theirs = [...(snapshot === null ? [] : [snapshot]), ...updates.map(({ update }) => update)].map(fromBase64);
    for (let piece = left[0]; piece !== undefined; piece = left[0]) {
      if (fitsInto(theirs, piece)) {
        try {
          await append(piece);
          theirs.push(piece);
        } catch (error) {
          if (refusalOf(error)?.code !== 'text_unreadable') throw error;
          condemned.push(piece);
        }
      } else condemned.push(piece);
      left.shift();
    }
    return { condemned, left, error: null };
  } catch (error) {
    return { condemned, left, error };
  }
}

interface Window {
  readonly userId: string;
  readonly releaseId: string;
  /** As it stands in the lists of unsent.ts. */
  readonly window: string;
  readonly doc: Y.Doc;
  readonly copy: LocalCopy;
  /** Words of windows that are gone, which the copy brought into this one. */
  readonly adopted: readonly UnsentLine[];
}

/**
 * What the core refused for good goes with the whole document into a copy of its own: in the text's copy every window to come
 * would find it, and be refused again. It is taken out of the text's copy only when the other one is on the disk.
 * @param changed as of `LocalCopy`
 * @param take is given the other copy as soon as it is on the disk; the text's copy is let go after that
 */
export async function putAside(
  { userId, releaseId, window, doc, copy, adopted }: Window,
  changed: () => void,
  take: (aside: LocalCopy) => void,
): Promise<void> {
  const aside = new LocalCopy(asideName(userId, releaseId, window), changed);
  if (!(await aside.takeOver(doc))) return aside.detach();
  take(aside);
  noteAside(userId, releaseId, window, doc.getText(TITLE).toString());
  const all = copy.isRead;
  await copy.empty();
  await copy.detach();
  forgetUnsentOf(userId, releaseId, window);
  if (all) forgetUnsent(adopted);
}
