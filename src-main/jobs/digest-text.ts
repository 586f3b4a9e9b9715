import { z } from 'zod';
import { idSchema } from '../contract/basics.ts';
import { digestText } from '../newsroom/releases/digest-text.ts';
import { DIGEST_TEXT } from '../newsroom/releases/release-text.ts';
import { type JobKind, jobDone } from './job.ts';

const dataSchema = z.object({ releaseId: idSchema });

/** Reads a text after some typing; may run as often as it likes and never fails for a reason a person could mend. */
export const digestTextJob: JobKind = {
  kind: DIGEST_TEXT,
  atOnce: 1,
  async run(newsroom, data) {
    await digestText(newsroom, dataSchema.parse(data).releaseId);
    return jobDone;
  },
};
