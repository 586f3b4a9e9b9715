import { expect, it } from 'vitest';
import { type EventState, eventStates } from '../../src-main/contract/agenda-nouns.ts';
import { stateByClock } from '../../src-main/text/state-by-clock.ts';

/** 08.00–10.00 WITA. */
const event = (state: EventState, end: string | null = '2025-11-20T10:00') => ({
  state,
  start: '2025-11-20T08:00',
  end,
  startsAt: '2025-11-20T00:00:00.000Z',
});
const at = (clock: string) => `2025-11-20T${clock}:00.000Z`;

it('a confirmed event goes on when its time has come, and is over after its end', () => {
  expect(stateByClock(event('confirmed'), '2025-11-19T23:59:59.000Z')).toBe('confirmed');
  expect(stateByClock(event('confirmed'), at('00:00'))).toBe('ongoing');
  expect(stateByClock(event('confirmed'), at('01:59'))).toBe('ongoing');
  expect(stateByClock(event('confirmed'), at('02:00'))).toBe('done');
  expect(stateByClock(event('confirmed', '2025-11-21T01:00'), at('16:59'))).toBe('ongoing');
  expect(stateByClock(event('confirmed', '2025-11-21T01:00'), at('17:00'))).toBe('done');
});

it('one without an end goes on for three hours', () => {
  expect(stateByClock(event('confirmed', null), at('02:59'))).toBe('ongoing');
  expect(stateByClock(event('confirmed', null), at('03:00'))).toBe('done');
});

it('what a person said to go on may run late, but not into the next day', () => {
  expect(stateByClock(event('ongoing'), '2025-11-19T23:00:00.000Z')).toBe('ongoing');
  expect(stateByClock(event('ongoing'), at('07:59'))).toBe('ongoing');
  expect(stateByClock(event('ongoing'), at('08:00'))).toBe('done');
});

it('nothing else becomes done by itself: not what was never confirmed, put off or called off', () => {
  for (const state of eventStates.filter((one) => one !== 'confirmed' && one !== 'ongoing'))
    for (const now of [at('00:00'), at('01:00'), at('23:00'), '2030-01-01T00:00:00.000Z'])
      expect(stateByClock(event(state), now)).toBe(state);
});
