import type { SmtpFields, SmtpTest } from '../../contract/channels.ts';
import type { Office } from '../../contract/office-nouns.ts';
import type { FrozenVersion, ManifestPhoto } from '../../contract/release-nouns.ts';
import type { DeliveryCopy } from '../photos/delivery-copies.ts';
import type { TryResult } from './channel.ts';

/** The account with its secret opened; lives only as long as a run. */
export interface MailAccount extends SmtpFields {
  readonly password: string;
  /** Changes when the account changes; connections of an older one are not used again. */
  readonly version: number;
}

/** Everything the recipients of a release share. */
export interface Letter {
  readonly frozen: FrozenVersion;
  readonly office: Office;
  /** Absolute path of the office's emblem, null without one. */
  readonly logoPath: string | null;
  readonly photos: readonly { readonly photo: ManifestPhoto; readonly copy: DeliveryCopy }[];
  readonly account: SmtpFields;
}

/** A letter made into a mail, but for the lines that name one recipient. What is inside is the adapter's business. */
export interface ComposedMail {
  /** Octets as they travel, after base64. */
  readonly bytes: number;
}

export interface MailEnvelope {
  readonly toName: string;
  readonly toAddress: string;
  /** With its angle brackets: `<01J….1@domain>`. */
  readonly messageId: string;
  /** RFC 3339; becomes the Date line. */
  readonly at: string;
}

export interface Mailer {
  compose(letter: Letter): Promise<ComposedMail>;
  /** The one irreversible call. Several at a time share the account's connections. */
  send(account: MailAccount, mail: ComposedMail, envelope: MailEnvelope): Promise<TryResult>;
  /** About a mail of an earlier core whose end is not on disk: `no` only when it surely had not left when that core died. */
  leftBefore(messageId: string): 'no' | 'perhaps';
  /** Connects, secures, signs in, offers the sender, and leaves. Nothing is sent. */
  test(account: MailAccount): Promise<SmtpTest>;
  /**
   * Ends the connections that are left open after a run.
   * @param settled every mail has its end in the ledger; only then may it be forgotten which of them had left
   */
  rest(settled: boolean): Promise<void>;
}
