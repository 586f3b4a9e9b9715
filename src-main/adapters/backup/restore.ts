import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { type Entry, open as openZip, type ZipFile } from 'yauzl';
import { makeFolder } from '../../make-folder.ts';
import { AUDIT_ANCHORED } from '../../newsroom/audit.ts';
import { RESTORED } from '../../newsroom/distribution/hold-restored.ts';
import { dataPrefix, type Manifest, manifestName, manifestSchema } from './manifest.ts';

export type RestoreProblem = {
  readonly code: 'not_a_backup' | 'not_empty' | 'damaged' | 'newer' | 'target_unusable' | 'disk_full';
  readonly detail: string;
};

export interface Restored {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  readonly madeAt: string;
  readonly secrets: Manifest['secrets'];
}

/**
 * Restores a backup into an empty or missing folder and proves it: every file against its SHA-256, the database by SQLite's own
 * check. Until all of it is proven the data lies in a folder beside, so a broken backup never leaves half a newsroom.
 * @param from folder or ZIP file
 * @param knownSchema newest schema this program knows
 */
export async function restoreBackup(
  from: string,
  into: string,
  knownSchema: number,
): Promise<
  { readonly ok: true; readonly restored: Restored } | { readonly ok: false; readonly problem: RestoreProblem }
> {
  const target = resolve(into);
  const draft = `${target}.pulih`;
  let source: Source | null = null;
  let drafted = false;
  try {
    if (await atTarget(holdsSomething(target))) return no('not_empty', target);
    source = (await stat(from)).isDirectory() ? folderSource(resolve(from)) : await zipSource(resolve(from));
    const manifest = manifestSchema.parse(JSON.parse((await source.text(manifestName)) ?? ''));
    if (manifest.schema > knownSchema) return no('newer', String(manifest.schema));
    await atTarget(rm(draft, { recursive: true, force: true }));
    await atTarget(makeFolder(draft, 0o700));
    drafted = true;
    for (const file of manifest.files) {
      const place = resolve(draft, file.path);
      if (!place.startsWith(draft + sep)) return no('damaged', file.path);
      await mkdir(dirname(place), { recursive: true });
      const got = await source.copy(dataPrefix + file.path, place);
      if (!got || got.bytes !== file.bytes || got.sha256 !== file.sha256) return no('damaged', file.path);
    }
    const wrong = checkDatabase(join(draft, 'kulkul.db'), manifest.madeAt);
    if (wrong) return no('damaged', `kulkul.db: ${wrong}`);
    // there and empty, or not there: both are as good; anything else (filled meanwhile, a mount) is told
    await atTarget(rmdir(target).catch(gone));
    await atTarget(rename(draft, target));
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    const { madeAt, secrets } = manifest;
    return { ok: true, restored: { folder: target, files: manifest.files.length, bytes, madeAt, secrets } };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const detail = code ?? message.slice(0, 200);
    if (error instanceof AtTarget) return no('target_unusable', detail);
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') return no('disk_full', detail);
    return no('not_a_backup', detail);
  } finally {
    source?.close();
    if (drafted) await rm(draft, { recursive: true, force: true });
  }
}

/** Carries what the system said of the target past what it says of the backup. */
class AtTarget extends Error {
  readonly code: string | undefined;

  constructor({ code, message }: NodeJS.ErrnoException) {
    super(message);
    this.code = code;
  }
}

function atTarget<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: NodeJS.ErrnoException) => {
    throw new AtTarget(error);
  });
}

/** The manifest of the backup at this place (folder or ZIP file), or null where none can be read. */
export async function manifestAt(place: string): Promise<Manifest | null> {
  let source: Source | null = null;
  try {
    source = (await stat(place)).isDirectory() ? folderSource(place) : await zipSource(place);
    return manifestSchema.parse(JSON.parse((await source.text(manifestName)) ?? ''));
  } catch {
    // nothing there, or something else: not a backup of ours
    return null;
  } finally {
    source?.close();
  }
}

function no(code: RestoreProblem['code'], detail: string) {
  return { ok: false, problem: { code, detail } } as const;
}

async function holdsSomething(folder: string): Promise<boolean> {
  const there = await stat(folder).catch(gone);
  return there !== null && (!there.isDirectory() || (await readdir(folder)).length > 0);
}

interface Source {
  text(name: string): Promise<string | null>;
  copy(name: string, place: string): Promise<{ bytes: number; sha256: string } | null>;
  close(): void;
}

function folderSource(folder: string): Source {
  return {
    text: (name) => readFile(join(folder, name), 'utf8'),
    copy: (name, place) => copyStream(createReadStream(join(folder, name)), place).catch(gone),
    close: () => {},
  };
}

/** Only what is not there is nothing: of a backup damage to name, of a target what is wanted. Anything else is an error of its own. */
function gone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

async function zipSource(file: string): Promise<Source> {
  const zip = await new Promise<ZipFile>((done, fail) =>
    openZip(file, { lazyEntries: true, autoClose: false }, (error, opened) => (error ? fail(error) : done(opened))),
  );
  const entries = new Map<string, Entry>();
  await new Promise<void>((done, fail) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once('end', () => done());
    zip.once('error', fail);
    zip.readEntry();
  });
  const read = (entry: Entry) =>
    new Promise<NodeJS.ReadableStream>((done, fail) =>
      zip.openReadStream(entry, (error, stream) => (error ? fail(error) : done(stream))),
    );
  return {
    async text(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      const pieces: Buffer[] = [];
      for await (const piece of await read(entry)) pieces.push(piece as Buffer);
      return Buffer.concat(pieces).toString('utf8');
    },
    async copy(name, place) {
      const entry = entries.get(name);
      return entry ? copyStream(await read(entry), place) : null;
    },
    close: () => zip.close(),
  };
}

async function copyStream(source: NodeJS.ReadableStream, place: string) {
  const hash = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(piece: Buffer, _, next) {
      hash.update(piece);
      bytes += piece.length;
      next(null, piece);
    },
  });
  await pipeline(source, meter, createWriteStream(place, { flush: true, mode: 0o600 }));
  return { bytes, sha256: hash.digest('hex') };
}

/**
 * SQLite's own word on a restored database; null when all is well. Then the backup that was under way in it is forgotten,
 * everybody is signed out, and it is marked as restored: its first start holds the mails that wait.
 */
function checkDatabase(file: string, madeAt: string): string | null {
  const database = new Database(file);
  try {
    const [row] = database.pragma('integrity_check') as { integrity_check: string }[];
    const orphans = database.pragma('foreign_key_check') as unknown[];
    if (row?.integrity_check !== 'ok') return row?.integrity_check ?? 'unreadable';
    if (orphans.length > 0) return `${orphans.length} rows without their parent`;
    // the backup that was being made is this one: its job must not be taken up again by the restored office
    database.exec(`delete from job where kind = 'make-backup'; delete from setting where key = 'backup-last'`);
    // a session of that day may have been ended since, and its token may be in somebody's hands
    database.exec('delete from session');
    // the end that was kept of the trail stays behind in the old folder; here it is kept from the first start on
    database.prepare('delete from setting where key = ?').run(AUDIT_ANCHORED);
    database
      .prepare('insert or replace into setting (key, value) values (?, ?)')
      .run(RESTORED, JSON.stringify({ madeAt }));
    return null;
  } finally {
    database.close();
  }
}
