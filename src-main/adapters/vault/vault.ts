import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { done, refused } from '../../newsroom/outcome.ts';
import type { Vault } from '../../newsroom/ports.ts';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Secrets sealed by AES-256-GCM with one data key. The window hands the key over where the system keeps it (safeStorage);
 * elsewhere it lies in a file that only this user can read, outside of the database, so that a copied database holds no secret.
 */
export function openVault(dataFolder: string, handedKey: Uint8Array | null): Vault {
  const key = handedKey ?? keyOnDisk(path.join(dataFolder, 'vault.key'));
  return {
    seal(plain) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return `v1.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')}`;
    },
    open(sealed) {
      try {
        const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64');
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
        decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        const plain = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
        return done(plain.toString('utf8'));
      } catch {
        return refused('vault_locked');
      }
    },
  };
}

function keyOnDisk(file: string): Buffer {
  if (existsSync(file)) {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  }
  const key = randomBytes(KEY_BYTES);
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}
