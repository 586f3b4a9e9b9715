import type { Manifest } from '../contract/release-nouns.ts';
import { safeAddress } from './link-address.ts';
import { attribution, closingOf, speakerOf } from './quote.ts';
import type { TextNode } from './release-document.ts';

/** A stretch of text in one style. A line break is `\n`. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** A safe address, or null. */
  readonly href: string | null;
}

/** One paragraph as media will read it, in the order of reading. Nested lists are flat here, with their depth. */
export interface Block {
  readonly type: 'paragraph' | 'heading' | 'quote' | 'item';
  /** Heading level 2 or 3; depth of a list item from 1; else 0. */
  readonly level: number;
  /** What stands before a list item: `•` or `3.`; empty for a further paragraph of the same item and for everything else. */
  readonly marker: string;
  readonly runs: readonly Run[];
}

/** Between place and text: `DENPASAR – Wali Kota …` (domain: capitals, en dash). */
export const DATELINE_DASH = ' – ';

/**
 * The text as it is printed everywhere (mail, site, WhatsApp, sheet): the dateline opens the first paragraph, quotation marks and
 * attribution stand around each quote. Every form is made from this, so that all media read the same words.
 */
export function printedBlocks(manifest: Pick<Manifest, 'dateline' | 'body'>): Block[] {
  const blocks: Block[] = [];
  let before = '';
  const add = (block: Block) => {
    blocks.push(block);
    before += `\n${block.runs.map((run) => run.text).join('')}`;
  };
  const walk = (nodes: readonly TextNode[], depth: number) => {
    for (const node of nodes) {
      if (node.type === 'bulletList' || node.type === 'orderedList') walkList(node, depth + 1);
      else if (node.type === 'heading')
        add({ type: 'heading', level: Number(node.attrs?.level ?? 2), marker: '', runs: runsOf(node) });
      else if (node.type === 'quote') add({ type: 'quote', level: 0, marker: '', runs: quoted(node, before) });
      else add({ type: 'paragraph', level: 0, marker: '', runs: runsOf(node) });
    }
  };
  const walkList = (list: TextNode, depth: number) => {
    let number = Number(list.attrs?.start ?? 1);
    for (const item of list.content ?? []) {
      let marker = list.type === 'orderedList' ? `${number++}.` : '•';
      for (const part of item.content ?? []) {
        if (part.type === 'bulletList' || part.type === 'orderedList') walkList(part, depth + 1);
        else {
          const runs = part.type === 'quote' ? quoted(part, before) : runsOf(part);
          add({ type: 'item', level: depth, marker, runs });
          marker = '';
        }
      }
    }
  };
  walk((manifest.body as TextNode | null)?.content ?? [], 0);
  return withDateline(
    blocks.filter((block) => block.marker !== '' || block.runs.some((run) => run.text.trim() !== '')),
    manifest.dateline,
  );
}

/** All words of a block. */
export function blockText(block: Block): string {
  return block.runs.map((run) => run.text).join('');
}

function withDateline(blocks: Block[], dateline: string): Block[] {
  if (dateline === '') return blocks;
  const run: Run = { text: dateline, bold: true, italic: false, href: null };
  const dash: Run = { ...run, text: DATELINE_DASH, bold: false };
  const at = blocks.findIndex((block) => block.type === 'paragraph');
  const first = blocks[at];
  // A text that begins with a heading or a list has its dateline above, not in the middle.
  if (at !== 0 || first === undefined) return [{ type: 'paragraph', level: 0, marker: '', runs: [run] }, ...blocks];
  return [{ ...first, runs: [run, dash, ...first.runs] }, ...blocks.slice(1)];
}

function runsOf(node: TextNode): Run[] {
  const runs: Run[] = [];
  for (const part of node.content ?? []) {
    if (part.type === 'hardBreak') runs.push({ text: '\n', bold: false, italic: false, href: null });
    else if (part.type === 'text' && part.text) {
      const marks = part.marks ?? [];
      runs.push({
        text: part.text,
        bold: marks.some((mark) => mark.type === 'bold'),
        italic: marks.some((mark) => mark.type === 'italic'),
        href: safeAddress(marks.find((mark) => mark.type === 'link')?.attrs?.href),
      });
    }
  }
  return runs;
}

function quoted(node: TextNode, before: string): Run[] {
  const plain: Omit<Run, 'text'> = { bold: false, italic: false, href: null };
  const said = trimmedQuote(runsOf(node));
  const text = said.map((run) => run.text).join('');
  if (text.trim() === '') return [];
  const speaker = speakerOf(node.attrs);
  const { cut, add } = closingOf(text, speaker !== null);
  const after = speaker === null ? '' : ` ${attribution(speaker, before.includes(speaker.name))}`;
  return [{ ...plain, text: '“' }, ...cutEnd(said, cut), { ...plain, text: `${add}”${after}` }];
}

/** Quotation marks that a person typed or pasted around the whole quote are dropped: the printed ones stand there. */
function trimmedQuote(runs: Run[]): Run[] {
  const opening = /^\s*["“”„«]\s*/u;
  const closing = /\s*["”“»]\s*$/u;
  const text = runs.map((run) => run.text).join('');
  const head = text.match(opening)?.[0].length ?? text.match(/^\s*/)?.[0].length ?? 0;
  const tail = text.slice(head).match(closing)?.[0].length ?? 0;
  return cutEnd(cutStart(runs, head), tail);
}

function cutStart(runs: readonly Run[], count: number): Run[] {
  let left = count;
  const kept: Run[] = [];
  for (const run of runs) {
    const drop = Math.min(left, run.text.length);
    left -= drop;
    if (drop < run.text.length) kept.push({ ...run, text: run.text.slice(drop) });
  }
  return kept;
}

function cutEnd(runs: readonly Run[], count: number): Run[] {
  let left = count;
  const kept: Run[] = [];
  for (const run of [...runs].reverse()) {
    const drop = Math.min(left, run.text.length);
    left -= drop;
    if (drop < run.text.length) kept.unshift({ ...run, text: run.text.slice(0, run.text.length - drop) });
  }
  return kept;
}
