import type { Context, Setting } from './draft.ts';
import { type FieldName, readColumn } from './labels.ts';
import { type NamedLeader, readDelegate, readLeaders } from './leaders.ts';
import { type Line, spanOf } from './lines.ts';
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

const comes = /^\s*(?:yang\s+)?(?:dihadiri|menghadiri|kehadiran|hadir)(?:\s+oleh)?\s*$/iu;

/** The fields of a heading row `No | Waktu | Kegiatan | Tempat`; null when the line is none. */
export function readHeader(line: Line, setting: Setting): Context['columns'] {
  if (!line.text.includes('|')) return null;
  const cells = cellsOf(line);
  if (cells.length > MOST_COLUMNS) return null;
  const columns = cells.map((cell) => readColumn(line.text.slice(cell.from, cell.to)));
  for (const [at, cell] of cells.entries())
    if (columns[at] === null && readLeaders(line, cell.from, cell.to, setting.leaders)) columns[at] = 'leaderColumn';
  // "Teruntuk | Dihadiri": whom it is for, and who comes
  const first = columns.indexOf('leaders');
  for (const [at, cell] of cells.entries())
    if (at > first && first >= 0 && columns[at] === 'leaders' && comes.test(line.text.slice(cell.from, cell.to)))
      columns[at] = 'delegate';
  const known = columns.filter((column) => column !== null && column !== 'none');
  if (known.length < 2 || known.length < columns.length / 2) return null;
  return known.includes('title') || known.includes('time') ? columns : null;
}

/** `1 | 2 | 3 | 4` under the headings: the columns, counted. */
const isCount = (line: Line, cells: readonly Cell[]): boolean =>
  cells.length > 2 &&
  cells.every(({ from, to }, at) => line.text.slice(from, to).replace(/[().\s]/gu, '') === `${at + 1}`);

/** Reads a row under such a heading into the draft. False when the line is no row of the table. */
export function readRow(place: Place, columns: NonNullable<Context['columns']>): boolean {
  const { line, draft, context } = place;
  if (!line.text.includes('|')) return false;
  const cells = cellsOf(line);
  if (cells.length < 2) return false;
  if (isCount(line, cells)) return true;
  draft.touch(line);
  draft.listed = true;
  const order: readonly (FieldName | 'none' | null)[] = ['leaders', 'day', 'time'];
  const numbered = cells.map((cell, index) => ({ ...cell, field: columns[index] ?? null }));
  // leaders first: a cell "Diwakili" speaks of them, wherever it stands
  numbered.sort((a, b) => rank(order, a.field) - rank(order, b.field));
  if (columns.includes('leaderColumn')) {
    draft.ownLeaders = true;
    for (const [at, cell] of cells.entries())
      if (columns[at] === 'leaderColumn') takeAnswerCell(place, context.columnHeads[at] ?? null, cell);
  }
  for (const { from, to, field } of numbered) {
    if (field === 'leaderColumn') continue;
    if (field === 'none' || line.text.slice(from, to).trim() === '') continue;
    if (field === null) {
      if (!draft.ownLeaders && takeLeaders(place, from, to)) continue;
      draft.put('note', line, from, to, '\n');
    } else if (field === 'remark' && !draft.ownLeaders && takeInBrackets(place, from, to)) continue;
    else takeField(place, from, from, to, field);
  }
  // A day is written once for the rows under it.
  if (draft.day) {
    context.day = draft.day;
    context.dayDoubts = [];
    context.dayImpossible = draft.dayImpossible;
  }
  return true;
}

/** `(Wakil Bupati)` among the remarks of a row: whom it is for. */
function takeInBrackets(place: Place, from: number, to: number): boolean {
  const text = place.line.text.slice(from, to);
  const inner = /^\s*[([]?\s*(?<who>[^()[\]]{3,80}?)\s*[)\]]?\s*$/u.exec(text)?.groups?.who;
  if (!inner) return false;
  const at = from + text.indexOf(inner);
  return takeLeaders(place, at, at + inner.length);
}

/** `Hadir`, `-`, `v`, `Diwakili Wabup` under the name of a leader; words that say nothing of the kind are not understood. */
function takeAnswerCell({ draft, line, setting }: Place, head: NamedLeader | null, { from, to }: Cell): void {
  const text = line.text.slice(from, to).trim();
  if (!head || text === '' || /^[-–—x✖❌]+$/iu.test(text)) return;
  const span = spanOf(line, from, to);
  const leader = { ...head, spans: span ? [span] : [] };
  if (/^(?:tidak hadir|tdk hadir|absen|berhalangan)$/iu.test(text)) draft.leaders.push({ ...leader, answer: 'absent' });
  else if (/^(?:hadir|ya|v|√|✓|✔️?|✅|☑|ok)$/iu.test(text)) draft.leaders.push({ ...leader, answer: 'attends' });
  else {
    const by = /^(?:diwakili|diwakilkan|disposisi)(?:\s+(?:oleh|kepada|ke))?\s*:?\s+/iu.exec(text)?.[0].length ?? 0;
    const start = from + line.text.slice(from, to).indexOf(text) + by;
    const delegate = by > 0 ? readDelegate(line, start, to, setting.leaders) : null;
    if (delegate) draft.leaders.push({ ...leader, ...delegate });
    else {
      draft.leaders.push(leader);
      draft.miss(line, from, to);
    }
  }
}

/** The leaders whom columns are headed by. */
export function columnHeads(
  line: Line,
  columns: NonNullable<Context['columns']>,
  setting: Setting,
): (NamedLeader | null)[] {
  return cellsOf(line).map((cell, at) =>
    columns[at] === 'leaderColumn' ? (readLeaders(line, cell.from, cell.to, setting.leaders)?.[0] ?? null) : null,
  );
}

const rank = (order: readonly unknown[], field: unknown): number => {
  const at = order.indexOf(field);
  return at < 0 ? order.length : at;
};
