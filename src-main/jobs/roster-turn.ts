import { done } from '../newsroom/outcome.ts';
import { ROSTER_TURN } from '../newsroom/roster/fill-roster.ts';
import { type JobKind, jobDone } from './job.ts';

/**
 * A stand-in begins or has ended: the pages look again at what their people may do. The right itself needs no job; it is looked up
 * at every act.
 */
export const rosterTurnJob: JobKind = {
  kind: ROSTER_TURN,
  atOnce: 1,
  async run(newsroom) {
    await newsroom.write(async (stores) => {
      stores.happen({ kind: 'roster.changed' });
      return done(undefined);
    });
    return jobDone;
  },
};
