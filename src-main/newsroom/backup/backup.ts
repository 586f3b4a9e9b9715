import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome } from '../outcome.ts';
import type { BackupMade } from './ports.ts';

/** Whoever keeps the data keeps the trail of it: each backup and each new code is a line in the audit trail. */
const subject = { kind: 'office', id: 'office' } as const;

/** Makes a backup at a place on the core's computer. */
export async function makeBackup(
  ports: Pick<Newsroom, 'backups' | 'write'>,
  caller: Caller | 'system',
  input: { target: string },
): Promise<Outcome<BackupMade>> {
  const made = await ports.backups.make(input.target);
  if (!made.ok) return made;
  const { place, bytes, files, secrets } = made.value;
  return ports.write(async (stores) => {
    await stores.audit.append({ caller, act: 'backup.make', subject, details: { place, bytes, files, secrets } });
    return made;
  });
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
