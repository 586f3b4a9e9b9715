import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { derivativeFiles } from '../../src-main/adapters/files/derivatives.ts';
import { canMount, smallDisk } from '../builders/small-disk.ts';

test.skipIf(!canMount)('a disk that takes no more folders is a full disk, not a fault', async () => {
  const disk = smallDisk(1);
  if (disk === null) throw new Error('no small disk');
  try {
    const files = derivativeFiles(disk.path);
    expect(await files.draft('a'.repeat(64), 'jpg')).toMatchObject({ ok: true });
    spawnSync('mount', ['-o', 'remount,nr_inodes=8', disk.path]);
    expect(() => {
      for (let count = 0; ; count += 1) writeFileSync(join(disk.path, `${count}`), '');
    }).toThrow('ENOSPC');
    expect(await files.draft('b'.repeat(64), 'jpg')).toMatchObject({ ok: false, refusal: { code: 'disk_full' } });
  } finally {
    disk.unmount();
  }
});
