import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '../../newsroom/people/credentials.ts';

/** argon2id with 19 MiB, 2 passes, 1 lane: OWASP Password Storage Cheat Sheet; about 30 ms on an old office PC. */
const STRENGTH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function passwords(): Passwords {
  // compared against when there is no such person, so that the answer takes as long
  let nobody: Promise<string> | undefined;
  return {
    hash: (plain) => hash(plain.normalize('NFC'), STRENGTH),
    async verify(stored, plain) {
      nobody ??= hash('nobody', STRENGTH);
      const matches = await verify(stored ?? (await nobody), plain.normalize('NFC'));
      return stored !== null && matches;
    },
  };
}
