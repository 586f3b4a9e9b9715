import { describe, expect, it } from 'vitest';
import { agendaDesk, refusalOf } from '../../../builders/agenda-desk.ts';
import { calendar, rested, sendFile, vevent } from '../../../builders/agenda-files.ts';

const desk = agendaDesk();
const send = (content: string | Uint8Array, name = 'agenda.ics') => sendFile(desk.test, desk.test.first, name, content);
const list = (from: string, to = from) => desk.client.agenda.list({ from, to });
const rowsOf = async (id: string) => (await desk.client.agendaFiles.rows({ id, after: 0, limit: 500 })).rows;

const simple = calendar(
  vevent(
    'a@dinas',
    'Rapat koordinasi',
    'DTSTART;TZID=Asia/Makassar:20251120T080000',
    'DTEND;TZID=Asia/Makassar:20251120T100000',
    'LOCATION:Graha Sewaka Dharma',
    'ORGANIZER;CN=Dinas Kominfo:mailto:x@y.id',
    'DESCRIPTION:Bawa bahan\\, ya\\nTerima kasih',
  ),
  vevent('b@dinas', 'Apel pagi', 'DTSTART:20251121T000000Z', 'DURATION:PT45M'),
  vevent('c@dinas', 'Rahasia', 'DTSTART;TZID=Asia/Jakarta:20251122T090000', 'CLASS:PRIVATE', 'STATUS:TENTATIVE'),
);

