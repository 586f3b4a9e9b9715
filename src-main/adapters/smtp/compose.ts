import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import MailComposer from 'nodemailer/lib/mail-composer';
import MimeNode from 'nodemailer/lib/mime-node';
import type { ComposedMail, Letter, MailEnvelope } from '../../newsroom/distribution/mailer.ts';
import { mail as english } from '../../words/en/mail.ts';
import { mail as indonesian } from '../../words/id/mail.ts';
import { dayOf, dayText } from '../../words/when.ts';
import { LOGO_CID, letterHtml, PHOTO_CID } from './letter-html.ts';
import { letterText } from './letter-text.ts';

/** A mail but for To, Message-ID and Date. */
export class Composed implements ComposedMail {
  readonly bytes: number;
  /** Shared header lines, an empty line, and the body: as they travel, CRLF, ASCII only. */
  readonly shared: Buffer;
  readonly from: string;
  readonly subject: string;
  #key: string | undefined;

  constructor(shared: Buffer, from: string, subject: string) {
    this.shared = shared;
    this.bytes = shared.length + 512;
    this.from = from;
    this.subject = subject;
  }

  /** SHA-256 of the shared part. */
  get key(): string {
    this.#key ??= createHash('sha256').update(this.shared).digest('hex');
    return this.#key;
  }
}

/**
 * Makes the letter into a mail once for all its recipients: base64 of several photos is most of the work, and only three lines differ
 * from one recipient to the next. The first photo is shown in the text and is an attachment at the same time (one part, with a
 * Content-ID), so that it does not travel twice.
 */
export async function compose(letter: Letter): Promise<Composed> {
  const { account, frozen, office } = letter;
  const words = office.language === 'en' ? english : indonesian;
  const day = dayText(dayOf(frozen.approvedAt, office.zone), office.language);
  const unsubscribe = account.unsubscribeTo || account.replyTo || account.fromAddress;
  const files = await Promise.all(
    letter.photos.map(async ({ copy }, index) => ({
      filename: copy.fileName,
      content: await readFile(copy.path),
      contentType: 'image/jpeg',
      contentDisposition: 'attachment' as const,
      ...(index === 0 ? { cid: PHOTO_CID } : {}),
    })),
  );
  const logo = letter.logoPath === null ? null : await readFile(letter.logoPath);
  const emblem =
    logo === null
      ? []
      : [
          {
            filename: 'logo',
            content: logo,
            contentType: logo[0] === 0xff ? 'image/jpeg' : logo[0] === 0x52 ? 'image/webp' : 'image/png',
            contentDisposition: 'inline' as const,
            cid: LOGO_CID,
          },
        ];
  const subject = frozen.manifest.title;
  const composer = new MailComposer({
    from: { name: account.fromName, address: account.fromAddress },
    ...(account.replyTo === '' ? {} : { replyTo: account.replyTo }),
    subject,
    text: letterText(letter, words, day),
    html: letterHtml(letter, words, day),
    attachments: [...emblem, ...files],
    headers: {
      'Content-Language': office.language,
      'List-Unsubscribe': {
        prepared: true,
        value: `<mailto:${unsubscribe}?subject=${encodeURIComponent(words.stopSubject)}>`,
      },
    },
    disableUrlAccess: true,
    disableFileAccess: true,
  });
  const raw = await composer.compile().build();
  return new Composed(withoutLines(raw, ['date', 'message-id']), account.fromAddress, subject);
}

/** The lines that name one recipient; followed by the shared part they make a whole message. */
export function ownLines(envelope: MailEnvelope): string {
  const node = new MimeNode('text/plain');
  node.addHeader('to', { name: envelope.toName, address: envelope.toAddress } as unknown as string);
  // folded and encoded by the library; only the To lines are taken
  const to = /^To: (?:.*(?:\r\n[ \t].*)*)/m.exec(node.buildHeaders())?.[0] ?? `To: ${envelope.toAddress}`;
  const date = new Date(envelope.at).toUTCString().replace('GMT', '+0000');
  return `${to}\r\nMessage-ID: ${envelope.messageId}\r\nDate: ${date}\r\n`;
}

/** The message without these header lines (folded ones with their continuation). */
function withoutLines(message: Buffer, names: readonly string[]): Buffer {
  const end = message.indexOf('\r\n\r\n');
  const head = message.subarray(0, end).toString('latin1');
  const kept = head
    .split(/\r\n(?![ \t])/)
    .filter((header) => !names.includes(header.slice(0, header.indexOf(':')).toLowerCase()));
  return Buffer.concat([Buffer.from(kept.join('\r\n'), 'latin1'), message.subarray(end)]);
}
