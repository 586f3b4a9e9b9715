import { expect, it } from 'vitest';
import { testCore } from '../../builders/core.ts';

it('a core that ends while it begins closes nothing under its own feet', async () => {
  const said: string[] = [];
  const test = await testCore({ log: (line) => said.push(line) });
  for (let round = 0; round < 12; round += 1) {
    await test.core.start();
    // ended at another moment of the first look each time
    for (let turns = 0; turns < round; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    await test.reopen();
  }
  await test.core.start();
  await test.core.runner.idle();
  // what was cut off is there again, once
  const jobs = test.core.database.handle.prepare("select key, state from job where kind = 'remind'").all();
  expect(jobs).toEqual([{ key: 'usual', state: 'queued' }]);
  await test.end();
  expect(said.filter((line) => line.includes('bug in'))).toEqual([]);
});
