import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attendance } from '../../src-main/contract/agenda-nouns.ts';
import type { EventGlance } from '../../src-main/contract/agenda-span.ts';
import { crowdOf } from '../../src-renderer/screens/agenda/views/crowd.ts';
import { openingOf } from '../../src-renderer/screens/agenda/views/grid-layout.ts';
import { nearestStop, stopsOf } from '../../src-renderer/screens/agenda/views/grid-stops.ts';
import {
  columnOf,
  columnsOf,
  leaderChoices,
  matrixColumns,
  NO_LEADER,
} from '../../src-renderer/screens/agenda/views/leaders.ts';
import {
  clockAt,
  dayShifted,
  daysBetween,
  localAt,
  minutesOf,
  STEP,
  shifted,
  snapped,
} from '../../src-renderer/screens/agenda/views/local-time.ts';
import { movingByKey } from '../../src-renderer/screens/agenda/views/moving-keys.ts';
import {
  byDay,
  inOrder,
  lanesOf,
  officeDays,
  partsOf,
  SHORTEST,
} from '../../src-renderer/screens/agenda/views/placing.ts';
import {
  monthShifted,
  monthWeeks,
  spanOfView,
  weekdayOf,
  weekOf,
} from '../../src-renderer/screens/agenda/views/spans.ts';
import { atZone, drawnMinutes, movedBy, resizedBy } from '../../src-renderer/screens/agenda/views/times.ts';

const event = (more: Partial<EventGlance> = {}): EventGlance => ({
  id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  kind: 'rapat',
  title: 'Rapat',
  state: 'confirmed',
  start: '2025-11-20T08:00',
  end: '2025-11-20T10:00',
  openEnd: false,
  zone: 'Asia/Makassar',
  startsAt: '2025-11-20T00:00:00.000Z',
  day: '2025-11-20',
  venue: '',
  pressAccess: 'open',
  releaseNeeded: false,
  attendance: [],
  seriesId: null,
  revision: 1,
  version: 1,
  ...more,
});
const answer = (officialId: string, more: Partial<Attendance> = {}): Attendance => ({
  officialId,
  answer: 'unknown',
  delegateId: null,
  delegateName: null,
  instruction: null,
  ...more,
});
const days = fc
  .integer({ min: 0, max: 36_500 })
  .map((day) => new Date(Date.UTC(1990, 0, 1 + day)).toISOString().slice(0, 10));
const locals = fc.integer({ min: 10_000_000, max: 40_000_000 }).map(localAt);

describe('local times', () => {
  test('there and back', () => {
    fc.assert(
      fc.property(locals, fc.integer({ min: -5000, max: 5000 }), (local, minutes) => {
        expect(localAt(minutesOf(local))).toBe(local);
        expect(shifted(shifted(local, minutes), -minutes)).toBe(local);
      }),
    );
  });
  test('days are whole, over months and years', () => {
    expect(dayShifted('2024-02-28', 1)).toBe('2024-02-29');
    expect(dayShifted('2025-12-31', 1)).toBe('2026-01-01');
    fc.assert(
      fc.property(days, fc.integer({ min: -800, max: 800 }), (day, count) => {
        expect(daysBetween(day, dayShifted(day, count))).toBe(count);
      }),
    );
  });
  test('every step is a quarter of an hour, the nearest one', () => {
    fc.assert(
      fc.property(fc.double({ min: -3000, max: 3000, noNaN: true }), (minutes) => {
        expect(Math.abs(snapped(minutes) % STEP)).toBe(0);
        expect(Math.abs(snapped(minutes) - minutes)).toBeLessThanOrEqual(STEP / 2);
      }),
    );
  });
});

