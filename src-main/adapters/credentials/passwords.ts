import { hash, verify } from '@node-rs/argon2';
import { done, refused } from '../../newsroom/outcome.ts';
import type { Passwords } from '../../newsroom/people/credentials.ts';

/** argon2id with 19 MiB, 2 passes, 1 lane: OWASP Password Storage Cheat Sheet; about 30 ms on an old office PC. */
const STRENGTH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Runs at the same time: the other threads of Node's pool are for files, whoever knocks. */
const AT_ONCE = 2;
/** So many more wait, under a second; who comes then is told to come again. */
const MOST_WAITING = 20;
const COME_AGAIN_SECONDS = 5;

export function passwords(): Passwords {
  // compared against when there is no such person, so that the answer takes as long
  let nobody: Promise<string> | undefined;
  let running = 0;
  const waiting: (() => void)[] = [];

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running < AT_ONCE) running += 1;
    // whoever ends hands its place over
    else await new Promise<void>((goOn) => waiting.push(goOn));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return {
    hash: (plain) => inTurn(() => hash(plain.normalize('NFC'), STRENGTH)),
    async verify(stored, plain) {
      if (waiting.length >= MOST_WAITING) return refused('sign_in_slowed', { seconds: COME_AGAIN_SECONDS });
      return inTurn(async () => {
        nobody ??= hash('nobody', STRENGTH);
        const matches = await verify(stored ?? (await nobody), plain.normalize('NFC'));
        return done(stored !== null && matches);
      });
    },
  };
}
