import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import SQLite, { type Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate, NewerDatabase } from '../../../src-main/adapters/database/migrate.ts';
import { migrations } from '../../../src-main/adapters/database/migrations/index.ts';
import { openDatabase } from '../../../src-main/adapters/database/open-database.ts';
import { systemClock, ulidIds } from '../../../src-main/adapters/time/clock.ts';
import { fillDirty } from '../../builders/dirty-rows.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kulkul migrasi '));
  file = path.join(folder, 'kulkul.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const newest = migrations.at(-1)?.number ?? 0;

/** The database as an older Kulkul left it, full of what people really type. */
function old(version: number, fill: (database: Database) => void = fillDirty): void {
  const database = new SQLite(file);
  database.pragma('journal_mode = WAL');
  const known = migrations.filter((migration) => migration.number <= version);
  migrate(database, known, () => {});
  fill(database);
  database.close();
}

function open() {
  const clock = systemClock();
  return openDatabase({ file, clock, ids: ulidIds(clock), happen: () => {} });
}

function rowsOf(database: Database): Map<string, string[]> {
  const tables = database
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[];
  return new Map(
    tables.map((table) => [
      table,
      (database.prepare(`select * from "${table}"`).all() as object[]).map((row) => JSON.stringify(row)).sort(),
    ]),
  );
}

it('has one list of steps, in the order of their numbers, each once', () => {
  const numbers = migrations.map((migration) => migration.number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});

it.each(migrations.slice(0, -1).map((migration) => [migration.number, migration.name] as const))(
  'upgrades version %i (%s) to the newest with everything in it, after a backup',
  async (version) => {
    old(version);
    const before = new SQLite(file, { readonly: true });
    const was = rowsOf(before);
    before.close();
    expect([...was.values()].some((rows) => rows.length > 1)).toBe(true);

    const opened = open();
    const now = rowsOf(opened.handle);
    expect(opened.handle.pragma('user_version', { simple: true })).toBe(newest);
    expect(opened.handle.pragma('foreign_key_check')).toEqual([]);
    expect(opened.handle.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(opened.handle.pragma('foreign_keys', { simple: true })).toBe(1);
    // steps so far only add: every old row is there as it was, or with new columns
    for (const [table, rows] of was) {
      const after = (now.get(table) ?? []).map((row) => JSON.parse(row) as Record<string, unknown>);
      for (const row of rows) {
        const wanted = Object.entries(JSON.parse(row) as Record<string, unknown>);
        const kept = after.some((one) =>
          wanted.every(([key, value]) => JSON.stringify(one[key]) === JSON.stringify(value)),
        );
        expect(kept, `${table}: ${row}`).toBe(true);
      }
    }
    await opened.close();

    const backups = readdirSync(path.join(folder, 'backups'));
    expect(backups).toHaveLength(1);
    const backup = new SQLite(path.join(folder, 'backups', backups[0] ?? ''), { readonly: true });
    expect(backup.pragma('user_version', { simple: true })).toBe(version);
    expect(backup.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(rowsOf(backup)).toEqual(was);
    backup.close();

    // a second start changes nothing and needs no other backup
    await open().close();
    expect(readdirSync(path.join(folder, 'backups'))).toHaveLength(1);
  },
);

it('brings approvals that are older than the decisions into the history and the register', async () => {
  old(5, (database) => {
    fillDirty(database);
    const person = database.prepare('select id from user limit 1').pluck().get();
    const release = database.prepare('select id from release limit 1').pluck().get();
    database.exec('delete from release_version');
    const add = database.prepare('insert into release_version values (?, ?, ?, ?, ?, ?, ?, ?)');
    for (const version of [1, 2])
      add.run(
        release,
        version,
        '007/SP/X/2025',
        '{}',
        'a'.repeat(64),
        `2025-11-0${version}T00:00:00Z`,
        person,
        "Ni 'Luh",
      );
  });
  const opened = open();
  const decisions = opened.handle
    .prepare('select act, version, user_name from release_decision order by version')
    .all();
  expect(decisions).toEqual([
    { act: 'approved', version: 1, user_name: "Ni 'Luh" },
    { act: 'approved', version: 2, user_name: "Ni 'Luh" },
  ]);
  // two versions of one release share its number
  expect(opened.handle.prepare('select year, seq, number from release_number').all()).toEqual([
    { year: 2025, seq: 1, number: '007/SP/X/2025' },
  ]);
  await opened.close();
});

it('refuses a newer database with a word and does not touch it', () => {
  old(newest, () => {});
  const newer = new SQLite(file);
  newer.pragma(`user_version = ${newest + 1}`);
  newer.close();
  expect(() => open()).toThrow(NewerDatabase);
  const untouched = new SQLite(file, { readonly: true });
  expect(untouched.pragma('user_version', { simple: true })).toBe(newest + 1);
  untouched.close();
  expect(readdirSync(folder)).not.toContain('backups');
});

it('leaves the old database as it was when a step fails in the middle', () => {
  old(newest);
  const database = new SQLite(file);
  const was = rowsOf(database);
  const broken = {
    number: newest + 1,
    name: 'broken',
    up(inside: Database) {
      inside.exec('create table half (a text) strict; delete from session');
      throw new Error('disk full');
    },
  };
  expect(() => migrate(database, [...migrations, broken], () => {})).toThrow('disk full');
  expect(rowsOf(database)).toEqual(was);
  expect(database.pragma('user_version', { simple: true })).toBe(newest);
  expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  database.close();
});

it('refuses a step that leaves rows without their parent', () => {
  old(newest);
  const database = new SQLite(file);
  const orphaning = {
    number: newest + 1,
    name: 'orphaning',
    up: (inside: Database) => void inside.exec('delete from user'),
  };
  expect(() => migrate(database, [...migrations, orphaning], () => {})).toThrow(/without their parent/);
  expect(database.prepare('select count(*) from user').pluck().get()).toBeGreaterThan(0);
  database.close();
});
