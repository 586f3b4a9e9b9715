import { describe, expect, it } from 'vitest';
import { agendaDesk } from '../../../builders/agenda-desk.ts';
import { calendar, rested, sendFile, vevent } from '../../../builders/agenda-files.ts';

const desk = agendaDesk();
const rowsOf = async (id: string) => (await desk.client.agendaFiles.rows({ id, after: 0, limit: 500 })).rows;
const events = () => desk.client.agenda.list({ from: '2025-11-20', to: '2025-11-20' });
const land = (id: string, except: number[] = []) => desk.client.agendaFiles.land({ id, except });
const at = (clock: string) => `DTSTART;TZID=Asia/Makassar:20251120T${clock}0000`;

async function read(content: string, name = 'agenda.ics') {
  const view = await sendFile(desk.test, desk.test.first, name, content);
  if (view.state !== 'columns') return view;
  await desk.client.agendaFiles.columns({ id: view.id, columns: view.table?.columns ?? [] });
  return rested(desk.client, view.id);
}

/** A table with these rows below its headings. */
const table = (...rows: string[]) =>
  ['Tanggal;Jam;Acara;Tempat;Penyelenggara;Pakaian;Pimpinan;Sifat;Catatan', ...rows].join('\n');

describe('a known event whose file has become stricter', () => {
  it.each([
    [
      'a calendar',
      'agenda.ics',
      calendar(
        vevent('q1', 'Rapat mutasi', at('08')),
        vevent('q2', 'Evaluasi', at('09')),
        vevent('q3', 'Apel', at('10')),
      ),
      calendar(
        vevent('q1', 'Rapat mutasi', at('08'), 'CLASS:CONFIDENTIAL'),
        vevent('q2', 'Evaluasi', at('13'), 'CLASS:PRIVATE'),
        vevent('q3', 'Apel', at('10'), 'DESCRIPTION:tertutup untuk media'),
      ),
    ],
    [
      'a table',
      'agenda.csv',
      table(
        '20/11/2025;08.00;Rapat mutasi;Ruang A;;;;terbuka;',
        '20/11/2025;09.00;Evaluasi;Ruang B;;;;;',
        '20/11/2025;10.00;Apel;Ruang C;;;;;',
      ),
      table(
        '20/11/2025;08.00;Rapat mutasi;Ruang A;;;;tertutup;',
        '20/11/2025;13.00;Evaluasi;Ruang B;;;;tertutup;',
        '20/11/2025;10.00;Apel;Ruang C;;;;;tertutup untuk media',
      ),
    ],
  ] as const)(
    'in %s is closed with it, seen before it lands, and open again when the import is undone',
    async (_, name, first, second) => {
      await land((await read(first, name)).id);
      const before = await events();
      expect(before.map(({ pressAccess }) => pressAccess)).toEqual(['open', 'open', 'open']);
      const view = await read(second, name);
      expect(view.report).toMatchObject({ changed: 3, same: 0, added: 0 });
      const told = { field: 'pressAccess', old: 'open', new: 'closed' };
      for (const row of await rowsOf(view.id))
        expect(row).toMatchObject({ act: 'change', changes: expect.arrayContaining([told]) });
      await land(view.id);
      expect((await events()).map(({ pressAccess }) => pressAccess)).toEqual(['closed', 'closed', 'closed']);
      const [one] = before;
      expect((await desk.client.agenda.history({ id: one?.id ?? '' }))[0]?.changes).toEqual([told]);
      const text = await desk.client.agenda.shareText({
        kind: 'day',
        day: '2025-11-20',
        style: 'plain',
        edition: 'public',
        language: 'id',
      });
      expect(text.text).not.toMatch(/mutasi|Evaluasi|Apel/);
      await desk.client.agendaFiles.undo({ id: view.id });
      expect((await events()).map(({ pressAccess, start, note }) => [pressAccess, start, note])).toEqual(
        before.map(({ pressAccess, start, note }) => [pressAccess, start, note]),
      );
    },
  );

  it('is closed also when it is over, or called off by the same file; nothing else of what is over changes', async () => {
    const names = ['Rapat', 'Apel', 'Panen', 'Batal'];
    const file = (more: (at: number) => string[]) =>
      calendar(...names.map((name, n) => vevent(name, name, at(`0${n + 6}`), ...more(n))));
    await land((await read(file(() => []))).id);
    const [done, ongoing, , off] = await events();
    await desk.client.agenda.setState({ id: done?.id ?? '', version: 1, state: 'done' });
    await desk.client.agenda.setState({ id: ongoing?.id ?? '', version: 1, state: 'ongoing' });
    await desk.client.agenda.setState({ id: off?.id ?? '', version: 1, state: 'cancelled', reason: 'Hujan' });
    const cancelled = ['LOCATION:Ruang lain', 'CLASS:PRIVATE'];
    const view = await read(file((n) => (n < 2 ? cancelled : [...cancelled, 'STATUS:CANCELLED'])));
    await land(view.id);
    const after = await events();
    expect(after.map(({ state, pressAccess, venue }) => [state, pressAccess, venue])).toEqual([
      ['done', 'closed', ''],
      ['ongoing', 'closed', ''],
      ['cancelled', 'closed', ''],
      ['cancelled', 'closed', ''],
    ]);
    expect(after[3]?.stateReason).toBe('Hujan');
    await desk.client.agendaFiles.undo({ id: view.id });
    expect((await events()).map(({ state, pressAccess, stateReason }) => [state, pressAccess, stateReason])).toEqual([
      ['done', 'open', null],
      ['ongoing', 'open', null],
      ['confirmed', 'open', null],
      ['cancelled', 'open', 'Hujan'],
    ]);
  });

  it('stays closed where a person closed it, whatever the file says', async () => {
    const rows = (press: string) => table(`20/11/2025;08.00;Rapat mutasi;Ruang A;;;;${press};`);
    await land((await read(rows(''), 'a.csv')).id);
    const [event] = await events();
    await desk.client.agenda.change({ id: event?.id ?? '', version: 1, pressAccess: 'closed' });
    for (const press of ['terbuka', 'terbatas', '']) {
      const view = await read(rows(press).replace('Ruang A', `Ruang ${press}`), 'a.csv');
      const [row] = await rowsOf(view.id);
      expect(row?.changes.map(({ field }) => field)).not.toContain('pressAccess');
      if (row?.act === 'change') await land(view.id);
      expect((await events())[0]).toMatchObject({ pressAccess: 'closed' });
    }
  });
});

