import { expect, it } from 'vitest';
import { agendaDesk } from '../../../builders/agenda-desk.ts';
import { calendar, rested, sendFile, vevent } from '../../../builders/agenda-files.ts';

const desk = agendaDesk();
const rowsOf = async (id: string) => (await desk.client.agendaFiles.rows({ id, after: 0, limit: 500 })).rows;

it.each([
  [
    'a calendar',
    'agenda.ics',
    calendar(
      vevent('a@x', 'Rapat mutasi (tertutup)', 'DTSTART;TZID=Asia/Makassar:20251120T080000'),
      vevent('b@x', 'Evaluasi', 'DTSTART;TZID=Asia/Makassar:20251120T090000', 'CLASS:CONFIDENTIAL'),
      vevent('c@x', 'Konsultasi', 'DTSTART;TZID=Asia/Makassar:20251120T100000', 'DESCRIPTION:jangan diposting ya'),
      vevent('d@x', 'Apel', 'DTSTART;TZID=Asia/Makassar:20251120T110000', 'DESCRIPTION:Lapangan Umum'),
    ),
  ],
  [
    'a table',
    'agenda.csv',
    [
      'Tanggal;Jam;Acara;Penyelenggara;Keterangan',
      '20/11/2025;08.00;Rapat mutasi (tertutup);BKPSDM;',
      '20/11/2025;09.00;Evaluasi;BKPSDM;tertutup untuk media',
      '20/11/2025;10.00;Konsultasi;Dinas (jangan diposting);',
      '20/11/2025;11.00;Apel;Dinas;Lapangan Umum',
    ].join('\n'),
  ],
] as const)(
  'what is said to be closed in %s is closed, and the list says so before it lands',
  async (_, name, text) => {
    let view = await sendFile(desk.test, desk.test.first, name, text);
    if (view.state === 'columns') {
      await desk.client.agendaFiles.columns({ id: view.id, columns: view.table?.columns ?? [] });
      view = await rested(desk.client, view.id);
    }
    expect((await rowsOf(view.id)).map(({ doubts }) => doubts)).toEqual([['closed'], ['closed'], ['closed'], []]);
    await desk.client.agendaFiles.land({ id: view.id, except: [] });
    const events = await desk.client.agenda.list({ from: '2025-11-20', to: '2025-11-20' });
    expect(events.map(({ pressAccess }) => pressAccess)).toEqual(['closed', 'closed', 'closed', 'open']);
  },
);

it('an end before its start is left out and marked', async () => {
  const text = calendar(
    vevent('a@x', 'Rapat', 'DTSTART;TZID=Asia/Makassar:20251120T100000', 'DTEND;TZID=Asia/Makassar:20251120T090000'),
  );
  const view = await sendFile(desk.test, desk.test.first, 'agenda.ics', text);
  expect(await rowsOf(view.id)).toMatchObject([{ end: null, doubts: ['end_before_start'] }]);
});

it.each(['Media', 'Pers', 'Akses Media', 'Publikasi', 'Liputan', 'Media (ya/tidak)'])(
  'a column headed %s says which are closed',
  async (heading) => {
    const said = ['Tidak', 'tidak diundang', 'Internal', 'ga usah', 'Tdk', 'X', 'Ya', 'diundang', ''];
    const rows = said.map((cell, at) => `20/11/2025;${String(at + 8).padStart(2, '0')}.00;Acara ${at};${cell}`);
    const view = await sendFile(
      desk.test,
      desk.test.first,
      'agenda.csv',
      [`Tanggal;Jam;Acara;${heading}`, ...rows].join('\n'),
    );
    expect(view.table?.columns).toEqual(['day', 'time', 'title', 'press']);
    await desk.client.agendaFiles.columns({ id: view.id, columns: view.table?.columns ?? [] });
    await rested(desk.client, view.id);
    expect((await rowsOf(view.id)).map(({ doubts }) => doubts.includes('closed'))).toEqual(said.map((_, at) => at < 6));
  },
);
