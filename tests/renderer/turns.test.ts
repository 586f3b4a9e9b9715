import { expect, test } from 'vitest';
import { Turns } from '../../src-renderer/editor/turns.ts';

test('a text that is not taken is offered after 15 seconds, 1, 5 and then every 30 minutes', () => {
  const turns = new Turns();
  const waits = [];
  for (let time = 0; time < 5; time += 1) {
    turns.failed('a', 'words', false, 1000);
    waits.push(turns.wait('a', 'words', 1000) / 1000);
  }
  expect(waits).toEqual([15, 60, 300, 1800, 1800]);
  expect(turns.wait('a', 'words', 1000 + 1_800_000)).toBe(0);
});

test('what the core will never take waits until something happens, or until other words are kept', () => {
  const turns = new Turns();
  turns.failed('a', 'words', true, 0);
  expect(turns.wait('a', 'words', 1e12)).toBe(Number.POSITIVE_INFINITY);
  expect(turns.wait('b', 'words', 0)).toBe(0);
  expect(turns.wait('a', 'other words', 0)).toBe(0);
  turns.forget('a');
  expect(turns.wait('a', 'words', 0)).toBe(0);
});
