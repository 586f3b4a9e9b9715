import type { Id, Language } from '../../contract/basics.ts';
import type { Role } from '../../contract/rights.ts';

export interface UserRecord {
  readonly id: Id;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly language: Language;
  /** argon2id in PHC form, null while none was asked for. */
  readonly passwordHash: string | null;
  readonly pinHash: string | null;
}

/** How often signing in failed for a name lately, known or not, so that the answer is the same for both. */
export interface Failures {
  readonly count: number;
  /** RFC 3339 instant before which no try is looked at. */
  readonly until: string;
}

/** `off` after too many wrong ones; `lifted` when its owner has signed in since, and is told so until they set it anew. */
export type PinState = 'on' | 'off' | 'lifted';

export interface UserStore {
  all(): Promise<UserRecord[]>;
  byId(id: Id): Promise<UserRecord | null>;
  byUsername(username: string): Promise<UserRecord | null>;
  insert(user: UserRecord): Promise<void>;
  update(user: UserRecord): Promise<void>;
  failures(name: string): Promise<Failures | null>;
  setFailures(name: string, failures: Failures | null): Promise<void>;
  /** Forgets failures of before this instant, but those of a PIN: they are counted until its owner signs in. */
  sweepFailures(before: string): Promise<void>;
  /** Forgets the wrong PINs given for this person, on whatever device: failures whose name begins so. */
  forgetFailures(beginning: string): Promise<void>;
  pinState(id: Id): Promise<PinState>;
  setPinState(id: Id, state: PinState, at: string): Promise<void>;
}
