import type { Node } from '@tiptap/pm/model';
import { attribution, speakerOf } from '../../src-main/text/quote.ts';

/** A quote of the text with the attribution that printed.ts prints after it. */
interface PrintedSpeaker {
  /** Position of the quote in the document. */
  readonly position: number;
  /** `kata Ratna Dewi.` */
  readonly words: string;
  /** Nothing was said yet; then media read neither quote nor speaker. */
  readonly empty: boolean;
}

/** Every quote that has a speaker, in the order of reading; one walk through the text, so never at a keystroke. */
export function printedSpeakers(doc: Node): PrintedSpeaker[] {
  const found: PrintedSpeaker[] = [];
  let before = '';
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const said = node.textBetween(0, node.content.size, '\n', '\n');
    const speaker = node.type.name === 'quote' ? speakerOf(node.attrs) : null;
    if (speaker === null) before += `\n${said}`;
    else {
      const words = attribution(speaker, before.includes(speaker.name));
      const empty = said.trim() === '';
      found.push({ position, words, empty });
      if (!empty) before += `\n${said} ${words}`;
    }
    return false;
  });
  return found;
}
