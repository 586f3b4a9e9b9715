import type { Span } from '../../../contract/agenda-reading.ts';

/** A line of pasted text without its WhatsApp markup, and where each character of it stood. */
export interface Line {
  /** Markup (`*`, `_`, backticks), struck text (`~08.00~`) and invisible characters are gone; spaces are single and plain. */
  readonly text: string;
  /** `at[i]` is the offset in the original of `text[i]`; one more entry than characters. */
  readonly at: readonly number[];
  /** The whole line in the original, without its line end. */
  readonly span: Span;
  /** Text that was struck out, without its marks. */
  readonly struck: readonly (Span & { readonly text: string })[];
  /** All of it was struck out, save for a number or a word like BATAL: what it says is off. */
  readonly dropped: boolean;
  readonly blank: boolean;
  /** Empty cells before the first, where the line is a row of a copied table. */
  readonly leadingTabs: number;
  /** Longer than any line of an agenda; not looked into, `text` is empty. */
  readonly tooLong: boolean;
}

/** Zero-width characters, direction marks and variation selectors, which WhatsApp puts beside emoji and copied names. */
const invisible = /\u200D|[\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]|\uFE0E|\uFE0F/;

/**
 * No line of an agenda is as long (UTF-16 units). The rules look at a line many times over, and some of them take the square of its
 * length: 15 s for one of 100,000 brackets. A line this long is told as not understood instead.
 */
const LONGEST = 2_000;

/** No table of an agenda has as many columns. */
const MOST_CELLS = 60;

/** `T e m p a t :`, as typewriters and letters set their labels apart. */
const spacedLabel = /^(?:\p{L} ){3,12}\p{L} ?(?=:)/u;

function cellsIn(raw: string): number {
  let cells = 1;
  for (let i = 0; i < raw.length; i++) if (raw[i] === '\t' || raw[i] === '|') cells++;
  return cells;
}

/** Splits a text into lines. Offsets always point into `text` as it came. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const end of [...lineEnds(text), text.length]) {
    const raw = text.slice(start, end).replace(/\r$/, '');
    lines.push(raw.length > LONGEST || cellsIn(raw) > MOST_CELLS ? unread(raw, start) : readLine(raw, start));
    start = end + 1;
  }
  return lines;
}

function unread(raw: string, start: number): Line {
  const blank = raw.trim() === '';
  return {
    text: '',
    at: [start],
    span: { start, end: start + raw.length },
    struck: [],
    dropped: false,
    blank,
    leadingTabs: 0,
    tooLong: !blank,
  };
}

function lineEnds(text: string): number[] {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  return ends;
}

function readLine(raw: string, start: number): Line {
  const all = struckSpans(raw);
  const dropped = isDropped(raw, all);
  const struck = dropped || isMoved(raw, all) ? [] : all;
  let text = '';
  const at: number[] = [];
  for (let i = 0; i < raw.length; i++) {
    const hit = struck.find((span) => i >= span.start && i < span.end);
    if (hit) {
      i = hit.end - 1;
      continue;
    }
    const character = raw[i] as string;
    if (character === '*' && text === '' && isStarBullet(raw, i)) {
      text = '•';
      at.push(start + i);
      continue;
    }
    if (isMarkup(raw, i) || ((dropped || struck.length < all.length) && character === '~') || invisible.test(character))
      continue;
    const plain = character === '\t' && isCellEdge(text, raw, i) ? '|' : /\s/.test(character) ? ' ' : character;
    if (plain === ' ' && text === '') continue;
    if (plain === ' ' && text.endsWith(' ')) continue;
    text += plain;
    at.push(start + i);
  }
  const spaced = spacedLabel.exec(text)?.[0].length ?? 0;
  for (let i = spaced - 2; i > 0; i--) {
    if (text[i] !== ' ') continue;
    text = text.slice(0, i) + text.slice(i + 1);
    at.splice(i, 1);
  }
  while (text.endsWith(' ') || (text.endsWith('|') && raw.includes('\t'))) {
    text = text.slice(0, -1);
    at.pop();
  }
  const last = at.at(-1);
  at.push(last === undefined ? start : last + 1);
  return {
    text,
    at,
    span: { start, end: start + raw.length },
    struck: struck.map((span) => ({
      start: start + span.start,
      end: start + span.end,
      text: raw.slice(span.start + 1, span.end - 1),
    })),
    dropped,
    blank: text === '',
    leadingTabs: /^ *(\t*)/u.exec(raw)?.[1]?.length ?? 0,
    tooLong: false,
  };
}

/** A tab between two cells of a copied table; one behind a label (`Waktu\t: 09.00`) or a number (`1.\tRapat`) only makes room. */
function isCellEdge(before: string, raw: string, i: number): boolean {
  if (before === '') return false;
  // three tabs and more make a table, whatever stands in its cells
  if (/[:.)\]•–-]\s*$/u.test(before) && before.length <= 40 && (before.includes(':') || raw.split('\t').length < 4))
    return false;
  for (let at = i + 1; at < raw.length && at < i + 20; at++) {
    const next = raw[at] as string;
    if (next === ':') return false;
    if (!/\s/.test(next)) break;
  }
  return true;
}

