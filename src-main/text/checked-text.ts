import * as Y from 'yjs';
import { isKnownMark, unreadableParts } from './freeze.ts';
import { BODY, documentOf } from './release-document.ts';
import { releaseSchema } from './schema.ts';

/**
 * A throw-away copy of a text on which an update is tried before it is kept: what is kept is never taken out again, so one update
 * that cannot be read would close the text for everybody, for good. Nothing is ever read out of this copy.
 */
export class CheckedText {
  readonly #doc: Y.Doc;

  private constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** @returns null when the text is unreadable already: then nothing that comes can be judged by it */
  static of(updates: readonly Uint8Array[]): CheckedText | null {
    try {
      const doc = documentOf(updates);
      if (unreadableParts(doc.getXmlFragment(BODY)).length === 0) return new CheckedText(doc);
      doc.destroy();
    } catch {
      // kept by a Kulkul that did not try them; `freeze` says of such a text that it is broken
    }
    return null;
  }

  /**
   * Tries an update. One whose predecessors are missing waits inside of the document, as Yjs has it: it shows when they come, and
   * with them it is looked at again; what it names is looked at now.
   * @returns what of it could not be read, empty when it can be kept; after anything else this copy is of no use any more
   */
  strangeIn(update: Uint8Array): readonly string[] {
    try {
      const strange = strangeNames(update);
      if (strange.length > 0) return strange;
      Y.applyUpdate(this.#doc, update);
      return unreadableParts(this.#doc.getXmlFragment(BODY));
    } catch {
      // Yjs throws in the middle of bytes that only look like an update
      return ['broken'];
    }
  }

  end(): void {
    this.#doc.destroy();
  }
}

/** Nodes and marks that an update names and our schema lacks, also in parts that cannot be placed yet. */
function strangeNames(update: Uint8Array): string[] {
  const strange: string[] = [];
  for (const struct of Y.decodeUpdate(update).structs) {
    const content = struct instanceof Y.Item ? struct.content : null;
    if (content instanceof Y.ContentFormat) {
      if (!isKnownMark(content.key)) strange.push(content.key);
    } else if (content instanceof Y.ContentType) {
      const { type } = content;
      if (type instanceof Y.XmlText) continue;
      // a map, list or hook: no editor writes one here
      if (!(type instanceof Y.XmlElement)) strange.push('part');
      else if (!(type.nodeName in releaseSchema.nodes)) strange.push(type.nodeName);
    }
  }
  return strange;
}
