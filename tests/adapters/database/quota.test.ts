import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { testCore } from '../../builders/core.ts';

/** How large a file of this process may grow; a system that refuses to write more answers as a used-up quota does. */
const largest = (bytes: string) => execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`]);
const canLimit = spawnSync('prlimit', ['--version']).status === 0;

test.skipIf(!canLimit)(
  'a quota that is used up is a full disk, not a fault; there is room again, it goes on',
  async () => {
    const office = await testCore();
    try {
      const add = () => office.first.client.register.addOfficial({ name: 'I Wayan Koster', position: 'Gubernur' });
      largest('4096');
      try {
        await expect(add()).rejects.toMatchObject({ data: { code: 'disk_full' } });
      } finally {
        largest('unlimited');
      }
      await add();
      expect((await office.first.client.audit.verify()).brokenAt).toBeNull();
    } finally {
      await office.end();
    }
  },
);
