import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../contract/basics.ts';
import type { Happening } from '../contract/happenings.ts';
import type { Caller } from './caller.ts';
import type { Outcome } from './outcome.ts';
import type { Stores } from './stores.ts';

/** The time. Tests hand over one they move by hand. */
export interface Clock {
  now(): Temporal.Instant;
}

/** New identifiers: ULIDs that grow with time, also within one millisecond. */
export interface Ids {
  next(): Id;
  /** So many at once, in order: the clock is asked once. */
  many(count: number): Id[];
}

/**
 * The only way to change anything: one transaction on the single writer connection (BEGIN IMMEDIATE, synchronous=FULL).
 * `work` awaits nothing but the stores it is handed; a refusal as its answer rolls everything back. What it tells by
 * `stores.happen` reaches the pages only after the commit.
 */
export type Write = <T>(work: (stores: Stores) => Promise<Outcome<T>>) => Promise<Outcome<T>>;

/** Reads from the read-only connection; never waits for a writer. */
export type Read = <T>(work: (stores: ReadStores) => Promise<T>) => Promise<T>;
export type ReadStores = Omit<Stores, 'happen' | 'audit'> & {
  readonly audit: Pick<Stores['audit'], 'list' | 'walk' | 'hashOf'>;
};

/** One line of the audit trail before it is chained. */
export interface AuditEntry {
  readonly caller: Pick<Caller, 'userId' | 'name' | 'sessionId'> | 'system';
  /** What was done, as `area.verb`: `releases.approve`. */
  readonly act: string;
  readonly subject: { readonly kind: string; readonly id: Id };
  /** Facts that show what changed; never a secret. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export type Happen = (happening: Happening) => void;

/** Seals secrets for the database; AES-256-GCM, the key lives outside of it. */
export interface Vault {
  seal(plain: string): string;
  open(sealed: string): Outcome<string>;
}

/** The end of the audit chain as it was last seen, kept outside of the database. */
export interface AuditEnd {
  readonly seq: number;
  readonly hash: string;
}

export interface AuditAnchor {
  /**
   * Null where none is kept; `locked` when the key it was sealed with is not there; `unreadable` when it is not what this office sealed;
   * `not_now` when the disk does not say (held by another program, a fault): it may be there, and is asked for again later.
   */
  read(): AuditEnd | null | 'locked' | 'unreadable' | 'not_now';
  /** Whether there is a key to seal with. */
  readonly ready: boolean;
  keep(end: AuditEnd): void;
  /** Copies what is kept now beside itself, as evidence that no round writes over. Answers the name of that file. */
  setAside(): string;
}
