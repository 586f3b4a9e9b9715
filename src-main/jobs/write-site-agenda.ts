import { writeSiteAgenda } from '../newsroom/distribution/site-agenda.ts';
import { keptSite, type SiteAgendaWork, WRITE_SITE_AGENDA } from '../newsroom/distribution/site-settings.ts';
import { type JobKind, jobDone } from './job.ts';

/** A folder that is away or full is looked at again after so many minutes. */
const AGAIN_MINUTES = 5;

/**
 * *Agenda publik* of the newsroom site. One job waits for each next day, for as long as its settings are those of now; others look at
 * once because the agenda changed.
 */
export const writeSiteAgendaJob: JobKind = {
  kind: WRITE_SITE_AGENDA,
  atOnce: 1,
  neverGivenUp: true,
  async run(newsroom, data) {
    const { version } = data as SiteAgendaWork;
    const kept = await newsroom.read(keptSite);
    if (kept === null || !kept.publicAgenda || (version !== null && version !== kept.version)) return jobDone;
    let outcome = await writeSiteAgenda(newsroom);
    // what changed while a slow folder was written: the job that would tell of it has the key of this one
    while (outcome.ok && outcome.value.written) outcome = await writeSiteAgenda(newsroom);
    const now = newsroom.clock.now();
    if (!outcome.ok) {
      const at = now.add({ minutes: AGAIN_MINUTES }).toString({ fractionalSecondDigits: 3 });
      return { end: 'later', at, reason: outcome.refusal.code };
    }
    if (version === null) return jobDone;
    const zone = (await newsroom.read((stores) => stores.office.get()))?.zone ?? 'Asia/Jakarta';
    const tomorrow = now.toZonedDateTimeISO(zone).startOfDay().add({ days: 1 }).toInstant();
    return { end: 'later', at: tomorrow.toString({ fractionalSecondDigits: 3 }), reason: 'waits for the next day' };
  },
};
