import { createHash } from 'node:crypto';
import { constants, createReadStream, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { ByteRange, ByteStream } from '../../newsroom/files.ts';
import { refused } from '../../newsroom/outcome.ts';

/** No room, or no room for this user: expected, said to the user, and the batch waits. */
export function isDiskFull(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
}

export function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Runs writing work; a full disk is an outcome, everything else a fault. */
export async function orDiskFull<T>(work: () => Promise<T>): Promise<T | ReturnType<typeof refused>> {
  try {
    return await work();
  } catch (error) {
    if (isDiskFull(error)) return refused('disk_full');
    throw error;
  }
}

/** Node's write may write less than asked, above all on a disk that is filling up. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.byteLength) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.byteLength - done, position + done);
    if (bytesWritten === 0) throw Object.assign(new Error('nothing could be written'), { code: 'ENOSPC' });
    done += bytesWritten;
  }
}

/**
 * Makes a rename or a new name in a folder survive a power cut. Windows has no such call and answers EPERM or EISDIR; there
 * NTFS journals the name itself.
 */
export async function flushFolder(path: string): Promise<void> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, 'r');
    await handle.sync();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EPERM' && code !== 'EISDIR' && code !== 'EACCES' && code !== 'EINVAL' && code !== 'EBADF')
      throw error;
  } finally {
    await handle?.close();
  }
}

export async function statOrNull(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Bytes of a file; null where there is none. */
export async function sizeOrNull(path: string): Promise<number | null> {
  return (await statOrNull(path))?.size ?? null;
}

export function readRange(path: string, range?: ByteRange): ByteStream {
  return createReadStream(path, range === undefined ? {} : { start: range.start, end: range.end });
}

export interface ReadBack {
  readonly sha256: string;
  readonly bytes: number;
  readonly verified: 'disk' | 'cache';
  readonly head: Uint8Array;
}

/** 1 MiB a read: few enough calls, small enough to let other work in between. */
const readBytes = 1024 * 1024;
const alignment = 4096;

/**
 * Reads a whole file and hashes it, past the system's page cache where that can be done.
 *
 * Node has no posix_fadvise, but Linux lets a file be opened with O_DIRECT, which reads from the device itself. It wants memory
 * at a multiple of the block size, which JavaScript cannot ask for; but it can try: of 4096 neighbouring starts one fits. Where the
 * file system or the system refuses (tmpfs, macOS, Windows) the file is read normally, and `verified` says `cache`: then it is
 * proven that the system holds the right bytes and was told to flush them, not that the disk gives them back.
 */
export async function readBack(path: string): Promise<ReadBack> {
  const direct = constants.O_DIRECT;
  if (direct !== undefined) {
    const answer = await readWith(path, constants.O_RDONLY | direct, 'disk').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EINVAL' || error.code === 'ENOTSUP' || error.code === 'EOPNOTSUPP') return null;
      throw error;
    });
    if (answer !== null) return answer;
  }
  return readWith(path, constants.O_RDONLY, 'cache');
}

async function readWith(path: string, flags: number, verified: 'disk' | 'cache'): Promise<ReadBack> {
  const handle = await open(path, flags);
  const memory = await borrow();
  try {
    const hash = createHash('sha256');
    let position = 0;
    let head: Uint8Array = new Uint8Array(0);
    let start = verified === 'disk' ? await fittingStart(handle, memory) : 0;
    for (;;) {
      const { bytesRead } = await handle.read(memory, start, readBytes, position);
      if (bytesRead === 0) break;
      const part = memory.subarray(start, start + bytesRead);
      if (position === 0) head = Uint8Array.from(part.subarray(0, 64));
      hash.update(part);
      position += bytesRead;
      // after the ragged end of the file the position is no multiple of the block any more: there is nothing left to read
      if (verified === 'disk' && bytesRead % alignment !== 0) break;
    }
    start = 0;
    return { sha256: hash.digest('hex'), bytes: position, verified, head };
  } finally {
    giveBack(memory);
    await handle.close();
  }
}

/** The offset in this memory at which direct reading works; EINVAL from the last try is thrown. */
async function fittingStart(handle: FileHandle, memory: Buffer): Promise<number> {
  const known = fitting.get(memory);
  if (known !== undefined) return known;
  let last: unknown;
  // allocators give multiples of 16; large blocks lie 16 past a page, so the first try is nearly always right
  for (const first of [alignment - 16, 0]) {
    for (let step = 0; step < alignment; step += first === 0 ? 16 : alignment) {
      const start = (first + step) % alignment;
      try {
        await handle.read(memory, start, alignment, 0);
        fitting.set(memory, start);
        return start;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error;
        last = error;
      }
    }
  }
  throw last;
}

const fitting = new WeakMap<Buffer, number>();
const spare: Buffer[] = [];

async function borrow(): Promise<Buffer> {
  return spare.pop() ?? Buffer.allocUnsafeSlow(readBytes + alignment);
}

function giveBack(memory: Buffer): void {
  if (spare.length < 4) spare.push(memory);
}