/** `* Rapat`: what looks like markup is the bullet of a list; `* *Rapat*` and `* Rapat` alike, `*Rapat *` not. */
function isStarBullet(raw: string, i: number): boolean {
  const stars = raw.slice(i + 1).split('*').length - 1;
  return /^\*\s+\S/u.test(raw.slice(i)) && stars % 2 === 0;
}

/** `*` and backticks are always markup here; `_` only at the edge of a word, so that a file_name stays whole. */
function isMarkup(raw: string, i: number): boolean {
  const character = raw[i];
  if (character === '*' || character === '`') return true;
  if (character !== '_') return false;
  const word = /[\p{L}\p{N}]/u;
  return !(word.test(raw[i - 1] ?? ' ') && word.test(raw[i + 1] ?? ' '));
}

/** `2. ~09.30 Audiensi PMI~ BATAL`: the whole item is struck out, not a value that gave way to another. */
function isDropped(raw: string, struck: readonly Span[]): boolean {
  const words = struck.map((span) => raw.slice(span.start, span.end)).join(' ');
  if ((words.match(/\p{L}{2,}/gu) ?? []).length < 2) return false;
  let rest = raw;
  for (const span of struck) rest = rest.replace(raw.slice(span.start, span.end), ' ');
  rest = rest.replace(new RegExp(invisible, 'g'), '');
  return !/[\p{L}\p{N}]/u.test(
    rest.replace(/(?<!\p{L})(?:batal|dibatalkan|cancel|ditiadakan|\d{1,3}|pindah|dihapus)(?!\p{L})/giu, ' '),
  );
}

const moving =
  /(?<!\p{L})(?:di(?:geser|pindah(?:kan)?|undur(?:kan)?|majukan|mundurkan|alihkan)|geser|pindah|mundur|maju)(?!\p{L})/iu;

/** `08.00 ~Apel siaga, Mapolresta~ -> digeser 08.30`: struck out is how it was, and with it the only name there is. */
function isMoved(raw: string, struck: readonly Span[]): boolean {
  const last = struck.at(-1);
  if (!last || struck.length !== 1) return false;
  const inside = raw.slice(last.start, last.end);
  return (
    (inside.match(/\p{L}{2,}/gu) ?? []).length > 1 &&
    !/\p{L}{3}/u.test(raw.slice(0, last.start).replace(/(?:pukul|pkl|jam)/giu, '')) &&
    moving.test(raw.slice(last.end, last.end + 30))
  );
}

function struckSpans(raw: string): Span[] {
  const spans: Span[] = [];
  for (const match of raw.matchAll(/~(?=\S)[^~\n]+(?<=\S)~/g)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

/** The place in the original of `line.text.slice(from, to)`, without spaces at its edges; null when nothing is left. */
export function spanOf(line: Line, from: number, to: number): Span | null {
  let first = from;
  let last = Math.min(to, line.text.length);
  while (first < last && line.text[first] === ' ') first++;
  while (last > first && line.text[last - 1] === ' ') last--;
  if (first >= last) return null;
  return { start: line.at[first] as number, end: (line.at[last - 1] as number) + 1 };
}

/** The whole line as a span, markup included at neither edge. */
export function wholeSpan(line: Line): Span {
  return spanOf(line, 0, line.text.length) ?? line.span;
}
