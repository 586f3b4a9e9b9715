import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { remind } from '../../../src-main/newsroom/notices/remind.ts';
import { type TestCore, testCore } from '../../builders/core.ts';
import { dieInChild } from '../../builders/die-in-child.ts';
import { draft } from '../../builders/draft.ts';

let test: TestCore;
let maker: Awaited<ReturnType<TestCore['as']>>;
beforeEach(async () => {
  test = await testCore();
  maker = await test.as('documentation');
});
afterEach(() => test.end());

const crew = () => [{ role: 'photographer' as const, userId: maker.caller.userId, name: '' }];

async function event(start: string, more: object = {}) {
  // the core may have been opened again since
  return test.clientOf(test.first.caller).agenda.add({
    title: 'Apel',
    start,
    zone: 'Asia/Makassar',
    state: 'confirmed',
    ...more,
  });
}

/** Kinds of reminders that a person has, oldest first. */
async function told(who: Pick<typeof maker, 'caller'>): Promise<string[]> {
  const { notices } = await test.clientOf(who.caller).notices.list();
  const kinds = notices.map(({ kind }) => kind).reverse();
  return kinds.filter((kind) => ['duty_soon', 'unconfirmed_tomorrow', 'release_missing'].includes(kind));
}

async function at(instant: string): Promise<number> {
  test.clock.set(instant);
  const outcome = await remind(test.core.newsroom);
  return outcome.ok ? outcome.value : -1;
}

describe('a duty that begins soon', () => {
  it('is told two hours before, once, and not when it has begun, is off, or its person is there', async () => {
    await event('2025-11-20T14:00', { crew: crew() });
    const there = await event('2025-11-20T17:00', { crew: crew() });
    const off = await event('2025-11-20T19:00', { crew: crew() });
    expect(await at('2025-11-20T03:59:59Z')).toBe(0);
    expect(await at('2025-11-20T04:00:00Z')).toBe(1);
    expect(await at('2025-11-20T04:30:00Z')).toBe(0);
    expect((await maker.client.notices.list()).notices[0]).toMatchObject({
      kind: 'duty_soon',
      event: { title: 'Apel', start: '2025-11-20T14:00' },
      roles: ['photographer'],
      by: null,
    });
    for (const state of ['accepted', 'on_site'] as const)
      await maker.client.agenda.setDutyState({ dutyId: there.crew[0]?.id ?? '', state });
    expect(await at('2025-11-20T07:30:00Z')).toBe(0);
    await test.first.client.agenda.setState({ id: off.id, version: off.version, state: 'cancelled', reason: 'x' });
    expect(await at('2025-11-20T10:00:00Z')).toBe(0);
    expect(await told(maker)).toEqual(['duty_soon']);
  });

  it('follows the event: at another time it is another reminder, and whoever has just been told needs none', async () => {
    const moved = await event('2025-11-20T14:00', { crew: crew() });
    await at('2025-11-20T04:00:00Z');
    test.clock.set('2025-11-20T04:10:00Z');
    await test.first.client.agenda.change({
      id: moved.id,
      version: moved.version,
      start: '2025-11-20T18:00',
      reason: 'x',
    });
    expect(await at('2025-11-20T05:00:00Z')).toBe(0);
    expect(await at('2025-11-20T08:00:00Z')).toBe(1);
    // brought forward to in an hour: the change itself says so
    const near = await event('2025-11-21T14:00', { crew: crew() });
    test.clock.set('2025-11-21T01:00:00Z');
    await test.first.client.agenda.change({ id: near.id, version: 1, start: '2025-11-21T10:00', reason: 'x' });
    expect(await at('2025-11-21T01:01:00Z')).toBe(0);
    expect(await told(maker)).toEqual(['duty_soon', 'duty_soon']);
  });

  it('comes late after a sleep as long as it helps, once, never a storm', async () => {
    for (const hour of ['09', '10', '11', '12']) await event(`2025-11-20T${hour}:00`, { crew: crew(), title: hour });
    // the computer slept until 11.30: what has begun is over, 12.00 is told
    expect(await at('2025-11-20T03:30:00Z')).toBe(1);
    expect((await maker.client.notices.list()).notices[0]?.event?.title).toBe('12');
    expect(await at('2025-11-20T03:31:00Z')).toBe(0);
  });

  it('is durable: jobs wake for it, through a restart', async () => {
    await event('2025-11-20T14:00', { crew: crew() });
    await test.core.start();
    await test.core.runner.idle();
    expect(await told(maker)).toEqual([]);
    test.clock.set('2025-11-20T03:30:00Z');
    test.core.runner.wake();
    await test.core.runner.idle();
    expect(await told(maker)).toEqual([]);
    await test.reopen();
    test.clock.set('2025-11-20T04:00:00Z');
    await test.core.start();
    await test.core.runner.idle();
    expect(await told(maker)).toEqual(['duty_soon']);
    // an event typed in now, which begins in an hour and a half, was just told to its crew
    await event('2025-11-20T13:30', { crew: crew(), title: 'Mendadak' });
    await test.core.runner.idle();
    test.clock.move({ hours: 1 });
    test.core.runner.wake();
    await test.core.runner.idle();
    expect(await told(maker)).toEqual(['duty_soon']);
    // the look that never ends is there once
    const jobs = test.core.database.handle.prepare("select key from job where kind = 'remind'").pluck().all();
    expect(jobs).toEqual(['usual']);
  });

  it.each(['notices.add', 'end', 'commit'])(
    'kill -9 after %s: told once, and not lost',
    async (step) => {
      await event('2025-11-20T14:00', { crew: crew() });
      test.clock.set('2025-11-20T04:00:00Z');
      await test.core.stop();
      const out = await dieInChild('remind-and-die.ts', {
        folder: test.folder,
        now: test.clock.now().toString(),
        step,
      });
      expect(out).toBe('');
      await test.reopen();
      expect(await told(maker)).toEqual(step === 'commit' ? ['duty_soon'] : []);
      await test.core.start();
      await test.core.runner.idle();
      expect(await told(maker)).toEqual(['duty_soon']);
    },
    60_000,
  );
});

