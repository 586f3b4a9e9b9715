import { createHash, randomUUID } from 'node:crypto';
import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AttachmentFiles, ByteStream } from '../../newsroom/files.ts';
import { done, type Outcome, refused } from '../../newsroom/outcome.ts';
import { flushFolder, orDiskFull, readBack, readRange, sizeOrNull, writeAll } from './disk.ts';

/** @param folder absolute */
export function attachmentFiles(folder: string): AttachmentFiles {
  const pathOf = (sha256: string) => {
    // a hash is all that may ever reach the path
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256');
    return join(folder, sha256.slice(0, 2), sha256);
  };

  async function put(bytes: ByteStream): Promise<Outcome<{ sha256: string; bytes: number }>> {
    await mkdir(folder, { recursive: true });
    const part = join(folder, `${randomUUID()}.part`);
    const hash = createHash('sha256');
    let size = 0;
    try {
      const handle = await open(part, 'wx');
      try {
        for await (const piece of bytes) {
          await writeAll(handle, piece, size);
          hash.update(piece);
          size += piece.byteLength;
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
      const sha256 = hash.digest('hex');
      if ((await readBack(part)).sha256 !== sha256) return refused('picture_broken');
      const target = pathOf(sha256);
      if ((await sizeOrNull(target)) === size) return done({ sha256, bytes: size });
      await mkdir(dirname(target), { recursive: true });
      await flushFolder(folder);
      await rename(part, target);
      await chmod(target, 0o444);
      await flushFolder(dirname(target));
      return done({ sha256, bytes: size });
    } finally {
      await rm(part, { force: true });
    }
  }

  return {
    put: (bytes) => orDiskFull(() => put(bytes)),
    pathOf,
    size: (sha256) => sizeOrNull(pathOf(sha256)),
    open: (sha256, range) => readRange(pathOf(sha256), range),
  };
}
