import { z } from 'zod';
import { idSchema, languageSchema } from '../contract/basics.ts';
import { roleSchema } from '../contract/rights.ts';
import { UNDO_IMPORT, undoRest } from '../newsroom/agenda/files/undo-import.ts';
import { type JobKind, jobDone } from './job.ts';

const dataSchema = z.object({
  importId: idSchema,
  by: z.object({ userId: idSchema, name: z.string(), roles: z.array(roleSchema), language: languageSchema }),
});

/** Ends the undoing of an import. Usually whoever asked for it has done so; after a crash, or on a disk that was full, it is this. */
export const undoImportJob: JobKind = {
  kind: UNDO_IMPORT,
  atOnce: 1,
  neverGivenUp: true,
  async run(newsroom, data) {
    const { importId, by } = dataSchema.parse(data);
    const undone = await undoRest(newsroom, { ...by, sessionId: '' }, importId);
    if (undone.ok || undone.refusal.code === 'not_found') return jobDone;
    const at = newsroom.clock.now().add({ seconds: 30 }).toString({ fractionalSecondDigits: 3 });
    return { end: 'later', at, reason: undone.refusal.code };
  },
};
