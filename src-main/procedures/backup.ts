import type { VaultState } from '../contract/backup.ts';
import { newRecoveryCode, unlockVault } from '../newsroom/backup/backup.ts';
import { backupName } from '../newsroom/backup/name.ts';
import { cancelBackup, lastBackup, startBackup } from '../newsroom/backup/start-backup.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { done } from '../newsroom/outcome.ts';
import { answer, entries } from './answer.ts';

export function backupProcedures(newsroom: Newsroom) {
  const { backup } = entries;
  const state = (): VaultState => ({
    locked: newsroom.vault.locked,
    hasRecoveryCode: newsroom.vault.hasRecoveryCode,
    secrets: newsroom.vault.hasRecoveryCode ? 'recovery_code' : 'typed_again',
  });
  return {
    state: backup.state.handler(answer(async () => done(state()))),
    make: backup.make.handler(
      answer((caller, { folder, zip }) =>
        startBackup(newsroom, caller, {
          target: `${folder.replace(/[\\/]+$/, '')}/${backupName(newsroom.clock.now())}${zip ? '.zip' : ''}`,
        }),
      ),
    ),
    last: backup.last.handler(answer(async () => done(await lastBackup(newsroom)))),
    cancel: backup.cancel.handler(answer(() => cancelBackup(newsroom))),
    newRecoveryCode: backup.newRecoveryCode.handler(answer((caller) => newRecoveryCode(newsroom, caller))),
    unlockVault: backup.unlockVault.handler(
      answer(async (caller, input) => {
        const opened = await unlockVault(newsroom, caller, input);
        return opened.ok ? done(state()) : opened;
      }),
    ),
  };
}
