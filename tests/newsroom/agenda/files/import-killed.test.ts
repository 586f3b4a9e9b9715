import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { agendaDesk, refusalOf } from '../../../builders/agenda-desk.ts';
import { calendar, sendFile, vevent } from '../../../builders/agenda-files.ts';
import { dieInChild } from '../../../builders/die-in-child.ts';

const desk = agendaDesk();
/** Two portions. */
const EVENTS = 1_100;
const many = calendar(
  vevent('known', 'Pembukaan Pekan Literasi', 'DTSTART;TZID=Asia/Makassar:20251120T093000'),
  ...Array.from({ length: EVENTS - 1 }, (_, n) => {
    const day = new Date(Date.UTC(2026, 0, 1 + Math.floor(n / 10))).toISOString().slice(0, 10).replaceAll('-', '');
    return vevent(String(n), `Acara ${n}`, `DTSTART:${day}T0${n % 10}0000Z`);
  }),
);

/** What the agenda holds of the file: all of it, or nothing. */
async function inAgenda(client: typeof desk.client): Promise<'all' | 'nothing' | 'half'> {
  const added = (await client.agenda.list({ from: '2026-01-01', to: '2026-09-30' })).length;
  const [known] = await client.agenda.list({ from: '2025-11-20', to: '2025-11-20' });
  const moved = known?.start === '2025-11-20T09:30';
  if (added === EVENTS - 1 && moved) return 'all';
  return added === 0 && !moved ? 'nothing' : 'half';
}

/** Runs a core that dies there, opens the folder again and answers as the person who sent the file. */
async function killed(during: 'reading' | 'landing' | 'undoing', step: string) {
  await desk.confirmed();
  await desk.test.core.stop();
  const file = path.join(desk.test.folder, 'agenda-opd.ics');
  writeFileSync(file, many);
  const out = await dieInChild('take-in-and-die.ts', {
    folder: desk.test.folder,
    caller: desk.test.first.caller,
    file,
    now: desk.test.clock.now().toString(),
    during,
    step,
  });
  expect(out).toBe('');
  await desk.test.reopen();
  return desk.test.clientOf(desk.test.first.caller);
}

describe('kill -9 while a file is read', () => {
  it.each(['agendaImports.begin', 'agendaImports.setView'])(
    'after %s: nothing of it is in the agenda, it is told that it was cut off, and can be put away',
    async (step) => {
      const client = await killed('reading', step);
      expect(await inAgenda(client)).toBe('nothing');
      const waiting = await client.agendaFiles.waiting();
      // the transaction in which it died never was
      if (step === 'agendaImports.begin') return expect(waiting).toEqual([]);
      expect(waiting).toMatchObject([
        { name: 'agenda-opd.ics', state: 'failed', refusal: { code: 'reading_interrupted' }, report: null },
      ]);
      const id = waiting[0]?.id ?? '';
      expect((await refusalOf(client.agendaFiles.land({ id, except: [] }))).code).toBe('not_found');
      await client.agendaFiles.cancel({ id });
      expect(await client.agendaFiles.waiting()).toEqual([]);
      return undefined;
    },
    60_000,
  );
});

describe('kill -9 while it lands', () => {
  it.each(['agendaImports.choose', 'end'])(
    'before it is decided, after %s: nothing of it is in the agenda, and it is found again and lands whole',
    async (step) => {
      const client = await killed('landing', step);
      await desk.test.core.start();
      await desk.test.core.runner.idle();
      expect(await inAgenda(client)).toBe('nothing');
      const [found] = await client.agendaFiles.waiting();
      expect(found).toMatchObject({ state: 'ready', report: { events: EVENTS, added: EVENTS - 1, changed: 1 } });
      const id = found?.id ?? '';
      expect((await client.agendaFiles.rows({ id, after: 0, limit: 5, text: '' })).found).toBe(EVENTS);
      expect(await client.agendaFiles.land({ id, except: [] })).toMatchObject({ events: EVENTS, first: '2025-11-20' });
      expect(await inAgenda(client)).toBe('all');
      expect(await client.agendaFiles.waiting()).toEqual([]);
    },
    60_000,
  );

  // decided; between two portions; within the second; before the last word
  it.each(['commit', 'commit 2', 'agendaImports.changeChosen 2', 'agendaImports.setState'])(
    'when it is decided, after %s: the next core takes in the rest by itself, each event once',
    async (step) => {
      const client = await killed('landing', step);
      await desk.test.core.start();
      await desk.test.core.runner.idle();
      expect(await inAgenda(client)).toBe('all');
      expect(await client.agendaFiles.waiting()).toEqual([]);
      expect((await client.notices.changes()).news).toEqual([]);
    },
    60_000,
  );
});

