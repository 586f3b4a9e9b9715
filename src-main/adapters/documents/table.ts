import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { decode } from './decode.ts';
import { Refusing } from './protocol.ts';
import { namesIn } from './zip.ts';

/** A sheet with more is no agenda; what it holds besides is not looked at. */
const MOST_ROWS = 100_000;
const MOST_COLUMNS = 60;
const MOST_CELL = 5_000;

/** The cells of one sheet as a person sees them. Told apart by content: a workbook is an archive, everything else is text. */
export async function readTable(path: string, sheet: number): Promise<{ sheets: string[]; rows: string[][] }> {
  const bytes = await readFile(path);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(path, sheet);
  return { sheets: [''], rows: trimmed(cellsOf(decode(bytes).text)) };
}

/** Rows of a text with delimiters: comma, semicolon, tab or bar, whichever makes the rows alike. */
export function cellsOf(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '').replace(/^sep=(.)\r?\n/i, '');
  const { data } = Papa.parse<string[]>(plain, {
    delimitersToGuess: [';', '\t', ',', '|'],
    skipEmptyLines: false,
    preview: MOST_ROWS,
  });
  return data.map((row) => row.slice(0, MOST_COLUMNS).map(clean));
}

async function readWorkbook(path: string, sheet: number): Promise<{ sheets: string[]; rows: string[][] }> {
  const entries = await namesIn(path);
  if (entries.some(({ name }) => name === 'xl/workbook.bin')) throw new Refusing('file_kind', { kind: 'xls' });
  const { default: readXlsx } = await import('read-excel-file/node');
  const sheets = await readXlsx(path);
  const chosen = sheets[sheet] ?? sheets[0];
  if (chosen === undefined) throw new Refusing('file_empty');
  const rows = (chosen.data as unknown as (string | number | boolean | Date | null)[][])
    .slice(0, MOST_ROWS)
    .map((row) => row.slice(0, MOST_COLUMNS).map(shown));
  return { sheets: sheets.map((one) => one.sheet), rows: trimmed(rows) };
}

/** A cell in words the readers know: a day as `2025-11-20`, a time as `08:00`. */
function shown(cell: string | number | boolean | Date | null): string {
  if (cell === null) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : dateOf(cell);
  if (typeof cell === 'boolean') return cell ? 'ya' : 'tidak';
  return clean(String(cell));
}

/**
 * The workbook's days have no zone: they come as if they were UTC. A cell without a day has only a clock, and is on the first day of its
 * workbook: of 1900, or of 1904 where it was made on an old Macintosh.
 */
function dateOf(date: Date): string {
  // a third of a day is 08.00, and comes out some milliseconds off
  const rounded = new Date(Math.round(date.getTime() / 60_000) * 60_000);
  // no calendar of an office has a year of five digits
  if (Number.isNaN(rounded.getTime()) || rounded.getUTCFullYear() > 9_999 || rounded.getUTCFullYear() < 0) return '';
  const even = rounded.toISOString();
  const clock = even.slice(11, 16);
  if (date.getUTCFullYear() < 1905) return clock;
  return clock === '00:00' ? even.slice(0, 10) : `${even.slice(0, 10)} ${clock}`;
}

function clean(cell: string): string {
  return (
    cell
      .slice(0, MOST_CELL)
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what goes
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b\ufeff]/g, '')
      // halves of characters, as a cut leaves them, and marks that let a title read backwards
      .replace(/[\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
      .replace(/[\t\u00a0 ]+/g, ' ')
      .trim()
  );
}

/** Without what is empty at the end. */
function trimmed(rows: string[][]): string[][] {
  let length = rows.length;
  while (length > 0 && (rows[length - 1] ?? []).every((cell) => cell === '')) length--;
  return rows.slice(0, length);
}
