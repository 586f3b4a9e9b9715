import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { DeliveryReason } from '../../contract/delivery-nouns.ts';
import type { MailAccount } from '../../newsroom/distribution/mailer.ts';

/** How far a connection had come when it failed. */
export type ConnectStep = 'dns' | 'connect' | 'greeting' | 'tls' | 'certificate' | 'login';

/** What can be set for tests and slow nets; milliseconds. */
export interface SmtpTimes {
  readonly connect: number;
  readonly greeting: number;
  /** Silence. RFC 5321 4.5.3.2.6 gives a server ten minutes to answer the end of a mail. */
  readonly silence: number;
}

export const usualTimes: SmtpTimes = { connect: 30_000, greeting: 30_000, silence: 600_000 };

/** What nodemailer's errors carry. */
export interface SmtpError extends Error {
  readonly code?: string;
  /** The code of the system below: ECONNREFUSED, DEPTH_ZERO_SELF_SIGNED_CERT … */
  readonly originalCode?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/** A connection could not be made ready. Nothing of any mail has left. */
export class NotConnected extends Error {
  readonly step: ConnectStep;
  readonly reason: DeliveryReason;
  /** The server's own words, or the system's. */
  readonly answer: string;
  /** Only a person can mend it: a refused login stays refused, and knocking on gets an account locked. */
  readonly fatal: boolean;
  readonly secured: boolean;

  constructor(step: ConnectStep, reason: DeliveryReason, answer: string, fatal: boolean, secured: boolean) {
    super(`${step}: ${answer}`);
    this.step = step;
    this.reason = reason;
    this.answer = answer;
    this.fatal = fatal;
    this.secured = secured;
  }
}

/**
 * One SMTP connection that knows how far each mail came. Built on nodemailer's SMTPConnection; what is added is the mark set just
 * before the last octet of a mail is handed over: from there on the other side may have it, whatever happens to the line.
 */
export class Connection {
  readonly #smtp: SMTPConnection;
  readonly account: MailAccount;
  /** Mails sent over it so far. */
  used = 0;
  broken = false;
  /** Who waits for an answer outside of a mail, to be told when the line goes. */
  #failed: ((error: Error) => void) | undefined;

  private constructor(smtp: SMTPConnection, account: MailAccount) {
    this.#smtp = smtp;
    this.account = account;
    const gone = (error?: Error) => {
      this.broken = true;
      this.#failed?.(error ?? new Error('connection ended'));
    };
    smtp.on('error', gone);
    smtp.once('end', () => gone());
  }

  get secured(): boolean {
    return this.#smtp.secure;
  }

  /** Connects, secures and signs in. @throws NotConnected */
  static async open(
    account: MailAccount,
    times: SmtpTimes,
    authorities: readonly string[] | undefined,
  ): Promise<Connection> {
    const smtp = new SMTPConnection({
      host: account.host,
      port: account.port,
      secure: account.security === 'tls',
      requireTLS: account.security === 'starttls',
      ignoreTLS: account.security === 'plain',
      name: 'kulkul.invalid',
      connectionTimeout: times.connect,
      greetingTimeout: times.greeting,
      socketTimeout: times.silence,
      tls: { minVersion: 'TLSv1.2', ...(authorities === undefined ? {} : { ca: [...authorities] }) },
    });
    const connection = new Connection(smtp, account);
    try {
      await connection.#ask((answered) => smtp.connect(answered));
    } catch (error) {
      smtp.close();
      throw notConnected(error as SmtpError, account, smtp);
    }
    if (account.user !== '') {
      const login = { user: account.user, pass: account.password } as Parameters<SMTPConnection['login']>[0];
      try {
        await connection.#ask((answered) => smtp.login(login, answered));
      } catch (error) {
        smtp.close();
        throw notConnected(error as SmtpError, account, smtp, 'login');
      }
    }
    return connection;
  }

  /** One exchange outside of a mail; rejects also when the line goes meanwhile, which nodemailer only says as an event. */
  async #ask(exchange: (answered: (error?: Error | null) => void) => void): Promise<void> {
    try {
      await new Promise<void>((resolve, reject) => {
        this.#failed = reject;
        exchange((error) => {
          if (error) reject(error);
          else resolve();
        });
      });
    } finally {
      this.#failed = undefined;
    }
  }