describe('a calendar', () => {
  it('is looked at first, lands as a whole and can be taken back', async () => {
    const view = await send(simple);
    expect(view).toMatchObject({ state: 'ready', kind: 'calendar', report: { events: 3, added: 3, problemCount: 0 } });
    expect(await list('2025-11-01', '2025-11-30')).toEqual([]);

    const landed = await desk.client.agendaFiles.land({ id: view.id, except: [] });
    expect(landed).toMatchObject({ events: 3, first: '2025-11-20' });
    const events = await list('2025-11-20', '2025-11-22');
    expect(
      events.map(({ title, start, end, zone, startsAt, state }) => [title, start, end, zone, startsAt, state]),
    ).toEqual([
      [
        'Rapat koordinasi',
        '2025-11-20T08:00',
        '2025-11-20T10:00',
        'Asia/Makassar',
        '2025-11-20T00:00:00.000Z',
        'confirmed',
      ],
      ['Apel pagi', '2025-11-21T08:00', '2025-11-21T08:45', 'Asia/Makassar', '2025-11-21T00:00:00.000Z', 'confirmed'],
      ['Rahasia', '2025-11-22T09:00', null, 'Asia/Jakarta', '2025-11-22T02:00:00.000Z', 'tentative'],
    ]);
    expect(events[0]).toMatchObject({
      venue: 'Graha Sewaka Dharma',
      organizer: 'Dinas Kominfo',
      note: 'Bawa bahan, ya\nTerima kasih',
      externalUid: 'a@dinas',
      kind: 'rapat',
      revision: 1,
    });
    expect(events[2]?.pressAccess).toBe('closed');
    const [line] = await desk.client.agenda.history({ id: events[0]?.id ?? '' });
    expect(line).toMatchObject({ act: 'added', version: 1 });

    expect(await desk.client.agendaFiles.undo({ id: view.id })).toEqual({ removed: 3, kept: 0 });
    expect(await list('2025-11-01', '2025-11-30')).toEqual([]);
  });

  it('leaves what was not chosen', async () => {
    const view = await send(simple);
    const [first] = await rowsOf(view.id);
    await desk.client.agendaFiles.land({ id: view.id, except: [first?.n ?? 0] });
    expect((await list('2025-11-20', '2025-11-22')).map((event) => event.title)).toEqual(['Apel pagi', 'Rahasia']);
  });

  it('is known again: the same, changed, cancelled, and undone to what it was', async () => {
    const first = await send(simple);
    await desk.client.agendaFiles.land({ id: first.id, except: [] });
    const again = await send(simple);
    expect(again.report).toMatchObject({ events: 3, added: 0, same: 3, changed: 0 });
    expect((await refusalOf(desk.client.agendaFiles.land({ id: again.id, except: [] }))).code).toBe('file_empty');

    const moved = await send(
      calendar(
        vevent(
          'a@dinas',
          'Rapat koordinasi',
          'DTSTART;TZID=Asia/Makassar:20251120T093000',
          'DTEND;TZID=Asia/Makassar:20251120T110000',
        ),
        vevent('b@dinas', 'Apel pagi', 'DTSTART:20251121T000000Z', 'STATUS:CANCELLED'),
        vevent('z@dinas', 'Tidak pernah ada', 'DTSTART:20251121T000000Z', 'STATUS:CANCELLED'),
      ),
    );
    expect(moved.report).toMatchObject({ added: 0, changed: 1, cancelled: 1, same: 0 });
    expect(moved.report?.problems).toContainEqual({ code: 'cancelled_unknown', line: null, text: '1' });
    const rows = await rowsOf(moved.id);
    expect(rows[0]?.changes).toEqual([
      { field: 'start', old: '2025-11-20T08:00', new: '2025-11-20T09:30' },
      { field: 'end', old: '2025-11-20T10:00', new: '2025-11-20T11:00' },
    ]);
    await desk.client.agendaFiles.land({ id: moved.id, except: [] });
    const [meeting, apel] = await list('2025-11-20', '2025-11-21');
    expect(meeting).toMatchObject({
      start: '2025-11-20T09:30',
      startsAt: '2025-11-20T01:30:00.000Z',
      venue: 'Graha Sewaka Dharma',
      version: 2,
      revision: 2,
    });
    expect(apel).toMatchObject({ state: 'cancelled', version: 2 });

    expect(await desk.client.agendaFiles.undo({ id: moved.id })).toEqual({ removed: 2, kept: 0 });
    const [before, alive] = await list('2025-11-20', '2025-11-21');
    expect(before).toMatchObject({
      start: '2025-11-20T08:00',
      end: '2025-11-20T10:00',
      startsAt: '2025-11-20T00:00:00.000Z',
    });
    expect(alive).toMatchObject({ state: 'confirmed', stateReason: null });
  });

  it('knows an event that was typed by day and title, and takes nothing in when somebody has moved it meanwhile', async () => {
    const event = await desk.confirmed({
      title: 'Rapat Koordinasi!',
      start: '2025-11-20T08:00',
      end: null,
      organizer: 'Dinas Kominfo',
      note: 'Bawa bahan, ya\nTerima kasih',
    });
    const view = await send(simple);
    expect(view.report).toMatchObject({ added: 2, changed: 1 });
    await desk.client.agenda.change({ id: event.id, version: event.version, dressCode: 'PDH', reason: 'x' });
    expect((await refusalOf(desk.client.agendaFiles.land({ id: view.id, except: [] }))).code).toBe('changed_meanwhile');
    expect(await list('2025-11-21', '2025-11-22')).toEqual([]);
  });

  it('keeps what somebody has worked on since when it is taken back', async () => {
    const view = await send(simple);
    await desk.client.agendaFiles.land({ id: view.id, except: [] });
    const [meeting] = await list('2025-11-20');
    await desk.client.agenda.change({ id: meeting?.id ?? '', version: 1, venue: 'Ruang Praja', reason: 'penuh' });
    expect(await desk.client.agendaFiles.undo({ id: view.id })).toEqual({ removed: 2, kept: 1 });
  });

  it('belongs to who sent it', async () => {
    const view = await send(simple);
    const other = await desk.test.as('protocol');
    for (const ask of [
      other.client.agendaFiles.look({ id: view.id }),
      other.client.agendaFiles.land({ id: view.id, except: [] }),
      other.client.agendaFiles.rows({ id: view.id, after: 0, limit: 5 }),
      other.client.agendaFiles.undo({ id: view.id }),
    ])
      expect((await refusalOf(ask)).code).toBe('not_found');
  });
});

