import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { unknownParts } from './freeze.ts';
import { BODY, DATELINE, documentOf, TITLE } from './release-document.ts';
import { releaseSchema } from './schema.ts';

/** What a person changes in a text as a whole; what is left out stays. `body` is ProseMirror JSON. */
export interface TextCorrections {
  readonly title?: string | undefined;
  readonly dateline?: string | undefined;
  readonly body?: unknown;
}

/**
 * Corrections as one Yjs update on top of a text: only what differs is touched, so words of others that come later still merge.
 * @param updates the text as it stands
 * @returns the update; `null` when nothing differs; `invalid` when the body is no text of our schema
 */
export function correctionUpdate(
  updates: readonly Uint8Array[],
  corrections: TextCorrections,
): Uint8Array | null | 'invalid' {
  if (corrections.body !== undefined && !isBody(corrections.body)) return 'invalid';
  const doc = documentOf(updates);
  try {
    // A part this program does not know would be deleted by the comparison below.
    if (unknownParts(doc.getXmlFragment(BODY)).length > 0) return 'invalid';
    const before = Y.encodeStateVector(doc);
    let touched = false;
    doc.on('update', () => {
      touched = true;
    });
    doc.transact(() => {
      if (corrections.title !== undefined) rewrite(doc.getText(TITLE), corrections.title);
      if (corrections.dateline !== undefined) rewrite(doc.getText(DATELINE), corrections.dateline);
      if (corrections.body !== undefined)
        prosemirrorJSONToYXmlFragment(releaseSchema, corrections.body, doc.getXmlFragment(BODY));
    });
    return touched ? Y.encodeStateAsUpdate(doc, before) : null;
  } finally {
    doc.destroy();
  }
}

function isBody(body: unknown): boolean {
  try {
    const node = releaseSchema.nodeFromJSON(body);
    node.check();
    return node.type.name === 'doc';
  } catch {
    return false;
  }
}

/** Replaces only the stretch between the common beginning and the common end. */
function rewrite(text: Y.Text, wanted: string): void {
  const was = text.toString();
  if (was.trim() === wanted) return;
  let start = 0;
  while (start < was.length && start < wanted.length && was[start] === wanted[start]) start++;
  let end = 0;
  while (
    end < was.length - start &&
    end < wanted.length - start &&
    was[was.length - 1 - end] === wanted[wanted.length - 1 - end]
  )
    end++;
  // never between the halves of a surrogate pair
  if (start > 0 && /[\ud800-\udbff]/.test(was[start - 1] ?? '')) start--;
  if (end > 0 && /[\udc00-\udfff]/.test(was[was.length - end] ?? '')) end--;
  if (was.length - end > start) text.delete(start, was.length - end - start);
  if (wanted.length - end > start) text.insert(start, wanted.slice(start, wanted.length - end));
}
