import { chmod, link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Id } from '../../contract/basics.ts';
import type { OriginalFiles, OriginalPlace, SealedFile } from '../../newsroom/files.ts';
import { done, type Outcome, refused } from '../../newsroom/outcome.ts';
import { flushFolder, orDiskFull, readBack, readRange, sizeOrNull, statOrNull } from './disk.ts';
import { numbered, safeFileName, safeFolderName } from './safe-name.ts';

/** A folder in which so many files of one name lie is no folder of one event any more. */
const mostOfOneName = 10_000;

const guardless = new Set(['ENOENT', 'EPERM', 'EACCES', 'EROFS', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL']);

/**
 * @param folder absolute, the root of the readable archive
 * @param incomingPath where the sealed file lies
 */
export function originalFiles(folder: string, incomingPath: (id: Id) => string): OriginalFiles {
  const known = new Set<string>();

  /** Makes year and event folder, and flushes each new name into its parent. */
  async function makeFolder(relative: string): Promise<void> {
    if (known.has(relative)) return;
    let path = folder;
    await mkdir(path, { recursive: true });
    for (const part of relative.split('/')) {
      const parent = path;
      path = join(path, part);
      await mkdir(path, { recursive: true });
      await flushFolder(parent);
    }
    known.add(relative);
  }

  /** Whether the file that has the name already is this very picture: linked before a crash, or left without its row. */
  async function isSame(target: string, part: string, sealed: Pick<SealedFile, 'sha256' | 'bytes'>): Promise<boolean> {
    const [there, here] = await Promise.all([statOrNull(target), statOrNull(part)]);
    if (there === null || !there.isFile() || there.size !== sealed.bytes) return false;
    if (here !== null && there.ino === here.ino && there.dev === here.dev && there.ino !== 0) return true;
    return (await readBack(target)).sha256 === sealed.sha256;
  }

  async function place(
    id: Id,
    sealed: Pick<SealedFile, 'sha256' | 'bytes'>,
    wanted: OriginalPlace,
  ): Promise<Outcome<{ path: string }>> {
    const part = incomingPath(id);
    const title = safeFolderName(`${wanted.day} ${wanted.folderTitle}`, wanted.day);
    const relative = `${wanted.day.slice(0, 4)}/${title}`;
    await makeFolder(relative);
    const name = safeFileName(wanted.fileName, wanted.extension, 'foto');
    for (let number = 1; number < mostOfOneName; number++) {
      const path = `${relative}/${numbered(name, number)}`;
      const target = join(folder, path);
      const claimed = await claim(part, target);
      if (claimed === 'folder_gone') {
        // somebody tidied up in Explorer while we ran
        known.delete(relative);
        await makeFolder(relative);
        number--;
        continue;
      }
      if (claimed === 'taken' && !(await isSame(target, part, sealed))) continue;
      await flushFolder(dirname(target));
      return done({ path });
    }
    return refused('invalid');
  }

  return {
    place: (id, sealed, wanted) => orDiskFull(() => place(id, sealed, wanted)),
    pathOf: (path) => join(folder, path),
    async protect(path) {
      try {
        await chmod(join(folder, path), 0o444);
      } catch (error) {
        // a memory stick knows no rights, and a file may be gone by now: it is a guard against slips, not a promise
        if (!guardless.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      }
    },
    size: (path) => sizeOrNull(join(folder, path)),
    open: (path, range) => readRange(join(folder, path), range),
  };
}

/**
 * Takes a name that nobody has, in one step: a hard link never overwrites. Where the file system has none (FAT, exFAT, some
 * network drives) an empty file made with O_EXCL holds the name and is replaced by rename.
 */
async function claim(part: string, target: string): Promise<'claimed' | 'taken' | 'folder_gone'> {
  try {
    await link(part, target);
    return 'claimed';
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') return 'taken';
    if (code === 'ENOENT' && (await statOrNull(dirname(target))) === null) return 'folder_gone';
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS' && code !== 'EMLINK')
      throw error;
  }
  try {
    await (await open(target, 'wx')).close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'taken';
    throw error;
  }
  try {
    await rename(part, target);
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
  return 'claimed';
}
