import { expect, it } from 'vitest';
import { readWhen } from '../../../src-main/newsroom/agenda/read-when.ts';

/** A Thursday. */
const today = '2025-11-20';
const read = (text: string) => {
  const { start, end, assumed } = readWhen(text, { today });
  return [start, end?.slice(11), ...assumed].filter((one) => one !== undefined).join(' ');
};

it.each([
  ['besok malam 7', '2025-11-21T19:00'],
  ['besok 7 malam', '2025-11-21T19:00'],
  ['besok jam 7 malam', '2025-11-21T19:00'],
  ['besok malam jam 7', '2025-11-21T19:00'],
  ['besok malam pukul 19.00', '2025-11-21T19:00'],
  ['malam ini 7', '2025-11-20T19:00'],
  ['7 malam ini', '2025-11-20T19:00'],
  ['jam 7 nanti malam', '2025-11-20T19:00'],
  ['nanti sore jam 4', '2025-11-20T16:00 day'],
  ['besok pagi 7', '2025-11-21T07:00'],
  ['besok pagi 7.30', '2025-11-21T07:30'],
  ['besok siang 1', '2025-11-21T13:00'],
  ['besok sore 4-6', '2025-11-21T16:00 18:00'],
  ['besok malam 7-9', '2025-11-21T19:00 21:00'],
  ['besok malam 10-1', '2025-11-21T22:00 01:00'],
  ['besok petang jam 5', '2025-11-21T17:00'],
  ['besok subuh jam 5', '2025-11-21T05:00'],
  ['besok jam 9 pagi - 2 siang', '2025-11-21T09:00 14:00'],
  ['besok jam 2-4 sore', '2025-11-21T14:00 16:00'],
  ['besok setengah delapan malam', '2025-11-21T19:30'],
  ['besok malam setengah 8', '2025-11-21T19:30'],
  ['besok jam tujuh malam', '2025-11-21T19:00'],
  ['besok jam sebelas', '2025-11-21T11:00'],
  ['besok jam 7 lewat seperempat malam', '2025-11-21T19:15'],
  ['besok jam 9 kurang 10', '2025-11-21T08:50'],
  ["besok ba'da isya", '2025-11-21T19:30 hour'],
  ['besok habis maghrib', '2025-11-21T18:30 hour'],
  ['Jumat setelah sholat Jumat', '2025-11-21T13:00 hour'],
  ['tomorrow 7 pm', '2025-11-21T19:00'],
  ['tomorrow evening at 7', '2025-11-21T19:00'],
  ['tgl 5 jam 9', '2025-12-05T09:00'],
  ['Jumat 21/11 malam 19.30 WITA', '2025-11-21T19:30 year'],
])('%s', (text, wanted) => {
  expect(read(text)).toBe(wanted);
});

it('a day alone is read as that day, and its clock is missing', () => {
  for (const [text, day] of [
    ['besok', '2025-11-21'],
    ['lusa', '2025-11-22'],
    ['Kamis 27 November', '2025-11-27'],
    ['Senin', '2025-11-24'],
  ] as const)
    expect(readWhen(text, { today }), text).toMatchObject({ start: null, dayAlone: day });
  // an event that has a time keeps it on another day
  expect(readWhen('besok', { today, near: '2025-11-20T08:00' })).toMatchObject({
    start: '2025-11-21T08:00',
    dayAlone: null,
  });
  expect(readWhen('entah', { today }).dayAlone).toBeNull();
});

it('an end that comes before the start, and is no night, cannot be a time', () => {
  for (const text of ['besok 10-9', 'besok 10.00-10.00', 'besok 14.00-13.00', 'besok 9 pagi - 8 pagi'])
    expect(readWhen(text, { today }).wrong, text).toBe('end_before_start');
  for (const text of ['besok 9-10', 'besok 22.00-01.00', 'besok malam 10-1', 'besok 9', 'entah'])
    expect(readWhen(text, { today }).wrong, text).toBeNull();
});
