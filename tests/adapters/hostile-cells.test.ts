import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, expect, it } from 'vitest';
import yazl from 'yazl';
import { cellsOf, readTable } from '../../src-main/adapters/documents/table.ts';
import type { ColumnField } from '../../src-main/contract/agenda-files.ts';
import { SheetRows } from '../../src-main/newsroom/agenda/files/sheet-row.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'kulkul-sel-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const columns: ColumnField[] = ['day', 'time', 'title', 'venue', 'leaders', 'contact', 'note'];
const good = ['20 November 2025', '09.00', 'Rapat', 'Aula', 'Wali Kota', 'Ibu Ayu 0812', 'Bawa bahan'];
const reader = () => new SheetRows(columns, { today: '2025-11-01', zone: 'Asia/Makassar', leaders: [] });

/** What nobody types and every table holds some day. */
const hostile = [
  '=HYPERLINK("http://x","klik")',
  '#REF!',
  '45981',
  '0.375',
  '-1',
  '1e308',
  '99/99/9999',
  '31 Februari 2025',
  '25.61',
  '09.00-08.00 s.d. selesai-selesai',
  'a\u0000b',
  '\ud800',
  'x\udc00y',
  '\u202egnihtemos\u202c',
  '\u200f\u200e\ufeff',
  '👩‍👩‍👧'.repeat(2_000),
  'x'.repeat(32_767),
  '\n\n\r\r\n',
  '"\'`;,|\t',
  '<script>alert(1)</script>',
  '__proto__',
  '0'.repeat(500),
  '1. '.repeat(3_000),
  '(('.repeat(3_000),
  'Senin, '.repeat(2_000),
  '08.00 - '.repeat(2_000),
  'diwakili '.repeat(2_000),
];

/** Every row is an event, something that is said, or nothing; and what an event holds can be kept and shown. */
function expectSound(rows: readonly (readonly string[])[]): void {
  const table = reader();
  for (const [index, row] of rows.entries()) {
    const read = table.read(row, index + 1);
    if (read === null || 'code' in read) continue;
    expect(read.start).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
    expect(read.title.length).toBeLessThanOrEqual(300);
    for (const text of [read.title, read.venue, read.note, read.contactName]) {
      expect(text.isWellFormed()).toBe(true);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }
  }
}

/** Each hostile text in each column of a row that is good besides, and a good row behind it. */
const table = hostile.flatMap((text) =>
  columns.flatMap((_, column) => [good.map((cell, index) => (index === column ? text : cell)), good]),
);

it('a CSV with a hostile text in any cell never costs more than its own row', () => {
  const began = performance.now();
  const rows = cellsOf(Papa.unparse(table, { delimiter: ';' }));
  expect(rows).toHaveLength(table.length);
  const behind = reader();
  const after = rows.map((row, index) => behind.read(row, index + 1)).filter((_, index) => index % 2 === 1);
  for (const read of after) expect(read).toMatchObject({ title: 'Rapat', start: '2025-11-20T09:00', venue: 'Aula' });
  expect(performance.now() - began).toBeLessThan(20_000);
}, 30_000);

it('a workbook with hostile cells, formulas, errors, merged cells and days since 1904 is read, or refused in words', async () => {
  const escaped = (text: string) =>
    // XML has no NUL and no half characters
    text
      .toWellFormed()
      .replace(/\p{Cc}/gu, ' ')
      .replace(/[<>&"]/g, (one) => `&#${one.charCodeAt(0)};`);
  const inline = (row: readonly string[], number: number) =>
    `<row r="${number}">${row.map((text, index) => `<c r="${'ABCDEFG'[index]}${number}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`).join('')}</row>`;
  const odd = [
    // a day as a number of days since 1904, and a time as a part of a day
    '<c r="A1" s="1"><v>44519</v></c><c r="B1" s="2"><v>0.375</v></c><c r="C1" t="str"><f>CONCATENATE("Ra","pat")</f><v>Rapat</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    '<c r="A2" s="1"><v>1e300</v></c><c r="B2" s="2"><v>-5</v></c><c r="C2" t="str"><f>A1</f></c><c r="D2" t="b"><v>1</v></c>',
    '<c r="A3" s="1"><v>2958465</v></c><c r="B3" s="2"><v>99</v></c><c r="C3" t="s"><v>99</v></c>',
  ];
  const workbook = (rows: readonly string[], more = '') => ({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
    'xl/workbook.xml':
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="Agenda" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    'xl/styles.xml':
      '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData>${more}</worksheet>`,
  });
  const written = async (name: string, parts: Record<string, string>) => {
    const file = path.join(folder, name);
    const archive = new yazl.ZipFile();
    for (const [entry, text] of Object.entries(parts)) archive.addBuffer(Buffer.from(text), entry);
    archive.end();
    await new Promise<void>((resolve, reject) => {
      archive.outputStream
        .pipe(createWriteStream(file))
        .on('close', () => resolve())
        .on('error', reject);
    });
    return file;
  };
  const whole = await readTable(
    await written('semua.xlsx', workbook(table.map((row, index) => inline(row, index + 1)))),
    0,
  );
  expect(whole.rows.length).toBe(table.length);
  expectSound(whole.rows);

  const first = await readTable(await written('1904.xlsx', workbook([`<row r="1">${odd[0]}</row>`])), 0);
  expect(first.rows[0]?.slice(0, 3)).toEqual(['2025-11-20', '09:00', 'Rapat']);
  expect(reader().read(first.rows[0] ?? [], 1)).toMatchObject({ title: 'Rapat', start: '2025-11-20T09:00' });

  const merged = '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>';
  const two = await readTable(
    await written('gabung.xlsx', workbook([inline(good, 1), inline(['', ...good.slice(1)], 2)], merged)),
    0,
  );
  const reading = reader();
  expect(two.rows.map((row, index) => reading.read(row, index + 1))).toMatchObject([
    { start: '2025-11-20T09:00' },
    { start: '2025-11-20T09:00' },
  ]);

  // a cell no program should have written: its table is read without it, or refused; the child says `file_broken` of what throws
  for (const [index, cells] of odd.slice(1).entries()) {
    const file = await written(`rusak${index}.xlsx`, workbook([`<row r="${index + 2}">${cells}</row>`]));
    const read = await readTable(file, 0).catch((error: unknown) => error);
    if (!(read instanceof Error)) expectSound((read as { rows: string[][] }).rows);
  }
}, 30_000);

it('any text in any cells is an event, something that is said, or nothing', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(...hostile.slice(0, 15), ...good),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { maxLength: 6 }), (rows) =>
      expectSound(cellsOf(Papa.unparse(rows, { delimiter: ';' }))),
    ),
    { numRuns: 100 },
  );
}, 30_000);
