import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../../src-main/contract/agenda-nouns.ts';
import type { Repeat } from '../../../src-main/contract/event-parts.ts';
import { daysOf, movedBy, repeatOf, ruleOf } from '../../../src-main/newsroom/agenda/series/rule.ts';
import { agendaDesk, refusalOf } from '../../builders/agenda-desk.ts';

const desk = agendaDesk();
const zone = 'Asia/Makassar' as const;
const weekly: Repeat = { every: 'week', interval: 1, weekdays: [1], monthly: 'date', until: '2025-12-31', count: null };
/** Apel every Monday of the rest of 2025 from 24 November: six of them. */
const apel = {
  title: 'Apel Pagi',
  start: '2025-11-24T07:30',
  end: '2025-11-24T08:15',
  zone,
  venue: 'Lapangan Balai Kota',
  state: 'confirmed' as const,
};

const list = () => desk.client.agenda.list({ from: '2025-11-01', to: '2026-12-31' });
const days = (events: readonly Event[]) => events.map((event) => event.day.slice(5));
async function weeklyApel(): Promise<Event[]> {
  await desk.client.agenda.addSeries({ event: apel, repeat: weekly });
  return list();
}

describe('a rule', () => {
  const from = { start: '2025-11-24T07:30', zone };
  it('is RFC 5545, with its end in UTC at the end of the last day there', () => {
    expect(ruleOf(weekly, from)).toBe('FREQ=WEEKLY;BYDAY=MO;UNTIL=20251231T155959Z');
    expect(daysOf(ruleOf(weekly, from), from)).toEqual([
      '2025-11-24',
      '2025-12-01',
      '2025-12-08',
      '2025-12-15',
      '2025-12-22',
      '2025-12-29',
    ]);
  });
  it('knows every second week on two weekdays, days of the month that not every month has, and the last Friday', () => {
    const of = (repeat: Partial<Repeat>, start = from.start) => {
      const at = { start, zone };
      return daysOf(ruleOf({ ...weekly, until: null, count: 4, ...repeat }, at), at);
    };
    expect(of({ interval: 2, weekdays: [1, 3] })).toEqual(['2025-11-24', '2025-11-26', '2025-12-08', '2025-12-10']);
    expect(of({ every: 'month' }, '2026-01-31T09:00')).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
      '2026-07-31',
    ]);
    expect(of({ every: 'month', monthly: 'weekday' }, '2026-01-30T09:00')).toEqual([
      '2026-01-30',
      '2026-02-27',
      '2026-03-27',
      '2026-04-24',
    ]);
    expect(of({ every: 'day', interval: 10 })).toEqual(['2025-11-24', '2025-12-04', '2025-12-14', '2025-12-24']);
  });
  it('reads back as it was chosen, and ends: never more than 400 dates', () => {
    fc.assert(
      fc.property(
        fc.record({
          every: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
          interval: fc.integer({ min: 1, max: 52 }),
          weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
          monthly: fc.constantFrom('date' as const, 'weekday' as const),
          count: fc.option(fc.integer({ min: 2, max: 400 })),
        }),
        fc.integer({ min: 0, max: 2000 }),
        (choice, offset) => {
          const day = new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10);
          const at = { start: `${day}T08:00`, zone };
          const repeat: Repeat = {
            ...choice,
            weekdays: choice.every === 'week' ? choice.weekdays.sort() : [],
            monthly: choice.every === 'month' ? choice.monthly : 'date',
            until: choice.count === null ? '2035-06-30' : null,
          };
          expect(repeatOf(ruleOf(repeat, at), at)).toEqual(repeat);
          const dates = daysOf(ruleOf(repeat, at), at);
          expect(dates[0]).toBe(day);
          expect(dates.length).toBeLessThanOrEqual(400);
          expect([...new Set(dates)].sort()).toEqual(dates);
        },
      ),
      { numRuns: 60 },
    );
  });
  it('moves along: every Monday and Thursday by one day is Tuesday and Friday', () => {
    expect(movedBy({ ...weekly, weekdays: [1, 4] }, 1).weekdays).toEqual([2, 5]);
    expect(movedBy({ ...weekly, weekdays: [7] }, 1).weekdays).toEqual([1]);
    expect(movedBy({ ...weekly, weekdays: [1] }, -1).weekdays).toEqual([7]);
  });
});

