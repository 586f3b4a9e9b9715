import { describe, expect, it } from 'vitest';
import * as when from '../../src-main/words/when.ts';

const wita = 'Asia/Makassar';

describe('days', () => {
  it('are said with their weekday', () => {
    expect(when.dayText('2025-11-20', 'id')).toBe('Kamis, 20 November 2025');
    expect(when.dayText('2025-11-20', 'en')).toBe('Thursday, 20 November 2025');
    expect(when.leadDayText('2025-11-06', 'id')).toBe('Kamis (06/11/2025)');
    expect(when.shortDayText('2025-11-20', 'id')).toBe('Kam, 20 Nov');
    expect(when.slashDayText('2025-11-06')).toBe('06/11/2025');
    expect(when.monthText('2025-08-01', 'id')).toBe('Agustus 2025');
  });
  it('near today have names', () => {
    const say = (day: string) => when.relativeDayText(day, '2025-11-20', 'id');
    expect(say('2025-11-20')).toBe('hari ini');
    expect(say('2025-11-21')).toBe('besok');
    expect(say('2025-11-19')).toBe('kemarin');
    expect(say('2025-11-26')).toBe('Rabu');
    expect(say('2025-11-27')).toBe('Kamis, 27 November 2025');
    expect(say('2025-11-18')).toBe('Selasa, 18 November 2025');
    expect(when.relativeDayText('2025-12-01', '2025-11-30', 'en')).toBe('tomorrow');
  });
});

describe('local times and instants', () => {
  it('go both ways by zone', () => {
    expect(when.instantOf('2025-11-20T08:00', wita)).toBe('2025-11-20T00:00:00.000Z');
    expect(when.instantOf('2025-11-20T08:00', 'Asia/Jakarta')).toBe('2025-11-20T01:00:00.000Z');
    expect(when.instantOf('2025-11-20T08:00', 'Asia/Jayapura')).toBe('2025-11-19T23:00:00.000Z');
    expect(when.localOf('2025-11-19T23:00:00.000Z', 'Asia/Jayapura')).toBe('2025-11-20T08:00');
    expect(when.dayOf('2025-11-20T16:30:00.000Z', wita)).toBe('2025-11-21');
  });
  it('zones have short names, in any case', () => {
    expect(when.zoneShort('Asia/Jayapura')).toBe('WIT');
    expect(when.zoneOfShort(' wita')).toBe(wita);
    expect(when.zoneOfShort('GMT')).toBeNull();
  });
});

describe('moments', () => {
  const place = { zone: wita, now: '2025-11-20T02:00:00.000Z', language: 'id' } as const;
  it('are said as people say them', () => {
    expect(when.momentText('2025-11-20T06:30:00.000Z', place)).toBe('hari ini 14.30 WITA');
    expect(when.momentText('2025-11-21T01:00:00.000Z', place)).toBe('besok 09.00 WITA');
    expect(when.momentText('2025-10-01T01:00:00.000Z', place)).toBe('Rabu, 1 Oktober 2025 09.00 WITA');
    expect(when.momentText('2025-11-20T06:30:00.000Z', { ...place, language: 'en' })).toBe('today 14:30 WITA');
  });
  it('have an exact form', () => {
    expect(when.exactText('2025-11-20T06:30:05.000Z', wita, 'id')).toBe('Kamis, 20 November 2025 14.30.05 WITA');
  });
  it('tell how long ago', () => {
    const ago = (instant: string) => when.agoText(instant, '2025-11-20T12:00:00Z', 'id');
    expect(ago('2025-11-20T11:59:40Z')).toBe('baru saja');
    expect(ago('2025-11-20T11:59:00Z')).toBe('1 menit lalu');
    expect(ago('2025-11-20T11:15:00Z')).toBe('45 menit lalu');
    expect(ago('2025-11-20T11:00:20Z')).toBe('1 jam lalu');
    expect(ago('2025-11-20T10:00:00Z')).toBe('2 jam lalu');
    expect(ago('2025-11-17T10:00:00Z')).toBe('3 hari lalu');
    expect(ago('2025-11-20T15:00:00Z')).toBe('dalam 3 jam');
    expect(when.agoText('2025-11-20T10:00:00Z', '2025-11-20T12:00:00Z', 'en')).toBe('2 hours ago');
  });
});

describe('the time of an event', () => {
  const event = { start: '2025-11-20T08:00', end: '2025-11-20T10:00', openEnd: false, zone: wita } as const;
  it('has a range, an open end or only a start', () => {
    expect(when.timeRangeText(event, 'id')).toBe('08.00–10.00 WITA');
    expect(when.timeRangeText({ ...event, end: null, openEnd: true }, 'id')).toBe('08.00 WITA – selesai');
    expect(when.timeRangeText({ ...event, end: null }, 'id')).toBe('08.00 WITA');
    expect(when.timeRangeText({ ...event, end: '2025-11-21T01:00' }, 'id')).toBe('08.00 WITA – Jum, 21 Nov 01.00 WITA');
    expect(when.timeRangeText(event, 'en')).toBe('08:00–10:00 WITA');
  });
});
