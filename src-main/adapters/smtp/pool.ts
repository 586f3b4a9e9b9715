import type { TryResult } from '../../newsroom/distribution/channel.ts';
import type { MailAccount, MailEnvelope } from '../../newsroom/distribution/mailer.ts';
import { type Composed, ownLines } from './compose.ts';
import { Connection, NotConnected, type SmtpError, type SmtpTimes } from './connection.ts';

/** Mails over one connection before a new one is opened; servers commonly close at 100. */
const MAILS_PER_CONNECTION = 100;

interface Waiting {
  readonly mail: Composed;
  readonly envelope: MailEnvelope;
  /** Went back to the queue once already, because an old connection was found dead. */
  again: boolean;
  readonly settle: (result: TryResult) => void;
}

/**
 * A few connections to one account, with mails waiting for them. nodemailer's own pool is not used: it sends a mail again by itself
 * in some cases and does not say how far a failed one came, and both must be known here.
 */
export class Pool {
  readonly account: MailAccount;
  readonly #times: SmtpTimes;
  readonly #authorities: readonly string[] | undefined;
  readonly #waiting: Waiting[] = [];
  readonly #idle: Connection[] = [];
  #live = 0;
  #opening = 0;
  /** Fewer than the account allows once the server refused one more. */
  #most: number;
  #resting = false;
  readonly #leaving: (messageId: string) => void;

  constructor(
    account: MailAccount,
    times: SmtpTimes,
    authorities: readonly string[] | undefined,
    leaving: (messageId: string) => void,
  ) {
    this.#leaving = leaving;
    this.account = account;
    this.#times = times;
    this.#authorities = authorities;
    this.#most = account.connections;
  }

  send(mail: Composed, envelope: MailEnvelope): Promise<TryResult> {
    return new Promise((settle) => {
      this.#resting = false;
      this.#waiting.push({ mail, envelope, again: false, settle });
      this.#work();
    });
  }

  /** Says goodbye to idle connections; busy ones follow when they are done. */
  rest(): void {
    this.#resting = true;
    for (const connection of this.#idle.splice(0)) {
      this.#live -= 1;
      connection.quit();
    }
  }

  #work(): void {
    while (this.#waiting.length > 0) {
      const connection = this.#idle.pop();
      if (connection === undefined) break;
      if (connection.broken) {
        this.#live -= 1;
        continue;
      }
      const next = this.#waiting.shift();
      if (next === undefined) return void this.#idle.push(connection);
      void this.#sendOver(connection, next);
    }
    // the first connection tells whether there is a way at all; the others follow it
    const allowed = this.#live === 0 ? 1 : this.#most;
    while (this.#waiting.length > this.#opening && this.#live + this.#opening < allowed) void this.#open();
  }

  async #open(): Promise<void> {
    this.#opening += 1;
    try {
      const connection = await Connection.open(this.account, this.#times, this.#authorities);
      this.#opening -= 1;
      this.#live += 1;
      this.#idle.push(connection);
    } catch (error) {
      this.#opening -= 1;
      if (this.#live > 0) {
        // the server takes fewer connections than the account allows: go on with those there are
        this.#most = Math.max(1, this.#live);
        return;
      }
      const [first, ...others] = this.#waiting.splice(0);
      first?.settle(
        error instanceof NotConnected
          ? { kind: 'channel_down', reason: error.reason, answer: error.answer, fatal: error.fatal }
          : { kind: 'channel_down', reason: 'unreachable', answer: String(error), fatal: false },
      );
      for (const one of others) one.settle({ kind: 'released' });
      return;
    }
    this.#work();
    if (this.#resting) this.rest();
  }

  async #sendOver(connection: Connection, one: Waiting): Promise<void> {
    const fresh = connection.used === 0;
    const head = Buffer.from(ownLines(one.envelope), 'latin1');
    const end = await connection.send(one.envelope.toAddress, head, one.mail.shared, () =>
      this.#leaving(one.envelope.messageId),
    );
    let result: TryResult | null;
    if (end.ok) {
      result = { kind: 'sent', answer: end.response };
    } else if (!end.left && end.error.response === undefined && !fresh && !one.again) {
      // an old connection that the server had closed meanwhile: not an octet of the mail left, so it goes over another one
      one.again = true;
      this.#waiting.unshift(one);
      result = null;
    } else {
      result = resultOf(end.error, end.left);
    }
    const alive =
      end.ok || (end.error.responseCode !== undefined && end.error.responseCode !== 421 && (await connection.reset()));
    if (alive && !connection.broken && connection.used < MAILS_PER_CONNECTION) {
      this.#idle.push(connection);
    } else {
      this.#live -= 1;
      if (alive) connection.quit();
      else connection.close();
    }
    if (result !== null) one.settle(result);
    if (result?.kind === 'channel_down')
      for (const other of this.#waiting.splice(0)) other.settle({ kind: 'released' });
    this.#work();
    if (this.#resting) this.rest();
  }
}

/**
 * What a failed mail means. Decided by how far it came: before its last octet left, nothing can have arrived; an answer of the
 * server is its word; silence after the last octet cannot be known.
 */
export function resultOf(error: SmtpError, left: boolean): TryResult {
  const answer = error.response ?? error.message;
  const code = error.responseCode;
  if (left) {
    // RFC 5321 3.8: a server that closes down may say 421 at any moment, also when it has taken the mail
    if (code === undefined || code === 421) return { kind: 'unknown', reason: 'connection_lost_after', answer };
    if (code >= 500) return { kind: 'refused', reason: code === 552 ? 'too_large' : 'content_refused', answer };
    return { kind: 'retry', reason: 'temporary', answer };
  }
  if (code === undefined) {
    if (/larger than allowed/.test(error.message)) return { kind: 'refused', reason: 'too_large', answer };
    return { kind: 'retry', reason: 'connection_lost_before', answer };
  }
  if (code < 500) return { kind: 'retry', reason: 'temporary', answer };
  if (code === 552 || code === 523) return { kind: 'refused', reason: 'too_large', answer };
  if (error.command === 'MAIL FROM') {
    // the sender is the account's, not the recipient's: every mail would be refused with the same words
    return { kind: 'channel_down', reason: 'sender_refused', answer, fatal: true };
  }
  return { kind: 'refused', reason: error.command === 'DATA' ? 'content_refused' : 'recipient_refused', answer };
}
