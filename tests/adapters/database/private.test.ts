import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../src-main/adapters/database/open-database.ts';
import { systemClock, ulidIds } from '../../../src-main/adapters/time/clock.ts';

it.skipIf(process.platform === 'win32')(
  'is read by nobody else on this computer, whoever made the folder',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kulkul-milik-'));
    try {
      const file = path.join(folder, 'kulkul.db');
      writeFileSync(file, '', { mode: 0o644 });
      const clock = systemClock();
      const database = openDatabase({ file, clock, ids: ulidIds(clock), happen: () => {} });
      expect(['', '-wal', '-shm'].map((end) => statSync(file + end).mode & 0o077)).toEqual([0, 0, 0]);
      await database.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
