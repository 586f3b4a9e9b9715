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
  /** Photos and attachments the database names and no file was found for: the backup is whole only without them. */
  readonly missing: number;
  /** The first of them, by their path in the data folder; the manifest names all. */
  readonly missingNames: string[];
  /** Links in the data folder that were not followed; only `Foto` and `berkas` may lie on another disk. */
  readonly links: string[];
}

/** Who asked for it: `aborted` once they went away, or the core is ending. An AbortSignal is one. */
export interface Leaving {
  readonly aborted: boolean;
}

/** Makes whole copies of the data folder while work goes on. */
export interface Backups {
  /**
   * Looks whether a backup can be made there, and makes the folder it will lie in.
   * @param target absolute path: a new or empty folder, or a file that ends in `.zip`
   * Refuses: `folder_unusable` ({ folder }) at the field `folder`
   */
  prepare(target: string): Promise<Outcome<null>>;
  /**
   * A consistent copy of the database and of every original and attachment, with a manifest of SHA-256 sums. Whole or not there; what
   * a killed one left beside is removed by the next for the same place. The folder it lies in has to be there (`prepare`): an
   * unplugged disk is never made up for on this one. A file that goes while it is copied (the site is written anew) is left out; an
   * original or an attachment that goes is an error that names it.
   * @param since when it was asked for (instant): a whole backup of after that which lies at the place is this one, made by a core
   * that was killed before it could say so
   * Refuses: `folder_unusable` ({ folder }), `disk_full`, `backup_failed` ({ detail }), `backup_running`
   */
  make(target: string, asker?: Leaving, since?: string): Promise<Outcome<BackupMade | 'cancelled'>>;
  /** How far the one that is being made is; null when none is. */
  progress(): BackupProgress | null;
  /** Stops the one that is being made. */
  cancel(): void;
}

export interface BackupProgress {
  readonly bytes: number;
  /** 0 until it has been counted. */
  readonly ofBytes: number;
  readonly files: number;
}

/** The vault as the one who looks after it sees it. */
export interface VaultKeeper extends Vault {
  /** Secrets are there that cannot be opened: a restored folder, or another computer. */
  readonly locked: boolean;
  /** There is a key to seal with; where there is none, sealing begins one. */
  readonly hasKey: boolean;
  /** A key is missing, now or of before, with or without a code: what cannot be opened may still be ours. */
  readonly keysAway: boolean;
  readonly hasRecoveryCode: boolean;
  /** A new code, shown once; the one before no longer opens anything. Refuses: `vault_locked`. */
  newRecoveryCode(): Outcome<string>;
  /** Opens a locked vault. Refuses: `invalid` at the field `code`. */
  unlock(code: string): Outcome<null>;
}
