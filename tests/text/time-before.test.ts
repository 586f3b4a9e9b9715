import { describe, expect, it } from 'vitest';
import type { EventChange } from '../../src-main/contract/agenda-nouns.ts';
import { isTimeToFollow, timeBefore } from '../../src-main/text/time-before.ts';

const now = {
  state: 'confirmed' as const,
  start: '2026-03-19T10:00',
  end: '2026-03-19T11:00',
  openEnd: false,
  zone: 'Asia/Makassar' as const,
};
const line = (revision: number, changes: EventChange['changes'], act: EventChange['act'] = 'changed') => ({
  act,
  revision,
  changes,
});
const start = (old: string, to: string) => ({ field: 'start', old, new: to });
const added = line(1, [], 'added');

describe('the time an event had', () => {
  it('is that before the last change which people heard of', () => {
    const moved = line(2, [start('2026-03-19T09:00', now.start)]);
    expect(timeBefore(now, [added, moved])).toEqual({
      start: '2026-03-19T09:00',
      end: now.end,
      openEnd: false,
      zone: now.zone,
    });
    // another room since then is no other time
    const room = line(3, [{ field: 'venue', old: 'A', new: 'B' }]);
    expect(timeBefore(now, [added, moved, room])?.start).toBe('2026-03-19T09:00');
    expect(timeBefore(now, [added, room])).toBeNull();
    expect(timeBefore(now, [added])).toBeNull();
  });

  it('is none of a slip that was taken back unheard, nor of what was moved before anybody planned with it', () => {
    const slip = line(2, [start(now.start, '2026-03-19T12:00')]);
    const back = line(1, [start('2026-03-19T12:00', now.start)]);
    expect(timeBefore(now, [added, slip, back])).toBeNull();
    expect(timeBefore(now, [line(0, [], 'added'), line(0, [start('2026-03-19T07:00', now.start)])])).toBeNull();
    // moved and heard of, and moved back: the first of the two is what was
    const there = line(2, [start(now.start, '2026-03-19T12:00')]);
    const again = line(3, [start('2026-03-19T12:00', now.start)]);
    expect(timeBefore(now, [added, there, again])?.start).toBe('2026-03-19T12:00');
  });

  it('of one that was put off is that from which it was put off, also when the new time was found later', () => {
    const off = { ...now, state: 'postponed' as const };
    const state = { field: 'state', old: 'confirmed', new: 'postponed' };
    const toFollow = line(2, [state], 'state');
    expect(timeBefore(off, [added, toFollow])).toBeNull();
    expect(isTimeToFollow(off, [added, toFollow])).toBe(true);
    const found = line(3, [start('2026-03-19T09:00', now.start)]);
    expect(timeBefore(off, [added, toFollow, found])?.start).toBe('2026-03-19T09:00');
    const atOnce = line(2, [state, start('2026-03-18T09:00', now.start)], 'state');
    expect(timeBefore(off, [added, atOnce])?.start).toBe('2026-03-18T09:00');
    expect(isTimeToFollow(off, [added, atOnce])).toBe(false);
    expect(isTimeToFollow(now, [added])).toBe(false);
  });
});
