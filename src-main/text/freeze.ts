import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { safeAddress } from './link-address.ts';
import {
  BODY,
  DATELINE,
  documentOf,
  emptyBody,
  type ReleaseContent,
  type TextNode,
  TITLE,
} from './release-document.ts';
import { releaseSchema } from './schema.ts';

/** What the text says at one moment, or the names of nodes and marks that this program does not know. */
type Frozen =
  | { readonly ok: true; readonly content: ReleaseContent }
  | { readonly ok: false; readonly unknown: readonly string[] };

/**
 * Reads what the text says. It is read from a throw-away copy, because reading a fragment with a schema that lacks a node
 * deletes that node from the document (measured with y-tiptap 3.0.9); the stored updates are never touched. A text that holds
 * something this schema lacks is not read at all: media must not get a release with a hole in it.
 */
export function freeze(updates: readonly Uint8Array[]): Frozen {
  const copy = read(updates);
  if (copy === null) return { ok: false, unknown: ['broken'] };
  try {
    const fragment = copy.getXmlFragment(BODY);
    const unknown = unreadableParts(fragment);
    if (unknown.length > 0) return { ok: false, unknown };
    const root =
      fragment.length === 0
        ? emptyBody
        : (yXmlFragmentToProseMirrorRootNode(fragment, releaseSchema).toJSON() as TextNode);
    return {
      ok: true,
      content: {
        title: oneLine(copy.getText(TITLE).toString(), 300),
        dateline: oneLine(copy.getText(DATELINE).toString(), 120).replace(/[\s–—-]+$/u, ''),
        body: cleanBody(root),
      },
    };
  } finally {
    copy.destroy();
  }
}

/** The document, or null where an update cannot be applied to the others: bytes that look like one and were changed on their way. */
function read(updates: readonly Uint8Array[]): Y.Doc | null {
  try {
    return documentOf(updates);
  } catch {
    // Yjs throws in the middle of such an update; half of it must not be taken for the text
    return null;
  }
}

/** Names of what keeps a text from being read; empty when it can be. */
export function unreadableParts(fragment: Y.XmlFragment): readonly string[] {
  return tooDeep(fragment) ? ['too deep'] : unknownParts(fragment);
}

/** Nobody writes lists so deep in each other; reading them would end in a stack that is too small. */
const MOST_DEPTH = 100;

function tooDeep(fragment: Y.XmlFragment): boolean {
  let level: Y.XmlFragment[] = [fragment];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_DEPTH) return true;
    level = level.flatMap((part) => part.toArray().filter((child) => child instanceof Y.XmlElement));
  }
  return false;
}

/** Names of nodes and marks in the fragment that the schema lacks; reads the Yjs tree only and changes nothing. */
export function unknownParts(fragment: Y.XmlFragment): string[] {
  const unknown = new Set<string>();
  const look = (part: Y.XmlFragment) => {
    for (const child of part.toArray()) {
      if (child instanceof Y.XmlText) {
        for (const run of child.toDelta() as { attributes?: Record<string, unknown> }[]) {
          for (const mark of Object.keys(run.attributes ?? {})) if (!isKnownMark(mark)) unknown.add(mark);
        }
      } else if (child instanceof Y.XmlElement) {
        if (!(child.nodeName in releaseSchema.nodes)) unknown.add(child.nodeName);
        look(child);
      } else unknown.add('part'); // a map, list or hook: no editor writes one here, and reading it would throw
    }
  };
  // words and embedded things stand in a block, never beside the blocks
  for (const child of fragment.toArray()) if (!(child instanceof Y.XmlElement)) unknown.add('text');
  look(fragment);
  return [...unknown].sort();
}

/** Whether our schema has this mark, as it is named in a Yjs document. */
export function isKnownMark(name: string): boolean {
  // y-tiptap writes marks that may overlap as `name--hash`
  return name.replace(/--.*$/s, '') in releaseSchema.marks;
}

function oneLine(text: string, most: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is taken out
  const plain = text.replace(/[\u0000-\u001f\u007f]+/g, ' ');
  return plain.replace(/\s+/g, ' ').trim().slice(0, most).trimEnd();
}

/** Links that lead somewhere hostile lose their mark, attributes that say nothing go, empty paragraphs at both ends go. */
function cleanBody(root: TextNode): TextNode {
  const blocks = (root.content ?? []).map(cleanNode);
  let first = 0;
  let last = blocks.length;
  while (first < last && isEmptyParagraph(blocks[first])) first++;
  while (last > first && isEmptyParagraph(blocks[last - 1])) last--;
  return { type: 'doc', content: blocks.slice(first, last) };
}

function isEmptyParagraph(node: TextNode | undefined): boolean {
  return node?.type === 'paragraph' && (node.content ?? []).every((part) => part.type === 'text' && !part.text?.trim());
}

/** What an attribute of ours may be; null says nothing, and objects come only from a page that was tampered with. */
const plainValues: ReadonlySet<string> = new Set(['string', 'number', 'boolean']);

function cleanNode(node: TextNode): TextNode {
  const marks = (node.marks ?? []).flatMap((mark) => {
    if (mark.type !== 'link') return [{ type: mark.type }];
    const href = safeAddress(mark.attrs?.href);
    return href === null ? [] : [{ type: 'link', attrs: { href } }];
  });
  const attrs = Object.entries(node.attrs ?? {}).filter(([, value]) => plainValues.has(typeof value));
  return {
    type: node.type,
    ...(attrs.length > 0 ? { attrs: Object.fromEntries(attrs) } : {}),
    ...(node.content === undefined ? {} : { content: node.content.map(cleanNode) }),
    ...(node.text === undefined ? {} : { text: node.text }),
    ...(marks.length > 0 ? { marks } : {}),
  };
}
