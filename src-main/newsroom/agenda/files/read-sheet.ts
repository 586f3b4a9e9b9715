import type { ColumnField, FileProblem, FileReading } from '../../../contract/agenda-files.ts';
import type { Id } from '../../../contract/basics.ts';
import type { Caller } from '../../caller.ts';
import { done, type Outcome, refused } from '../../outcome.ts';
import type { DocumentWork, FoundEvent } from './documents.ts';
import { type Reading, readingOf } from './readings.ts';
import { type ReadPorts, run, show, step } from './run-reading.ts';
import { enough, guessColumns, headerRowOf, signatureOf } from './sheet-columns.ts';
import { SheetRows } from './sheet-row.ts';
import { officeZone, stage } from './stage.ts';

/** Rows that are shown while the columns are chosen. */
const SHOWN = 8;
/** Rows that are read before others have their turn. */
const ROWS_AT_ONCE = 200;
/** Problems kept word by word. */
const MOST_PROBLEMS = 200;

/** Reads a sheet and shows its first rows, with what its columns hold as far as that is known. */
export async function readSheet(
  ports: ReadPorts,
  reading: Reading,
  sheet: number,
  work: DocumentWork,
): Promise<Outcome<unknown>> {
  step(reading, 'rows', null);
  const read = await ports.documents.table(ports.files.incoming.pathOf(reading.view.id), sheet, work);
  if (!read.ok) return read;
  const { sheets, rows } = read.value;
  if (rows.length === 0) return refused('file_empty');
  reading.rows = rows;
  const headerRow = headerRowOf(rows);
  const header = headerRow < 0 ? [] : headings(rows, headerRow);
  const below = rows.slice(headerRow + 1);
  const kept = await ports.read((stores) => stores.agendaImports.columnsFor(signatureOf(header)));
  const columns = headerRow >= 0 && kept !== null ? kept : guessColumns(header, below);
  show(reading, {
    state: 'columns',
    table: {
      sheets,
      sheet,
      headerRow,
      header: Array.from({ length: columns.length }, (_, index) => header[index] ?? ''),
      rows: below.filter((row) => row.some((cell) => cell !== '')).slice(0, SHOWN),
      rowCount: below.length,
      columns,
      remembered: headerRow >= 0 && kept !== null,
    },
  });
  return done(undefined);
}

function headings(rows: readonly (readonly string[])[], at: number): string[] {
  return (rows[at] ?? []).map((cell) => cell.replace(/\s+/g, ' ').trim());
}

/** Another sheet of the workbook. */
export async function chooseSheet(
  ports: ReadPorts,
  caller: Caller,
  { id, sheet }: { id: Id; sheet: number },
): Promise<Outcome<FileReading>> {
  const reading = readingOf(ports.readings, caller.userId, id);
  if (reading === null || !['columns', 'failed', 'ready'].includes(reading.view.state)) return refused('not_found');
  run(ports, reading, 'rows', (work) => readSheet(ports, reading, sheet, work));
  return done(reading.view);
}

/** Takes what a person says of the columns, remembers it for these headings, and reads the rows with it. */
export async function chooseColumns(
  ports: ReadPorts,
  caller: Caller,
  { id, columns }: { id: Id; columns: ColumnField[] },
): Promise<Outcome<FileReading>> {
  const reading = readingOf(ports.readings, caller.userId, id);
  const table = reading?.view.table;
  if (reading === null || !table || !['columns', 'failed', 'ready'].includes(reading.view.state))
    return refused('not_found');
  if (!enough(columns)) return refused('invalid', {}, 'columns');
  if (table.headerRow >= 0) {
    const kept = await ports.write(async (stores) => {
      const at = ports.clock.now().toString({ fractionalSecondDigits: 3 });
      await stores.agendaImports.keepColumns(signatureOf(table.header), columns, at);
      return done(undefined);
    });
    if (!kept.ok) return kept;
  }
  show(reading, { table: { ...table, columns } });
  run(ports, reading, 'rows', (work) => readRows(ports, caller, reading, columns, table.headerRow, work));
  return done(reading.view);
}

async function readRows(
  ports: ReadPorts,
  caller: Caller,
  reading: Reading,
  columns: readonly ColumnField[],
  headerRow: number,
  work: DocumentWork,
): Promise<Outcome<unknown>> {
  const zone = await officeZone(ports);
  const officials = await ports.read((stores) => stores.officials.all());
  const today = ports.clock.now().toZonedDateTimeISO(zone).toPlainDate().toString();
  const rows = new SheetRows(columns, { today, zone, leaders: officials.filter((official) => official.active) });
  const problems: FileProblem[] = [];
  let problemCount = 0;
  return stage(ports, caller, reading, async (taker) => {
    const begun = await taker.begin();
    if (!begun.ok) return begun;
    const first = headerRow + 1;
    for (let from = first; from < reading.rows.length; from += ROWS_AT_ONCE) {
      if (work.signal.aborted) return refused('reading_cancelled');
      const events: FoundEvent[] = [];
      for (const [index, cells] of reading.rows.slice(from, from + ROWS_AT_ONCE).entries()) {
        const read = rows.read(cells, from + index + 1);
        if (read === null) continue;
        if ('code' in read) {
          problemCount++;
          if (problems.length < MOST_PROBLEMS) problems.push(read);
        } else events.push(read);
      }
      const taken = await taker.take(events, []);
      if (!taken.ok) return taken;
      work.told(from, reading.rows.length);
      await ports.turn();
    }
    return done({ horizon: null, repeating: 0, zones: [], problems, problemCount });
  });
}
