import type { SmtpFields } from '../../contract/channels.ts';

/** The account as it is kept: the secret only sealed. */
export interface MailAccountRecord extends SmtpFields {
  /** Sealed by the vault; null without a password. */
  readonly secret: string | null;
  readonly changedAt: string;
  readonly version: number;
}

/** A mail of the demo office. `reference` is its Message-ID and can be there once only. */
export interface KeptMail {
  readonly id: string;
  readonly reference: string;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly bytes: number;
}

export interface MailAccountStore {
  get(): Promise<MailAccountRecord | null>;
  set(account: MailAccountRecord): Promise<void>;
  /** Keeps a mail instead of sending it. `body` is what all recipients share, kept once per `bodyKey`. */
  keepMail(mail: KeptMail & { bodyKey: string }, head: string, body: () => string): Promise<void>;
  /** Newest first. */
  keptMails(limit: number): Promise<KeptMail[]>;
  /** The whole mail as it would have left (RFC 5322, base64); null when it is not there. */
  keptMail(id: string): Promise<string | null>;
}
