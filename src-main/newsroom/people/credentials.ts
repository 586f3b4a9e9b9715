import type { Outcome } from '../outcome.ts';

/** Passwords and PINs: argon2id. Slow by design, so never inside a transaction. */
export interface Passwords {
  hash(plain: string): Promise<string>;
  /**
   * Takes the same time for `null` as for a wrong password, so that a name cannot be guessed by the clock.
   * Refuses `sign_in_slowed` when too many are being looked at: nothing was compared then.
   */
  verify(hash: string | null, plain: string): Promise<Outcome<boolean>>;
}

/** Session tokens: 256 random bits, kept only as SHA-256. */
export interface Tokens {
  create(): string;
  hash(token: string): string;
}
