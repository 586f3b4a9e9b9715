import { createHash, randomBytes } from 'node:crypto';
import type { Tokens } from '../../newsroom/people/credentials.ts';

export function tokens(): Tokens {
  return {
    create: () => randomBytes(32).toString('base64url'),
    hash: (token) => createHash('sha256').update(token).digest('hex'),
  };
}
