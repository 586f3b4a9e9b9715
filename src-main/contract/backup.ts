import { z } from 'zod';
import { ask } from './ask.ts';

const secretsSchema = z.enum(['recovery_code', 'typed_again']);

export const vaultStateSchema = z.object({
  /** Secrets are there that need the recovery code: a restored folder, or another computer. */
  locked: z.boolean(),
  hasRecoveryCode: z.boolean(),
  /** What a backup made now would need for the secrets. */
  secrets: secretsSchema,
});
export type VaultState = z.infer<typeof vaultStateSchema>;

export const backupMadeSchema = z.object({
  place: z.string(),
  bytes: z.number().int(),
  files: z.number().int(),
  secrets: secretsSchema,
});
export type BackupMade = z.infer<typeof backupMadeSchema>;

export const backup = {
  state: ask('backup.manage').output(vaultStateSchema),
  /**
   * Copies everything to a place on the core's computer: a folder, inside which a new one named after today is made. Takes as
   * long as the photos are many. Refusals: folder_unusable (field `folder`), disk_full, backup_failed.
   */
  make: ask('backup.manage')
    .input(z.object({ folder: z.string().trim().min(1).max(4096), zip: z.boolean().default(false) }))
    .output(backupMadeSchema),
  /** Shown once, kept nowhere; the code before it no longer works. */
  newRecoveryCode: ask('backup.manage').output(z.object({ code: z.string() })),
  /** Refusal: invalid at the field `code`. */
  unlockVault: ask('backup.manage')
    .input(z.object({ code: z.string().max(200) }))
    .output(vaultStateSchema),
};
