import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DerivativeFiles } from '../../newsroom/files.ts';
import { done } from '../../newsroom/outcome.ts';
import { orDiskFull, readRange, sizeOrNull } from './disk.ts';

/**
 * No flush for previews: one lost or emptied by a power cut is made again from its original (`size` calls an empty one absent).
 * What leaves the house is flushed first: half of it would be sent.
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
    keep: (draft, key, extension, how) =>
      orDiskFull(async () => {
        if (how?.flushed) await flush(draft);
        await rename(draft, pathOf(key, extension));
        return done(undefined);
      }),
    discard: (path) => rm(path, { force: true }),
  };
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
