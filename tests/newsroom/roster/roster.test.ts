import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestCore, testCore } from '../../builders/core.ts';
import { refusal } from '../approval/desk.ts';

let test: TestCore;
beforeEach(async () => {
  test = await testCore();
});
afterEach(() => test.end());

const month = { from: '2025-11-01', to: '2025-11-30' };

it('has a person per night and holiday and duty, with hours that the next one takes over', async () => {
  const { client, caller } = await test.as('protocol');
  const other = await test.as('documentation');
  const night = await client.roster.set({ day: '2025-11-20', part: 'night', duty: 'protocol', userId: caller.userId });
  expect(night).toMatchObject({
    start: '2025-11-20T16:00',
    end: '2025-11-21T07:30',
    userName: caller.name,
    version: 1,
  });
  expect(night.startsAt).toBe('2025-11-20T08:00:00.000Z');
  const free = await client.roster.set({
    day: '2025-11-22',
    part: 'day',
    duty: 'coverage',
    userId: other.caller.userId,
    insteadOf: caller.userId,
    start: '2025-11-22T08:00',
    end: '2025-11-22T15:00',
  });
  expect(free.insteadOf).toEqual({ id: caller.userId, name: caller.name });
  const next = await client.roster.set({ day: '2025-11-23', part: 'day', duty: 'coverage', userId: caller.userId });
  expect(next).toMatchObject({ start: '2025-11-23T08:00', end: '2025-11-23T15:00' });
  expect((await client.roster.list(month)).map(({ day, duty }) => [day, duty])).toEqual([
    ['2025-11-20', 'protocol'],
    ['2025-11-22', 'coverage'],
    ['2025-11-23', 'coverage'],
  ]);
  // a night belongs to the day after it, too
  expect(await client.roster.list({ from: '2025-11-21', to: '2025-11-21' })).toHaveLength(1);
  expect((await other.client.notices.list()).notices).toMatchObject([{ kind: 'on_roster', by: caller.name }]);
});

it('changes hands only for who saw who stands there now', async () => {
  const { client, caller } = await test.as('protocol');
  const other = await test.as('editor');
  const at = { day: '2025-11-20', part: 'night', duty: 'protocol' } as const;
  const first = await client.roster.set({ ...at, userId: caller.userId });
  await expect(other.client.roster.set({ ...at, userId: other.caller.userId })).rejects.toEqual(
    refusal('changed_meanwhile'),
  );
  const seen = { id: first.id, version: first.version };
  const second = await other.client.roster.set({ ...at, userId: other.caller.userId, seen });
  expect(second).toMatchObject({ id: first.id, version: 2, userName: other.caller.name });
  await expect(client.roster.remove(seen)).rejects.toEqual(refusal('changed_meanwhile'));
  await client.roster.remove({ id: second.id, version: second.version });
  expect(await client.roster.list(month)).toEqual([]);
});

it('repeats the week before where nobody stands yet, without stand-ins', async () => {
  const { client, caller } = await test.as('protocol', 'head');
  const made = await test.as('documentation');
  const gone = await test.as('documentation');
  const set = (day: string, userId: string, duty: 'protocol' | 'coverage' = 'coverage') =>
    client.roster.set({ day, part: 'night', duty, userId });
  await set('2025-11-10', made.caller.userId);
  await set('2025-11-11', caller.userId);
  await set('2025-11-12', gone.caller.userId);
  await set('2025-11-18', made.caller.userId);
  await client.roster.set({
    day: '2025-11-20',
    part: 'night',
    duty: 'approval',
    userId: made.caller.userId,
    insteadOf: caller.userId,
  });
  await test.first.client.people.change({ id: gone.caller.userId, active: false });
  const added = await client.roster.repeatWeek({ from: '2025-11-17' });
  expect(added.map(({ day, userName }) => [day, userName])).toEqual([['2025-11-17', made.caller.name]]);
  const week = await client.roster.list({ from: '2025-11-18', to: '2025-11-18' });
  expect(week.find(({ day }) => day === '2025-11-18')?.userName).toBe(made.caller.name);
  expect(await client.roster.repeatWeek({ from: '2025-11-17' })).toEqual([]);
  // the approval of the 20th does not come again
  expect((await client.roster.repeatWeek({ from: '2025-11-24' })).map(({ duty }) => duty)).toEqual([
    'coverage',
    'coverage',
  ]);
});

it('says who is on duty tonight', async () => {
  const { client, caller } = await test.as('protocol');
  await client.roster.set({ day: '2025-11-20', part: 'night', duty: 'protocol', userId: caller.userId });
  await client.roster.set({ day: '2025-11-21', part: 'night', duty: 'protocol', userId: caller.userId });
  const days = async () => (await client.roster.tonight()).map(({ day }) => day);
  expect(await days()).toEqual(['2025-11-20']);
  test.clock.set('2025-11-20T23:00:00Z');
  expect(await days()).toEqual(['2025-11-20', '2025-11-21']);
  test.clock.set('2025-11-21T00:00:00Z');
  expect(await days()).toEqual(['2025-11-21']);
});
