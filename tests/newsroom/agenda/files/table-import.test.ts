import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agendaDesk, refusalOf } from '../../../builders/agenda-desk.ts';
import { rested, sendFile } from '../../../builders/agenda-files.ts';

const desk = agendaDesk();
const send = (content: string | Uint8Array, name = 'agenda.csv') => sendFile(desk.test, desk.test.first, name, content);
const fixture = (name: string) => readFileSync(`tests/fixtures/agenda/files/${name}`);
const rowsOf = async (id: string) => (await desk.client.agendaFiles.rows({ id, after: 0, limit: 500 })).rows;
const list = (from: string, to = from) => desk.client.agenda.list({ from, to });

/** Takes the columns as they were guessed. */
async function read(content: string | Uint8Array) {
  const view = await send(content);
  expect(view.state).toBe('columns');
  await desk.client.agendaFiles.columns({ id: view.id, columns: view.table?.columns ?? [] });
  return rested(desk.client, view.id);
}

describe('a workbook of an agency', () => {
  it('is read with its merged days, its times and its leaders; what is not understood is told with its row', async () => {
    const walikota = await desk.leader('I Gusti Ngurah Jaya Negara', 'Wali Kota');
    const view = await send(fixture('agenda-opd.xlsx'), 'agenda.xlsx');
    expect(view.table).toMatchObject({
      headerRow: 2,
      header: ['No', 'Hari/Tanggal', 'Waktu', 'Nama Kegiatan', 'Tempat', 'Dihadiri oleh', 'Pakaian', 'Ket'],
      columns: ['none', 'day', 'time', 'title', 'venue', 'leaders', 'dress', 'note'],
      remembered: false,
      rowCount: 4,
    });
    await desk.client.agendaFiles.columns({ id: view.id, columns: view.table?.columns ?? [] });
    const found = await rested(desk.client, view.id);
    expect(found.report).toMatchObject({ events: 3, added: 3 });
    expect(found.report?.problems).toEqual([{ code: 'time_unreadable', line: 7, text: 'sore' }]);
    const landed = await desk.client.agendaFiles.land({ id: view.id, except: [] });
    expect(landed.events).toBe(3);
    expect(landed.officials.sort()).toEqual(['Sekda', 'Wakil Wali Kota']);
    const events = await list('2026-11-26', '2026-11-27');
    expect(
      events.map(({ title, start, end, openEnd, dressCode, note }) => [title, start, end, openEnd, dressCode, note]),
    ).toEqual([
      ['Pembukaan Pekan Literasi', '2026-11-26T08:00', '2026-11-26T10:00', false, 'Batik', 'Sambutan disiapkan'],
      ['Rapat koordinasi perpustakaan desa', '2026-11-26T13:30', null, true, 'PDH', ''],
      ['Apel gabungan', '2026-11-27T07:30', null, false, 'Korpri', ''],
    ]);
    const officials = await desk.client.register.officials({});
    const called = (id: string) => officials.find((one) => one.id === id)?.shortPosition;
    expect(events[0]?.attendance).toMatchObject([{ officialId: walikota.id, answer: 'unknown' }]);
    expect(
      events[1]?.attendance.map((one) => [called(one.officialId), one.answer, called(one.delegateId ?? '')]),
    ).toEqual([['Wakil Wali Kota', 'delegated', 'Sekda']]);
    expect(events[2]?.attendance.map((one) => called(one.officialId))).toEqual(['Wali Kota', 'Sekda']);
  });

  it('is remembered by its headings: the next one needs one press', async () => {
    const first = await send(fixture('agenda-opd.xlsx'), 'agenda.xlsx');
    const columns = [...(first.table?.columns ?? [])];
    columns[7] = 'none';
    await desk.client.agendaFiles.columns({ id: first.id, columns });
    await rested(desk.client, first.id);
    const again = await send(fixture('agenda-opd.xlsx'), 'lain.xlsx');
    expect(again.table).toMatchObject({ remembered: true, columns });
    await desk.test.reopen();
    const after = await sendFile(
      desk.test,
      { caller: desk.test.first.caller, client: desk.test.clientOf(desk.test.first.caller) },
      'x.xlsx',
      fixture('agenda-opd.xlsx'),
    );
    expect(after.table).toMatchObject({ remembered: true });
  });
});