describe('unconfirmed events of tomorrow', () => {
  it('are told to protocol and editors at 18.00, once, and not when there are none', async () => {
    const protocol = await test.as('protocol');
    const editor = await test.as('editor');
    const writer = await test.as('writer');
    await event('2025-11-21T08:00', { state: 'tentative' });
    await event('2025-11-21T09:00', { state: 'proposed' });
    await event('2025-11-21T10:00');
    expect(await at('2025-11-20T09:59:00Z')).toBe(0);
    // protocol, editor, and the first person, who is both
    expect(await at('2025-11-20T12:00:00Z')).toBe(3);
    expect(await at('2025-11-20T12:30:00Z')).toBe(0);
    expect((await protocol.client.notices.list()).notices[0]).toMatchObject({
      kind: 'unconfirmed_tomorrow',
      day: '2025-11-21',
      count: 2,
      event: null,
    });
    expect(await told(editor)).toEqual(['unconfirmed_tomorrow']);
    expect(await told(writer)).toEqual([]);
    // nothing stands for the day after
    expect(await at('2025-11-21T12:00:00Z')).toBe(0);
    // after midnight tomorrow is another day: too late to be told of the old one
    await event('2025-11-23T08:00', { state: 'tentative' });
    expect(await at('2025-11-22T16:30:00Z')).toBe(0);
  });
});

describe('a release that is missing', () => {
  it('is told to its writer and the editors three hours after the end, once, and not when it was handed in', async () => {
    const writer = await test.as('writer');
    const editor = await test.as('editor');
    const needs = { releaseNeeded: true, crew: [{ role: 'writer', userId: writer.caller.userId, name: '' }] };
    await event('2025-11-20T09:00', { ...needs, end: '2025-11-20T10:00' });
    const handed = await event('2025-11-20T10:00', { ...needs, end: '2025-11-20T10:30', title: 'Ada rilis' });
    const release = await draft(writer.client);
    test.core.database.handle.prepare('update release set event_id = ? where id = ?').run(handed.id, release.id);
    await writer.client.approval.submit({ releaseId: release.id });
    expect(await at('2025-11-20T04:59:00Z')).toBe(0);
    await at('2025-11-20T05:00:00Z');
    expect(await told(writer)).toEqual(['release_missing']);
    expect(await told(editor)).toEqual(['release_missing']);
    expect(await at('2025-11-20T06:30:00Z')).toBe(0);
    // after days nobody is told any more of what was missed
    await event('2025-11-20T11:00', { ...needs, end: '2025-11-20T12:00', title: 'Lama' });
    expect(await at('2025-11-24T12:00:00Z')).toBe(0);
  });
});

it('goes by the office’s settings; what is switched off is not told', async () => {
  const { client } = test.first;
  expect(await client.notices.settings()).toEqual({ dutyHours: 2, unconfirmedAt: '18:00', releaseHours: 3 });
  await client.notices.setSettings({ dutyHours: 4, unconfirmedAt: null, releaseHours: null });
  await event('2025-11-20T14:00', { crew: crew(), releaseNeeded: true });
  await event('2025-11-21T14:00', { state: 'tentative' });
  expect(await at('2025-11-20T02:00:00Z')).toBe(1);
  expect(await at('2025-11-20T12:00:00Z')).toBe(0);
  await client.notices.setSettings({ dutyHours: null, unconfirmedAt: null, releaseHours: null });
  expect(await at('2025-11-21T04:30:00Z')).toBe(0);
});
