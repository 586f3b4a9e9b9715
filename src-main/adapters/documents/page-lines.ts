/** A character on a page, in points from the lower left. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

interface Line {
  readonly glyphs: Glyph[];
  bottom: number;
  top: number;
}

/**
 * The lines of a page as a person reads them. Characters of one height are a line, from left to right; a gap wider than a word's is a
 * column of a table and becomes a bar, so that what stands in one row stays in one line. PDFium's own order is that of the drawing,
 * which some programs do column by column.
 */
export function linesOfGlyphs(glyphs: readonly Glyph[]): string[] {
  const visible = glyphs.filter((glyph) => glyph.text.trim() !== '' && glyph.top > glyph.bottom);
  if (visible.length === 0) return [];
  const sorted = [...visible].sort((a, b) => middle(b) - middle(a) || a.left - b.left);
  const lines: Line[] = [];
  for (const glyph of sorted) {
    const line = lines.at(-1);
    const height = glyph.top - glyph.bottom;
    // commas and dots are low and small: what overlaps the line by half belongs to it
    const shared = line === undefined ? 0 : Math.min(line.top, glyph.top) - Math.max(line.bottom, glyph.bottom);
    if (line !== undefined && shared > 0.5 * Math.min(height, line.top - line.bottom)) {
      line.glyphs.push(glyph);
      // only a little: else a large letter beside two rows would join them
      if (height <= 1.3 * (line.top - line.bottom)) {
        line.bottom = Math.min(line.bottom, glyph.bottom);
        line.top = Math.max(line.top, glyph.top);
      }
    } else lines.push({ glyphs: [glyph], bottom: glyph.bottom, top: glyph.top });
  }
  const heights = lines.map((line) => line.top - line.bottom).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 10;
  const rows = lines.map((line) => ({ line, words: wordsOf(line.glyphs) }));
  const out: string[] = [];
  for (const [index, { line, words }] of rows.entries()) {
    const before = rows[index - 1];
    if (before !== undefined && before.line.bottom - line.top > usual) out.push('');
    // the rows around it: where their words begin at the same place after a gap, a column begins
    const around = rows.slice(Math.max(0, index - 3), index + 4).filter((other) => other.line !== line);
    out.push(
      joined(words, new Set(around.flatMap((other) => other.words.filter(apart).map((word) => Math.round(word.left))))),
    );
  }
  return out;
}

interface Word {
  text: string;
  readonly left: number;
  /** Space before it, in sizes of the type; 0 at the beginning of a line. */
  readonly gap: number;
}

/** A gap that a sentence has only when it is justified badly. */
const apart = (word: Word) => word.gap > 0.35;

const middle = (glyph: Glyph) => (glyph.top + glyph.bottom) / 2;

function wordsOf(glyphs: readonly Glyph[]): Word[] {
  const sorted = [...glyphs].sort((a, b) => a.left - b.left);
  const size = Math.max(...sorted.map((glyph) => glyph.top - glyph.bottom), 4);
  const words: Word[] = [];
  let right: number | null = null;
  for (const glyph of sorted) {
    const gap: number = right === null ? 0 : (glyph.left - right) / size;
    const word = words.at(-1);
    if (word === undefined || gap > 0.12) words.push({ text: glyph.text, left: glyph.left, gap });
    else word.text += glyph.text;
    right = Math.max(right ?? glyph.right, glyph.right);
  }
  return words;
}

function joined(words: readonly Word[], columns: ReadonlySet<number>): string {
  let text = '';
  for (const word of words) {
    const at = Math.round(word.left);
    const aligned = apart(word) && (columns.has(at) || columns.has(at - 1) || columns.has(at + 1));
    if (text === '') text = word.text;
    else if ((aligned || word.gap > 1) && !word.text.startsWith(':') && !text.endsWith(':')) text += ` | ${word.text}`;
    else text += ` ${word.text}`;
  }
  return text;
}