describe('kill -9 while it is taken back', () => {
  it('before it is decided: it is in the agenda, and may be taken back', async () => {
    const client = await killed('undoing', 'agendaImports.setState');
    await desk.test.core.start();
    await desk.test.core.runner.idle();
    expect(await inAgenda(client)).toBe('all');
    expect(await client.agendaFiles.waiting()).toEqual([]);
  }, 60_000);

  // decided; after the first portion; within the second; before and after a changed event is as it was; before the last word
  it.each([
    'commit',
    'commit 2',
    'agendaImports.removeLanded 2',
    'agendaImports.markTakenBack',
    'agendaImports.setState 2',
  ])(
    'when it is decided, after %s: it waits until the next core takes back the rest by itself, and asked again it answers',
    async (step) => {
      const client = await killed('undoing', step);
      const [waits] = await client.agendaFiles.waiting();
      expect(waits).toMatchObject({
        name: 'agenda-opd.ics',
        state: 'undoing',
        progress: { step: 'undoing', of: EVENTS },
      });
      const id = waits?.id ?? '';
      // it cannot be put away, nor taken in again
      await client.agendaFiles.cancel({ id });
      expect((await refusalOf(client.agendaFiles.land({ id, except: [] }))).code).toBe('not_found');
      await desk.test.core.start();
      await desk.test.core.runner.idle();
      expect(await inAgenda(client)).toBe('nothing');
      expect(await client.agendaFiles.waiting()).toEqual([]);
      expect(await client.agendaFiles.undo({ id })).toEqual({ removed: EVENTS, kept: 0 });
      const [known] = await client.agenda.list({ from: '2025-11-20', to: '2025-11-20' });
      expect(known).toMatchObject({ start: '2025-11-20T08:00', version: 3 });
      const lines = await desk.test.core.newsroom.read((stores) => stores.audit.list({ limit: 50 }));
      expect(lines.filter(({ act }) => act === 'agenda.undo-import').map(({ details }) => details)).toMatchObject([
        { removed: EVENTS - 1, changedBack: 1, kept: 0 },
      ]);
    },
    60_000,
  );

  it('counts what somebody has changed meanwhile as kept, however often it is cut off', async () => {
    const client = await killed('undoing', 'commit 2');
    const left = await client.agenda.list({ from: '2026-01-01', to: '2026-09-30' });
    expect(left.length).toBe(EVENTS - 1 - 500);
    const [first] = left;
    await client.agenda.change({ id: first?.id ?? '', version: 1, note: 'x' });
    const [waits] = await client.agendaFiles.waiting();
    await desk.test.core.start();
    await desk.test.core.runner.idle();
    expect(await client.agendaFiles.undo({ id: waits?.id ?? '' })).toEqual({ removed: EVENTS - 1, kept: 1 });
    expect(await client.agenda.list({ from: '2026-01-01', to: '2026-09-30' })).toHaveLength(1);
  }, 60_000);
});

it('an answer that was lost is given again, also by a core that was started since', async () => {
  const view = await sendFile(desk.test, desk.test.first, 'agenda-opd.ics', many);
  const land = (client: typeof desk.client) => client.agendaFiles.land({ id: view.id, except: [3, 4] });
  const first = await land(desk.client);
  expect(first).toMatchObject({ events: EVENTS - 2 });
  expect(await land(desk.client)).toEqual(first);
  await desk.test.reopen();
  const client = desk.test.clientOf(desk.test.first.caller);
  expect(await client.agendaFiles.look({ id: view.id })).toMatchObject({ state: 'landed' });
  expect(await land(client)).toEqual(first);
  expect((await client.agenda.list({ from: '2025-11-01', to: '2026-09-30' })).length).toBe(EVENTS - 2);
  expect(await client.agendaFiles.undo({ id: view.id })).toEqual({ removed: EVENTS - 2, kept: 0 });
  expect(await client.agendaFiles.undo({ id: view.id })).toEqual({ removed: EVENTS - 2, kept: 0 });
});

it('belongs to who sent it, and is told to nobody else', async () => {
  await sendFile(
    desk.test,
    desk.test.first,
    'agenda-opd.ics',
    calendar(vevent('1', 'Rapat', 'DTSTART:20251120T000000Z')),
  );
  const other = await desk.test.as('protocol');
  expect(await other.client.agendaFiles.waiting()).toEqual([]);
  expect(await desk.client.agendaFiles.waiting()).toHaveLength(1);
});
