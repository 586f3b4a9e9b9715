import { expect, it } from 'vitest';
import { testCore } from '../builders/core.ts';

it('ends once, however often it is told to', async () => {
  const test = await testCore();
  await test.core.start();
  const first = test.core.stop();
  expect(test.core.stop()).toBe(first);
  await first;
  await test.core.stop();
  // the folder is free, and everything in it closed
  await test.reopen();
  await test.end();
});
