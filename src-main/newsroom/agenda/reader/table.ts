import type { Context } from './draft.ts';
import { type FieldName, readColumn } from './labels.ts';
import type { Line } from './lines.ts';
import type { Place } from './place.ts';
import { takeField } from './take-field.ts';
import { takeLeaders } from './take-leaders.ts';

/** Tables as they come out of a sheet, a document or a web page: cells with tabs or bars between, under a row of headings. */

const MOST_COLUMNS = 30;

interface Cell {
  readonly from: number;
  readonly to: number;
}

export function cellsOf(line: Line): Cell[] {
  const cells: Cell[] = Array.from({ length: line.leadingTabs }, () => ({ from: 0, to: 0 }));
  let from = 0;
  for (let at = 0; at <= line.text.length; at++) {
    if (at < line.text.length && line.text[at] !== '|') continue;
    cells.push({ from, to: at });
    from = at + 1;
  }
  // a row of a table with bars at both edges
  if (line.text.startsWith('|')) cells.shift();
  if (line.text.endsWith('|')) cells.pop();
  return cells;
}

/** The fields of a heading row `No | Waktu | Kegiatan | Tempat`; null when the line is none. */
export function readHeader(line: Line): Context['columns'] {
  if (!line.text.includes('|')) return null;
  const cells = cellsOf(line);
  if (cells.length > MOST_COLUMNS) return null;
  const columns = cells.map((cell) => readColumn(line.text.slice(cell.from, cell.to)));
  const known = columns.filter((column) => column !== null && column !== 'none');
  if (known.length < 2 || known.length < columns.length / 2) return null;
  return known.includes('title') || known.includes('time') ? columns : null;
}

/** Reads a row under such a heading into the draft. False when the line is no row of the table. */
export function readRow(place: Place, columns: NonNullable<Context['columns']>): boolean {
  const { line, draft, context } = place;
  if (!line.text.includes('|')) return false;
  const cells = cellsOf(line);
  if (cells.length < 2) return false;
  draft.touch(line);
  draft.listed = true;
  const order: readonly (FieldName | 'none' | null)[] = ['leaders', 'day', 'time'];
  const numbered = cells.map((cell, index) => ({ ...cell, field: columns[index] ?? null }));
  // leaders first: a cell "Diwakili" speaks of them, wherever it stands
  numbered.sort((a, b) => rank(order, a.field) - rank(order, b.field));
  for (const { from, to, field } of numbered) {
    if (field === 'none' || line.text.slice(from, to).trim() === '') continue;
    if (field === null) {
      if (!draft.ownLeaders && takeLeaders(place, from, to)) continue;
      draft.put('note', line, from, to, '\n');
    } else takeField(place, from, from, to, field);
  }
  // A day is written once for the rows under it.
  if (draft.day) {
    context.day = draft.day;
    context.dayDoubts = [];
    context.dayImpossible = draft.dayImpossible;
  }
  return true;
}

const rank = (order: readonly unknown[], field: unknown): number => {
  const at = order.indexOf(field);
  return at < 0 ? order.length : at;
};
