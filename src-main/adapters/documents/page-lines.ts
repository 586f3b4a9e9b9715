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
  const out: string[] = [];
  let before: Line | null = null;
  for (const line of lines) {
    if (before !== null && before.bottom - line.top > 1.8 * usual) out.push('');
    out.push(wordsOf(line.glyphs));
    before = line;
  }
  return out.filter((text, index) => text !== '' || out[index - 1] !== '');
}

const middle = (glyph: Glyph) => (glyph.top + glyph.bottom) / 2;

function wordsOf(glyphs: readonly Glyph[]): string {
  const sorted = [...glyphs].sort((a, b) => a.left - b.left);
  const size = Math.max(...sorted.map((glyph) => glyph.top - glyph.bottom), 4);
  let text = '';
  let right: number | null = null;
  for (const glyph of sorted) {
    const gap = right === null ? 0 : glyph.left - right;
    if (gap > 2.2 * size) text += ' | ';
    else if (gap > 0.18 * size) text += ' ';
    text += glyph.text;
    right = Math.max(right ?? glyph.right, glyph.right);
  }
  return text.trim();
}
