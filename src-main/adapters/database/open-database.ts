import { AsyncLocalStorage } from 'node:async_hooks';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely, SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Happening } from '../../contract/happenings.ts';
import { refused } from '../../newsroom/outcome.ts';
import type { Clock, Ids, Read, ReadStores, Write } from '../../newsroom/ports.ts';
import { knowClosedByWords } from './closed-by-words.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { storesOn } from './stores/index.ts';
import type { Tables } from './tables/index.ts';

/** How many automatic backups before migrations are kept. */
const KEPT_BACKUPS = 5;
/** A transaction held longer than this is a bug; a test fails on it, a log line tells of it. */
const LONGEST_TRANSACTION_MS = 100;

export interface OpenDatabase {
  readonly read: Read;
  readonly write: Write;
  /** The writer's own handle, for the backup API only. */
  readonly handle: SQLite.Database;
  /** Milliseconds the longest transaction so far was held. */
  longestTransaction(): number;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly file: string;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Told after the commit. */
  readonly happen: (happening: Happening) => void;
  /** Told of a transaction held too long, by its milliseconds. */
  readonly slow?: (milliseconds: number) => void;
}

/**
 * Opens the database of a data folder: migrated (with a backup first), one writer and one read-only connection.
 * On a single connection a read would wait for any open transaction; a deferred transaction that first reads and then
 * writes fails with SQLITE_BUSY_SNAPSHOT; hence two connections, and BEGIN IMMEDIATE for the writer.
 * Each read is a transaction, too, so that all it looks up is of one moment. Reads take turns: they await nothing but stores.
 * @throws NewerDatabase
 */
export function openDatabase(options: DatabaseOptions): OpenDatabase {
  keepFromOthers(options.file);
  const writer = new SQLite(options.file);
  writer.pragma('journal_mode = WAL');
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = on');
  writer.pragma('busy_timeout = 5000');
  migrate(writer, migrations, (from) => backupBeforeMigration(writer, options.file, from));
  const reader = new SQLite(options.file, { readonly: true });
  reader.pragma('query_only = on');
  reader.pragma('busy_timeout = 5000');
  for (const connection of [writer, reader]) knowClosedByWords(connection);

  const writing = kysely(writer, 'begin immediate');
  const statements = new Map<string, SQLite.Statement>();
  const insertMany: StoreTools['insertMany'] = (sql, rows) => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = writer.prepare(sql);
      statements.set(sql, statement);
    }
    for (const row of rows) statement.run(row);
  };
  const reading = kysely(reader, 'begin');
  let longest = 0;

  const write: Write = async (work) => {
    const told: Happening[] = [];
    const outcome = await writing
      .transaction()
      .execute(async (transaction) => {
        const began = performance.now();
        try {
          const answer = await work(
            storesOn(transaction, {
              clock: options.clock,
              ids: options.ids,
              happen: (happening) => told.push(happening),
              insertMany,
            }),
          );
          if (!answer.ok) {
            throw new RolledBack(answer);
          }
          return answer;
        } finally {
          const held = performance.now() - began;
          longest = Math.max(longest, held);
          if (held > LONGEST_TRANSACTION_MS) {
            options.slow?.(held);
          }
        }
      })
      .catch((error: unknown) => {
        if (error instanceof RolledBack) {
          return error.answer as Awaited<ReturnType<typeof work>>;
        }
        // ENOSPC is FULL; a quota that is used up (EDQUOT) is a write that failed
        const { code } = error as { code?: unknown };
        if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') {
          return refused('disk_full') as Awaited<ReturnType<typeof work>>;
        }
        throw error;
      });
    if (outcome.ok) {
      for (const happening of told) {
        options.happen(happening);
      }
    }
    return outcome;
  };

  const quiet = {
    clock: options.clock,
    ids: options.ids,
    happen: () => {
      throw new Error('nothing happens while reading');
    },
    insertMany: () => {
      throw new Error('nothing is written while reading');
    },
  };
  const opened = new AsyncLocalStorage<{ readonly stores: ReadStores; over: boolean }>();
  const read: Read = (work) => {
    const outer = opened.getStore();
    // on its own it would wait for the read it stands in
    if (outer !== undefined && !outer.over) return work(outer.stores);
    return reading.transaction().execute(async (transaction) => {
      const one = { stores: storesOn(transaction, quiet), over: false };
      try {
        return await opened.run(one, () => work(one.stores));
      } finally {
        one.over = true;
      }
    });
  };

  return {
    read,
    write,
    handle: writer,
    longestTransaction: () => longest,
    async close() {
      await writing.destroy();
      await reading.destroy();
    },
  };
}

/** Only this user of the computer reads it, also where the folder was made by somebody else: a PIN is quickly guessed from its hash. */
function keepFromOthers(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  // WAL and shared memory take the rights of the database
  if ((statSync(file).mode & 0o077) !== 0 && process.platform !== 'win32') {
    try {
      chmodSync(file, 0o600);
    } catch {
      // a disk whose rights belong to its mount (FAT): nothing of ours can change them
    }
  }
}

/** Carries a refusal out of the transaction, so that it is rolled back. */
class RolledBack extends Error {
  readonly answer: unknown;

  constructor(answer: unknown) {
    super('rolled back by a refusal');
    this.answer = answer;
  }
}

/** What the stores need besides the connection. */
export interface StoreTools {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly happen: (happening: Happening) => void;
  /**
   * Runs one statement for each of many rows, inside of the open transaction, prepared once: a query builder costs ten times what such
   * a row costs SQLite. @param sql a constant text: its statement is kept
   */
  readonly insertMany: (sql: string, rows: Iterable<readonly (string | number | null)[]>) => void;
}

function kysely(database: SQLite.Database, begin: string): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () =>
        new (class extends SqliteDriver {
          override async beginTransaction(connection: Parameters<SqliteDriver['beginTransaction']>[0]): Promise<void> {
            database.exec(begin);
            void connection;
          }

          override async rollbackTransaction(
            connection: Parameters<SqliteDriver['rollbackTransaction']>[0],
          ): Promise<void> {
            // a full disk has rolled it back already; another ROLLBACK would be the error that is seen
            if (database.inTransaction) {
              await super.rollbackTransaction(connection);
            }
          }
        })({ database: async () => database }),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

/** A whole, consistent copy beside the database before its schema changes. VACUUM INTO is synchronous and needs no second process. */
function backupBeforeMigration(database: SQLite.Database, file: string, from: number): void {
  const folder = path.join(path.dirname(file), 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const target = path.join(folder, `before-migration-from-${from}-${stamp}.db`);
  if (!existsSync(target)) {
    database.prepare('vacuum into ?').run(target);
  }
  const old = readdirSync(folder)
    .filter((name) => name.startsWith('before-migration-'))
    .sort((a, b) => a.slice(-27).localeCompare(b.slice(-27)))
    .slice(0, -KEPT_BACKUPS);
  for (const name of old) {
    rmSync(path.join(folder, name));
  }
}
