import { copyImportJob } from './copy-import.ts';
import { deliverKinds } from './deliver.ts';
import { digestTextJob } from './digest-text.ts';
import { fillHolidaysJob } from './fill-holidays.ts';
import type { JobKind } from './job.ts';
import { landImportJob } from './land-import.ts';
import { makeBackupJob } from './make-backup.ts';
import { makeDerivativesJob } from './make-derivatives.ts';
import { remindJob } from './remind.ts';
import { rewriteSiteJob } from './rewrite-site.ts';
import { rosterTurnJob } from './roster-turn.ts';
import { undoImportJob } from './undo-import.ts';
import { writeAgendaFolderJob } from './write-agenda-folder.ts';
import { writeSiteAgendaJob } from './write-site-agenda.ts';

/** Every kind of durable work. The runner refuses to start when two have one name. */
export const jobKinds: readonly JobKind[] = [
  digestTextJob,
  copyImportJob,
  makeDerivativesJob,
  landImportJob,
  undoImportJob,
  rewriteSiteJob,
  remindJob,
  rosterTurnJob,
  fillHolidaysJob,
  makeBackupJob,
  writeAgendaFolderJob,
  writeSiteAgendaJob,
  ...deliverKinds,
];
