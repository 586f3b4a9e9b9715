import { randomBytes, randomInt, scryptSync } from 'node:crypto';
import { openBytes, sealBytes } from './cipher.ts';
import type { Recovery } from './vault-file.ts';

// Crockford's base 32 without the letters people mistake: 25 of them carry 125 bits
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const scrypt = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** A code to write down: `K7QM2-XRD04-…`, five groups of five. */
export function newCode(): string {
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: 5 }, group).join('-');
}

/** What was typed, as it was shown: case, spaces, dashes, and O, I, L for 0 and 1 do not matter. */
export function formOf(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return plain.match(/.{1,5}/g)?.join('-') ?? '';
}

export function sealWithCode(code: string, key: Buffer): Recovery {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64'), sealed: sealBytes(scryptSync(code, salt, 32, scrypt), key) };
}

export function openWithCode(code: string, { salt, sealed }: Recovery): Buffer | null {
  return openBytes(scryptSync(code, Buffer.from(salt, 'base64'), 32, scrypt), sealed);
}
