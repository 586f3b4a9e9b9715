import {
  access,
  constants,
  type FileHandle,
  mkdtemp,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Database } from 'better-sqlite3';
import { makeFolder } from '../../make-folder.ts';
import type { BackupMade, Backups } from '../../newsroom/backup/ports.ts';
import { done, type Outcome, refused } from '../../newsroom/outcome.ts';
import type { Clock } from '../../newsroom/ports.ts';
import { folderWriter } from './folder-writer.ts';
import { dataPrefix, type Manifest, manifestName, readme, readmeName } from './manifest.ts';
import { namedIn } from './named-files.ts';
import { manifestAt } from './restore.ts';
import { goOn, isOver, type Run } from './run.ts';
import { zipWriter } from './zip-writer.ts';

/** What belongs to this process or this computer, or is made again by itself. */
const leftOut = new Set([
  'kulkul.db',
  'kulkul.db-wal',
  'kulkul.db-shm',
  'kulkul.lock',
  'kulkul.lock-journal',
  'kulkul.holder',
  'commands.json',
  'vault.json',
  // a crash may leave it, and the key lies open in it
  'vault.json.new',
  'window',
  'backups',
  'Siap Bagikan',
  // sealed with the key that does not travel, and younger than the copied database: it would call the restored trail cut
  'audit.anchor',
  // speaks of the mails of this very moment, the copied database of an earlier one: believed, it would send mails twice
  'surel-berangkat.log',
  'berkas/masuk',
  'berkas/turunan',
]);

interface Parts {
  readonly dataFolder: string;
  readonly database: Database;
  readonly clock: Clock;
}

/**
 * Copies the data folder while work goes on. The database comes first, by SQLite's own backup, which gives one consistent
 * moment; then the files: a file is always there before the row that names it and never changes, so every row has its file.
 */
