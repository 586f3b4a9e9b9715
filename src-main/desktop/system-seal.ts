import { safeStorage } from 'electron';

/** True where the system keeps a key for us. Chromium's `basic_text` is a key everybody knows and counts as none. */
export function systemSeals(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend?.() : 'system';
  return backend !== 'basic_text' && backend !== 'unknown';
}

const plainMark = 0;
const sealedMark = 1;

/** Seals text with the system's key store where there is one; the first byte says which it was. */
export function sealWithSystem(text: string): Buffer {
  return systemSeals()
    ? Buffer.concat([Buffer.of(sealedMark), safeStorage.encryptString(text)])
    : Buffer.concat([Buffer.of(plainMark), Buffer.from(text)]);
}

/** @throws when it was sealed by another system or user */
export function openWithSystem(sealed: Buffer): string {
  const rest = sealed.subarray(1);
  return sealed[0] === sealedMark ? safeStorage.decryptString(rest) : rest.toString('utf8');
}
