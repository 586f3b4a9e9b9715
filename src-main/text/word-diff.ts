import { diffArrays } from 'diff';
import type { Manifest } from '../contract/release-nouns.ts';
import { type Block, blockText, printedBlocks, type Run } from './printed.ts';

export type Change = 'same' | 'added' | 'removed';

/** Neighbouring words with the same fate and style. */
export interface WordChange extends Run {
  readonly change: Change;
}

/** A paragraph of the newer text, or one that is gone; `restyled`: same words, other style, link or place in a list. */
export interface BlockChange {
  readonly type: Block['type'];
  readonly level: number;
  readonly marker: string;
  readonly change: Change | 'changed' | 'restyled';
  readonly words: readonly WordChange[];
}

export interface PhotoChange {
  readonly photoId: string;
  readonly change: Change | 'moved' | 'changed';
  readonly caption: readonly WordChange[];
}

export interface ManifestChanges {
  readonly title: readonly WordChange[];
  readonly blocks: readonly BlockChange[];
  readonly photos: readonly PhotoChange[];
  /** Which of kind, class and embargo differ. */
  readonly details: readonly ('kind' | 'infoClass' | 'embargoUntil')[];
  /** Words, not characters. */
  readonly added: number;
  readonly removed: number;
  readonly changed: boolean;
}

/**
 * What a reader of the newer text must look at, word by word.
 * @param older null when there is nothing to compare with: then all is `same`
 */
export function changesBetween(older: Manifest | null, newer: Manifest): ManifestChanges {
  const before = older ?? newer;
  const title = wordChanges([plainRun(before.title)], [plainRun(newer.title)]);
  const blocks = blockChanges(printedBlocks(before), printedBlocks(newer));
  const photos = photoChanges(before, newer);
  const details = (['kind', 'infoClass', 'embargoUntil'] as const).filter((key) => before[key] !== newer[key]);
  const all = [...title, ...blocks.flatMap((block) => block.words), ...photos.flatMap((photo) => photo.caption)];
  const count = (change: Change) =>
    all.reduce(
      (sum, word) => sum + (word.change === change ? (word.text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0) : 0),
      0,
    );
  const added = count('added');
  const removed = count('removed');
  return {
    title,
    blocks,
    photos,
    details,
    added,
    removed,
    changed:
      title.some((word) => word.change !== 'same') ||
      details.length > 0 ||
      blocks.some((block) => block.change !== 'same') ||
      photos.some((photo) => photo.change !== 'same'),
  };
}

const segmenter = new Intl.Segmenter('id', { granularity: 'word' });

function tokens(runs: readonly Run[]): Run[] {
  return runs.flatMap((run) => [...segmenter.segment(run.text)].map(({ segment }) => ({ ...run, text: segment })));
}

function plainRun(text: string): Run {
  return { text, bold: false, italic: false, href: null };
}

/** Words that came, went and stayed, in reading order; what stayed has the newer style. */
function wordChanges(older: readonly Run[], newer: readonly Run[]): WordChange[] {
  const [was, is] = [tokens(older), tokens(newer)];
  const words: WordChange[] = [];
  let at = 0;
  for (const part of diffArrays(was, is, { comparator: (a, b) => a.text === b.text })) {
    if (part.removed) words.push(...part.value.map((run) => ({ ...run, change: 'removed' as const })));
    else {
      const change: Change = part.added ? 'added' : 'same';
      words.push(...is.slice(at, at + part.value.length).map((run) => ({ ...run, change })));
      at += part.value.length;
    }
  }
  return joined(bridged(words));
}

/** A single blank that stayed between two changes only chops up what a person reads as one change. */
function bridged(words: readonly WordChange[]): WordChange[] {
  const smooth: WordChange[] = [];
  words.forEach((word, at) => {
    const lonely =
      word.change === 'same' &&
      /^\s+$/u.test(word.text) &&
      words[at - 1] !== undefined &&
      words[at - 1]?.change !== 'same' &&
      words[at + 1] !== undefined &&
      words[at + 1]?.change !== 'same';
    if (lonely) smooth.push({ ...word, change: 'removed' }, { ...word, change: 'added' });
    else smooth.push(word);
  });
  // Within one change: first all that went, then all that came.
  const ordered: WordChange[] = [];
  let changed: WordChange[] = [];
  const flush = () => {
    ordered.push(
      ...changed.filter((word) => word.change === 'removed'),
      ...changed.filter((word) => word.change === 'added'),
    );
    changed = [];
  };
  for (const word of smooth) {
    if (word.change === 'same') {
      flush();
      ordered.push(word);
    } else changed.push(word);
  }
  flush();
  return ordered;
}

