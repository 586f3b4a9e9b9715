import type { Node } from '@tiptap/pm/model';
import { wordsIn } from '../../src-main/text/word-count.ts';
import { printedSpeakers } from './printed-speakers.ts';

/** ProseMirror nodes never change: a paragraph that was counted once is known as long as it lives. */
const known = new WeakMap<Node, number>();

/** Words as word-count.ts counts them on the printed text; only paragraphs that changed are counted anew. */
export function countWords(doc: Node, dateline: string): number {
  let count = 0;
  doc.forEach((block) => {
    let words = known.get(block);
    if (words === undefined) {
      words = wordsIn(block.textBetween(0, block.content.size, ' ', ' '));
      known.set(block, words);
    }
    count += words;
  });
  for (const { words, empty } of printedSpeakers(doc)) if (!empty) count += wordsIn(words);
  return count === 0 ? 0 : count + wordsIn(dateline);
}
