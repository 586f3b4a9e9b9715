import { mkdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../../newsroom/files.ts';
import { attachmentFiles } from './attachments.ts';
import { derivativeFiles } from './derivatives.ts';
import { incomingFiles } from './incoming.ts';
import { originalFiles } from './originals.ts';

/** What photos may not take, so that the database can still write that the disk is full: 64 MB. */
const reserveBytes = 64 * 1024 * 1024;

/**
 * Everything in the data folder that is no database. `Foto` is the archive people open in their file manager; `berkas` is the
 * program's own.
 * @param dataFolder absolute
 * @param reserve bytes kept free; tests with a tiny disk hand over a smaller one
 */
export function dataFiles(dataFolder: string, reserve: number = reserveBytes): Files {
  const own = join(dataFolder, 'berkas');
  const incoming = incomingFiles(join(own, 'masuk'));
  return {
    incoming,
    originals: originalFiles(join(dataFolder, 'Foto'), incoming.pathOf),
    attachments: attachmentFiles(join(own, 'lampiran')),
    derivatives: derivativeFiles(join(own, 'turunan')),
    async freeBytes() {
      await mkdir(dataFolder, { recursive: true });
      const disk = await statfs(dataFolder);
      return Math.max(0, disk.bavail * disk.bsize - reserve);
    },
  };
}
