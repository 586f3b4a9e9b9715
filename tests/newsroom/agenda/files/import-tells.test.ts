import { expect, it } from 'vitest';
import { agendaDesk } from '../../../builders/agenda-desk.ts';
import { calendar, sendFile, vevent } from '../../../builders/agenda-files.ts';

const desk = agendaDesk();
const take = async (content: string) => {
  const view = await sendFile(desk.test, desk.test.first, 'agenda-opd.ics', content);
  return desk.client.agendaFiles.land({ id: view.id, except: [] });
};
const literacy = (start: string, ...more: string[]) =>
  calendar(vevent('1', 'Pembukaan Pekan Literasi', `DTSTART;TZID=Asia/Makassar:${start}`, ...more));

it('the crew of an event that a file moves, or calls off, is told as of a change by hand; who took it in is not', async () => {
  const photographer = await desk.test.as('documentation');
  const other = await desk.test.as('documentation');
  const on = (who: typeof photographer) => ({
    role: 'photographer' as const,
    userId: who.caller.userId,
    name: who.caller.name,
  });
  const writer = { ...on(desk.test.first as typeof photographer), role: 'writer' as const };
  const event = await desk.confirmed({ crew: [on(photographer), writer] });
  await desk.confirmed({ title: 'Apel', start: '2025-11-20T14:00', end: null, crew: [on(other)] });

  await take(literacy('20251120T093000', 'LOCATION:Ruang Sewaka'));
  const [told] = (await photographer.client.notices.list()).notices;
  expect(told).toMatchObject({
    kind: 'changed',
    by: desk.test.first.caller.name,
    reason: 'agenda-opd.ics',
    event: { id: event.id },
  });
  expect(told?.changes.map(({ what }) => what)).toEqual(['time', 'venue']);
  expect((await desk.client.notices.list()).notices).toEqual([]);
  expect((await other.client.notices.list()).notices.map(({ kind }) => kind)).toEqual(['assigned']);

  await take(literacy('20251120T093000', 'STATUS:CANCELLED'));
  expect((await photographer.client.notices.list()).notices.map(({ kind }) => kind)).toEqual([
    'cancelled',
    'changed',
    'assigned',
  ]);
  expect((await desk.client.notices.changes()).news).toEqual([]);
  expect((await other.client.notices.changes()).news.length).toBeGreaterThan(0);
});

it('a date of a series that a file moves keeps its time when the series is changed from before it on', async () => {
  await desk.client.agenda.addSeries({
    event: {
      title: 'Apel pagi',
      start: '2025-11-24T07:30',
      end: '2025-11-24T08:00',
      zone: 'Asia/Makassar',
      venue: 'Lumintang',
      state: 'confirmed',
    },
    repeat: { every: 'week', interval: 1, weekdays: [], until: null, count: 3 },
  });
  await take(calendar(vevent('a', 'Apel pagi', 'DTSTART;TZID=Asia/Makassar:20251201T090000')));
  const [first] = await desk.client.agenda.list({ from: '2025-11-24', to: '2025-11-24' });
  const series = await desk.client.agenda.series({ id: first?.id ?? '' });
  expect(series?.occurrences.map(({ own }) => own)).toEqual([false, true, false]);
});
