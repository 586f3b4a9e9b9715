import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import type { BackupMade, Leaving } from './ports.ts';

/** Whoever keeps the data keeps the trail of it: each backup and each new code is a line in the audit trail. */
const subject = { kind: 'office', id: 'office' } as const;

/**
 * Makes a backup at a place on the core's computer and waits for it: the command line. Pages begin one (`start-backup.ts`).
 * @param asker stops it when they went away
 */
export async function makeBackup(
  ports: Pick<Newsroom, 'backups' | 'write'>,
  caller: Caller | 'system',
  input: { target: string },
  asker?: Leaving,
): Promise<Outcome<BackupMade>> {
  const ready = await ports.backups.prepare(input.target);
  if (!ready.ok) return ready;
  const made = await ports.backups.make(input.target, asker);
  if (!made.ok) return made;
  const { value } = made;
  if (value === 'cancelled') return refused('backup_failed', { detail: value });
  return ports.write(async (stores) => {
    await noteBackup(stores, caller, value);
    return done(value);
  });
}

/** Each backup is a line in the audit trail. */
export async function noteBackup(
  stores: Pick<Stores, 'audit'>,
  caller: Caller | 'system',
  { place, bytes, files, secrets, missing }: BackupMade,
): Promise<void> {
  const details = { place, bytes, files, secrets, ...(missing > 0 ? { missing } : {}) };
  await stores.audit.append({ caller, act: 'backup.make', subject, details });
}

/** Makes a new recovery code. It is shown once and kept nowhere. */
export async function newRecoveryCode(
  ports: Pick<Newsroom, 'vault' | 'write'>,
  caller: Caller | 'system',
): Promise<Outcome<{ code: string }>> {
  const code = ports.vault.newRecoveryCode();
  if (!code.ok) return code;
  return ports.write(async (stores) => {
    await stores.audit.append({ caller, act: 'backup.recovery-code', subject });
    return done({ code: code.value });
  });
}

/** Opens the vault of a restored folder with the recovery code. */
export async function unlockVault(
  ports: Pick<Newsroom, 'vault' | 'write'>,
  caller: Caller | 'system',
  input: { code: string },
): Promise<Outcome<null>> {
  const opened = ports.vault.unlock(input.code);
  if (!opened.ok) return opened;
  return ports.write(async (stores) => {
    await stores.audit.append({ caller, act: 'backup.unlock', subject });
    return done(null);
  });
}
