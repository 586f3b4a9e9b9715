/** Passwords and PINs: argon2id. Slow by design, so never inside a transaction. */
export interface Passwords {
  hash(plain: string): Promise<string>;
  /** Takes the same time for `null` as for a wrong password, so that a name cannot be guessed by the clock. */
  verify(hash: string | null, plain: string): Promise<boolean>;
}

/** Session tokens: 256 random bits, kept only as SHA-256. */
export interface Tokens {
  create(): string;
  hash(token: string): string;
}
