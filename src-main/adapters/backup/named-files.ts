import Database from 'better-sqlite3';

/** The files the rows of this database name, by their path inside the data folder: every original, and the logo of the letterhead. */
export function namedIn(copy: string): string[] {
  const database = new Database(copy);
  try {
    const originals = database.prepare('select path from photo order by path').pluck().all() as string[];
    const logo = database
      .prepare(`select json_extract(value, '$.letterhead.logo') from setting where key = 'office'`)
      .pluck()
      .get() as string | null | undefined;
    return [
      ...originals.map((path) => `Foto/${path}`),
      ...(logo ? [`berkas/lampiran/${logo.slice(0, 2)}/${logo}`] : []),
    ];
  } finally {
    database.close();
  }
}
