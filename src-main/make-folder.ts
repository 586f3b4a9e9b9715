import { mkdirSync, statSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder, and what is missing above it. Node's own `recursive` never comes back where a folder is there but takes no
 * other, as in /proc: it hears ENOENT, finds the folder above, and tries again for ever.
 * @param mode of every folder that is made
 * @throws what the system says, about the uppermost folder that could not be made
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path), mode);
  try {
    await mkdir(path, mode);
  } catch (error) {
    // somebody else may have made it just now
    if (!(await isFolder(path))) throw error;
  }
}

/** The same, for a start that has nothing else to do. */
export function makeFolderSync(path: string, mode = 0o777): void {
  const there = () => statSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (there()) return;
  if (dirname(path) !== path) makeFolderSync(dirname(path), mode);
  try {
    mkdirSync(path, mode);
  } catch (error) {
    if (!there()) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
