import type { Mailer } from '../../newsroom/distribution/mailer.ts';
import { done } from '../../newsroom/outcome.ts';
import type { Ids, Write } from '../../newsroom/ports.ts';
import { Composed, compose, ownLines } from './compose.ts';

/** Mail of the demo office: made as always, kept in the database, never on the net. */
export function sinkMailer(ports: { readonly write: Write; readonly ids: Ids }): Mailer {
  return {
    compose,
    async send(_account, mail, envelope) {
      if (!(mail instanceof Composed)) throw new Error('a mail composed elsewhere');
      const head = ownLines(envelope);
      await ports.write(async (stores) => {
        await stores.mailAccount.keepMail(
          {
            id: ports.ids.next(),
            reference: envelope.messageId,
            at: envelope.at,
            from: mail.from,
            to: envelope.toName === '' ? envelope.toAddress : `${envelope.toName} <${envelope.toAddress}>`,
            subject: mail.subject,
            bytes: head.length + mail.shared.length,
            bodyKey: mail.key,
          },
          head,
          () => mail.shared.toString('latin1'),
        );
        return done(undefined);
      });
      return { kind: 'sent', answer: '250 2.0.0 OK' };
    },
    async test() {
      return { ok: true, step: 'all', answer: '250 sample office', secured: true, milliseconds: 0 };
    },
    // a kept mail is a committed row: without its outcome it may be there
    leftBefore: () => 'perhaps',
    async rest() {},
  };
}
