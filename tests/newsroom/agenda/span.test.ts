import { expect, it } from 'vitest';
import { eventStates } from '../../../src-main/contract/agenda-nouns.ts';
import { stateByClock } from '../../../src-main/text/state-by-clock.ts';
import { agendaDesk, answerOf } from '../../builders/agenda-desk.ts';

const desk = agendaDesk();
const titles = async (input: Parameters<typeof desk.client.agenda.span>[0], of = desk.client) =>
  (await of.agenda.span(input)).events.map((event) => event.title);

it('holds what takes place on its days by the clock of the office, also what began before', async () => {
  await desk.confirmed({ title: 'Malam di Jakarta', start: '2025-11-19T23:30', end: null, zone: 'Asia/Jakarta' });
  await desk.confirmed({ title: 'Bimtek', start: '2025-11-18T08:00', end: '2025-11-20T09:00' });
  await desk.confirmed({ title: 'Sampai tengah malam', start: '2025-11-19T20:00', end: '2025-11-20T00:00' });
  await desk.confirmed({ title: 'Pagi' });
  await desk.confirmed({ title: 'Besok', start: '2025-11-21T00:00', end: null });
  expect(await titles({ from: '2025-11-20', to: '2025-11-20' })).toEqual(['Bimtek', 'Malam di Jakarta', 'Pagi']);
  expect(await titles({ from: '2025-11-19', to: '2025-11-19' })).toEqual(['Bimtek', 'Sampai tengah malam']);
});

it('is narrowed by leader or stand-in, kind, state, release, press and words, and says the nearest days outside', async () => {
  const mayor = await desk.leader('Jaya Negara', 'Wali Kota');
  const deputy = await desk.leader('Arya Wibawa', 'Wakil Wali Kota');
  await desk.confirmed({
    title: 'Upacara 100%',
    kind: 'upacara',
    attendance: [answerOf(mayor.id, { answer: 'delegated', delegateId: deputy.id })],
  });
  const { caller } = desk.test.first;
  await desk.confirmed({
    title: 'Rapat',
    kind: 'rapat',
    pressAccess: 'closed',
    start: '2025-11-21T08:00',
    end: null,
    crew: [{ role: 'writer', userId: caller.userId, name: 'Ayu' }],
  });
  await desk.confirmed({ title: 'Lampau', start: '2023-02-03T08:00', end: null });
  await desk.confirmed({ title: 'Jauh', start: '2027-08-17T08:00', end: null, releaseNeeded: true });
  const days = { from: '2025-11-01', to: '2025-11-30' };
  expect(await titles({ ...days, leaderId: deputy.id })).toEqual(['Upacara 100%']);
  expect(await titles({ ...days, kinds: ['rapat'] })).toEqual(['Rapat']);
  expect(await titles({ ...days, crewId: caller.userId })).toEqual(['Rapat']);
  expect(await titles({ ...days, states: ['tentative'] })).toEqual([]);
  expect(await titles({ ...days, press: 'public' })).toEqual(['Upacara 100%']);
  expect(await titles({ ...days, press: 'closed' })).toEqual(['Rapat']);
  expect(await titles({ ...days, text: '100%' })).toEqual(['Upacara 100%']);
  expect(await titles({ ...days, text: '1_0' })).toEqual([]);
  expect(await desk.client.agenda.span({ ...days, edges: true })).toMatchObject({
    before: '2023-02-03',
    after: '2027-08-17',
  });
  expect(await desk.client.agenda.span({ ...days, edges: true, kinds: ['rapat'] })).toMatchObject({
    before: null,
    after: null,
  });
});

it('carries no more than the views draw, and nothing closed to who may not know', async () => {
  await desk.confirmed({
    title: 'Rahasia',
    pressAccess: 'closed',
    note: 'jangan',
    start: '2025-11-25T08:00',
    end: null,
  });
  await desk.confirmed({ title: 'Mutasi (tertutup)', start: '2025-11-26T08:00', end: null });
  await desk.confirmed({ title: 'Terbuka', note: 'catatan' });
  const { client } = await desk.test.as('observer');
  const days = { from: '2025-11-20', to: '2025-11-20' };
  expect(await titles({ from: '2025-11-01', to: '2025-11-30' }, client)).toEqual(['Terbuka']);
  expect(await client.agenda.span({ ...days, edges: true })).toMatchObject({ after: null });
  const [event] = (await desk.client.agenda.span(days)).events;
  expect(Object.keys(event ?? {})).not.toContain('note');
});

it('finds by state what is shown in that state: what has begun and what is over by the clock', async () => {
  const at = (title: string, start: string, end: string | null, state: 'confirmed' | 'tentative' = 'confirmed') =>
    desk.confirmed({ title, start: `2025-11-20T${start}`, end: end && `2025-11-20T${end}`, state });
  await at('Lewat', '05:00', '06:00');
  await at('Tanpa akhir', '05:30', null);
  await at('Kini', '07:00', '09:00');
  await at('Nanti', '10:00', '11:00');
  await at('Tak pernah pasti', '05:00', '06:00', 'tentative');
  const late = await at('Molor', '05:00', '06:00');
  await desk.client.agenda.setState({ id: late.id, version: late.version, state: 'ongoing' });
  const day = { from: '2025-11-20', to: '2025-11-20' };
  const now = desk.test.clock.now().toString();
  const { events } = await desk.client.agenda.span(day);
  for (const state of eventStates)
    expect(await titles({ ...day, states: [state] }), state).toEqual(
      events.filter((event) => stateByClock(event, now) === state).map((event) => event.title),
    );
  expect((await titles({ ...day, states: ['ongoing'] })).toSorted()).toEqual(['Kini', 'Molor', 'Tanpa akhir']);
  expect(await titles({ ...day, states: ['done'] })).toEqual(['Lewat']);
  expect(await titles({ ...day, states: ['tentative'] })).toEqual(['Tak pernah pasti']);
  // nothing was written for it
  expect((await desk.client.agenda.list(day)).find((event) => event.title === 'Lewat')).toMatchObject({
    state: 'confirmed',
    version: 1,
  });
});
