import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const draftMark = '.kulkul-';
const draftEnd = '.part';

/**
 * Writes a file so that whoever looks (a web server, a program that syncs, a person after a power cut) finds the old or the new content
 * and never half of it: draft beside it, fsync, rename, fsync of the folder. Readable for other accounts. The folder must be there:
 * one that is gone may be a disk that is not plugged in, whose empty place is not to be filled.
 * @throws what the system says; the draft is gone then, and the old content stands
 */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const folder = dirname(path);
  const draft = join(folder, `${draftMark}${randomBytes(6).toString('hex')}${draftEnd}`);
  try {
    const file = await open(draft, 'wx', 0o644);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await renameOver(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

/** What a system says that has no handle on a folder to flush; NTFS keeps its own journal of names. */
const cannot = new Set(['EISDIR', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EPERM', 'EACCES', 'EBADF']);

/** Makes a rename or a removal in this folder survive a power cut, where the system can. @throws what a disk says that fails */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!cannot.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** Takes away drafts that a killed core left behind; a folder that cannot be read has none to speak of. */
export async function sweepDrafts(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (name.startsWith(draftMark) && name.endsWith(draftEnd)) await rm(join(folder, name), { force: true });
  }
}

/** On Windows a reader (web server, virus scanner, a person who has the PDF open) may hold the old file for a moment. */
async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await rename(from, to);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (attempt >= 5 || process.platform !== 'win32' || !['EPERM', 'EACCES', 'EBUSY'].includes(code ?? ''))
        throw error;
      await new Promise((resolve) => setTimeout(resolve, 40 * 2 ** attempt));
    }
  }
}