describe('cells', () => {
  it.each([
    ['semicolons', 'Tanggal;Jam;Acara\n20/11/2025;08.00;Rapat kerja'],
    ['commas and quotes', 'Tanggal,Jam,Acara\n"Kamis, 20 November 2025","08.00","Rapat kerja"'],
    ['tabs', 'Tanggal\tJam\tAcara\n20-11-2025\tpukul 8\tRapat kerja'],
    ['English headings', 'Date,Start,End,Event\n2025-11-20,08:00,09:30,Rapat kerja'],
    [
      'a title above, headings below, and CRLF',
      'AGENDA OPD;;\r\n;;\r\nHari/Tanggal;Waktu;Kegiatan\r\nKamis, 20 Nov 2025;08.00 - 09.30 WITA;Rapat kerja\r\n',
    ],
    ['Windows-1252', Buffer.from('Tanggal;Jam;Acara\n20/11/2025;08.00;Rapat kerja', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFFTanggal;Jam;Acara\n20/11/2025;08.00;Rapat kerja', 'utf16le')],
    [
      'no headings at all',
      '20/11/2025;08.00;Rapat kerja dinas\n21/11/2025;09.00;Rapat koordinasi\n22/11/2025;09.00;Rapat evaluasi akhir',
    ],
    ['a day in a row of its own', 'Waktu;Kegiatan;Tempat\nKAMIS, 20 NOVEMBER 2025;;\n08.00;Rapat kerja;Praja'],
    ['day and clock in one cell', 'Hari dan tanggal;Acara;Jam\n2025-11-20 08:00;Rapat kerja;\n'],
  ])('%s are read', async (_, content) => {
    const [row] = await rowsOf((await read(content)).id);
    expect(row).toMatchObject({ start: '2025-11-20T08:00' });
    expect(row?.title).toMatch(/^Rapat kerja/);
  });

  it('an empty day is the one above, a weekday beside a merged date says it again, and a wrong weekday is marked', async () => {
    const view = await read(
      [
        'No;Hari;Tanggal;Waktu;Acara;Sifat;Status',
        '1;Kamis;20/11/2025;08.00;Satu;Terbuka;',
        '2;Kamis;;10.00 - selesai;Dua;Tertutup;Tentatif',
        '3;;;22.00-01.00;Tiga;;',
        '4;Rabu;21/11/2025;9;Empat;;Batal',
        ';;;;Jumlah: 4;;',
        '5;Kamis;31/11/2025;08.00;Lima;;',
        '6;Kamis;20/11/2025;10.00-09.00;Enam;;',
        '7;Kamis;20/11/2025;11.00;;;',
      ].join('\n'),
    );
    expect((await rowsOf(view.id)).map(({ title, start, end, doubts }) => [title, start, end, doubts])).toEqual([
      ['Satu', '2025-11-20T08:00', null, []],
      ['Dua', '2025-11-20T10:00', null, ['closed']],
      ['Tiga', '2025-11-20T22:00', '2025-11-21T01:00', []],
    ]);
    expect(view.report?.problems.map(({ code, line }) => [code, line])).toEqual([
      ['time_missing', 6],
      ['day_unreadable', 7],
      ['end_before_start', 8],
      ['title_missing', 9],
      ['cancelled_unknown', null],
    ]);
    await desk.client.agendaFiles.land({ id: view.id, except: [] });
    const [, second] = await list('2025-11-20');
    expect(second).toMatchObject({ pressAccess: 'closed', state: 'tentative', openEnd: true });
  });

  it('columns that make no events are refused, and what has none is said', async () => {
    const view = await send('Nama;Alamat;Telepon\nA;B;C\nD;E;F\n');
    expect(view.state).toBe('columns');
    expect(
      (await refusalOf(desk.client.agendaFiles.columns({ id: view.id, columns: ['none', 'none', 'none'] }))).code,
    ).toBe('invalid');
    await desk.client.agendaFiles.columns({ id: view.id, columns: ['title', 'day', 'time'] });
    expect(await rested(desk.client, view.id)).toMatchObject({ state: 'failed', refusal: { code: 'file_empty' } });
  });

  it('a message with commas is a message', async () => {
    const view = await send(
      'Yth. Bapak/Ibu, berikut agenda, terima kasih\nKamis, 20 November 2025\n1. 08.00, Rapat, Ruang Praja\n',
      'pesan.txt',
    );
    expect(view).toMatchObject({ kind: 'text', state: 'ready' });
    expect(view.text?.text).toContain('1. 08.00, Rapat, Ruang Praja');
  });

  it('three thousand rows are read while others have their turn', async () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, n) => `${(n % 28) + 1}/12/2025;0${n % 10}.00-1${n % 10}.30 WITA;Acara nomor ${n};Gedung ${n % 7};Wali Kota`,
    );
    const view = await send(['Tanggal;Waktu;Acara;Tempat;Pimpinan', ...rows].join('\n'));
    await desk.client.agendaFiles.columns({ id: view.id, columns: view.table?.columns ?? [] });
    let slowest = 0;
    for (;;) {
      const began = performance.now();
      const { state } = await desk.client.agendaFiles.look({ id: view.id });
      await new Promise((resolve) => setImmediate(resolve));
      slowest = Math.max(slowest, performance.now() - began);
      if (state !== 'reading') break;
    }
    expect(slowest).toBeLessThan(500);
    expect(await rested(desk.client, view.id)).toMatchObject({ report: { events: 3_000 } });
  }, 30_000);
});

