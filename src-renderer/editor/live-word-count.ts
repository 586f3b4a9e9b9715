import type { Node } from '@tiptap/pm/model';
import { speakerOf } from '../../src-main/text/quote.ts';
import { titled } from '../../src-main/text/titled.ts';
import { wordsIn } from '../../src-main/text/word-count.ts';

/** ProseMirror nodes never change: a paragraph that was counted once is known as long as it lives. */
const known = new WeakMap<Node, number>();

/** Words as word-count.ts counts them on the printed text; only paragraphs that changed are looked at. */
export function countWords(doc: Node, dateline: string): number {
  let count = 0;
  const named = new Set<string>();
  doc.forEach((block, _, index) => {
    let words = known.get(block);
    if (words === undefined) {
      words = wordsIn(block.textBetween(0, block.content.size, ' ', ' '));
      known.set(block, words);
    }
    count += words;
    const speaker = block.type.name === 'quote' && words > 0 ? speakerOf(block.attrs) : null;
    if (speaker === null) return;
    const who = named.has(speaker.name) || namedIn(doc, index, speaker.name) ? speaker.shortName : titled(speaker);
    named.add(speaker.name);
    count += wordsIn(`${speaker.verb} ${who}`);
  });
  return count === 0 ? 0 : count + wordsIn(dateline);
}

/** Whether the name stands in a paragraph before this one: then the attribution is short. */
function namedIn(doc: Node, before: number, name: string): boolean {
  for (let index = 0; index < before; index++) if (doc.child(index).textContent.includes(name)) return true;
  return false;
}
