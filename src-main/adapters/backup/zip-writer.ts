import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Run } from './run.ts';
import { metered, type Writer, type Written } from './writer.ts';

/** A backup that is one ZIP file (yazl), flushed to the disk when it ends. */
export function zipWriter(path: string, run: Run): Writer {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path, { flush: true, mode: 0o600 }));
  // a disk that fills up is told by `end`, not as an unhandled rejection before it
  written.catch(() => {});
  const put = (name: string, source: NodeJS.ReadableStream, compress: boolean) => {
    const meter = metered(run);
    return new Promise<Written>((done, fail) => {
      source.once('error', fail);
      written.catch(fail);
      meter.through
        .once('error', (error) => {
          // the file that was being written must be closed before its folder is removed
          (zip.outputStream as Readable).destroy(error);
          fail(error);
        })
        .once('end', () => done(meter.result()));
      zip.addReadStream(source.pipe(meter.through), name, { compress });
    });
  };
  return {
    path,
    // photos do not get smaller
    file: (name, source) => put(name, source, !/\.(jpe?g|png|webp|zip|mp4)$/i.test(name)),
    async text(name, text) {
      const bytes = Buffer.from(text);
      zip.addBuffer(bytes, name);
      return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    },
    async end() {
      zip.end();
      await written;
    },
  };
}
