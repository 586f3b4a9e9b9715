import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pulse } from '../../src-renderer/pulse.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function listening(): { pulse: Pulse; silences: () => number } {
  const pulse = new Pulse();
  let silences = 0;
  pulse.whenSilent = () => {
    silences += 1;
  };
  return { pulse, silences: () => silences };
}

test('a line is silent after three missed beats, not after two, and well with the next', () => {
  const { pulse, silences } = listening();
  pulse.beat(1000);
  for (let count = 0; count < 5; count += 1) {
    vi.advanceTimersByTime(1000);
    pulse.beat();
  }
  vi.advanceTimersByTime(3000);
  expect(silences()).toBe(0);
  vi.advanceTimersByTime(1000);
  expect(silences()).toBe(1);
  expect(pulse.isBeating).toBe(false);
  pulse.beat();
  expect(pulse.isBeating).toBe(true);
});

test('it is said again and again while nothing comes, and never after the end', () => {
  const { pulse, silences } = listening();
  pulse.expect();
  vi.advanceTimersByTime(40_000);
  expect(silences()).toBe(2);
  pulse.stop();
  vi.advanceTimersByTime(60_000);
  expect(silences()).toBe(2);
});
