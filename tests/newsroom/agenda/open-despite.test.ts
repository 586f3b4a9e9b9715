import { expect, it } from 'vitest';
import { closedByWords, closingTexts } from '../../../src-main/text/said-inside.ts';
import { agendaDesk } from '../../builders/agenda-desk.ts';

const desk = agendaDesk();
const publicText = async () =>
  (await desk.client.agenda.shareText({ kind: 'day', day: '2025-11-20', style: 'plain', edition: 'public' })).text;

it('an event whose words sound closed is public once a person has said so, and only for exactly these words', async () => {
  const title = 'Pameran Ruang Tertutup dan Terbuka';
  const event = await desk.confirmed({ title });
  expect(closedByWords(event)).toBe('Tertutup');
  expect(await publicText()).not.toContain('Pameran');
  const open = await desk.client.agenda.change({ id: event.id, version: 1, openDespite: closingTexts(event) });
  expect(open).toMatchObject({ version: 2, revision: 1 });
  expect(closedByWords(open)).toBeNull();
  expect(await publicText()).toContain(title);
  const calendar = (await desk.test.as('observer')).client;
  expect((await calendar.agenda.get({ id: event.id })).title).toBe(title);
  // what does not touch these words leaves it public
  const moved = await desk.client.agenda.change({ id: event.id, version: 2, venue: 'Taman Budaya', reason: 'Hujan' });
  expect(await publicText()).toContain(title);
  // the same word in another place says something else
  const noted = await desk.client.agenda.change({ id: event.id, version: moved.version, note: 'Tertutup untuk media' });
  expect(closedByWords(noted)).toBe('Tertutup');
  expect(await publicText()).not.toContain('Pameran');
  const back = await desk.client.agenda.change({ id: event.id, version: noted.version, note: '' });
  expect(await publicText()).toContain(title);
  const renamed = await desk.client.agenda.change({ id: event.id, version: back.version, title: 'Rapat Tertutup' });
  expect(closedByWords(renamed)).toBe('Tertutup');
  expect(await publicText()).not.toContain('Rapat');
  const [last, ...before] = await desk.client.agenda.history({ id: event.id });
  expect(last?.changes).toMatchObject([{ field: 'title' }]);
  expect(before.flatMap(({ changes }) => changes.map(({ field }) => field))).toContain('openDespite');
});

it.each(['organizer', 'dressCode'] as const)('words in %s close an event as well', async (field) => {
  await desk.confirmed({ [field]: 'Dinas (jangan diposting)' });
  expect(await publicText()).not.toContain('Pekan Literasi');
});
