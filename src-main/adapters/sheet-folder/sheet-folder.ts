import { createHash } from 'node:crypto';
import { access, constants, mkdtemp, readFile, realpath, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, relative, sep } from 'node:path';
import { makeFolder } from '../../make-folder.ts';
import type { FolderReason, SheetFolder } from '../../newsroom/agenda/outgoing/folder-port.ts';
import { done, type Outcome, refused } from '../../newsroom/outcome.ts';
import { sweepDrafts, writeWhole } from '../../whole-file.ts';

/** Says whose the folder is, and which files in it are ours. */
const markName = '.kulkul-agenda.json';

interface Mark {
  readonly kulkul: 'agenda';
  readonly ownerId: string;
  readonly formerly: readonly string[];
  /** Name -> SHA-256 of what we wrote there. */
  readonly files: Readonly<Record<string, string>>;
}

/** Names of so many files are remembered; those of older days stay as they are. */
const MOST_FILES = 400;

/** @param dataFolder the office's own data, in which nothing of this may lie */
export function sheetFolder(dataFolder: string): SheetFolder {
  async function inspect(
    folder: string,
    ownerId: string,
    formerly: readonly string[],
  ): Promise<Outcome<{ state: 'free' | 'ours' }>> {
    const no = (reason: FolderReason) => unusable(folder, reason);
    if (!isAbsolute(folder)) return no('relative');
    if (await isInside(dataFolder, folder)) return no('own_data');
    const there = await stat(folder).catch(() => null);
    if (there === null) {
      const parent = await stat(dirname(folder)).catch(() => null);
      if (!parent?.isDirectory()) return no('missing');
      return (await takesFiles(dirname(folder))) ? done({ state: 'free' }) : no('read_only');
    }
    if (!there.isDirectory()) return no('not_folder');
    if (!(await takesFiles(folder))) return no('read_only');
    const mark = await readMark(folder);
    if (mark === null) return done({ state: 'free' });
    if (mark.ownerId === ownerId) return done({ state: 'ours' });
    const related = formerly.includes(mark.ownerId) || mark.formerly.includes(ownerId);
    return no(related ? 'other_copy' : 'other_office');
  }

  return {
    inspect,
    async mark(folder, ownerId, formerly, takeOver) {
      const usable = await inspect(folder, ownerId, formerly);
      if (!usable.ok && !(takeOver && usable.refusal.params.reason === 'other_copy')) return usable;
      return orRefusal(folder, async () => {
        const before = await readMark(folder);
        await makeFolder(folder, 0o755);
        const others = new Set([...(before?.formerly ?? []), before?.ownerId ?? ownerId, ...formerly]);
        others.delete(ownerId);
        await writeMark(folder, { kulkul: 'agenda', ownerId, formerly: [...others], files: before?.files ?? {} });
        return done(undefined);
      });
    },
    async write(folder, ownerId, files) {
      const there = await stat(folder).catch(() => null);
      const mark = there?.isDirectory() ? await readMark(folder) : null;
      if (mark === null) return unusable(folder, 'vanished');
      if (mark.ownerId !== ownerId)
        return unusable(folder, mark.formerly.includes(ownerId) ? 'other_copy' : 'other_office');
      return orRefusal(folder, async () => {
        await sweepDrafts(folder);
        const names: string[] = [];
        const ours: Record<string, string> = { ...mark.files };
        for (const { name, bytes } of files) {
          const hash = createHash('sha256').update(bytes).digest('hex');
          const free = await nameFor(folder, name, ours);
          // said first: killed in between, the next writing still knows the file for ours
          ours[free] = hash;
          await writeMark(folder, { ...mark, files: newest(ours) });
          await writeWhole(join(folder, free), bytes);
          names.push(free);
        }
        return done(names);
      });
    },
  };
}

function unusable(folder: string, reason: FolderReason) {
  return refused('agenda_folder_unusable', { folder, reason }, 'folder');
}

async function orRefusal<T>(folder: string, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') return refused('disk_full');
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EIO' || code === 'ENODEV' || code === 'ESTALE')
      return unusable(folder, 'vanished');
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'EBUSY')
      return unusable(folder, 'read_only');
    throw error;
  }
}

/** The name itself where it is free or ours, else the next number; a stranger's file is never written over. */
async function nameFor(folder: string, name: string, ours: Readonly<Record<string, string>>): Promise<string> {
  const extension = extname(name);
  for (let number = 1; ; number++) {
    const wanted = number === 1 ? name : `${name.slice(0, name.length - extension.length)} (${number})${extension}`;
    if (ours[wanted] !== undefined || (await stat(join(folder, wanted)).catch(() => null)) === null) return wanted;
  }
}

function newest(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).slice(-MOST_FILES));
}

/** Null without one that can be read. */
async function readMark(folder: string): Promise<Mark | null> {
  try {
    const read = JSON.parse(await readFile(join(folder, markName), 'utf8')) as Partial<Mark>;
    if (read.kulkul !== 'agenda' || typeof read.ownerId !== 'string') return null;
    const formerly = Array.isArray(read.formerly) ? read.formerly.filter((one) => typeof one === 'string') : [];
    const files = typeof read.files === 'object' && read.files !== null ? read.files : {};
    return { kulkul: 'agenda', ownerId: read.ownerId, formerly, files };
  } catch {
    return null;
  }
}

function writeMark(folder: string, mark: Mark): Promise<void> {
  return writeWhole(join(folder, markName), `${JSON.stringify(mark)}\n`);
}

/** Tried, not asked: root may write everywhere, it says, and a read-only disk takes nothing. */
async function takesFiles(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    await rmdir(await mkdtemp(join(folder, '.kulkul-')));
    return true;
  } catch {
    return false;
  }
}

async function isInside(outer: string, folder: string): Promise<boolean> {
  const real = async (path: string): Promise<string> =>
    realpath(path).catch(async () => (dirname(path) === path ? path : join(await real(dirname(path)), basename(path))));
  const way = relative(await real(outer), await real(folder));
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
