import { z } from 'zod';
import { ask } from './ask.ts';
import { instantSchema } from './basics.ts';
import { refusalSchema } from './refusals.ts';

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
  /** Photos and attachments without their file: this backup is not everything. */
  missing: z.number().int().default(0),
  /** The first of them, as they are called in the data folder. */
  missingNames: z.array(z.string()).default([]),
  /** Links in the data folder that were not followed. */
  links: z.array(z.string()).default([]),
});
export type BackupMade = z.infer<typeof backupMadeSchema>;

/** The backup that is being made, or the last one the page asked for. It goes on when the page is closed and when the core starts anew. */
export const backupRunSchema = z.object({
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** Folder or ZIP file on the core's computer. */
  place: z.string(),
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  /** While it runs: what is copied, and how much there is; 0 of 0 until it has been counted. */
  progress: z.object({ bytes: z.number().int(), ofBytes: z.number().int(), files: z.number().int() }),
  /** When done. */
  made: backupMadeSchema.nullable(),
  /** When failed: folder_unusable, disk_full, backup_failed. */
  refusal: refusalSchema.nullable(),
});
export type BackupRun = z.infer<typeof backupRunSchema>;

export const backup = {
  state: ask('backup.manage').output(vaultStateSchema),
  /**
   * Begins to copy everything to a place on the core's computer: a folder, inside which a new one named after today is made. Answers
   * at once; `last` says how far it is. Refusals: folder_unusable (field `folder`), backup_running.
   */
  make: ask('backup.manage')
    .input(z.object({ folder: z.string().trim().min(1).max(4096), zip: z.boolean().default(false) }))
    .output(backupRunSchema),
  /** Null when none was ever asked for here. Happening: backup.changed when one begins or ends. */
  last: ask('backup.manage').output(backupRunSchema.nullable()),
  /** Stops the one that is being made; what was copied is removed. Nothing happens when none is. */
  cancel: ask('backup.manage').output(backupRunSchema.nullable()),
  /** Shown once, kept nowhere; the code before it no longer works. */
  newRecoveryCode: ask('backup.manage').output(z.object({ code: z.string() })),
  /** Refusal: invalid at the field `code`. */
  unlockVault: ask('backup.manage')
    .input(z.object({ code: z.string().max(200) }))
    .output(vaultStateSchema),
};
