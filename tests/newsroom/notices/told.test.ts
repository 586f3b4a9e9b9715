import { describe, expect, it } from 'vitest';
import { agendaDesk, answerOf } from '../../builders/agenda-desk.ts';
import { calendar, sendFile, vevent } from '../../builders/agenda-files.ts';
import { dieInChild } from '../../builders/die-in-child.ts';

const desk = agendaDesk();
const { confirmed } = desk;

/** Reads everything there is, as a press on *Sudah saya baca* would. */
async function readAll(client: typeof desk.client): Promise<void> {
  const { news } = await client.notices.changes();
  if (news[0]) await client.notices.readChanges({ eventId: null, upTo: news[0].upTo });
}

describe('what changed since a person last looked', () => {
  it('tells others time, place, dress, leader and state, old and new, one entry per event, newest first', async () => {
    const writer = await desk.test.as('writer');
    const leader = await desk.leader('I Gusti Ngurah Jaya Negara', 'Wali Kota');
    const other = await confirmed({ title: 'Rapat', start: '2025-11-25T09:00', end: null });
    let event = await confirmed({ start: '2025-11-24T08:00', end: null, attendance: [answerOf(leader.id)] });
    await readAll(writer.client);
    expect((await writer.client.notices.changes()).news).toEqual([]);
    event = await desk.client.agenda.change({ id: event.id, version: 1, start: '2025-11-24T10:00', reason: 'hujan' });
    event = await desk.client.agenda.change({
      id: event.id,
      version: event.version,
      venue: 'Ruang Sewaka',
      dressCode: 'Endek',
      reason: 'ruang dipakai',
    });
    event = await desk.client.agenda.setAttendance({
      id: event.id,
      version: event.version,
      ...answerOf(leader.id, { answer: 'delegated', delegateName: 'Asisten I' }),
    });
    await desk.client.agenda.setState({ id: other.id, version: 1, state: 'cancelled', reason: 'penyelenggara' });
    const { news, more } = await writer.client.notices.changes();
    expect(more).toBe(0);
    expect(news.map(({ event: { title } }) => title)).toEqual(['Rapat', 'Pembukaan Pekan Literasi']);
    expect(news[0]).toMatchObject({
      isNew: false,
      reason: 'penyelenggara',
      by: ['Ayu Lestari'],
      changes: [{ what: 'state', old: 'confirmed', new: 'cancelled' }],
    });
    expect(news[1]?.changes).toMatchObject([
      { what: 'time', old: { start: '2025-11-24T08:00' }, new: { start: '2025-11-24T10:00' } },
      { what: 'venue', old: 'Graha Sewaka Dharma', new: 'Ruang Sewaka' },
      { what: 'dress', old: 'Batik', new: 'Endek' },
      { what: 'leaders', old: [{ answer: 'unknown' }], new: [{ answer: 'delegated', delegateName: 'Asisten I' }] },
    ]);
    // one's own are not told
    expect((await desk.client.notices.changes()).news).toEqual([]);
  });

  it('keeps how far a person read with the person: per event and all, through a restart', async () => {
    const writer = await desk.test.as('writer');
    const one = await confirmed({ title: 'Satu', start: '2025-11-24T08:00', end: null });
    const two = await confirmed({ title: 'Dua', start: '2025-11-24T09:00', end: null });
    await readAll(writer.client);
    await desk.client.agenda.change({ id: one.id, version: 1, venue: 'A', reason: 'x' });
    await desk.client.agenda.change({ id: two.id, version: 1, venue: 'B', reason: 'x' });
    const { news } = await writer.client.notices.changes();
    await writer.client.notices.readChanges({ eventId: two.id, upTo: news[0]?.upTo ?? 0 });
    await desk.test.reopen();
    const client = desk.test.clientOf(writer.caller);
    expect((await client.notices.changes()).news.map(({ event }) => event.title)).toEqual(['Satu']);
    // what came after it was read is told
    const first = desk.test.clientOf(desk.test.first.caller);
    await first.agenda.change({ id: two.id, version: 2, venue: 'C', reason: 'x' });
    expect((await client.notices.changes()).news[0]).toMatchObject({
      event: { title: 'Dua' },
      changes: [{ what: 'venue', old: 'B', new: 'C' }],
    });
    await readAll(client);
    expect((await client.notices.changes()).news).toEqual([]);
    // a page that shows an older state takes nothing back
    await client.notices.readChanges({ eventId: null, upTo: 1 });
    expect((await client.notices.changes()).news).toEqual([]);
  });

  it('leaves out what was changed back, what is over, and what a person has changed themself since', async () => {
    const editor = await desk.test.as('editor');
    const event = await confirmed({ start: '2025-11-24T08:00', end: null });
    const past = await confirmed({ title: 'Kemarin', start: '2025-11-19T08:00', end: null });
    await readAll(editor.client);
    await desk.client.agenda.change({ id: event.id, version: 1, venue: 'A', reason: 'x' });
    await desk.client.agenda.change({ id: event.id, version: 2, venue: 'Graha Sewaka Dharma', reason: 'x' });
    await desk.client.agenda.change({ id: past.id, version: 1, venue: 'A', reason: 'x' });
    expect((await editor.client.notices.changes()).news).toEqual([]);
    await desk.client.agenda.change({ id: event.id, version: 3, venue: 'B', reason: 'x' });
    await editor.client.agenda.change({ id: event.id, version: 4, dressCode: 'Putih', reason: 'x' });
    expect((await editor.client.notices.changes()).news).toEqual([]);
    await desk.client.agenda.change({ id: event.id, version: 5, venue: 'C', reason: 'x' });
    expect((await editor.client.notices.changes()).news[0]?.changes).toEqual([{ what: 'venue', old: 'B', new: 'C' }]);
  });

  it('tells new events only at short notice, and of closed ones nobody who only looks', async () => {
    const observer = await desk.test.as('observer');
    const writer = await desk.test.as('writer');
    await confirmed({ title: 'Besok', start: '2025-11-21T08:00', end: null });
    await confirmed({ title: 'Bulan depan', start: '2025-12-21T08:00', end: null });
    await confirmed({ title: 'Tertutup', start: '2025-11-21T09:00', end: null, pressAccess: 'closed' });
    const titles = async (client: typeof desk.client) =>
      (await client.notices.changes()).news.map(({ event, isNew }) => [event.title, isNew]);
    expect(await titles(observer.client)).toEqual([['Besok', true]]);
    expect(await titles(writer.client)).toEqual([
      ['Tertutup', true],
      ['Besok', true],
    ]);
    // whoever has never read anything is told of the last days, not the history of the house
    desk.test.clock.move({ hours: 20 });
    expect(await titles(writer.client)).toHaveLength(2);
    desk.test.clock.move({ hours: 53 });
    expect(await titles(writer.client)).toEqual([]);
  });
});

