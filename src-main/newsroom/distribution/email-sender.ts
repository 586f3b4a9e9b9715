import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Sender } from './channel.ts';
import { stamp } from './deliver-channel.ts';
import { copiesOf } from './letter-size.ts';
import type { ComposedMail, MailAccount } from './mailer.ts';
import { LARGEST_MAIL } from './send-release.ts';

/** Mails above this go one per connection at a time, so that a power cut in the middle leaves few *perlu dicek*. */
const SMALL_MAIL = 256 * 1024;

interface PreparedMail {
  readonly account: MailAccount;
  readonly mail: ComposedMail;
}

/** E-mail as a channel: letter made once per release version, one individually addressed mail per row. */
export function emailSender(
  ports: Pick<Newsroom, 'read' | 'clock' | 'vault' | 'mailer' | 'deliveryCopies' | 'files'>,
): Sender<PreparedMail> {
  let domain = 'kulkul.invalid';
  return {
    async prepare(frozen): Promise<Outcome<PreparedMail>> {
      const { record, office } = await ports.read(async (stores) => ({
        record: await stores.mailAccount.get(),
        office: await stores.office.get(),
      }));
      if (record === null || office === null) return refused('account_missing');
      const secret = record.secret === null ? done('') : ports.vault.open(record.secret);
      if (!secret.ok) return secret;
      const copies = await copiesOf(ports.deliveryCopies, frozen, office);
      if (!copies.ok) return copies;
      const { logo } = office.letterhead;
      const hasLogo = logo !== null && (await ports.files.attachments.size(logo)) !== null;
      const mail = await ports.mailer.compose({
        frozen,
        office,
        logoPath: hasLogo ? ports.files.attachments.pathOf(logo) : null,
        photos: copies.value,
        account: record,
      });
      if (mail.bytes > LARGEST_MAIL) return refused('message_too_large');
      domain = record.fromAddress.slice(record.fromAddress.lastIndexOf('@') + 1).toLowerCase();
      return done({ account: { ...record, password: secret.value }, mail });
    },
    window({ account, mail }) {
      return mail.bytes > SMALL_MAIL ? account.connections : account.connections * 4;
    },
    /** The same for the same try, so that a mail in a journalist's box can be led back to its line in the ledger. */
    reference(delivery, attempt) {
      return `<${delivery.id.toLowerCase()}.${attempt}@${domain}>`;
    },
    deliver({ account, mail }, delivery, reference) {
      return ports.mailer.send(account, mail, {
        toName: delivery.recipientName,
        toAddress: delivery.recipientAddress,
        messageId: reference,
        at: stamp(ports.clock.now()),
      });
    },
    async reconcile(_delivery, reference) {
      return ports.mailer.leftBefore(reference) === 'no' ? 'not_sent' : 'cannot_tell';
    },
    rest: (settled) => ports.mailer.rest(settled),
  };
}
