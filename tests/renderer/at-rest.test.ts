import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { atRest } from '../../src-renderer/editor/at-rest.ts';

test('acts once, after the hands rest, and again after the next touch', async () => {
  const acted: number[] = [];
  const began = performance.now();
  const rest = atRest(80, () => acted.push(performance.now() - began));
  for (let letter = 0; letter < 6; letter += 1) {
    rest.touch();
    await pause(30);
  }
  expect(acted).toEqual([]);
  await pause(200);
  expect(acted).toHaveLength(1);
  // the last letter came at 150 ms at the earliest
  expect(acted[0]).toBeGreaterThan(225);
  rest.touch();
  await pause(200);
  expect(acted).toHaveLength(2);
});

test('does nothing when it was cancelled', async () => {
  let acted = 0;
  const rest = atRest(20, () => (acted += 1));
  rest.touch();
  rest.cancel();
  await pause(80);
  expect(acted).toBe(0);
});