describe('a series', () => {
  it('is an event on each of its days, with its history, found as one', async () => {
    const events = await weeklyApel();
    expect(days(events)).toEqual(['11-24', '12-01', '12-08', '12-15', '12-22', '12-29']);
    expect(events[5]).toMatchObject({
      start: '2025-12-29T07:30',
      end: '2025-12-29T08:15',
      revision: 1,
      state: 'confirmed',
    });
    expect(await desk.client.agenda.history({ id: events[3]?.id ?? '' })).toMatchObject([{ act: 'added' }]);
    const series = await desk.client.agenda.series({ id: events[2]?.id ?? '' });
    expect(series).toMatchObject({ repeat: weekly, occurrences: Array(6).fill({ own: false }) });
  });
  it('keeps what was changed on one event alone when all from another on are changed', async () => {
    const [first, second, third, fourth] = await weeklyApel();
    if (!first || !second || !third || !fourth) throw new Error('too few');
    await desk.client.agenda.change({ id: third.id, version: 1, venue: 'Aula', reason: 'hujan' });
    await desk.client.agenda.change({
      id: fourth.id,
      version: 1,
      start: '2025-12-16T09:00',
      end: '2025-12-16T10:00',
      reason: 'libur',
    });
    const change = {
      id: second.id,
      version: 1,
      start: '2025-12-01T08:00',
      end: '2025-12-01T08:30',
      venue: 'Lapangan Lumintang',
    };
    expect(await refusalOf(desk.client.agenda.changeFollowing(change))).toMatchObject({ code: 'reason_needed' });
    const done = await desk.client.agenda.changeFollowing({ ...change, reason: 'jam baru' });
    expect(done).toMatchObject({ count: 5, event: { id: second.id, revision: 2 } });
    const events = await list();
    expect(events.map(({ start, venue }) => [start.slice(5), venue])).toEqual([
      ['11-24T07:30', 'Lapangan Balai Kota'],
      ['12-01T08:00', 'Lapangan Lumintang'],
      ['12-08T08:00', 'Aula'],
      ['12-16T09:00', 'Lapangan Lumintang'],
      ['12-22T08:00', 'Lapangan Lumintang'],
      ['12-29T08:00', 'Lapangan Lumintang'],
    ]);
    expect(events.map((event) => event.seriesId === first.seriesId)).toEqual([true, false, false, false, false, false]);
    expect((await desk.client.agenda.series({ id: first.id }))?.repeat.until).toBe('2025-11-30');
    expect((await desk.client.agenda.series({ id: second.id }))?.occurrences.map((one) => one.own)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    // and it survives the next change too
    await desk.client.agenda.changeFollowing({
      id: second.id,
      version: 2,
      dressCode: 'Endek',
      start: '2025-12-01T08:10',
      reason: 'lagi',
    });
    expect((await list()).map(({ start, venue, dressCode }) => [start.slice(5), venue, dressCode])[3]).toEqual([
      '12-16T09:00',
      'Lapangan Lumintang',
      'Endek',
    ]);
    expect((await list())[2]).toMatchObject({ start: '2025-12-08T08:10', venue: 'Aula' });
  });
  it('moved to another weekday moves all that follow, by the rule', async () => {
    const [, second] = await weeklyApel();
    await desk.client.agenda.changeFollowing({
      id: second?.id ?? '',
      version: 1,
      start: '2025-12-02T07:30',
      end: '2025-12-02T08:15',
      reason: 'Selasa saja',
    });
    expect(days(await list())).toEqual(['11-24', '12-02', '12-09', '12-16', '12-23', '12-30']);
    expect((await desk.client.agenda.series({ id: second?.id ?? '' }))?.repeat.weekdays).toEqual([2]);
  });
  it('with another rule adds days, and cancels those that are beyond it', async () => {
    const events = await weeklyApel();
    const [, second] = events;
    const longer = { ...weekly, until: '2026-01-12' };
    await desk.client.agenda.changeFollowing({ id: second?.id ?? '', version: 1, repeat: longer });
    expect(days(await list()).slice(-3)).toEqual(['12-29', '01-05', '01-12']);
    const shorter = { ...weekly, until: '2025-12-10' };
    await desk.client.agenda.changeFollowing({
      id: second?.id ?? '',
      version: 1,
      repeat: shorter,
      reason: 'selesai lebih awal',
    });
    const now = await list();
    expect(now.filter((event) => event.state !== 'cancelled').map((event) => event.day.slice(5))).toEqual([
      '11-24',
      '12-01',
      '12-08',
    ]);
    expect(now.filter((event) => event.state === 'cancelled')).toHaveLength(5);
  });
  it('cancelled from here on ends before; what was before stays, and one alone can be cancelled', async () => {
    const events = await weeklyApel();
    const [, second, third] = events;
    await desk.client.agenda.setState({ id: second?.id ?? '', version: 1, state: 'cancelled', reason: 'libur' });
    await desk.client.agenda.changeFollowing({
      id: events[0]?.id ?? '',
      version: 1,
      dressCode: 'Korpri',
      reason: 'KORPRI',
    });
    expect((await list())[1]).toMatchObject({ state: 'cancelled', dressCode: '' });
    await desk.client.agenda.cancelFollowing({ id: third?.id ?? '', version: 2, reason: 'diganti senam' });
    expect((await list()).map((event) => event.state)).toEqual([
      'confirmed',
      'cancelled',
      'cancelled',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
    expect((await desk.client.agenda.series({ id: events[0]?.id ?? '' }))?.repeat.until).toBe('2025-12-07');
  });
  it('asks once for all that clashes on its dates', async () => {
    const busy = { ...apel, title: 'Rapat', start: '2025-12-08T08:00', end: '2025-12-08T09:00', venue: 'Ruang Praja' };
    await desk.client.agenda.add(busy);
    const event = { ...apel, venue: 'Ruang Praja' };
    const check = await desk.client.agenda.checkSeries({ event, repeat: weekly });
    expect(check.days).toHaveLength(6);
    expect(check.clashes).toMatchObject([{ code: 'room_double', day: '2025-12-08' }]);
    expect(await refusalOf(desk.client.agenda.addSeries({ event, repeat: weekly }))).toMatchObject({
      code: 'clashes',
      params: { count: 1 },
    });
    await desk.client.agenda.addSeries({ event, repeat: weekly, clashReason: 'ruang dibagi' });
    expect(await desk.client.agenda.openClashes({ from: '2025-12-01', to: '2025-12-31' })).toEqual([]);
  });
  it('is not changed when somebody changed one of its events meanwhile', async () => {
    const [first, second] = await weeklyApel();
    await desk.client.agenda.change({ id: first?.id ?? '', version: 1, note: 'x' });
    expect(
      await refusalOf(desk.client.agenda.changeFollowing({ id: first?.id ?? '', version: 1, venue: 'Y', reason: 'z' })),
    ).toMatchObject({ code: 'changed_meanwhile' });
    expect(second?.version).toBe(1);
  });
  it('of 260 dates is added and changed in short transactions', async () => {
    const repeat: Repeat = { ...weekly, every: 'week', weekdays: [1, 2, 3, 4, 5], until: null, count: 260 };
    const crew = [{ role: 'writer' as const, userId: null, name: 'Ayu' }];
    const added = await desk.client.agenda.addSeries({ event: { ...apel, crew }, repeat });
    expect(added.count).toBe(260);
    await desk.client.agenda.changeFollowing({
      id: added.event.id,
      version: 1,
      start: '2025-11-24T07:45',
      reason: 'jam baru',
    });
    expect(desk.test.core.database.longestTransaction()).toBeLessThan(100);
    expect((await list()).filter((event) => event.start.endsWith('07:45'))).toHaveLength(260);
  });
  it('of one date is none, and needs either an end or a number', async () => {
    const once = { ...weekly, until: '2025-11-25' };
    expect(await refusalOf(desk.client.agenda.addSeries({ event: apel, repeat: once }))).toMatchObject({
      code: 'invalid',
      field: 'repeat.until',
    });
  });
});
