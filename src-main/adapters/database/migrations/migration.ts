import type { Database } from 'better-sqlite3';

/** One numbered step of the schema. Never edited after it landed; tested from the version before with dirty data. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  /** Runs inside the transaction of its own; foreign keys are off and checked before COMMIT. */
  up(database: Database): void;
}
