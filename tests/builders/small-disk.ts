import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real little disk: a tmpfs of this many megabytes, where we may mount one. */
export function smallDisk(megabytes: number): { path: string; unmount: () => void } | null {
  const path = mkdtempSync(join(tmpdir(), 'kulkul-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]);
  if (mounted.status !== 0) {
    rmSync(path, { recursive: true, force: true });
    return null;
  }
  return {
    path,
    unmount: () => {
      execFileSync('umount', ['-l', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

const probe = process.platform === 'linux' ? smallDisk(1) : null;
probe?.unmount();
/** Whether this computer lets us make little disks. */
export const canMount = probe !== null;
