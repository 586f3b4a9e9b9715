import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

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
  /** Keys of before: still waiting, or opened and sealed by the present key. */
  readonly older?: readonly OlderKey[];
}

/** A key that was away when a new one had to begin. */
export interface OlderKey {
  /** What its code opens. */
  readonly recovery?: Recovery;
  /** As the key store sealed it that was away; once it is back the window puts `key` in its place. */
  readonly keyFromSystem?: string;
  /** Base64, only until the core has sealed it. */
  readonly key?: string;
  /** Opened, and sealed by the present key. */
  readonly sealed?: string;
}

/** Removes a draft that a crash or a failed rename left: the key lies open in it. */
export function sweepVaultDraft(path: string): void {
  rmSync(draftOf(path), { force: true });
}

const draftOf = (path: string) => `${path}.new`;

export function readVaultFile(path: string): VaultFile | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as VaultFile) : null;
}

/** Whole or not at all: losing half a key file would lose every secret. */
export function writeVaultFile(path: string, file: VaultFile): void {
  const draft = draftOf(path);
  const handle = openSync(draft, 'w', 0o600);
  try {
    // all of it, or it throws; writeSync may write less on a disk that is nearly full
    writeFileSync(handle, `${JSON.stringify(file, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    renameSync(draft, path);
  } catch (error) {
    // on Windows a scanner may hold the file; the key must not stay behind in the draft
    sweepVaultDraft(path);
    throw error;
  }
}
