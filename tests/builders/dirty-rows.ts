import type { Database } from 'better-sqlite3';

/** What people, cameras and Word really put into fields. */
const dirty = [
  '',
  ' ',
  "O'Brien'; drop table user; --",
  'Ida Ayu “Dayu” – ᬅᬓ᭄ᬱᬭ 🥁',
  'a\u0301\u200bb\r\nc\td',
  '{"rusak": ',
  '%_\\',
  'x'.repeat(20_000),
];

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
  readonly hidden: number;
}
interface Key {
  readonly id: number;
  readonly table: string;
  readonly from: string;
  readonly to: string | null;
}

/**
 * Fills every table of a database, whatever its schema, with some rows of awkward but allowed values; rows that refer to others refer
 * to rows that are there. A new table needs no line here.
 * @param each rows per table
 */
export function fillDirty(database: Database, each = 4): void {
  const tables = database
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[];
  const done = new Set<string>();
  const fill = (table: string): void => {
    if (done.has(table)) return;
    done.add(table);
    const keys = database.pragma(`foreign_key_list("${table}")`) as Key[];
    for (const key of keys) fill(key.table);
    const columns = (database.pragma(`table_xinfo("${table}")`) as Column[]).filter((column) => column.hidden === 0);
    const insert = database.prepare(
      `insert or ignore into "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    );
    for (let row = 0; row < each; row += 1)
      insert.run(
        ...columns.map((column, at) => {
          const key = keys.find((one) => one.from === column.name);
          if (key !== undefined) return parentOf(database, key, row);
          return awkward(column, row, at);
        }),
      );
  };
  database.pragma('foreign_keys = on');
  for (const table of tables) fill(table);
}

function parentOf(database: Database, key: Key, row: number): unknown {
  const to = key.to ?? (database.pragma(`table_info("${key.table}")`) as Column[]).find((one) => one.pk === 1)?.name;
  const all = database.prepare(`select "${to}" from "${key.table}" limit 10`).pluck().all();
  return all[row % Math.max(1, all.length)];
}

function awkward(column: Column, row: number, at: number): unknown {
  const text = dirty[(row + at) % dirty.length] ?? '';
  switch (column.type.toLowerCase()) {
    case 'integer':
      return row + 1;
    case 'real':
      return row + 0.5;
    case 'blob':
      return Buffer.from([row, 0, 255, at]);
    default:
      // keys must differ; everything else may be as it is
      return column.pk > 0 || /(^|_)(id|hash|name|key|sha256|username|number)$/.test(column.name)
        ? `${row}-${text}`
        : text;
  }
}
