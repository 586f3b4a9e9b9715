import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { VaultKeeper } from '../../newsroom/backup/ports.ts';
import { done, refused } from '../../newsroom/outcome.ts';
import { openBytes, sealBytes } from './cipher.ts';
import { formOf, newCode, openWithCode, sealWithCode } from './recovery.ts';
import { type OlderKey, readVaultFile, sweepVaultDraft, type VaultFile, writeVaultFile } from './vault-file.ts';

const keyBytes = 32;

/**
 * Secrets sealed by AES-256-GCM with one data key. The window hands the key over where the system's key store keeps it; elsewhere
 * it lies in a 0600 file, outside of the database, so that a copied database holds no secret.
 * A vault whose key is missing (restored from a backup, moved to another computer) is locked until the recovery code is typed.
 * What is sealed meanwhile gets a new key; the old one joins it when the code comes.
 */
export function openVault(dataFolder: string, handedKey: Uint8Array | null): VaultKeeper {
  const path = join(dataFolder, 'vault.json');
  sweepVaultDraft(path);
  let file: VaultFile = readVaultFile(path) ?? {};
  const older: Buffer[] = [];
  let key: Buffer | null = handedKey ? Buffer.from(handedKey) : file.key ? Buffer.from(file.key, 'base64') : null;

  const change = (next: (now: VaultFile) => VaultFile) => {
    // read again: the window may have taken the key into the system's key store meanwhile
    file = next(readVaultFile(path) ?? {});
    writeVaultFile(path, file);
  };
  const begin = (): Buffer => {
    const fresh = randomBytes(keyBytes);
    change(({ recovery, keyFromSystem, older: waiting = [] }) => {
      // the key store may only be away for a day: what it sealed is kept, with or without a code
      const before: OlderKey = { ...(recovery ? { recovery } : {}), ...(keyFromSystem ? { keyFromSystem } : {}) };
      return {
        key: fresh.toString('base64'),
        older: Object.keys(before).length > 0 ? [...waiting, before] : waiting,
      };
    });
    key = fresh;
    return fresh;
  };

  if (!key && !file.recovery && !file.keyFromSystem) begin();
  const present = key;
  if (present && file.older?.some((one) => one.key)) {
    change((now) => ({ ...now, older: (now.older ?? []).map((one) => sealedBy(present, one)) }));
  }
  for (const { sealed } of file.older ?? []) {
    const opened = sealed && key ? openBytes(key, sealed) : null;
    if (opened) older.push(opened);
  }

  return {
    get locked() {
      return key === null || (file.older ?? []).some(({ sealed, recovery }) => !sealed && recovery);
    },
    get hasKey() {
      return key !== null;
    },
    get keysAway() {
      return key === null || (file.older ?? []).some(({ sealed }) => !sealed);
    },
    get hasRecoveryCode() {
      return file.recovery !== undefined;
    },
    seal: (plain) => `v1.${sealBytes(key ?? begin(), Buffer.from(plain, 'utf8'))}`,
    open(sealed) {
      const body = sealed.replace(/^v1\./, '');
      for (const one of key ? [key, ...older] : older) {
        const opened = openBytes(one, body);
        if (opened) return done(opened.toString('utf8'));
      }
      return refused('vault_locked');
    },
    newRecoveryCode() {
      if (!key) return refused('vault_locked');
      const code = newCode();
      const recovery = sealWithCode(code, key);
      change((now) => ({ ...now, recovery }));
      return done(code);
    },
    unlock(given) {
      const code = formOf(given);
      if (!key && file.recovery) {
        const opened = openWithCode(code, file.recovery);
        if (!opened) return refused('invalid', {}, 'code');
        key = opened;
        change(({ keyFromSystem: _, ...now }) => ({ ...now, key: opened.toString('base64') }));
        return done(null);
      }
      const current = key;
      for (const [at, waiting] of (file.older ?? []).entries()) {
        const opened = !waiting.sealed && waiting.recovery && current ? openWithCode(code, waiting.recovery) : null;
        if (!opened || !current) continue;
        older.push(opened);
        change((now) => ({
          ...now,
          older: (now.older ?? []).map((one, index) =>
            index === at ? { ...one, sealed: sealBytes(current, opened) } : one,
          ),
        }));
        return done(null);
      }
      return refused('invalid', {}, 'code');
    },
  };
}

/** A key of before that the window opened: from now on it is sealed by the present one. */
function sealedBy(present: Buffer, one: OlderKey): OlderKey {
  if (!one.key) return one;
  const { key, keyFromSystem: _, ...rest } = one;
  return { ...rest, sealed: sealBytes(present, Buffer.from(key, 'base64')) };
}
