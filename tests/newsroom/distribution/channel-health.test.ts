import { expect, it } from 'vitest';
import { countTry, idle, resumed } from '../../../src-main/newsroom/distribution/channel-health.ts';
import type { ChannelRecord } from '../../../src-main/newsroom/distribution/delivery-store.ts';

const fresh: ChannelRecord = {
  channel: 'email',
  pausedAt: null,
  pausedBecause: null,
  pausedWords: '',
  consecutive: 0,
  tried: 0,
  failed: 0,
};
const after = (tries: string, from = fresh) =>
  [...tries].reduce((record, one) => countTry(record, one === 'x', '550 no', '2025-11-20T00:00:00.000Z'), from);

it('pauses at five failures in a row, not at four', () => {
  expect(after('xxxx').pausedAt).toBeNull();
  expect(after('xxxx.xxxx'.slice(0, 6)).pausedAt).toBeNull();
  expect(after('xxxxx')).toMatchObject({ pausedBecause: 'consecutive', pausedWords: '550 no' });
});

it('pauses at a fifth of at least ten', () => {
  expect(after('x.x......').pausedAt).toBeNull();
  expect(after('x........x')).toMatchObject({ pausedBecause: 'share' });
  expect(after('.........x').pausedAt).toBeNull();
});

it('starts anew when resumed, and forgets the share but not the row when idle', () => {
  expect(after('xxxx', resumed(after('xxxxx'))).pausedAt).toBeNull();
  expect(after('x', idle(after('xxxx'))).pausedBecause).toBe('consecutive');
});