describe('a table that tells other things of a known event', () => {
  const row = (dress: string, leaders: string, organizer = 'Dinas A', note = '') =>
    table(`20/11/2025;08.00;Rapat kerja;Ruang A;${organizer};${dress};${leaders};;${note}`);

  it('changes its leaders, its dress, its organizer and its note, each seen before it lands; undone it is as it was', async () => {
    const mayor = await desk.leader('Jaya Negara', 'Wali Kota');
    const deputy = await desk.leader('Arya Wibawa', 'Wakil Wali Kota');
    await land((await read(row('Batik', 'Wali Kota'), 'a.csv')).id);
    const [before] = await events();
    expect(before?.attendance).toMatchObject([{ officialId: mayor.id }]);
    // the same again is the same
    expect((await read(row('Batik', 'Wali Kota'), 'a.csv')).report).toMatchObject({ same: 1, changed: 0 });
    const view = await read(row('PDH', 'Wakil Wali Kota, Sekda', 'Dinas B', 'Bawa berkas'), 'a.csv');
    const [told] = await rowsOf(view.id);
    expect(told?.changes.map(({ field }) => field).sort()).toEqual(['attendance', 'dressCode', 'note', 'organizer']);
    await land(view.id);
    const [after] = await events();
    const officials = await desk.client.register.officials({});
    const called = (id: string) => officials.find((one) => one.id === id)?.shortPosition;
    expect(after).toMatchObject({ dressCode: 'PDH', organizer: 'Dinas B', note: 'Bawa berkas', revision: 2 });
    expect(after?.attendance[0]?.officialId).toBe(deputy.id);
    expect(after?.attendance.map(({ officialId }) => called(officialId))).not.toContain(undefined);
    const history = await desk.client.agenda.history({ id: after?.id ?? '' });
    expect(history[0]?.changes.find(({ field }) => field === 'attendance')).toEqual({
      field: 'attendance',
      old: before?.attendance,
      new: after?.attendance,
    });
    await desk.client.agendaFiles.undo({ id: view.id });
    const { version: _, revision: __, ...was } = before ?? { version: 0, revision: 0 };
    expect((await events())[0]).toMatchObject(was);
  });

  it('keeps what a leader answered here, and what they were told, where the file says only that they are there', async () => {
    const mayor = await desk.leader('Jaya Negara', 'Wali Kota');
    const deputy = await desk.leader('Arya Wibawa', 'Wakil Wali Kota');
    await land((await read(row('Batik', 'Wali Kota'), 'a.csv')).id);
    const [event] = await events();
    const answer = { officialId: mayor.id, answer: 'delegated' as const, delegateId: deputy.id, delegateName: null };
    await desk.client.agenda.setAttendance({
      id: event?.id ?? '',
      version: 1,
      ...answer,
      instruction: 'Bawa sambutan',
    });
    expect((await read(row('Batik', 'Wali Kota'), 'a.csv')).report).toMatchObject({ same: 1, changed: 0 });
    const view = await read(row('Batik', 'Wali Kota, Sekda'), 'a.csv');
    await land(view.id);
    expect((await events())[0]?.attendance).toMatchObject([
      { ...answer, instruction: 'Bawa sambutan' },
      { answer: 'unknown' },
    ]);
  });
});

it('thousands of known events are compared without holding anybody up', async () => {
  const many = (...more: string[]) =>
    calendar(
      ...Array.from({ length: 2_000 }, (_, n) => {
        const day = new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 20))).toISOString().slice(0, 10).replaceAll('-', '');
        return vevent(String(n), `Acara ${n}`, `DTSTART:${day}T0${n % 10}0000Z`, ...more);
      }),
    );
  await land((await read(many())).id);
  const view = await read(many('CLASS:PRIVATE'));
  expect(view.report).toMatchObject({ changed: 2_000 });
  await land(view.id);
  // 40 ms on a quiet machine; joined with a text of all rows it took seconds
  expect(desk.test.core.database.longestTransaction()).toBeLessThan(500);
}, 60_000);
