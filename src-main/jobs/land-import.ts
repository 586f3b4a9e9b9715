import { z } from 'zod';
import { idSchema } from '../contract/basics.ts';
import { LAND_IMPORT, landRest } from '../newsroom/agenda/files/land-import.ts';
import { type JobKind, jobDone } from './job.ts';

const dataSchema = z.object({ importId: idSchema });

/** Ends the landing of an import. Usually whoever asked for it has done so; after a crash, or on a disk that was full, it is this. */
export const landImportJob: JobKind = {
  kind: LAND_IMPORT,
  atOnce: 1,
  neverGivenUp: true,
  async run(newsroom, data) {
    const landed = await landRest(newsroom, dataSchema.parse(data).importId);
    if (landed.ok || landed.refusal.code === 'not_found') return jobDone;
    const at = newsroom.clock.now().add({ seconds: 30 }).toString({ fractionalSecondDigits: 3 });
    return { end: 'later', at, reason: landed.refusal.code };
  },
};
