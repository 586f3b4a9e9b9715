import { createHash, type Hash } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { chmod, type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import type { Id } from '../../contract/basics.ts';
import type { IncomingFiles, SealedFile } from '../../newsroom/files.ts';
import { done, type Outcome, refused } from '../../newsroom/outcome.ts';
import { flushFolder, isMissing, orDiskFull, readBack, sizeOrNull, statOrNull, writeAll } from './disk.ts';

const copyBytes = 1024 * 1024;

/** The hash of what has arrived so far, kept while pieces come; made anew from the file after a restart. */
interface Running {
  readonly hash: Hash;
  bytes: number;
}

type Chosen = Parameters<IncomingFiles['copyFrom']>[2];

/** FAT keeps times by two seconds, and a system that has just written a file knows them finer until it is mounted anew. */
const timeStep = 2000;

function isStill(chosen: Chosen, now: Stats): boolean {
  return now.size === chosen.size && Math.abs(now.mtimeMs - chosen.lastModified) < timeStep;
}

/**
 * Opens a file of ours that is there already, for writing and flushing. One that may only be read is made writable: it was placed and
 * protected, and the core was killed before it was dropped.
 */
async function openAgain(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
  }
  await chmod(path, 0o600);
  return open(path, 'r+');
}

/** @param folder absolute; must lie in the same file system as the originals, so that placing needs no copy */
export function incomingFiles(folder: string): IncomingFiles {
  const running = new Map<Id, Running>();
  const busy = new Map<Id, Promise<unknown>>();
  const pathOf = (id: Id) => join(folder, `${id}.part`);

  /** One at a time per file: two pieces of one file sent together must not interleave. */
  async function alone<T>(id: Id, work: () => Promise<T>): Promise<T> {
    const before = busy.get(id) ?? Promise.resolve();
    const mine = before.then(work, work);
    busy.set(id, mine);
    try {
      return await mine;
    } finally {
      if (busy.get(id) === mine) busy.delete(id);
    }
  }

  async function hashSoFar(id: Id, bytes: number): Promise<Running> {
    const known = running.get(id);
    if (known !== undefined && known.bytes === bytes) return known;
    const hash = createHash('sha256');
    if (bytes > 0)
      for await (const part of createReadStream(pathOf(id), { end: bytes - 1 })) hash.update(part as Buffer);
    const fresh = { hash, bytes };
    running.set(id, fresh);
    return fresh;
  }

  async function append(id: Id, offset: number, piece: Uint8Array): Promise<Outcome<{ received: number }>> {
    await mkdir(folder, { recursive: true });
    const received = (await sizeOrNull(pathOf(id))) ?? 0;
    if (offset !== received) return refused('piece_out_of_order', { expected: received });
    const state = await hashSoFar(id, received);
    const handle = await (received === 0 ? open(pathOf(id), 'w') : openAgain(pathOf(id)));
    try {
      await writeAll(handle, piece, offset);
      await handle.datasync();
    } catch (error) {
      // half a piece is no piece: the offset that was acknowledged last stays true
      running.delete(id);
      await handle.truncate(received).catch(() => {});
      throw error;
    } finally {
      await handle.close();
    }
    state.hash.update(piece);
    state.bytes += piece.byteLength;
    return done({ received: state.bytes });
  }

  async function copyFrom(id: Id, path: string, chosen: Chosen): Promise<Outcome<{ received: number }>> {
    const found = await statOrNull(path);
    if (found === null || !found.isFile()) return refused('not_found');
    if (!isStill(chosen, found)) return refused('file_changed');
    await mkdir(folder, { recursive: true });
    const hash = createHash('sha256');
    let position = 0;
    const source = await open(path, 'r');
    try {
      // a new file, never the old one written over: what was placed before a crash is that very file, under its other name
      await rm(pathOf(id), { force: true });
      const handle = await open(pathOf(id), 'wx');
      try {
        // two buffers: one is being written while the next is read from the card
        let current = Buffer.allocUnsafe(copyBytes);
        let other = Buffer.allocUnsafe(copyBytes);
        let reading = source.read(current, 0, copyBytes, 0);
        for (;;) {
          const { bytesRead } = await reading;
          if (bytesRead === 0) break;
          const part = current.subarray(0, bytesRead);
          reading = source.read(other, 0, copyBytes, position + bytesRead);
          try {
            await writeAll(handle, part, position);
          } catch (error) {
            await reading.catch(() => {});
            throw error;
          }
          hash.update(part);
          position += bytesRead;
          [current, other] = [other, current];
        }
        // flushed by seal
      } finally {
        await handle.close();
      }
    } catch (error) {
      running.delete(id);
      await rm(pathOf(id), { force: true }).catch(() => {});
      throw error;
    } finally {
      await source.close();
    }
    const after = await statOrNull(path);
    if (position !== chosen.size || after === null || !isStill(chosen, after)) {
      // changed while it was being read
      await rm(pathOf(id), { force: true });
      return refused('file_changed');
    }
    running.set(id, { hash, bytes: position });
    return done({ received: position });
  }

  async function seal(id: Id): Promise<Outcome<SealedFile>> {
    const bytes = await sizeOrNull(pathOf(id));
    if (bytes === null) return refused('not_found');
    const written = (await hashSoFar(id, bytes)).hash.copy().digest('hex');
    const handle = await openAgain(pathOf(id));
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await flushFolder(folder);
    const back = await readBack(pathOf(id));
    if (back.sha256 !== written) return refused('picture_broken');
    return done(back);
  }

  return {
    pathOf,
    open: (id) => createReadStream(pathOf(id)),
    append: (id, offset, piece) => alone(id, () => orDiskFull(() => append(id, offset, piece))),
    copyFrom: (id, path, chosen) => alone(id, () => orDiskFull(() => copyFrom(id, path, chosen))),
    seal: (id) => alone(id, () => orDiskFull(() => seal(id))),
    async look(path) {
      const found = isAbsolute(path) ? await statOrNull(path) : null;
      if (found === null || !found.isFile()) return null;
      return { name: basename(path).normalize('NFC'), size: found.size, lastModified: Math.trunc(found.mtimeMs) };
    },
    received: async (id) => (await sizeOrNull(pathOf(id))) ?? 0,
    drop: (id) =>
      alone(id, async () => {
        running.delete(id);
        await rm(pathOf(id), { force: true });
      }),
    async list() {
      try {
        return (await readdir(folder)).filter((name) => name.endsWith('.part')).map((name) => name.slice(0, -5));
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
  };
}
