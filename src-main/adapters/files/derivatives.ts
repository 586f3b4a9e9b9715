import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DerivativeFiles } from '../../newsroom/files.ts';
import { done } from '../../newsroom/outcome.ts';
import { orDiskFull, readRange, sizeOrNull } from './disk.ts';

/**
 * No flush here: a derivative lost or emptied by a power cut is made again from its original (`size` calls an empty one absent).
 * @param folder absolute
 */
export function derivativeFiles(folder: string): DerivativeFiles {
  const pathOf = (key: string, extension: string) => {
    if (!/^[0-9a-f]{64}$/.test(key) || !/^[a-z0-9-]{1,16}$/.test(extension.replace('.', '-')))
      throw new Error('not a key of a derivative');
    return join(folder, key.slice(0, 2), key.slice(2, 4), `${key}.${extension}`);
  };

  return {
    keyOf: (recipe) => createHash('sha256').update(recipe).digest('hex'),
    pathOf,
    size: async (key, extension) => (await sizeOrNull(pathOf(key, extension))) || null,
    open: (key, extension, range) => readRange(pathOf(key, extension), range),
    draft: (key, extension) =>
      orDiskFull(async () => {
        const path = pathOf(key, extension);
        await mkdir(dirname(path), { recursive: true });
        return done(join(dirname(path), `${key}.${randomUUID()}.draft.${extension}`));
      }),
    keep: (draft, key, extension) =>
      orDiskFull(async () => {
        await rename(draft, pathOf(key, extension));
        return done(undefined);
      }),
    discard: (draft) => rm(draft, { force: true }),
  };
}