describe('the crew of an event', () => {
  const crew = (userId: string) => [{ role: 'photographer', userId, name: '' } as const];
  const kinds = async (client: typeof desk.client) =>
    (await client.notices.list()).notices.map(({ kind, event }) => [kind, event?.title]);

  it('is told in the transaction of the change: assigned, changed, off, on again, taken off; not who did it', async () => {
    const maker = await desk.test.as('documentation');
    const { userId } = maker.caller;
    const event = await confirmed({ start: '2025-11-24T08:00', end: null, crew: crew(userId) });
    desk.test.happenings.length = 0;
    await desk.client.agenda.change({ id: event.id, version: 1, start: '2025-11-24T10:00', reason: 'hujan' });
    expect(desk.test.happenings).toContainEqual({ kind: 'notices.changed', userId });
    await desk.client.agenda.change({ id: event.id, version: 2, note: 'bawa tangga' });
    await desk.client.agenda.setState({ id: event.id, version: 3, state: 'postponed', reason: 'cuaca' });
    await desk.client.agenda.setState({ id: event.id, version: 4, state: 'confirmed' });
    await desk.client.agenda.setState({ id: event.id, version: 5, state: 'cancelled', reason: 'batal' });
    await desk.client.agenda.setState({ id: event.id, version: 6, state: 'confirmed' });
    await desk.client.agenda.change({ id: event.id, version: 7, crew: [] });
    const { notices, unread } = await maker.client.notices.list();
    expect(unread).toBe(7);
    expect(notices.map(({ kind }) => kind)).toEqual([
      'taken_off',
      'back_on',
      'cancelled',
      'back_on',
      'postponed',
      'changed',
      'assigned',
    ]);
    expect(notices[5]).toMatchObject({
      by: 'Ayu Lestari',
      reason: 'hujan',
      roles: ['photographer'],
      changes: [{ what: 'time', old: { start: '2025-11-24T08:00' }, new: { start: '2025-11-24T10:00' } }],
    });
    await maker.client.notices.read({ ids: notices.slice(0, 3).map(({ id }) => id) });
    expect((await maker.client.notices.list()).unread).toBe(4);
    expect((await desk.client.notices.list()).notices).toEqual([]);
  });

  it('hears nothing of what they did themself, of what is over, and when their duty is done', async () => {
    const editor = await desk.test.as('editor');
    const own = await editor.client.agenda.add({
      title: 'Sendiri',
      start: '2025-11-24T08:00',
      zone: 'Asia/Makassar',
      state: 'confirmed',
      crew: crew(editor.caller.userId),
    });
    const past = await confirmed({
      title: 'Lama',
      start: '2025-11-10T08:00',
      end: null,
      crew: crew(editor.caller.userId),
    });
    await desk.client.agenda.change({ id: past.id, version: 1, venue: 'B', reason: 'x' });
    await editor.client.agenda.setDutyState({ dutyId: own.crew[0]?.id ?? '', state: 'done' });
    await desk.client.agenda.change({ id: own.id, version: 1, venue: 'B', reason: 'x' });
    expect(await kinds(editor.client)).toEqual([]);
  });

  it('learns nothing of an event they may not look at, and a stranger cannot read theirs away', async () => {
    const observer = await desk.test.as('observer');
    const other = await desk.test.as('writer');
    await confirmed({ title: 'Tertutup', pressAccess: 'closed', crew: crew(observer.caller.userId) });
    await confirmed({ title: 'Terbuka', start: '2025-11-20T13:00', end: null, crew: crew(observer.caller.userId) });
    expect(await kinds(observer.client)).toEqual([['assigned', 'Terbuka']]);
    const [notice] = (await observer.client.notices.list()).notices;
    await other.client.notices.read({ ids: [notice?.id ?? ''] });
    expect((await observer.client.notices.list()).unread).toBe(1);
  });

  it('is not told when the change was refused', async () => {
    const maker = await desk.test.as('documentation');
    const event = await confirmed({ start: '2025-11-24T08:00', end: null, crew: crew(maker.caller.userId) });
    await desk.client.agenda.change({ id: event.id, version: 1, venue: 'B' }).catch(() => {});
    await desk.client.agenda.change({ id: event.id, version: 9, venue: 'B', reason: 'x' }).catch(() => {});
    expect(await kinds(maker.client)).toEqual([['assigned', event.title]]);
  });
});