describe('zones and days', () => {
  const starts = async (text: string) =>
    (await rowsOf((await send(text)).id)).map(({ title, start, end, zone, doubts }) => [
      title,
      start,
      end,
      zone,
      ...doubts,
    ]);

  it('are taken by name, by the names of Windows, by the rules of the file, and said where they are unknown', async () => {
    const text = calendar(
      'BEGIN:VTIMEZONE',
      'TZID:Kantor Aneh',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0530',
      'TZOFFSETTO:+0530',
      'END:STANDARD',
      'END:VTIMEZONE',
      vevent('1', 'Jayapura', 'DTSTART;TZID=Asia/Jayapura:20251120T080000'),
      vevent('2', 'Windows WIB', 'DTSTART;TZID=SE Asia Standard Time:20251120T080000'),
      vevent('3', 'Windows WITA', 'DTSTART;TZID="Singapore Standard Time":20251120T080000'),
      vevent('4', 'Olson with path', 'DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Makassar:20251120T080000'),
      vevent('5', 'Amsterdam', 'DTSTART;TZID=Europe/Amsterdam:20250720T080000'),
      vevent('6', 'By its rules', 'DTSTART;TZID=Kantor Aneh:20251120T080000'),
      vevent('7', 'Unknown', 'DTSTART;TZID=Mars/Olympus:20251120T080000'),
      vevent('8', 'Floating', 'DTSTART:20251120T080000'),
      vevent('9', 'Sehari', 'DTSTART;VALUE=DATE:20251120'),
      vevent('10', 'Tiga hari', 'DTSTART;VALUE=DATE:20251120', 'DTEND;VALUE=DATE:20251123'),
    );
    expect(await starts(text)).toEqual([
      ['Jayapura', '2025-11-20T08:00', null, 'Asia/Jayapura'],
      ['Windows WIB', '2025-11-20T08:00', null, 'Asia/Jakarta'],
      ['Windows WITA', '2025-11-20T08:00', null, 'Asia/Makassar'],
      ['Olson with path', '2025-11-20T08:00', null, 'Asia/Makassar'],
      ['Amsterdam', '2025-07-20T14:00', null, 'Asia/Makassar'],
      ['By its rules', '2025-11-20T10:30', null, 'Asia/Makassar'],
      ['Unknown', '2025-11-20T08:00', null, 'Asia/Makassar', 'zone_unknown'],
      ['Floating', '2025-11-20T08:00', null, 'Asia/Makassar'],
      ['Sehari', '2025-11-20T00:00', '2025-11-20T23:59', 'Asia/Makassar', 'all_day'],
      ['Tiga hari', '2025-11-20T00:00', '2025-11-22T23:59', 'Asia/Makassar', 'all_day'],
    ]);
    const { report } = await send(text);
    expect(report?.zones).toContainEqual({ name: 'Mars/Olympus', as: 'assumed', events: 1 });
    expect(report?.zones).toContainEqual({ name: 'Europe/Amsterdam', as: 'converted', events: 1 });
  });

  it('floating times are those of the calendar that names a zone', async () => {
    const text = calendar('X-WR-TIMEZONE:Asia/Jakarta', vevent('1', 'Rapat', 'DTSTART:20251120T080000'));
    expect(await starts(text)).toEqual([['Rapat', '2025-11-20T08:00', null, 'Asia/Jakarta']]);
  });
});