describe('weeks and months', () => {
  test('a week begins on Monday and holds its day', () => {
    expect(weekOf('2025-11-20')).toEqual([
      '2025-11-17',
      '2025-11-18',
      '2025-11-19',
      '2025-11-20',
      '2025-11-21',
      '2025-11-22',
      '2025-11-23',
    ]);
    fc.assert(
      fc.property(days, (day) => {
        const week = weekOf(day);
        expect(week).toContain(day);
        expect(new Date(`${week[0]}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(weekdayOf(day)).toBe(week.indexOf(day));
      }),
    );
  });
  test('the weeks of a month hold all of its days and no week without one', () => {
    expect(monthWeeks('2021-02-10')).toHaveLength(4);
    expect(monthWeeks('2026-11-10')).toHaveLength(6);
    fc.assert(
      fc.property(days, (day) => {
        const weeks = monthWeeks(day);
        const own = weeks.flat().filter((one) => one.slice(0, 7) === day.slice(0, 7));
        expect(own).toHaveLength(new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate());
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          expect(week.some((one) => one.slice(0, 7) === day.slice(0, 7))).toBe(true);
        }
        const { from, to } = spanOfView('bulan', day);
        expect(daysBetween(from, to) + 1).toBe(weeks.length * 7);
      }),
    );
  });
  test('another month has a day of its own', () => {
    expect(monthShifted('2025-01-31', 1)).toBe('2025-02-28');
    expect(monthShifted('2024-03-31', -1)).toBe('2024-02-29');
    expect(monthShifted('2025-12-15', 1)).toBe('2026-01-15');
    expect(monthShifted('2025-01-15', -1)).toBe('2024-12-15');
  });
});

describe('where an event stands', () => {
  test('by the clock of the office', () => {
    expect(atZone('2025-11-20T09:00', 'Asia/Jakarta', 'Asia/Makassar')).toBe('2025-11-20T10:00');
    const late = event({ start: '2025-11-20T23:30', end: '2025-11-21T00:30', zone: 'Asia/Jakarta' });
    expect(partsOf(late, 'Asia/Makassar')).toMatchObject([{ day: '2025-11-21', from: 30, to: 90 }]);
    expect(officeDays(late, 'Asia/Makassar')).toEqual({ first: '2025-11-21', last: '2025-11-21' });
  });
  test('over midnight it stands on both days, and until midnight on one', () => {
    const night = event({ start: '2025-11-20T22:00', end: '2025-11-21T01:00' });
    expect(partsOf(night, 'Asia/Makassar')).toMatchObject([
      { day: '2025-11-20', from: 1320, to: 1440, continues: true, continued: false },
      { day: '2025-11-21', from: 0, to: 60, continues: false, continued: true },
    ]);
    const evening = event({ start: '2025-11-20T22:00', end: '2025-11-21T00:00' });
    expect(partsOf(evening, 'Asia/Makassar')).toHaveLength(1);
    expect(officeDays(evening, 'Asia/Makassar').last).toBe('2025-11-20');
    expect(byDay([night], ['2025-11-20', '2025-11-21', '2025-11-22'], 'Asia/Makassar').get('2025-11-21')).toEqual([
      night,
    ]);
  });
  test('what has no end fades out on its own day', () => {
    const open = event({ start: '2025-11-20T23:30', end: null, openEnd: true });
    expect(partsOf(open, 'Asia/Makassar')).toMatchObject([{ day: '2025-11-20', from: 1410, to: 1440 }]);
    expect(drawnMinutes(open)).toBeGreaterThan(drawnMinutes({ ...open, openEnd: false }));
  });
  test('its parts are as long as it is, one after the other', () => {
    fc.assert(
      fc.property(locals, fc.integer({ min: 1, max: 4000 }), (start, minutes) => {
        const parts = partsOf(event({ start, end: shifted(start, minutes) }), 'Asia/Makassar');
        expect(parts.reduce((sum, part) => sum + part.to - part.from, 0)).toBe(Math.max(STEP, minutes));
        parts.slice(1).forEach((part, index) => {
          expect(part.from).toBe(0);
          expect(part.day).toBe(dayShifted(parts[index]?.day ?? '', 1));
        });
      }),
    );
  });
});

describe('side by side', () => {
  const spans = fc.array(
    fc.record({ from: fc.integer({ min: 0, max: 1380 }), length: fc.integer({ min: 1, max: 400 }) }).map((one) => ({
      from: one.from,
      to: Math.min(1440, one.from + one.length),
    })),
    { maxLength: 25 },
  );
  test('two of the same time never stand on each other, and nobody stands outside', () => {
    fc.assert(
      fc.property(spans, (parts) => {
        const lanes = lanesOf(parts);
        expect(lanes).toHaveLength(parts.length);
        parts.forEach((one, i) => {
          const a = lanes[i] as (typeof lanes)[number];
          expect(a.lane + a.wide).toBeLessThanOrEqual(a.lanes);
          parts.forEach((other, j) => {
            if (j <= i) return;
            const b = lanes[j] as (typeof lanes)[number];
            const overlap =
              one.from < Math.max(other.to, other.from + SHORTEST) &&
              other.from < Math.max(one.to, one.from + SHORTEST);
            if (!overlap) return;
            expect(a.lanes).toBe(b.lanes);
            expect(a.lane + a.wide <= b.lane || b.lane + b.wide <= a.lane).toBe(true);
          });
        });
      }),
    );
  });
  test('who is alone takes all of the width, also after a crowd', () => {
    expect(
      lanesOf([
        { from: 480, to: 600 },
        { from: 500, to: 560 },
        { from: 700, to: 760 },
      ]),
    ).toEqual([
      { lane: 0, lanes: 2, wide: 1 },
      { lane: 1, lanes: 2, wide: 1 },
      { lane: 0, lanes: 1, wide: 1 },
    ]);
  });
});

describe('moving', () => {
  test('keeps the length, and there and back is where it was', () => {
    fc.assert(
      fc.property(
        locals,
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: -9000, max: 9000 }),
        (start, long, by) => {
          const times = { start, end: shifted(start, long), openEnd: false };
          const moved = movedBy(times, by);
          expect(drawnMinutes(moved)).toBe(drawnMinutes(times));
          expect(movedBy(moved, -by)).toEqual(times);
        },
      ),
    );
  });
  test('never shorter than a quarter of an hour; what had no end gets one', () => {
    const times = { start: '2025-11-20T08:00', end: '2025-11-20T09:00', openEnd: false };
    expect(resizedBy(times, -600).end).toBe('2025-11-20T08:15');
    expect(resizedBy({ ...times, end: null, openEnd: true }, 15)).toEqual({
      start: times.start,
      end: '2025-11-20T10:15',
      openEnd: false,
    });
  });
  const press = (key: string, more: { altKey?: boolean; shiftKey?: boolean } = {}) => ({
    key,
    altKey: false,
    shiftKey: false,
    ...more,
  });
  test('arrows alone do nothing until moving has begun', () => {
    const place = { event: event(), moving: null, byDay: true };
    expect(movingByKey(press('ArrowDown'), place)).toBeNull();
    const begun = movingByKey(press('ArrowDown', { altKey: true }), place);
    expect(begun).toMatchObject({ kind: 'moving', moving: { times: { start: '2025-11-20T08:15' } } });
    const moving = begun?.kind === 'moving' ? begun.moving : null;
    expect(movingByKey(press('ArrowRight'), { ...place, moving })).toMatchObject({
      moving: { times: { start: '2025-11-21T08:15', end: '2025-11-21T10:15' } },
    });
    expect(movingByKey(press('ArrowUp', { shiftKey: true }), { ...place, moving })).toMatchObject({
      moving: { times: { start: '2025-11-20T08:15', end: '2025-11-20T10:00' } },
    });
    expect(movingByKey(press('Enter'), { ...place, moving })).toEqual({ kind: 'land' });
    expect(movingByKey(press('Escape'), { ...place, moving })).toEqual({ kind: 'cancel' });
  });
  test('between leaders it keeps its time', () => {
    const place = { event: event(), moving: null, byDay: false, column: 'a', columns: [{ key: 'a' }, { key: 'b' }] };
    expect(movingByKey(press('ArrowRight', { altKey: true }), place)).toMatchObject({
      moving: { fromColumn: 'a', toColumn: 'b', times: { start: '2025-11-20T08:00' } },
    });
  });
});

describe('stops of the arrows', () => {
  test('half hours in which something goes on are left out', () => {
    const parts = partsOf(event({ start: '2025-11-20T08:00', end: '2025-11-20T09:15' }), 'Asia/Makassar');
    const stops = stopsOf(parts);
    expect(stops.filter((stop) => stop.kind === 'slot' && stop.minute >= 480 && stop.minute < 570)).toEqual([]);
    expect(stops.filter((stop) => stop.kind === 'event')).toHaveLength(1);
    expect(stops[nearestStop(stops, 480)]).toMatchObject({ kind: 'event' });
    expect(stops[nearestStop(stops, 600)]).toEqual({ kind: 'slot', minute: 600 });
  });
});

describe('leaders', () => {
  const both = event({ attendance: [answer('A'), answer('B', { answer: 'delegated', delegateId: 'S' })] });
  test('an event stands with each leader and with who stands in', () => {
    expect(columnsOf(both)).toEqual(['o:A', 'o:B', 'o:S']);
    expect(columnsOf(event())).toEqual([NO_LEADER]);
    expect(matrixColumns(['B', 'A'], [both, event()])).toEqual(['o:B', 'o:A', 'o:S', NO_LEADER]);
    expect(
      columnsOf(event({ attendance: [answer('A', { answer: 'delegated', delegateName: 'Kadis Kominfo' })] })),
    ).toEqual(['o:A', 'n:Kadis Kominfo']);
  });
  test('taken to another leader it is delegated, or moved', () => {
    const choices = leaderChoices(both.attendance, columnOf('A'), columnOf('C'));
    expect(choices.map((choice) => choice.kind)).toEqual(['delegate', 'swap']);
    expect(choices[0]?.attendance[0]).toMatchObject({ officialId: 'A', answer: 'delegated', delegateId: 'C' });
    expect(choices[1]?.attendance.map((one) => one.officialId)).toEqual(['C', 'B']);
  });
  test('nobody is on an event twice', () => {
    const [, swap] = leaderChoices(both.attendance, columnOf('A'), columnOf('B'));
    expect(swap?.attendance.map((one) => one.officialId)).toEqual(['B']);
  });
  test('from who stands in, back to the leader or on to another', () => {
    expect(leaderChoices(both.attendance, columnOf('S'), columnOf('B'))).toMatchObject([
      { kind: 'self', attendance: [{ officialId: 'A' }, { officialId: 'B', answer: 'attends', delegateId: null }] },
    ]);
    expect(leaderChoices(both.attendance, columnOf('S'), columnOf('C'))).toMatchObject([
      { kind: 'delegate', officialId: 'B' },
    ]);
  });
  test('from and to those without leader', () => {
    expect(leaderChoices([], NO_LEADER, columnOf('A'))).toMatchObject([{ kind: 'add' }]);
    expect(leaderChoices(both.attendance, columnOf('A'), NO_LEADER)).toMatchObject([
      { kind: 'remove', attendance: [{ officialId: 'B' }] },
    ]);
    expect(leaderChoices(both.attendance, columnOf('A'), columnOf('A'))).toEqual([]);
  });
});

describe('a crowded column', () => {
  const parts = (...of: Partial<EventGlance>[]) =>
    of
      .map((more, index) => event({ id: String(index), ...more }))
      .flatMap((one) => partsOf(one, 'Asia/Makassar'))
      .sort(inOrder);
  test('keeps what can be read, those that take place first, and loses none', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            from: fc.integer({ min: 0, max: 40 }),
            long: fc.integer({ min: 1, max: 12 }),
            off: fc.boolean(),
          }),
          { maxLength: 12 },
        ),
        fc.integer({ min: 90, max: 400 }),
        (all, width) => {
          const given = parts(
            ...all.map(({ from, long, off }) => ({
              start: `2025-11-20T${clockAt(from * 30)}`,
              end: `2025-11-20T${clockAt(Math.min(from * 30 + long * 15, 1439))}`,
              state: off ? ('cancelled' as const) : ('confirmed' as const),
            })),
          );
          const { shown, lanes, isBeside, crowds } = crowdOf(given, width);
          const behind = crowds.flatMap(({ events }) => events);
          expect([...shown.map((part) => part.event.id), ...behind].sort()).toEqual(
            given.map((part) => part.event.id).sort(),
          );
          lanes.forEach((lane, index) => {
            const room = (isBeside[index] ? width - 44 : width) * (lane.wide / lane.lanes);
            expect(room >= 59 || lane.lanes === 1).toBe(true);
          });
        },
      ),
    );
  });
  test('opens where something early stands, as far as people are awake', () => {
    const opened = (...of: Partial<EventGlance>[]) =>
      openingOf([{ parts: parts(...of), shown: [], lanes: [], isBeside: [], crowds: [], stops: [], long: [] }]);
    expect(opened({})).toEqual({ from: 420, to: 1020 });
    expect(opened({ start: '2025-11-20T05:30', end: '2025-11-20T06:00' }).from).toBe(330);
    expect(opened({ start: '2025-11-20T01:00', end: '2025-11-20T02:00' }).from).toBe(420);
    expect(opened({ start: '2025-11-20T18:30', end: '2025-11-20T21:00' }).to).toBe(1170);
  });
});
