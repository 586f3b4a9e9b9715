import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** The data key, sealed by scrypt of the recovery code; safe to carry around. */
export interface Recovery {
  readonly salt: string;
  readonly sealed: string;
}

/**
 * `vault.json` in the data folder, mode 0600. A backup takes it along without `key` and `keyFromSystem`; the window
 * (desktop/vault-key.ts) moves `key` into `keyFromSystem` where the system has a key store.
 */
export interface VaultFile {
  /** The data key, base64. */
  readonly key?: string;
  /** The data key as the system's key store sealed it; only the window of this user on this computer opens it. */
  readonly keyFromSystem?: string;
  readonly recovery?: Recovery;
  /** Keys of before: still waiting for their code, or opened and sealed by the present key. */
  readonly older?: readonly { readonly recovery: Recovery; readonly sealed?: string }[];
}

export function readVaultFile(path: string): VaultFile | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as VaultFile) : null;
}

/** Whole or not at all: losing half a key file would lose every secret. */
export function writeVaultFile(path: string, file: VaultFile): void {
  const draft = `${path}.new`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    // all of it, or it throws; writeSync may write less on a disk that is nearly full
    writeFileSync(handle, `${JSON.stringify(file, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, path);
}
