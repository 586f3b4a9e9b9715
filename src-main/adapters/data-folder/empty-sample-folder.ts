import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a filling of the sample office makes. Everything else in the folder (the lock, the window's own things) stays. */
const made = /^(kulkul\.db(-wal|-shm|-journal)?|Foto|Situs|berkas|audit\.anchor(\.part)?|surel-berangkat\.log)$/;

/**
 * Empties a data folder whose sample office was only half filled. Only for such a one, and only while its lock is held and no database
 * is open in it.
 */
export function emptySampleFolder(folder: string): void {
  const names = readdirSync(folder).filter((name) => made.test(name));
  // the database goes last: until then a kill here leaves the mark that it is unfinished
  names.sort((a, b) => Number(a.startsWith('kulkul.db')) - Number(b.startsWith('kulkul.db')) || b.length - a.length);
  for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Names of what a filling makes and a person may have made before: their pictures, their site, their files. */
const peoples = ['Foto', 'Situs', 'berkas'];

/**
 * What lies in a folder without a database that a filling cut off there would empty later: somebody's own, never begun upon.
 * @returns the names that are there; none where a database is, or where the folder is missing
 */
export function inTheWayOfTheSample(folder: string): string[] {
  if (existsSync(join(folder, 'kulkul.db'))) return [];
  return peoples.filter((name) => existsSync(join(folder, name)));
}