it('tells others what a file of events brought, and not who took it in', async () => {
  const writer = await desk.test.as('writer');
  const file = calendar(vevent('a@dinas', 'Apel pagi', 'DTSTART;TZID=Asia/Makassar:20251121T080000'));
  const view = await sendFile(desk.test, desk.test.first, 'agenda.ics', file);
  await desk.client.agendaFiles.land({ id: view.id, except: [] });
  expect((await writer.client.notices.changes()).news).toMatchObject([{ isNew: true, event: { title: 'Apel pagi' } }]);
  expect((await desk.client.notices.changes()).news).toEqual([]);
});

it.each(['events.update', 'notices.add', 'end', 'commit'])(
  'kill -9 after %s: the change, its notice and its news stand together or not at all',
  async (step) => {
    const maker = await desk.test.as('documentation');
    const crew = [{ role: 'photographer', userId: maker.caller.userId, name: '' } as const];
    const event = await confirmed({ start: '2025-11-24T08:00', end: null, crew });
    await maker.client.notices.read({ ids: (await maker.client.notices.list()).notices.map(({ id }) => id) });
    await desk.test.core.stop();
    const out = await dieInChild('change-and-die.ts', {
      folder: desk.test.folder,
      caller: desk.test.first.caller,
      eventId: event.id,
      now: desk.test.clock.now().toString(),
      step,
    });
    expect(out).toBe('');
    await desk.test.reopen();
    const client = desk.test.clientOf(maker.caller);
    const stands = step === 'commit';
    expect((await client.agenda.get({ id: event.id })).venue).toBe(stands ? 'Ruang Sewaka' : 'Graha Sewaka Dharma');
    expect((await client.notices.list()).unread).toBe(stands ? 1 : 0);
    expect((await client.notices.changes()).news).toHaveLength(stands ? 1 : 0);
  },
  60_000,
);

