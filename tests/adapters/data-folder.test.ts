import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdDataFolder } from '../../src-main/adapters/data-folder/hold-data-folder.ts';
import { mountTypeOf, networkKind } from '../../src-main/adapters/data-folder/network-kind.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kulkul-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder is held once, and again after it was let go', () => {
  const first = holdDataFolder(folder);
  expect(first.ok).toBe(true);
  expect(holdDataFolder(folder)).toMatchObject({ ok: false, refusal: { code: 'folder_in_use' } });
  if (first.ok) first.folder.release();
  const second = holdDataFolder(folder);
  expect(second.ok).toBe(true);
  if (second.ok) second.folder.release();
});

test('a folder on a network is refused and keeps nothing of ours', () => {
  expect(holdDataFolder(join(folder, 'data'), () => 'NFS')).toMatchObject({
    ok: false,
    refusal: { code: 'folder_on_network', params: { detail: 'NFS' } },
  });
});

test.skipIf(process.platform !== 'linux')('a folder where none can be made is refused, and at once', () => {
  for (const place of ['/proc/kulkul', '/proc/kulkul/data', '/sys/kulkul', '/dev/null/kulkul']) {
    expect(holdDataFolder(place), place).toMatchObject({ ok: false, refusal: { code: 'folder_read_only' } });
  }
});

test('the disk of this computer is no network', () => {
  expect(networkKind(folder)).toBeNull();
});

test('the mount that holds a path is the longest one, with its escapes read', () => {
  const mounts = [
    '/dev/sda1 / ext4 rw 0 0',
    'kantor:/data /mnt/kantor fuse.sshfs rw 0 0',
    '/dev/sdb1 /mnt/kantor/disk\\040lokal fuseblk rw 0 0',
  ].join('\n');
  expect(mountTypeOf('/home/sari', mounts)).toBe('ext4');
  expect(mountTypeOf('/mnt/kantor/kulkul', mounts)).toBe('fuse.sshfs');
  expect(mountTypeOf('/mnt/kantor2', mounts)).toBe('ext4');
  expect(mountTypeOf('/mnt/kantor/disk lokal/kulkul', mounts)).toBe('fuseblk');
});
