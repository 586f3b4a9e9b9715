import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { makeFolderSync } from '../../make-folder.ts';
import { networkKind } from './network-kind.ts';

export type FolderRefusal = {
  readonly code: 'folder_in_use' | 'folder_on_network' | 'folder_read_only';
  readonly params: { readonly folder: string; readonly detail: string; readonly holder: string };
};

/** A data folder that belongs to this process alone until `release` or the end of the process, however it ends. */
export interface HeldFolder {
  /** Real path, links resolved. */
  readonly path: string;
  release(): void;
}

/**
 * Takes a data folder for this process: makes it when it is missing (0700), refuses network folders, folders without the
 * right to write, and folders another core holds. The lock is an SQLite file in locking_mode=EXCLUSIVE: the system lets go
 * of it when the process dies, also by kill -9, so there is never a stale lock to clean away.
 * @param kindOf names a network file system, or answers null; tests hand over their own
 */
export function holdDataFolder(
  folder: string,
  kindOf: (path: string) => string | null = networkKind,
): { readonly ok: true; readonly folder: HeldFolder } | { readonly ok: false; readonly refusal: FolderRefusal } {
  const no = (code: FolderRefusal['code'], detail: string, holder = '') =>
    ({ ok: false, refusal: { code, params: { folder, detail, holder } } }) as const;

  let path: string;
  try {
    makeFolderSync(folder, 0o700);
    path = realpathSync.native(folder);
    tryWriting(path);
  } catch (error) {
    return no('folder_read_only', wordsOf(error));
  }
  const kind = kindOf(path);
  if (kind) return no('folder_on_network', kind);

  const lockFile = join(path, 'kulkul.lock');
  const holderFile = join(path, 'kulkul.holder');
  let lock: Database.Database | undefined;
  try {
    lock = new Database(lockFile, { timeout: 0 });
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS held (at TEXT); COMMIT');
  } catch (error) {
    lock?.close();
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY'))
      return no('folder_in_use', '', holderOf(holderFile));
    return no('folder_read_only', wordsOf(error));
  }
  try {
    writeFileSync(holderFile, String(process.pid));
  } catch {
    // a full disk: the lock holds, only the next one is not told by whom
  }
  const held = lock;
  return {
    ok: true,
    folder: {
      path,
      release: () => {
        rmSync(holderFile, { force: true });
        held.close();
      },
    },
  };
}

/** Asks the file system itself: permission bits say nothing about a read-only mount, nor to root. */
function tryWriting(path: string): void {
  const probe = join(path, `.tulis-${randomBytes(4).toString('hex')}`);
  closeSync(openSync(probe, 'wx', 0o600));
  rmSync(probe);
}

function holderOf(file: string): string {
  try {
    const process = readFileSync(file, 'utf8').trim();
    return process === '' ? '' : ` (proses ${process})`;
  } catch {
    return '';
  }
}

function wordsOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