it('offers reasons of its own only when two events had them, none of them personal, and behind the standing ones', async () => {
  const standing = ['Menyesuaikan jadwal pimpinan', 'Permintaan penyelenggara', 'Cuaca'];
  const offered = () => desk.client.notices.reasons({ standing });
  await desk.leader('I Gusti Ngurah Jaya Negara', 'Wali Kota');
  const events = [await confirmed({ start: '2025-11-24T08:00', end: null }), await confirmed({ title: 'Rapat' })];
  const versions = new Map(events.map(({ id }) => [id, 1]));
  let venue = 0;
  const give = async (reason: string, of = events) => {
    for (const { id } of of) {
      venue += 1;
      desk.test.clock.move({ minutes: 1 });
      const next = await desk.client.agenda.change({ id, version: versions.get(id) ?? 1, venue: `R${venue}`, reason });
      versions.set(id, next.version);
    }
  };
  // said often, but of one event
  for (let times = 0; times < 3; times++) await give('Hujan deras', events.slice(0, 1));
  expect(await offered()).toEqual([]);
  for (const reason of [
    'batal kata ADC',
    'ADC bilang maju',
    'Bapak sakit',
    'Jaya Negara ke Jakarta',
    'hubungi 0812-3456-7890',
    'Rapat tertutup dulu',
    'x',
    'cuaca ',
    'Menyesuaikan jadwal pimpinan',
    'Jalan menuju lokasi ditutup untuk karnaval desa',
  ])
    await give(reason);
  expect(await offered()).toEqual([]);
  await give('Hujan deras', events.slice(1));
  await give('Listrik padam');
  await give('Upacara adat');
  await give('Ruang dipakai');
  const third = await confirmed({ title: 'Apel' });
  versions.set(third.id, 1);
  await give('listrik Padam', [third]);
  // most events first, then the latest; 'Hujan deras' has no place among three
  expect(await offered()).toEqual(['listrik Padam', 'Ruang dipakai', 'Upacara adat']);
  // what was said of an event that is closed now is told no more
  const [first, second] = events;
  if (!first || !second) throw new Error('two events');
  for (const { id } of [first, second])
    await desk.client.agenda.change({ id, version: versions.get(id) ?? 1, pressAccess: 'closed', reason: 'Ralat' });
  expect(await offered()).toEqual([]);
});

it('of an event that is closed by its words alone a locked screen is told nothing either', async () => {
  const writer = await desk.test.as('writer');
  const crew = [{ role: 'writer' as const, userId: writer.caller.userId, name: 'Made' }];
  const said = await confirmed({ start: '2025-11-26T08:00', end: null, venue: 'Rumjab, tertutup', crew });
  const open = await confirmed({ start: '2025-11-26T11:00', end: null, crew });
  const { notices } = await writer.client.notices.list();
  const closed = new Map(notices.map(({ event }) => [event?.id, event?.closed]));
  expect([closed.get(said.id), closed.get(open.id)]).toEqual([true, false]);
});
