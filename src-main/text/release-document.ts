import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { releaseSchema } from './schema.ts';

/**
 * One release text is one Yjs document with three parts: title and dateline are Y.Text (so that two people in one line merge),
 * the body is an XmlFragment in the schema of schema.ts.
 */
export const TITLE = 'title';
export const DATELINE = 'dateline';
export const BODY = 'body';

/** A node in ProseMirror's JSON. */
export interface TextNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly TextNode[];
  readonly text?: string;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
}

export const emptyBody: TextNode = { type: 'doc', content: [{ type: 'paragraph' }] };

/** A text before its first word, or as a skeleton proposes it. */
export interface ReleaseContent {
  readonly title: string;
  readonly dateline: string;
  readonly body: TextNode;
}

/**
 * The first Yjs update of a new text. Made once, by the core: were each window to make its own, they would not merge.
 * @returns the encoded document (an update against nothing)
 */
export function firstUpdate(content: ReleaseContent): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    doc.getText(TITLE).insert(0, content.title);
    doc.getText(DATELINE).insert(0, content.dateline);
    prosemirrorJSONToYXmlFragment(releaseSchema, content.body, doc.getXmlFragment(BODY));
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** The document that these updates make; the caller destroys it. Order does not matter and doubles do no harm. */
export function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/** Several updates as one with the same effect. */
export function mergedUpdate(updates: readonly Uint8Array[]): Uint8Array {
  // Y.mergeUpdates keeps every deleted word as content; by way of a document they are collected.
  const doc = documentOf(updates);
  const merged = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return merged;
}

/** Whether the bytes are a Yjs update at all; what comes from outside is asked this before it is kept. */
export function isUpdate(bytes: Uint8Array): boolean {
  try {
    const { structs, ds } = Y.decodeUpdate(bytes);
    return structs.length > 0 || ds.clients.size > 0;
  } catch {
    return false;
  }
}
