import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import { systemSeals } from './system-seal.ts';

// The file belongs to adapters/vault, which describes it; here only the system's key store comes in.
interface VaultFile {
  key?: string;
  keyFromSystem?: string;
  older?: { keyFromSystem?: string; key?: string; sealed?: string }[];
}

const fileOf = (dataFolder: string) => join(dataFolder, 'vault.json');

/**
 * The data key of the vault, base64, when the system's key store holds it; null when the core reads it itself, or when this
 * system cannot open it (then the vault stays locked until somebody types the recovery code).
 */
export function unwrapVaultKey(dataFolder: string): string | null {
  try {
    openOlderKeys(dataFolder);
    const { keyFromSystem } = read(dataFolder);
    return keyFromSystem ? safeStorage.decryptString(Buffer.from(keyFromSystem, 'base64')) : null;
  } catch {
    return null;
  }
}

/** A key of before, from when the key store was away: hands it to the core in its 0600 file, which seals it with the present one. */
function openOlderKeys(dataFolder: string): void {
  const file = read(dataFolder);
  let changed = false;
  const older = file.older?.map((one) => {
    if (!one.keyFromSystem || one.sealed || one.key) return one;
    try {
      const key = safeStorage.decryptString(Buffer.from(one.keyFromSystem, 'base64'));
      changed = true;
      return { ...one, key };
    } catch {
      // still away: it waits
      return one;
    }
  });
  if (changed) write(dataFolder, { ...file, older });
}

/** Takes a key that lies open in its 0600 file into the system's key store, where there is one. */
export function keepVaultKeyWrapped(dataFolder: string): void {
  try {
    const { key, ...rest } = read(dataFolder);
    if (!key || !systemSeals()) return;
    const keyFromSystem = safeStorage.encryptString(key).toString('base64');
    if (safeStorage.decryptString(Buffer.from(keyFromSystem, 'base64')) !== key) return;
    write(dataFolder, { ...rest, keyFromSystem });
  } catch {
    // the key stays where it was, in a file only this user reads
  }
}

function read(dataFolder: string): VaultFile {
  return JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')) as VaultFile;
}

function write(dataFolder: string, content: object): void {
  const file = fileOf(dataFolder);
  try {
    writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (error) {
    // a key may lie open in it
    rmSync(`${file}.new`, { force: true });
    throw error;
  }
}
