import type { Manifest } from '../contract/release-nouns.ts';
import { blockText, printedBlocks } from './printed.ts';

/** Words as Word counts them: what stands between blanks and holds a letter or a digit (`SP4N-LAPOR!` is one). */
export function wordsIn(text: string): number {
  let count = 0;
  for (const part of text.split(/\s+/u)) if (/[\p{L}\p{N}]/u.test(part)) count++;
  return count;
}

/** Words of the body as it is printed, with dateline and attributions, without the title; an empty body has none. */
export function wordCount(manifest: Pick<Manifest, 'dateline' | 'body'>): number {
  const blocks = printedBlocks({ dateline: '', body: manifest.body });
  const body = blocks.reduce((sum, block) => sum + wordsIn(blockText(block)), 0);
  return body === 0 ? 0 : body + wordsIn(manifest.dateline);
}
