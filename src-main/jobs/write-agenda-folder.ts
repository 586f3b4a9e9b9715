import { Temporal } from 'temporal-polyfill';
import { type FolderWork, keptFolder, WRITE_AGENDA_FOLDER } from '../newsroom/agenda/outgoing/evening-folder.ts';
import { nextHour, writeFolder } from '../newsroom/agenda/outgoing/write-folder.ts';
import { agendaPaper as english } from '../words/en/agenda-paper.ts';
import { agendaPaper as indonesian } from '../words/id/agenda-paper.ts';
import { type JobKind, jobDone } from './job.ts';

/** A folder that is away or full is looked at again after so many minutes. */
const AGAIN_MINUTES = 5;

/**
 * The PDF of tomorrow in the chosen folder. One job waits for the hour, day after day, for as long as its settings are those of now;
 * others look at once because something changed.
 */
export const writeAgendaFolderJob: JobKind = {
  kind: WRITE_AGENDA_FOLDER,
  atOnce: 1,
  neverGivenUp: true,
  async run(newsroom, data) {
    const { version } = data as FolderWork;
    const kept = await newsroom.read(keptFolder);
    if (kept === null || !kept.on || (version !== null && version !== kept.version)) return jobDone;
    const names = { id: indonesian.sheet, en: english.sheet };
    let outcome = await writeFolder(newsroom, names);
    // what changed while a slow folder was written: the job that would tell of it has the key of this one
    while (outcome.ok && outcome.value !== null) outcome = await writeFolder(newsroom, names);
    if (!outcome.ok) {
      const at = Temporal.Instant.from(newsroom.clock.now().toString()).add({ minutes: AGAIN_MINUTES });
      return { end: 'later', at: at.toString({ fractionalSecondDigits: 3 }), reason: outcome.refusal.code };
    }
    if (version === null) return jobDone;
    return { end: 'later', at: await nextHour(newsroom, kept.clock), reason: 'waits for its hour' };
  },
};
