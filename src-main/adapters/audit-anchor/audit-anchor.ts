import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { VaultKeeper } from '../../newsroom/backup/ports.ts';
import type { AuditAnchor } from '../../newsroom/ports.ts';

/**
 * Keeps the end of the audit chain outside of the database, sealed with the vault's key: lines cut off the end leave a chain that
 * still follows, and only something outside can tell that it once was longer. It may lag some seconds behind, never ahead.
 * @param folder the data folder
 */
export function auditAnchor(folder: string, vault: Pick<VaultKeeper, 'seal' | 'open' | 'locked'>): AuditAnchor {
  const file = path.join(folder, 'audit.anchor');
  return {
    read() {
      let sealed: string;
      try {
        sealed = readFileSync(file, 'utf8');
      } catch {
        // a new or a restored folder has none yet
        return null;
      }
      if (vault.locked) {
        return null;
      }
      const opened = vault.open(sealed.trim());
      if (!opened.ok) {
        return 'unreadable';
      }
      const { seq, hash } = JSON.parse(opened.value) as { seq: number; hash: string };
      return { seq, hash };
    },
    keep(end) {
      // sealing would begin a new key, and the code of the old one could then no longer take its place
      if (vault.locked) {
        return;
      }
      const part = `${file}.part`;
      const handle = openSync(part, 'w', 0o600);
      try {
        writeSync(handle, vault.seal(JSON.stringify(end)));
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(part, file);
    },
  };
}
