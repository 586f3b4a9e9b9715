import type { BackupRun } from '../../contract/backup.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { noteBackup } from './backup.ts';
import type { BackupMade, Leaving } from './ports.ts';

/** Kind of the job. */
export const MAKE_BACKUP = 'make-backup';
/** Setting under which the last backup stands: a BackupRun without its progress. */
const LAST = 'backup-last';

type Kept = Omit<BackupRun, 'progress'>;

/** What the job needs to know; it is on disk, so that it goes on after a kill. */
export interface BackupWork {
  readonly target: string;
  readonly caller: Caller;
}

/** Begins a backup as a job: it goes on when the page is closed, and from its beginning again when the core was killed. */
export async function startBackup(
  ports: Pick<Newsroom, 'backups' | 'read' | 'write' | 'clock'>,
  caller: Caller,
  { target }: { target: string },
): Promise<Outcome<BackupRun>> {
  const ready = await ports.backups.prepare(target);
  if (!ready.ok) return ready;
  const kept: Kept = {
    state: 'running',
    place: target,
    startedAt: ports.clock.now().toString(),
    endedAt: null,
    made: null,
    refusal: null,
  };
  return ports.write(async (stores) => {
    const last = (await stores.office.setting(LAST)) as Kept | null;
    if (last?.state === 'running') return refused('backup_running');
    await stores.office.setSetting(LAST, kept);
    await stores.jobs.add({ kind: MAKE_BACKUP, key: target, data: { target, caller } satisfies BackupWork });
    stores.happen({ kind: 'backup.changed' });
    return done(withProgress(ports, kept));
  });
}

/** How the last backup stands, or null. */
export async function lastBackup(ports: Pick<Newsroom, 'backups' | 'read'>): Promise<BackupRun | null> {
  const kept = (await ports.read((stores) => stores.office.setting(LAST))) as Kept | null;
  return kept === null ? null : withProgress(ports, kept);
}

/** Stops the backup that is being made. One that is whole at that very moment stays, and says so. */
export async function cancelBackup(
  ports: Pick<Newsroom, 'backups' | 'read' | 'write' | 'clock'>,
): Promise<Outcome<BackupRun | null>> {
  const cancelled = await ports.write(async (stores) => {
    const last = (await stores.office.setting(LAST)) as Kept | null;
    if (last?.state !== 'running') return done(false);
    await stores.office.setSetting(LAST, { ...last, state: 'cancelled', endedAt: ports.clock.now().toString() });
    stores.happen({ kind: 'backup.changed' });
    return done(true);
  });
  if (!cancelled.ok) return cancelled;
  if (cancelled.value) ports.backups.cancel();
  return done(await lastBackup(ports));
}

/**
 * The job: makes the backup and writes down what came of it.
 * @param control.signal aborted when the core ends; then the job runs again at the next start
 * @param control.again waits until a refused write may be tried again (a full data disk)
 * @returns false when the core ended before
 */
export async function runBackup(
  ports: Pick<Newsroom, 'backups' | 'read' | 'write' | 'clock'>,
  { target, caller }: BackupWork,
  control: { readonly signal: Leaving; readonly again: () => Promise<void> },
): Promise<boolean> {
  const before = await lastBackup(ports);
  // cancelled before it began
  if (before?.state !== 'running' || before.place !== target) return true;
  const made = await ports.backups.make(target, control.signal, before.startedAt);
  if (control.signal.aborted && !(made.ok && made.value !== 'cancelled')) return false;
  for (;;) {
    const written = await ports.write(async (stores) => {
      const kept = (await stores.office.setting(LAST)) as Kept;
      if (made.ok && made.value !== 'cancelled') await noteBackup(stores, caller, made.value);
      // cancelled, and another was begun before this one had stopped: what is kept speaks of that one
      if (kept.place !== target) return done(undefined);
      await stores.office.setSetting(LAST, { ...kept, ...endOf(made), endedAt: ports.clock.now().toString() });
      stores.happen({ kind: 'backup.changed' });
      return done(undefined);
    });
    if (written.ok) return true;
    await control.again();
    if (control.signal.aborted) return false;
  }
}

function endOf(made: Outcome<BackupMade | 'cancelled'>): Pick<Kept, 'state' | 'made' | 'refusal'> {
  if (!made.ok) return { state: 'failed', made: null, refusal: { ...made.refusal } };
  if (made.value === 'cancelled') return { state: 'cancelled', made: null, refusal: null };
  return { state: 'done', made: made.value, refusal: null };
}

function withProgress(ports: Pick<Newsroom, 'backups'>, kept: Kept): BackupRun {
  const progress = kept.state === 'running' ? ports.backups.progress() : null;
  return { ...kept, progress: progress ?? { bytes: 0, ofBytes: 0, files: 0 } };
}