export function backups({ dataFolder, database, clock }: Parts): Backups {
  let run: Run | null = null;
  return {
    async prepare(target) {
      const unusable = refused('folder_unusable', { folder: target }, 'folder');
      if (!isAbsolute(target)) return unusable;
      try {
        if (await isOurs(dataFolder, target)) return unusable;
        if (await taken(target, isZip(target))) return unusable;
        await makeFolder(dirname(target));
        await access(dirname(target), constants.W_OK);
        return done(null);
      } catch {
        // whatever the system says: the person chooses another folder
        return unusable;
      }
    },
    async make(target, asker, since) {
      if (run !== null) return refused('backup_running');
      const mine: Run = { cancelled: false, asker, bytes: 0, ofBytes: 0, files: 0 };
      run = mine;
      try {
        const there = since === undefined ? null : await madeSince(target, since);
        return there === null ? await begin(target, mine) : done(there);
      } finally {
        run = null;
      }
    },
    progress: () => (run === null ? null : { bytes: run.bytes, ofBytes: run.ofBytes, files: run.files }),
    cancel: () => {
      if (run !== null) run.cancelled = true;
    },
  };

  async function begin(target: string, mine: Run): Promise<Outcome<BackupMade | 'cancelled'>> {
    const zip = isZip(target);
    let draft: string;
    try {
      if ((await isOurs(dataFolder, target)) || (await taken(target, zip)))
        return refused('folder_unusable', { folder: target }, 'folder');
      await sweepDrafts(target);
      draft = await mkdtemp(join(dirname(target), draftPrefix(target)));
    } catch {
      // the disk it should lie on is not there any more, or may not be written
      return refused('folder_unusable', { folder: target }, 'folder');
    }
    try {
      return await write(draft, target, zip, mine);
    } catch (error) {
      return isOver(mine) ? done('cancelled') : failure(error);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }

  async function write(draft: string, target: string, zip: boolean, mine: Run): Promise<Outcome<BackupMade>> {
    const copy = join(draft, 'kulkul.db');
    await database.backup(copy, {
      progress: () => {
        goOn(mine);
        return PAGES_AT_ONCE;
      },
    });
    mine.ofBytes = await bytesOf(copy, dataFolder);
    const out = zip ? zipWriter(join(draft, 'backup.zip'), mine) : folderWriter(join(draft, 'backup'), mine);

    const files: Manifest['files'][number][] = [];
    const add = async (path: string, from: string) => {
      goOn(mine);
      const file = await openIfThere(path, from);
      if (file === null) return;
      const bytes = file.createReadStream({ autoClose: false });
      try {
        files.push({ path, ...(await out.file(dataPrefix + path, bytes)) });
      } finally {
        bytes.destroy();
        await file.close();
      }
      mine.files = files.length;
    };
    await add('kulkul.db', copy);
    const { secrets, text } = await vaultWithoutKey(join(dataFolder, 'vault.json'));
    if (text) files.push({ path: 'vault.json', ...(await out.text(`${dataPrefix}vault.json`, text)) });
    const links: string[] = [];
    for await (const path of filesOf(dataFolder, links)) await add(path, join(dataFolder, path));
    const written = new Set(files.map(({ path }) => path));
    const missing = namedIn(copy).filter((path) => !written.has(path));

    const manifest: Manifest = {
      format: 'kulkul-backup',
      version: 1,
      madeAt: clock.now().toString(),
      schema: database.pragma('user_version', { simple: true }) as number,
      secrets,
      missing,
      links,
      files,
    };
    await out.text(readmeName, readme(manifest));
    await out.text(manifestName, `${JSON.stringify(manifest, null, 2)}\n`);
    await out.end();
    goOn(mine);
    // whole or not at all
    await rm(target, { recursive: true, force: true });
    await rename(out.path, target);
    await syncFolder(dirname(target));
    return done(madeOf(target, manifest));
  }
}

/** What a core made there that was killed before it could say so; null when there is none of after this instant. */
async function madeSince(target: string, since: string): Promise<BackupMade | null> {
  const manifest = await manifestAt(target);
  if (manifest === null || Date.parse(manifest.madeAt) < Date.parse(since)) return null;
  await sweepDrafts(target);
  return madeOf(target, manifest);
}

/** The manifest has all names; a person is shown so many. */
const MOST_NAMES = 20;

function madeOf(place: string, { files, secrets, missing, links }: Manifest): BackupMade {
  return {
    place,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    files: files.length,
    secrets,
    missing: missing.length,
    missingNames: missing.slice(0, MOST_NAMES),
    links: links.slice(0, MOST_NAMES),
  };
}

/** Pages of the database copied between two looks at everything else. */
const PAGES_AT_ONCE = 500;

function isZip(target: string): boolean {
  return target.toLowerCase().endsWith('.zip');
}

/** Where a backup grows until it is whole, beside its place. */
function draftPrefix(target: string): string {
  return `.${basename(target)}.kulkul-`;
}

/** Removes what a killed one left for the same place. */
async function sweepDrafts(target: string): Promise<void> {
  for (const name of await readdir(dirname(target))) {
    if (name.startsWith(draftPrefix(target))) await rm(join(dirname(target), name), { recursive: true, force: true });
  }
}

async function bytesOf(copy: string, dataFolder: string): Promise<number> {
  let bytes = (await stat(copy)).size;
  // one that went meanwhile is looked at when it is its turn to be copied
  for await (const path of filesOf(dataFolder, []))
    bytes += (await stat(join(dataFolder, path)).catch(orGone))?.size ?? 0;
  return bytes;
}

/** The vault's file as it may travel: without the key itself. */
async function vaultWithoutKey(path: string): Promise<{ secrets: BackupMade['secrets']; text: string | null }> {
  try {
    const { key: _, keyFromSystem: __, ...rest } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
    if (Array.isArray(rest.older)) {
      // keys of before that the present one or a code opens travel; one that lies open or in the key store does not
      rest.older = (rest.older as Record<string, unknown>[])
        .map(({ key: _, keyFromSystem: __, ...one }) => one)
        .filter((one) => one.recovery || one.sealed);
    }
    return rest.recovery
      ? { secrets: 'recovery_code', text: `${JSON.stringify(rest, null, 2)}\n` }
      : { secrets: 'typed_again', text: null };
  } catch {
    return { secrets: 'typed_again', text: null };
  }
}

/** What a row of the database names: it is never changed nor taken away, so one that is gone is a loss to be told. */
const named = /^(kulkul\.db|(Foto|berkas\/lampiran)(\/.*)?)$/;

function orGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

/**
 * @param path inside the data folder, as the manifest names it
 * @returns null for what went since its folder was read (the site is written anew while the backup is made)
 * @throws when it is named by a row
 */
async function openIfThere(path: string, from: string): Promise<FileHandle | null> {
  const file = await open(from).catch(orGone);
  if (file === null && named.test(path)) throw new Error(`ENOENT: ${path}`);
  return file;
}

/** Folders people move to a larger disk and link back; everything in them is ours. */
const followed = /^(Foto|berkas)(\/|$)/;

/**
 * Every file of the data folder that travels, by its path inside it.
 * @param links filled with the links that were not followed
 * @param through real paths of the folders on the way here, so that a link to one of them ends
 */
async function* filesOf(
  root: string,
  links: string[],
  folder = '',
  through: readonly string[] = [],
): AsyncGenerator<string> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(orGone);
  if (entries === null && (folder === '' || named.test(folder))) throw new Error(`ENOENT: ${folder || root}`);
  for (const entry of entries ?? []) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (leftOut.has(path) || entry.name.endsWith('.part')) continue;
    if (entry.isDirectory()) yield* filesOf(root, links, path, through);
    else if (entry.isFile()) yield path;
    else if (entry.isSymbolicLink()) {
      const way = followed.test(path) ? await behind(join(root, path), join(root, folder), through) : null;
      if (way === 'file') yield path;
      else if (way === null) links.push(path);
      else yield* filesOf(root, links, path, way);
    }
  }
}

/** What a link leads to; null for nothing, for something that is neither, and for a folder on the way to it. */
async function behind(
  link: string,
  folder: string,
  through: readonly string[],
): Promise<readonly string[] | 'file' | null> {
  try {
    const there = await stat(link);
    if (there.isFile()) return 'file';
    if (!there.isDirectory()) return null;
    const real = await realpath(link);
    const way = [...through, await realpath(folder)];
    return way.some((one) => inside(real, one)) ? null : [...way, real];
  } catch {
    // the disk behind it is unplugged: the rows say which photos are missing
    return null;
  }
}

/** Whether a backup there would copy itself: inside the data folder, also behind the link of a folder that is followed. */
async function isOurs(dataFolder: string, target: string): Promise<boolean> {
  const parent = await realpath(dirname(target)).catch(() => dirname(target));
  for (const name of ['.', 'Foto', 'berkas']) {
    const real = await realpath(join(dataFolder, name)).catch(() => null);
    if (inside(join(dataFolder, name), target) || (real !== null && inside(real, join(parent, basename(target))))) {
      return true;
    }
  }
  return false;
}

function inside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way));
}

async function taken(target: string, zip: boolean): Promise<boolean> {
  const there = await stat(target).catch(() => null);
  if (!there) return false;
  return zip || !there.isDirectory() || (await readdir(target)).length > 0;
}

function failure(error: unknown): Outcome<never> {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') return refused('disk_full');
  return refused('backup_failed', { detail: code ?? message });
}

async function syncFolder(path: string): Promise<void> {
  // Windows has no handle on a folder to flush
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
