import { readFileSync, statfsSync } from 'node:fs';

/** f_type of Linux, statfs(2), for file systems whose bytes are on another computer. */
const linuxTypes = new Map<number, string>([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x5346414f, 'AFS'],
  [0x6b414653, 'AFS'],
  [0x73757245, 'Coda'],
  [0x00c36400, 'Ceph'],
  [0x0bd00bd0, 'Lustre'],
  [0x01161970, 'GFS2'],
  [0x7461636f, 'OCFS2'],
  [0x47504653, 'GPFS'],
]);
const fuse = 0x65735546;

/**
 * Names the network file system a folder lies on, or null for a disk of this computer. SQLite's locks and its WAL need
 * shared memory and do not hold there (https://www.sqlite.org/wal.html, "All processes using a database must be on the
 * same host computer").
 * @param path real path of an existing folder; on Windows from realpath.native, which turns a mapped drive into its UNC name
 */
export function networkKind(path: string): string | null {
  if (process.platform === 'win32') return path.startsWith('\\\\') && !path.startsWith('\\\\?\\') ? 'SMB' : null;
  if (process.platform !== 'linux') return null;
  const type = statfsSync(path).type >>> 0;
  if (type !== fuse) return linuxTypes.get(type) ?? null;
  // FUSE carries local disks too (ntfs-3g, exfat): only the mount's own name tells
  const name = mountTypeOf(path, readFileSync('/proc/self/mounts', 'utf8'));
  return /sshfs|rclone|davfs|s3|gvfs|google|onedrive|gluster|smb|nfs|curlftpfs/i.test(name) ? name : null;
}

/**
 * Type of the mount that holds a path.
 * @param mounts text of /proc/self/mounts
 */
export function mountTypeOf(path: string, mounts: string): string {
  let best = { at: '', type: '' };
  for (const entry of mounts.split('\n')) {
    const [source = '', at = '', type = ''] = entry
      .split(' ')
      .map((word) => word.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))));
    const holds = path === at || path.startsWith(at.endsWith('/') ? at : `${at}/`);
    if (holds && at.length >= best.at.length) best = { at, type: type === 'fuse' ? `${type} ${source}` : type };
  }
  return best.type;
}