describe('who stands in', () => {
  it('is found in the register by position or name, as in a pasted text; an unknown position is proposed, a mere name stays', async () => {
    const walikota = await desk.leader('I Gusti Ngurah Jaya Negara', 'Wali Kota');
    const add = (name: string, shortPosition: string) =>
      desk.client.register.addOfficial({ name, shortPosition, position: shortPosition, leader: false });
    const asisten = await add('I Made Toya', 'Asisten I');
    const kadis = await add('I Gusti Ngurah Oka', 'Kadis Kominfo');
    const found = await read(
      [
        'Tanggal;Jam;Acara;Pimpinan;Diwakili',
        '20/11/2025;08.00;Rapat satu;Wali Kota;Asisten 1',
        '20/11/2025;09.00;Rapat dua;Wali Kota;Diwakili oleh Kadis Kominfo',
        '20/11/2025;10.00;Rapat tiga;Wali Kota (diwakili Asisten I);',
        '20/11/2025;11.00;Rapat empat;Wali Kota;Camat Denpasar Barat',
        '20/11/2025;12.00;Rapat lima;Wali Kota;Camat Denpasar Barat',
        '20/11/2025;13.00;Rapat enam;Wali Kota;Ketut dari Bagian Umum',
        '20/11/2025;14.00;Rapat tujuh;Wali Kota;tidak hadir',
        '20/11/2025;15.00;Rapat delapan;Wali Kota;I Made Toya',
      ].join('\n'),
    );
    const landed = await desk.client.agendaFiles.land({ id: found.id, except: [] });
    expect(landed.officials).toEqual(['Camat Denpasar Barat']);
    const officials = await desk.client.register.officials({});
    const camat = officials.find((one) => one.shortPosition === 'Camat Denpasar Barat');
    expect(camat).toMatchObject({ leader: false, confirmed: false });
    const events = await list('2025-11-20');
    expect(events.flatMap(({ attendance }) => attendance.map((one) => one.officialId))).toEqual(
      events.map(() => walikota.id),
    );
    expect(
      events.map(({ attendance: [one] }) => [one?.answer, one?.delegateId ?? null, one?.delegateName ?? null]),
    ).toEqual([
      ['delegated', asisten.id, null],
      ['delegated', kadis.id, null],
      ['delegated', asisten.id, null],
      ['delegated', camat?.id, null],
      ['delegated', camat?.id, null],
      ['delegated', null, 'Ketut dari Bagian Umum'],
      ['absent', null, null],
      ['delegated', asisten.id, null],
    ]);
  });
});
