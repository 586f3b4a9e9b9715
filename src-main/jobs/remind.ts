import { remind } from '../newsroom/notices/remind.ts';
import { LOOK_EVERY_MINUTES } from '../newsroom/notices/remind-of-event.ts';
import { REMIND } from '../newsroom/notices/reminder-settings.ts';
import { type JobKind, jobDone } from './job.ts';

/**
 * Reminders: of duties that begin soon, of tomorrow's events that nobody has confirmed, of releases that are missing. The usual one
 * looks again every hour; others are queued for their moment. All of them look at everything, so one that is late does no harm.
 */
export const remindJob: JobKind = {
  kind: REMIND,
  atOnce: 1,
  neverGivenUp: true,
  async run(newsroom, data) {
    const again = newsroom.clock.now().add({ minutes: LOOK_EVERY_MINUTES }).toString();
    const told = await remind(newsroom);
    if (!told.ok) {
      // a full disk: as soon as there may be room
      const soon = newsroom.clock.now().add({ seconds: 30 }).toString();
      return { end: 'later', at: soon, reason: told.refusal.code };
    }
    return data === 'usual' ? { end: 'later', at: again, reason: 'looks again' } : jobDone;
  },
};
