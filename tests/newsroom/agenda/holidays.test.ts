import { afterEach, beforeEach, expect, it } from 'vitest';
import { fillHolidays } from '../../../src-main/newsroom/agenda/holidays.ts';
import { type TestCore, testCore } from '../../builders/core.ts';

let test: TestCore;
beforeEach(async () => {
  test = await testCore();
});
afterEach(() => test.end());

const year = (of: number) => ({ from: `${of}-01-01`, to: `${of}-12-31` });
const days = (list: readonly { day: string }[]) => list.map(({ day }) => day);
const list = (of: number) => test.clientOf(test.first.caller).agendaSettings.holidays(year(of));

it('a new office has this year and the next by itself, marked as computed, and is warned by them', async () => {
  await test.core.start();
  await expect.poll(async () => (await list(2026)).length).toBeGreaterThan(10);
  const [first] = await list(2025);
  expect(first).toEqual({ day: '2025-01-01', name: 'Tahun Baru Masehi', computed: true });
  expect(await list(2027)).toEqual([]);
  const clashes = await test.first.client.agenda.checkClashes({
    event: { title: 'Rapat', start: '2025-12-25T09:00', zone: 'Asia/Makassar', state: 'confirmed' },
  });
  expect(clashes).toMatchObject([{ code: 'holiday' }]);
});

it('an office that was there before has them at its next start; a list that a person kept stays as it is', async () => {
  const { client } = test.first;
  await client.agendaSettings.setHolidays({ year: 2025, holidays: [{ day: '2025-02-27', name: 'Hari Jadi' }] });
  await test.reopen();
  await test.core.start();
  await expect.poll(async () => (await list(2026)).length).toBeGreaterThan(10);
  expect(await list(2025)).toEqual([{ day: '2025-02-27', name: 'Hari Jadi', computed: false }]);
});

it('what a person moved or took away does not come back, and the new year appears by itself', async () => {
  const { client } = test.first;
  await fillHolidays(test.core.newsroom);
  const before = await list(2026);
  const [newYear, second, ...others] = before;
  if (!newYear || !second) throw new Error('no holidays');
  const moved = { ...second, day: '2026-01-17', computed: false };
  await client.agendaSettings.setHolidays({ year: 2026, holidays: [moved, ...others] });
  await fillHolidays(test.core.newsroom);
  await test.reopen();
  await fillHolidays(test.core.newsroom);
  const again = test.clientOf(test.first.caller);
  const after = await list(2026);
  expect(after).toEqual([moved, ...others]);
  // what is asked for again is what the calendar has and nobody has taken away
  const proposed = days(await again.agendaSettings.proposedHolidays({ year: 2026 }));
  expect(proposed).not.toContain(newYear.day);
  expect(proposed).not.toContain(second.day);
  expect(proposed).toContain('2026-08-17');
  // a list that was emptied altogether can be begun anew
  await again.agendaSettings.setHolidays({ year: 2026, holidays: [] });
  await fillHolidays(test.core.newsroom);
  expect(await list(2026)).toEqual([]);
  expect(days(await again.agendaSettings.proposedHolidays({ year: 2026 }))).toContain(newYear.day);

  expect(await list(2027)).toEqual([]);
  test.clock.set('2025-12-31T16:00:00.000Z');
  await fillHolidays(test.core.newsroom);
  expect((await list(2027)).length).toBeGreaterThan(10);
});

it('is kept by who keeps the agenda and by the admin', async () => {
  for (const role of ['protocol', 'admin', 'head'] as const) {
    const { client } = await test.as(role);
    const holidays = await client.agendaSettings.proposedHolidays({ year: 2025 });
    expect(await client.agendaSettings.setHolidays({ year: 2025, holidays })).toEqual(holidays);
  }
  const { client } = await test.as('writer');
  await expect(client.agendaSettings.proposedHolidays({ year: 2025 })).rejects.toThrow();
});
