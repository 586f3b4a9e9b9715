import type { Manifest } from '../contract/release-nouns.ts';
import { type Block, blockText, DATELINE_DASH, printedBlocks, type Run } from './printed.ts';

/** The body as plain text: paragraphs apart by an empty line, list items with their marks, addresses behind linked words. */
export function bodyText(manifest: Pick<Manifest, 'dateline' | 'body'>): string {
  return joinBlocks(printedBlocks(manifest), (block) => block.runs.map(linkedText).join(''));
}

/** Title and body as plain text, for the text part of a mail and the media kit. */
export function releaseText(manifest: Pick<Manifest, 'title' | 'dateline' | 'body'>): string {
  return `${manifest.title}\n\n${bodyText(manifest)}`;
}

/**
 * The first words without their markup, at most `most` characters, cut at a word: for lists, feeds and Open Graph. They are those of
 * the first paragraph or quote, or of the first item of a text that is all list; a dateline that stands above goes before them.
 */
export function excerpt(manifest: Pick<Manifest, 'dateline' | 'body'>, most = 200): string {
  const body = printedBlocks({ ...manifest, dateline: '' });
  const first = body.find((block) => block.type === 'paragraph' || block.type === 'quote') ?? body[0];
  const words = first === undefined ? '' : blockText(first);
  const text = [manifest.dateline, words]
    .filter((part) => part.trim() !== '')
    .join(DATELINE_DASH)
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\s,;:–-]+$/u, '')}…`;
}

/** Joins printed blocks: an empty line between paragraphs, none between the items of a list. */
export function joinBlocks(blocks: readonly Block[], words: (block: Block) => string): string {
  let text = '';
  blocks.forEach((block, at) => {
    const previous = blocks[at - 1];
    if (previous !== undefined) text += previous.type === 'item' && block.type === 'item' ? '\n' : '\n\n';
    if (block.type === 'item') {
      const indent = '   '.repeat(block.level - 1);
      text += block.marker === '' ? `${indent}   ${words(block)}` : `${indent}${block.marker} ${words(block)}`;
    } else text += words(block);
  });
  return text;
}

function linkedText(run: Run): string {
  if (run.href === null) return run.text;
  const shown = run.href.replace(/^mailto:/i, '');
  const bare = (address: string) => address.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  return bare(shown) === bare(run.text.trim()) ? run.text : `${run.text} (${shown})`;
}
