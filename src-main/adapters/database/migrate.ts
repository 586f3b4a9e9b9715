import type { Database } from 'better-sqlite3';
import type { Migration } from './migrations/migration.ts';

/** The database was written by a newer Kulkul. */
export class NewerDatabase extends Error {
  readonly found: number;
  readonly known: number;

  constructor(found: number, known: number) {
    super(`database has schema ${found}, this program knows ${known}`);
    this.found = found;
    this.known = known;
  }
}

/**
 * Brings the database to the newest schema, one transaction per step.
 * @param beforeFirst called once before the first step that changes an existing database: the backup
 * @returns numbers of the steps that ran
 * @throws NewerDatabase when the database is ahead of this program; nothing was touched
 */
export function migrate(
  database: Database,
  migrations: readonly Migration[],
  beforeFirst: (from: number) => void,
): number[] {
  const from = database.pragma('user_version', { simple: true }) as number;
  const known = migrations.at(-1)?.number ?? 0;
  if (from > known) {
    throw new NewerDatabase(from, known);
  }
  const todo = migrations.filter((migration) => migration.number > from);
  if (todo.length > 0 && from > 0) {
    beforeFirst(from);
  }
  for (const migration of todo) {
    // inside a transaction this pragma does nothing, and rebuilding a parent table would then delete every child
    database.pragma('foreign_keys = off');
    database.exec('begin immediate');
    try {
      migration.up(database);
      const broken = database.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) {
        throw new Error(`migration ${migration.number} leaves ${broken.length} rows without their parent`);
      }
      database.pragma(`user_version = ${migration.number}`);
      database.exec('commit');
    } catch (error) {
      database.exec('rollback');
      throw error;
    } finally {
      database.pragma('foreign_keys = on');
    }
  }
  return todo.map((migration) => migration.number);
}