function joined(words: readonly WordChange[]): WordChange[] {
  const result: WordChange[] = [];
  for (const word of words) {
    const last = result.at(-1);
    if (
      last !== undefined &&
      last.change === word.change &&
      last.bold === word.bold &&
      last.italic === word.italic &&
      last.href === word.href
    )
      result[result.length - 1] = { ...last, text: last.text + word.text };
    else result.push(word);
  }
  return result;
}

function blockChanges(older: readonly Block[], newer: readonly Block[]): BlockChange[] {
  const changes: BlockChange[] = [];
  let gone: Block[] = [];
  let come: Block[] = [];
  const flush = () => {
    changes.push(...paired(gone, come));
    gone = [];
    come = [];
  };
  let [wasAt, at] = [0, 0];
  for (const part of diffArrays([...older], [...newer], { comparator: (a, b) => blockText(a) === blockText(b) })) {
    if (part.removed) {
      gone.push(...part.value);
      wasAt += part.value.length;
    } else if (part.added) {
      come.push(...part.value);
      at += part.value.length;
    } else {
      flush();
      part.value.forEach((_, index) => {
        const is = newer[at + index] as Block;
        const restyled = JSON.stringify(older[wasAt + index]) !== JSON.stringify(is);
        changes.push(whole(is, 'same', restyled ? 'restyled' : 'same'));
      });
      wasAt += part.value.length;
      at += part.value.length;
    }
  }
  flush();
  return changes;
}

/** Within one stretch, a paragraph that shares enough words with one that is gone is that one, rewritten. */
function paired(gone: readonly Block[], come: readonly Block[]): BlockChange[] {
  const changes: BlockChange[] = [];
  let from = 0;
  for (const block of come) {
    const match = gone.findIndex((old, at) => at >= from && likeness(old, block) >= 0.3);
    if (match === -1) {
      changes.push(whole(block, 'added', 'added'));
      continue;
    }
    changes.push(...gone.slice(from, match).map((old) => whole(old, 'removed', 'removed')));
    from = match + 1;
    const { type, level, marker } = block;
    changes.push({
      type,
      level,
      marker,
      change: 'changed',
      words: wordChanges((gone[match] as Block).runs, block.runs),
    });
  }
  changes.push(...gone.slice(from).map((old) => whole(old, 'removed', 'removed')));
  return changes;
}

function whole(block: Block, change: Change, fate: BlockChange['change']): BlockChange {
  const { type, level, marker, runs } = block;
  return { type, level, marker, change: fate, words: joined(runs.map((run) => ({ ...run, change }))) };
}

/** Share of words that two paragraphs have in common, 0..1 (Dice). */
function likeness(a: Block, b: Block): number {
  const words = (block: Block) =>
    new Set(
      blockText(block)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
    );
  const [left, right] = [words(a), words(b)];
  if (left.size + right.size === 0) return 1;
  let common = 0;
  for (const word of left) if (right.has(word)) common++;
  return (2 * common) / (left.size + right.size);
}

function photoChanges(older: Manifest, newer: Manifest): PhotoChange[] {
  const kept = older.photos.filter((was) => newer.photos.some((is) => is.photoId === was.photoId));
  const keptNow = newer.photos.filter((is) => older.photos.some((was) => was.photoId === is.photoId));
  const changes: PhotoChange[] = newer.photos.map((is) => {
    const was = older.photos.find((photo) => photo.photoId === is.photoId);
    if (was === undefined)
      return { photoId: is.photoId, change: 'added', caption: [{ ...plainRun(is.caption), change: 'added' }] };
    const caption = wordChanges([plainRun(was.caption)], [plainRun(is.caption)]);
    const same = JSON.stringify({ ...was }) === JSON.stringify({ ...is });
    const moved = kept.indexOf(was) !== keptNow.indexOf(is);
    return { photoId: is.photoId, change: same ? (moved ? 'moved' : 'same') : 'changed', caption };
  });
  for (const was of older.photos)
    if (!newer.photos.some((is) => is.photoId === was.photoId))
      changes.push({
        photoId: was.photoId,
        change: 'removed',
        caption: [{ ...plainRun(was.caption), change: 'removed' }],
      });
  return changes;
}
