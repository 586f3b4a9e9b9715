import { announced, blockAhead } from './announced.ts';
import { isFurniture, type Opening } from './fields.ts';
import { formOf } from './form-lines.ts';
import { takeHeading } from './heading-lines.ts';
import { type Labelled, readLabel } from './labels.ts';
import { readLetterLine } from './letter.ts';
import { type Line, spanOf, wholeSpan } from './lines.ts';
import { changeIn } from './read-change.ts';
import type { Sheet } from './sheet.ts';
import { columnHeads, readHeader, readRow } from './table.ts';

/** Lines between items and around them: forms, letters, tables, links, what is announced. */

/** A line with nothing to keep before or between items; it is passed over. */
export function isForm(
  sheet: Sheet,
  line: Line,
  from: number,
  body: string,
  label: Labelled | null,
  opening: Opening | null,
): boolean {
  const around = { empty: sheet.draft.empty, gap: sheet.gap, cells: sheet.context.cells };
  const form = formOf(
    body,
    label,
    opening,
    around,
    () => changeIn({ line, setting: sheet.setting }, from, line.text.length) !== null,
  );
  if (form === null) return false;
  if (form === 'item') sheet.close();
  if (form === 'cells') sheet.context.cells = true;
  sheet.answer.pass(line, form === 'empty' ? 0 : from, line.text.length);
  return true;
}

/** `Undangan dari Kementerian Kesehatan terkait Rapat Koordinasi, yang akan diselenggarakan pada:` above the day and the hour. */
export function readAnnouncement(sheet: Sheet, line: Line, number: number, from: number): boolean {
  if (sheet.context.letter || !(sheet.draft.empty || sheet.gap)) return false;
  const told = announced(line.text.slice(from));
  if (!told || blockAhead(sheet.lines, number) === null) return false;
  sheet.close();
  sheet.draft.touch(line);
  if (blockAhead(sheet.lines, number) === 'block')
    sheet.draft.putTitle(line, number, from + told.what[0], from + told.what[1]);
  if (told.who) sheet.draft.put('organizer', line, from + told.who[0], from + told.who[1]);
  return true;
}

/** An address alone, how to come into a meeting: it belongs to the event above, and is never a name. */
export function readLink(sheet: Sheet, line: Line, from: number): boolean {
  if (!/^(?:https?:\/\/|www\.|bit\.ly\/|s\.id\/)\S+$/iu.test(line.text.slice(from))) return false;
  if (sheet.draft.empty) {
    const span = spanOf(line, from, line.text.length);
    if (span) sheet.answer.notUnderstood.push(span);
    return true;
  }
  sheet.draft.touch(line);
  sheet.draft.put('note', line, from, line.text.length, '\n');
  return true;
}

/** Lines of a letter that are not about the event. */
export function readLetter(sheet: Sheet, line: Line): boolean {
  const { letter } = sheet.context;
  if (!letter) return false;
  const read = readLetterLine(letter, line, sheet.setting);
  if (read === 'event') return sheet.draft.inRundown && readLabel(line.text) === null;
  if (read === 'form') {
    if (sheet.draft.inRundown && !sheet.gap) return false;
    sheet.draft.inRundown = false;
    // the second line of a place or a name
    if (!sheet.draft.empty && !sheet.gap && !isFurniture(line.text) && sheet.draft.lengthen(line)) return true;
    sheet.draft.lastText = null;
    // "RENCANA KEGIATAN BUPATI" above a message that also tells of the letter it came from
    if (sheet.draft.empty && takeHeading(sheet, line, -1, 0, null, true)) return true;
  }
  sheet.answer.pass(line, 0, line.text.length);
  return true;
}

export function readTable(sheet: Sheet, line: Line, number: number): boolean {
  const columns = readHeader(line, sheet.setting);
  if (columns) {
    sheet.close();
    sheet.context.columns = columns;
    sheet.context.columnHeads = columnHeads(line, columns, sheet.setting);
    sheet.answer.headings.push(wholeSpan(line));
    return true;
  }
  if (!sheet.context.columns || !line.text.includes('|')) return false;
  sheet.open({ kind: 'number', length: 0 });
  return readRow(sheet.place(line, number), sheet.context.columns);
}