describe('rules', () => {
  const starts = async (text: string) =>
    (await rowsOf((await send(text)).id)).map((row) => [row.title, row.start]).sort();

  it('are followed with exceptions, added and left out days; an exception may stand before its series', async () => {
    const text = calendar(
      vevent('s', 'Apel dipindah', 'DTSTART:20251208T020000Z', 'RECURRENCE-ID;TZID=Asia/Makassar:20251208T073000'),
      vevent(
        's',
        'Apel',
        'DTSTART;TZID=Asia/Makassar:20251124T073000',
        'DTEND;TZID=Asia/Makassar:20251124T080000',
        'RRULE:FREQ=WEEKLY;UNTIL=20251221T233000Z',
        'EXDATE:20251130T233000Z',
        'RDATE;TZID=Asia/Makassar:20251226T073000',
      ),
    );
    expect(await starts(text)).toEqual([
      ['Apel dipindah', '2025-12-08T10:00'],
      ['Apel', '2025-11-24T07:30'],
      ['Apel', '2025-12-15T07:30'],
      ['Apel', '2025-12-22T07:30'],
      ['Apel', '2025-12-26T07:30'],
    ]);
  });

  it('without an end go up to the horizon, which is said', async () => {
    const view = await send(
      calendar(vevent('s', 'Apel', 'DTSTART;TZID=Asia/Makassar:20251124T073000', 'RRULE:FREQ=WEEKLY')),
    );
    const rows = await rowsOf(view.id);
    const { horizon, last, repeating } = view.report ?? {};
    // its dates land one by one, and a person is told so
    expect(repeating).toBe(1);
    expect(horizon).toBe(
      desk.test.clock.now().toZonedDateTimeISO('Asia/Makassar').toPlainDate().add({ days: 366 }).toString(),
    );
    expect(last && horizon && last <= horizon).toBe(true);
    expect(rows.length).toBeGreaterThan(50);
    expect(new Set(rows.map((row) => row.start)).size).toBe(rows.length);
  });

  it('that are too dense, or never come true, are told and harm nobody else', async () => {
    const view = await send(
      calendar(
        vevent('1', 'Tiap detik', 'DTSTART:20251120T000000Z', 'RRULE:FREQ=SECONDLY'),
        vevent('2', 'Tidak pernah', 'DTSTART:20251120T000000Z', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'),
        vevent('3', 'Rapat', 'DTSTART:20251120T000000Z'),
      ),
    );
    expect(view.state).toBe('ready');
    const problems = view.report?.problems.map(({ code, text }) => [code, text]);
    expect(problems).toContainEqual(['rule_too_dense', 'Tiap detik']);
    expect((await rowsOf(view.id)).map((row) => row.title)).toContain('Rapat');
  }, 120_000);
});

describe('what is broken, huge or in another encoding', () => {
  it('a broken line costs itself, a broken event costs itself, and each is told with its line', async () => {
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:Satu',
      'ini bukan baris',
      'DTSTART:20251120T000000Z',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:2',
      'SUMMARY:Tanpa waktu',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:3',
      'SUMMARY:Tanggal mustahil',
      'DTSTART:20251399T000000Z',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:4',
      'SUMMARY:Tidak ditutup',
      'DTSTART:20251121T000000Z',
      'BEGIN:VEVENT',
      'UID:5',
      'SUMMARY:Terakhir',
      'DTSTART:20251122T000000Z',
    ].join('\n');
    const view = await send(text);
    expect((await rowsOf(view.id)).map((row) => row.title)).toEqual(['Satu', 'Tidak ditutup', 'Terakhir']);
    expect(view.report?.problems.map(({ code, line }) => [code, line])).toEqual([
      ['line_broken', 2],
      ['start_missing', 8],
      ['start_impossible', 12],
      ['event_unclosed', 17],
      ['event_unclosed', 21],
    ]);
  });

  it.each([
    ['UTF-16 with its mark', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-8 with its mark', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf8')],
    ['Windows-1252', (text: string) => Buffer.from(text, 'latin1')],
  ])('%s is read', async (_, encoded) => {
    const view = await send(encoded(calendar(vevent('1', 'Café Résumé', 'DTSTART:20251120T000000Z'))));
    expect((await rowsOf(view.id))[0]?.title).toBe('Café Résumé');
  });

  it('a line folded in the middle of a character is whole again', async () => {
    const text = Buffer.from(calendar(vevent('1', 'Café', 'DTSTART:20251120T000000Z')));
    const at = text.indexOf(Buffer.from('é')) + 1;
    const folded = Buffer.concat([text.subarray(0, at), Buffer.from('\r\n '), text.subarray(at)]);
    expect((await rowsOf((await send(folded)).id))[0]?.title).toBe('Café');
  });

  it('an empty calendar, and more events than an import takes, are said; a span of days helps', async () => {
    expect((await send(calendar())).refusal?.code).toBe('file_empty');
    const many = calendar(
      ...Array.from({ length: 10_500 }, (_, n) => {
        const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(n / 20))).toISOString().slice(0, 10).replaceAll('-', '');
        return vevent(String(n), `Acara ${n}`, `DTSTART:${day}T0${n % 10}0000Z`);
      }),
    );
    const view = await send(many);
    expect(view).toMatchObject({
      state: 'failed',
      refusal: { code: 'too_many_events' },
      report: { events: 10_500, first: '2025-01-01' },
    });
    await desk.client.agendaFiles.span({ id: view.id, from: '2025-01-01', to: '2025-01-31' });
    const narrowed = await rested(desk.client, view.id);
    expect(narrowed).toMatchObject({ state: 'ready', report: { first: '2025-01-01', last: '2025-01-31' } });
    expect(await list('2025-01-01', '2025-12-31')).toEqual([]);
  }, 60_000);

  it('no write of an import of ten thousand events is held for long', async () => {
    const many = calendar(
      ...Array.from({ length: 10_000 }, (_, n) => {
        const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(n / 20))).toISOString().slice(0, 10).replaceAll('-', '');
        return vevent(String(n), `Acara ${n}`, `DTSTART:${day}T0${n % 10}0000Z`, 'LOCATION:Graha Sewaka Dharma');
      }),
    );
    const view = await send(many);
    await desk.client.agendaFiles.land({ id: view.id, except: [] });
    const undone = await desk.client.agendaFiles.undo({ id: view.id });
    expect(undone).toEqual({ removed: 10_000, kept: 0 });
    // it is all or nothing; 80 ms on a quiet machine, and readers never wait for it
    expect(desk.test.core.database.longestTransaction()).toBeLessThan(1000);
  }, 60_000);
});