  /**
   * Sends one mail. Never rejects: says how far it came.
   * @param leaving called just before the last octet is handed over; when it throws, the mail does not go
   * @returns `left` true once the last octet was handed over
   */
  async send(
    to: string,
    head: Buffer,
    body: Buffer,
    leaving: () => void,
  ): Promise<{ ok: true; response: string } | { ok: false; error: SmtpError; left: boolean }> {
    let left = false;
    this.used += 1;
    const message = pieces(head, body, () => {
      leaving();
      left = true;
    });
    return new Promise((resolve) => {
      this.#smtp.send(
        { from: this.account.fromAddress, to: [to], size: head.length + body.length },
        message,
        (error, info) => {
          if (error) resolve({ ok: false, error: error as SmtpError, left });
          else resolve({ ok: true, response: info?.response ?? '' });
        },
      );
    });
  }

  /**
   * Offers the sender and takes it back: MAIL FROM, then RSET; no recipient, no DATA.
   * @returns the server's words @throws SmtpError
   */
  async offerSender(): Promise<string> {
    // nodemailer has no public way to say one command; both members stand since its first SMTPConnection, and a test holds them
    const smtp = this.#smtp as unknown as {
      _sendCommand(command: string): void;
      _responseActions: ((answer: string) => void)[];
    };
    let answer = '';
    await this.#ask((answered) => {
      smtp._responseActions.push((words) => {
        answer = words;
        answered();
      });
      smtp._sendCommand(`MAIL FROM:<${this.account.fromAddress}>`);
    });
    if (!answer.startsWith('2')) throw Object.assign(new Error('sender refused'), { response: answer });
    await this.reset();
    return answer;
  }

  /** Makes it ready for the next mail after a refusal. False when the connection is gone. */
  async reset(): Promise<boolean> {
    if (this.broken) return false;
    try {
      await this.#ask((answered) => this.#smtp.reset(answered));
      return true;
    } catch {
      return false;
    }
  }

  quit(): void {
    if (this.broken) return;
    this.broken = true;
    this.#smtp.quit();
  }

  close(): void {
    this.broken = true;
    this.#smtp.close();
  }
}

const PIECE = 64 * 1024;

/** Head and shared body as a stream; `last` is called before the last piece is handed over, never after. */
function pieces(head: Buffer, body: Buffer, last: () => void): Readable {
  let at = -1;
  return new Readable({
    highWaterMark: PIECE,
    read() {
      try {
        next.call(this);
      } catch (error) {
        this.destroy(error as Error);
      }
    },
  });
  function next(this: Readable): void {
    if (at < 0 && head.length + body.length <= PIECE) {
      last();
      this.push(Buffer.concat([head, body]));
      this.push(null);
      return;
    }
    if (at < 0) {
      at = 0;
      this.push(head);
      return;
    }
    const piece = body.subarray(at, at + PIECE);
    at += piece.length;
    if (at >= body.length) last();
    if (piece.length > 0) this.push(piece);
    if (at >= body.length) this.push(null);
  }
}

function notConnected(error: SmtpError, account: MailAccount, smtp: SMTPConnection, during?: 'login'): NotConnected {
  const system = error.originalCode ?? error.code ?? '';
  const answer = error.response ?? plainWords(error);
  const secured = smtp.secure;
  if (error.code === 'EAUTH' || (during === 'login' && error.responseCode !== undefined)) {
    const later = error.responseCode !== undefined && error.responseCode < 500;
    return new NotConnected('login', later ? 'temporary' : 'login_refused', answer, !later, secured);
  }
  if (error.code === 'EDNS') return new NotConnected('dns', 'dns', answer, false, secured);
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME|ISSUER/.test(system)) {
    return new NotConnected('certificate', 'tls', answer, false, secured);
  }
  if (error.code === 'ETLS' || /SSL|TLS|EPROTO/.test(system) || error.command === 'STARTTLS') {
    return new NotConnected('tls', 'tls', answer, false, secured);
  }
  if (account.security === 'starttls' && /STARTTLS/i.test(error.message)) {
    return new NotConnected('tls', 'tls', answer, false, secured);
  }
  if (system === 'ECONNREFUSED') return new NotConnected('connect', 'connect_refused', answer, false, secured);
  if (error.response !== undefined) return new NotConnected('greeting', 'temporary', answer, false, secured);
  const greeted = /greeting/i.test(error.message) || smtp.stage === 'connected';
  return new NotConnected(greeted ? 'greeting' : 'connect', 'unreachable', answer, false, secured);
}

/** The system's words without the parts that only a programmer reads. */
function plainWords(error: SmtpError): string {
  return error.message.replace(/^[a-z]+:?[0-9a-f]{6,}:error:.*?:/i, '').trim();
}
