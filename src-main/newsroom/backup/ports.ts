import type { Outcome } from '../outcome.ts';
import type { Vault } from '../ports.ts';

/** What a finished backup holds. */
export interface BackupMade {
  /** Folder or ZIP file on the core's computer, absolute. */
  readonly place: string;
  readonly bytes: number;
  readonly files: number;
  /** How the secrets (passwords of mail accounts) come back: with the recovery code, or by typing them again. */
  readonly secrets: 'recovery_code' | 'typed_again';
}

/** Makes whole copies of the data folder while work goes on. */
export interface Backups {
  /**
   * A consistent copy of the database and of every original and attachment, with a manifest of SHA-256 sums.
   * @param target absolute path: a new or empty folder, or a file that ends in `.zip`
   * Refuses: `folder_unusable` ({ folder }), `disk_full`, `backup_failed` ({ detail })
   */
  make(target: string): Promise<Outcome<BackupMade>>;
}

/** The vault as the one who looks after it sees it. */
export interface VaultKeeper extends Vault {
  /** Secrets are there that cannot be opened: a restored folder, or another computer. */
  readonly locked: boolean;
  readonly hasRecoveryCode: boolean;
  /** A new code, shown once; the one before no longer opens anything. Refuses: `vault_locked`. */
  newRecoveryCode(): Outcome<string>;
  /** Opens a locked vault. Refuses: `invalid` at the field `code`. */
  unlock(code: string): Outcome<null>;
}
