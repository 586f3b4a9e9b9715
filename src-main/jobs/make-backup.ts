import { setTimeout as pause } from 'node:timers/promises';
import { type BackupWork, MAKE_BACKUP, runBackup } from '../newsroom/backup/start-backup.ts';
import { type JobKind, jobDone } from './job.ts';

/** What could not be written down is written again after so long. */
const AGAIN_MS = 2_000;

/** A backup somebody asked for in the settings. */
export const makeBackupJob: JobKind = {
  kind: MAKE_BACKUP,
  atOnce: 1,
  async run(newsroom, data, signal) {
    const whole = await runBackup(newsroom, data as BackupWork, {
      signal,
      // the core ends meanwhile: `runBackup` looks at the signal itself
      again: () => pause(AGAIN_MS, undefined, { signal, ref: false }).catch(() => {}),
    });
    // the core is ending; its next start takes the job up again
    return whole ? jobDone : { end: 'failed', reason: 'interrupted' };
  },
};
