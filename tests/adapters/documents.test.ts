import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { documentReader } from '../../src-main/adapters/documents/documents.ts';
import { entryOf, namesIn } from '../../src-main/adapters/documents/zip.ts';
import type { FoundEvent } from '../../src-main/newsroom/agenda/files/documents.ts';
import { Stopper } from '../../src-main/newsroom/agenda/files/readings.ts';
import { done } from '../../src-main/newsroom/outcome.ts';

const child = path.resolve('src-main/adapters/documents/child.ts');
const documents = documentReader({ childPath: child });
afterAll(() => documents.stop());
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kulkul berkas '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fixture = (name: string) => path.resolve('tests/fixtures/agenda/files', name);
const work = () => ({ signal: new Stopper(), told: () => {} });
function put(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}
const look = async (file: string) => {
  const looked = await documents.look(file, work());
  return looked.ok ? looked.value.kind : [looked.refusal.code, ...Object.values(looked.refusal.params)];
};

async function zip(name: string, entries: Record<string, Buffer>): Promise<string> {
  const file = path.join(folder, name);
  const archive = new yazl.ZipFile();
  for (const [entry, bytes] of Object.entries(entries)) archive.addBuffer(bytes, entry);
  archive.end();
  await new Promise<void>((resolve, reject) => {
    archive.outputStream.pipe(createWriteStream(file)).on('close', resolve).on('error', reject);
  });
  return file;
}

describe('a file is told by its content', () => {
  it.each([
    ['undangan.pdf', 'pdf'],
    ['undangan-foto.jpg', 'picture'],
    ['undangan.docx', 'document'],
    ['agenda-opd.xlsx', 'table'],
    ['dinas.ics', 'calendar'],
  ])('%s, whatever its name', async (name, kind) => {
    expect(await look(put('agenda.txt', readFileSync(fixture(name))))).toBe(kind);
  });

  it('and what cannot be read is named', async () => {
    expect(await look(fixture('agenda-lama.xls'))).toEqual(['file_kind', 'xls']);
    expect(await look(fixture('terkunci.pdf'))).toEqual(['file_locked']);
    expect(await look(put('x', '<html><body><table><tr><td>Tanggal</td></tr></table>'))).toEqual(['file_kind', 'html']);
    expect(await look(put('x', Buffer.from([0, 0, 0, 24, ...Buffer.from('ftypheic')])))).toEqual(['file_kind', 'heic']);
    expect(await look(put('x', Buffer.from(Array.from({ length: 999 }, (_, n) => (n * 7) % 30))))).toEqual([
      'file_kind',
      'unknown',
    ]);
    expect(await look(await zip('x', { 'a.txt': Buffer.from('a') }))).toEqual(['file_kind', 'zip']);
    expect(await look(put('x', readFileSync(fixture('undangan.pdf')).subarray(0, 9_000)))).toEqual(['file_broken']);
    expect(await look(put('x', readFileSync(fixture('agenda-opd.xlsx')).subarray(0, 3_000)))).toEqual(['file_broken']);
  });
});

describe('a letter', () => {
  it('as PDF gives its lines in reading order', async () => {
    const read = await documents.text(fixture('undangan.pdf'), work());
    expect(read).toMatchObject({ ok: true, value: { pages: 1, pagesRead: 1 } });
    const lines = read.ok ? read.value.text.split('\n').filter((line) => line !== '') : [];
    expect(lines.slice(0, 5)).toEqual([
      'PEMERINTAH KOTA DENPASAR',
      'DINAS PERPUSTAKAAN DAN KEARSIPAN',
      'Nomor : 005/123/2026',
      'Sifat : Penting',
      'Hal : Undangan',
    ]);
    expect(lines).toContain('Hari/Tanggal : Kamis, 26 November 2026');
    expect(lines).toContain('Waktu : 09.00 WITA s.d. selesai');
  });

  it('as DOCX gives the same words', async () => {
    const read = await documents.text(fixture('undangan.docx'), work());
    expect(read.ok && read.value.text).toContain('Waktu : 09.00 WITA s.d. selesai');
  });

  it('as a photo is read by its shapes, with Indonesian data, and says how far it is', async () => {
    const told: number[] = [];
    const read = await documents.words(fixture('undangan-foto.jpg'), {
      signal: new Stopper(),
      told: (at) => told.push(at),
    });
    const text = read.ok ? read.value.text : '';
    for (const words of ['Pembukaan Pekan Literasi', '09.00 WITA', 'Graha Sewaka Dharma', '005/123/2026'])
      expect(text).toContain(words);
    expect(told.length).toBeGreaterThan(3);
  }, 60_000);

  it('can be cancelled in the middle', async () => {
    const signal = new Stopper();
    const reading = documents.words(fixture('undangan-foto.jpg'), { signal, told: () => signal.abort() });
    expect(await reading).toMatchObject({ ok: false, refusal: { code: 'reading_cancelled' } });
  }, 60_000);

  it('shows its pages as pictures', async () => {
    for (const name of ['undangan.pdf', 'undangan-foto.jpg']) {
      const target = path.join(folder, `${name}.jpg`);
      const made = await documents.picture(fixture(name), 0, 600, target, work());
      expect(made.ok && made.value.width).toSatisfy((width: number) => width === 600 || width === 599);
      const { dominant } = await sharp(target).stats();
      expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(200);
      expect(await documents.picture(fixture(name), 7, 600, target, work())).toMatchObject({
        ok: false,
        refusal: { code: 'not_found' },
      });
    }
  });
});

