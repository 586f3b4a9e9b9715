import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import { systemSeals } from './system-seal.ts';

// The file belongs to adapters/vault, which describes it; here only the system's key store comes in.
interface VaultFile {
  key?: string;
  keyFromSystem?: string;
}

const fileOf = (dataFolder: string) => join(dataFolder, 'vault.json');

/**
 * The data key of the vault, base64, when the system's key store holds it; null when the core reads it itself, or when this
 * system cannot open it (then the vault stays locked until somebody types the recovery code).
 */
export function unwrapVaultKey(dataFolder: string): string | null {
  try {
    const { keyFromSystem } = read(dataFolder);
    return keyFromSystem ? safeStorage.decryptString(Buffer.from(keyFromSystem, 'base64')) : null;
  } catch {
    return null;
  }
}

/** Takes a key that lies open in its 0600 file into the system's key store, where there is one. */
export function keepVaultKeyWrapped(dataFolder: string): void {
  try {
    const { key, ...rest } = read(dataFolder);
    if (!key || !systemSeals()) return;
    const keyFromSystem = safeStorage.encryptString(key).toString('base64');
    if (safeStorage.decryptString(Buffer.from(keyFromSystem, 'base64')) !== key) return;
    const file = fileOf(dataFolder);
    writeFileSync(`${file}.new`, `${JSON.stringify({ ...rest, keyFromSystem }, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch {
    // the key stays where it was, in a file only this user reads
  }
}

function read(dataFolder: string): VaultFile {
  return JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')) as VaultFile;
}
