import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Run } from './run.ts';
import { metered, type Writer } from './writer.ts';

/** A backup that is a folder of plain files, each flushed to the disk. */
export function folderWriter(path: string, run: Run): Writer {
  const put = async (name: string, source: NodeJS.ReadableStream | Iterable<Buffer>) => {
    const place = join(path, name);
    await mkdir(dirname(place), { recursive: true });
    const meter = metered(run);
    await pipeline(source, meter.through, createWriteStream(place, { flush: true, mode: 0o600 }));
    return meter.result();
  };
  return {
    path,
    file: put,
    text: (name, text) => put(name, [Buffer.from(text)]),
    end: async () => {},
  };
}
