import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { VaultKeeper } from '../../newsroom/backup/ports.ts';
import type { AuditAnchor } from '../../newsroom/ports.ts';

/**
 * Keeps the end of the audit chain outside of the database, sealed with the vault's key: lines cut off the end leave a chain that
 * still follows, and only something outside can tell that it once was longer. It may lag some seconds behind, never ahead.
 * @param folder the data folder
 */
export function auditAnchor(
  folder: string,
  vault: Pick<VaultKeeper, 'seal' | 'open' | 'keysAway' | 'hasKey'>,
): AuditAnchor {
  const file = path.join(folder, 'audit.anchor');
  const replace = (target: string, content: string | Buffer) => {
    const part = `${target}.part`;
    const handle = openSync(part, 'w', 0o600);
    try {
      // all of it, or it throws; writeSync may write less on a disk that is nearly full
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(part, target);
  };
  return {
    read() {
      let sealed: string;
      try {
        sealed = readFileSync(file, 'utf8');
      } catch (error) {
        // a new or a restored folder has none yet; whether one should be there, the database remembers. Anything else (a virus
        // scanner holds it, the disk has a fault) says nothing of it: called gone, the kept end would be written over
        return (error as { code?: unknown }).code === 'ENOENT' ? null : 'not_now';
      }
      const opened = vault.open(sealed.trim());
      if (!opened.ok) {
        return vault.keysAway ? 'locked' : 'unreadable';
      }
      const { seq, hash } = JSON.parse(opened.value) as { seq: number; hash: string };
      return { seq, hash };
    },
    get ready() {
      // without a key, sealing would begin a new one, and the old one could then no longer take its place
      return vault.hasKey;
    },
    keep: (end) => replace(file, vault.seal(JSON.stringify(end))),
    setAside() {
      const content = readFileSync(file);
      // by its content: set aside once more after a crash, it is the same file
      const aside = `${file}.${createHash('sha256').update(content).digest('hex').slice(0, 12)}`;
      replace(aside, content);
      return path.basename(aside);
    },
  };
}