describe('a hostile file costs only itself', () => {
  /** The workbook of the fixtures with another sheet in it. */
  async function workbook(name: string, sheet: Buffer): Promise<string> {
    const source = fixture('agenda-opd.xlsx');
    const parts: Record<string, Buffer> = {};
    for (const { name: part } of await namesIn(source)) parts[part] = (await entryOf(source, part)) ?? Buffer.alloc(0);
    return zip(name, { ...parts, 'xl/worksheets/sheet1.xml': sheet });
  }

  it('a workbook that unpacks into gigabytes is not unpacked', async () => {
    const bomb = await workbook('bom.xlsx', Buffer.alloc(400 * 1024 * 1024, 0x20));
    expect(await look(bomb)).toEqual(['file_unreadable']);
    expect(await documents.table(bomb, 0, work())).toMatchObject({ ok: false, refusal: { code: 'file_unreadable' } });
  }, 60_000);

  it('a workbook that needs more memory than a file may have ends with its process, and the next is read', async () => {
    const rows = Array.from(
      { length: 600_000 },
      (_, n) => `<row r="${n + 1}"><c r="A${n + 1}" t="inlineStr"><is><t>x${n}</t></is></c></row>`,
    );
    const sheet = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>`;
    const heavy = await workbook('berat.xlsx', Buffer.from(sheet));
    const small = documentReader({ childPath: child, mostMemory: 250 });
    expect(await small.table(heavy, 0, work())).toMatchObject({ ok: false, refusal: { code: 'file_unreadable' } });
    expect(await small.table(fixture('agenda-opd.xlsx'), 0, work())).toMatchObject({ ok: true });
    await small.stop();
  }, 90_000);

  it('a PDF of ten thousand nested forms, and one that refers to itself, do not keep anybody', async () => {
    const deep = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99999999 99999999]/Contents 4 0 R>>endobj\n4 0 obj<</Length 80000>>stream\n${'q '.repeat(40_000)}\nendstream endobj\ntrailer<</Root 1 0 R>>`;
    const arrays = `%PDF-1.4\n1 0 obj${'['.repeat(200_000)}endobj\ntrailer<</Root 1 0 R>>`;
    for (const content of [deep, arrays]) {
      const file = put('dalam.pdf', content);
      const began = performance.now();
      for (const outcome of [
        await documents.look(file, work()),
        await documents.text(file, work()),
        await documents.picture(file, 0, 800, path.join(folder, 'x.jpg'), work()),
      ])
        if (!outcome.ok)
          expect(['file_broken', 'file_unreadable', 'not_found', 'file_locked']).toContain(outcome.refusal.code);
      expect(performance.now() - began).toBeLessThan(70_000);
    }
  }, 150_000);

  it('a picture of a billion pixels is refused', async () => {
    const huge = await sharp({
      limitInputPixels: false,
      create: { width: 40_000, height: 16_000, channels: 3, background: '#fff' },
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const read = await documents.words(put('besar.png', huge), work());
    expect(read).toMatchObject({ ok: false });
  }, 120_000);

  it('what hangs is ended, and the series that did it is left out', async () => {
    const hasty = documentReader({ childPath: path.resolve('tests/fixtures/hanging-child.mjs'), patience: 700 });
    expect(await hasty.text(fixture('undangan.pdf'), work())).toMatchObject({
      ok: false,
      refusal: { code: 'file_unreadable' },
    });
    const begun: number[] = [];
    const found: FoundEvent[] = [];
    const read = await hasty.calendar(
      fixture('dinas.ics'),
      { zone: 'Asia/Makassar', horizon: '2027-01-01', from: null, to: null },
      work(),
      {
        begin: async () => {
          begun.push(found.splice(0).length);
          return done(undefined);
        },
        take: async (events) => {
          found.push(...events);
          return done(undefined);
        },
      },
    );
    await hasty.stop();
    expect(read).toMatchObject({ ok: true });
    expect(begun).toHaveLength(2);
  }, 60_000);
});

describe('whatever stands in it', () => {
  const calendarOf = async (text: string | Uint8Array) => {
    const events: FoundEvent[] = [];
    const read = await documents.calendar(
      put('x.ics', text),
      { zone: 'Asia/Makassar', horizon: '2027-01-01', from: null, to: null },
      work(),
      {
        begin: async () => {
          events.length = 0;
          return done(undefined);
        },
        take: async (more) => {
          events.push(...more);
          return done(undefined);
        },
      },
    );
    return { read, events };
  };

  it('what python3-icalendar writes has the same instants and exceptions', async () => {
    const { events } = await calendarOf(readFileSync(fixture('dinas.ics')));
    expect(events.map((event) => [event.title, event.start, event.end, event.startsAt]).sort()).toEqual(
      [
        ['Apel gabungan, Pemkot Denpasar', '2026-11-23T07:30', '2026-11-23T08:00', '2026-11-22T23:30:00.000Z'],
        ['Apel gabungan (dipindah)', '2026-11-30T09:00', null, '2026-11-30T01:00:00.000Z'],
        ['Apel gabungan, Pemkot Denpasar', '2026-12-14T07:30', '2026-12-14T08:00', '2026-12-13T23:30:00.000Z'],
        [
          'Rapat Paripurna DPRD — dengan nama acara yang panjang sekali supaya barisnya dilipat oleh penulisnya',
          '2026-11-26T13:30',
          '2026-11-26T15:30',
          '2026-11-26T05:30:00.000Z',
        ],
        ['Cuti bersama', '2026-12-24T00:00', '2026-12-25T23:59', '2026-12-23T16:00:00.000Z'],
      ].sort(),
    );
  });

  it('a calendar of broken, doubled and shuffled lines never costs more than its own events', async () => {
    const lines = readFileSync(fixture('dinas.ics'), 'utf8').split('\r\n');
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.constantFrom(...lines),
            fc.string({ maxLength: 60 }),
            fc.constantFrom(
              'RRULE:FREQ=SECONDLY;INTERVAL=0',
              'RRULE:FREQ=YEARLY;BYDAY=99XX',
              'DTSTART;TZID=:2026',
              'DTEND:99999999T999999Z',
              'BEGIN:VEVENT',
              'END:VCALENDAR',
              'BEGIN:VTIMEZONE',
              'RDATE;VALUE=PERIOD:20261123T073000Z/PT1H,x',
              'DURATION:-P99999W',
            ),
          ),
          { maxLength: 60 },
        ),
        async (some) => {
          const { read, events } = await calendarOf(['BEGIN:VCALENDAR', ...some].join('\r\n'));
          expect(read.ok).toBe(true);
          for (const event of events) {
            expect(event.start).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
            expect(event.end === null || event.end > event.start).toBe(true);
            expect(new Date(event.startsAt).toISOString()).toBe(event.startsAt);
            expect(event.title).not.toBe('');
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('bytes of any kind are a text, a table or a refusal, never a fault', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 4_000 }),
        fc.constantFrom('', '%PDF-1.7\n', 'PK\u0003\u0004', 'Tanggal;Jam;Acara\n', 'BEGIN:VCALENDAR\n'),
        async (bytes, head) => {
          const file = put('x', Buffer.concat([Buffer.from(head, 'latin1'), bytes]));
          const looked = await documents.look(file, work());
          if (!looked.ok) expect(['file_kind', 'file_broken', 'file_locked']).toContain(looked.refusal.code);
          else if (looked.value.kind === 'table') expect((await documents.table(file, 0, work())).ok).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  }, 120_000);
});
