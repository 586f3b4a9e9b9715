import { FILL_HOLIDAYS, fillHolidays } from '../newsroom/agenda/holidays.ts';
import { type JobKind, jobDone } from './job.ts';

/** A new year may come while the core runs for months. */
const LOOK_EVERY_HOURS = 6;

/** The holidays of this year and the next. The usual one looks again; another is queued by the first start of an office. */
export const fillHolidaysJob: JobKind = {
  kind: FILL_HOLIDAYS,
  atOnce: 1,
  neverGivenUp: true,
  async run(newsroom, data) {
    const later = (duration: { hours?: number; seconds?: number }) =>
      newsroom.clock.now().add(duration).toString({ fractionalSecondDigits: 3 });
    const filled = await fillHolidays(newsroom);
    // a full disk: as soon as there may be room
    if (!filled.ok) return { end: 'later', at: later({ seconds: 30 }), reason: filled.refusal.code };
    return data === 'usual' ? { end: 'later', at: later({ hours: LOOK_EVERY_HOURS }), reason: 'looks again' } : jobDone;
  },
};
