import { z } from 'zod';
import { idSchema } from '../contract/basics.ts';
import { copyImport } from '../newsroom/photos/copy-import.ts';
import { type JobKind, jobDone } from './job.ts';

const dataSchema = z.object({ importId: idSchema });

/**
 * Copies the files of an import that lie in this computer. Ends when nothing waits, or when the import was paused or cancelled; a
 * person's *Lanjutkan* queues it again. Cut off by a stop it stays `running` and begins again at the next start.
 */
export const copyImportJob: JobKind = {
  kind: 'copy-import',
  atOnce: 1,
  async run(newsroom, data, signal) {
    await copyImport(newsroom, dataSchema.parse(data).importId, signal);
    if (signal.aborted) return { end: 'later', at: newsroom.clock.now().toString(), reason: 'stopping' };
    return jobDone;
  },
};
