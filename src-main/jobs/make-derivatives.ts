import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { idSchema } from '../contract/basics.ts';
import { makeDerivatives } from '../newsroom/photos/make-derivatives.ts';
import { type JobKind, jobDone } from './job.ts';

const dataSchema = z.object({ photoId: idSchema });

/** The previews of one photo, and with them the check of all its data. As many at once as there are cores, one decoder thread each. */
export const makeDerivativesJob: JobKind = {
  kind: 'make-derivatives',
  atOnce: Math.max(2, availableParallelism()),
  async run(newsroom, data, signal) {
    const outcome = await makeDerivatives(newsroom, dataSchema.parse(data).photoId).catch((error: unknown) => {
      // a stopping core ends the picture worker in the middle of its work; the next start does it again
      if (signal.aborted) return null;
      throw error;
    });
    if (outcome === null) return { end: 'later', at: newsroom.clock.now().toString(), reason: 'stopping' };
    if (outcome.ok) return jobDone;
    // a full disk is made room on, an unplugged one is plugged in again: neither is ever given up
    const wait = outcome.refusal.code === 'disk_full' ? { minutes: 1 } : { minutes: 10 };
    return { end: 'later', at: newsroom.clock.now().add(wait).toString(), reason: outcome.refusal.code };
  },
};
