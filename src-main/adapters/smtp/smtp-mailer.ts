import type { SmtpTest } from '../../contract/channels.ts';
import type { Mailer } from '../../newsroom/distribution/mailer.ts';
import { Composed, compose } from './compose.ts';
import { Connection, NotConnected, type SmtpError, type SmtpTimes, usualTimes } from './connection.ts';
import { departuresIn } from './departures.ts';
import { Pool } from './pool.ts';

/** A login that hangs must not hold a person who presses Uji koneksi for long. */
const TEST_TIMES: SmtpTimes = { connect: 10_000, greeting: 10_000, silence: 15_000 };

/**
 * Mail over SMTP.
 * @param options.departures file that remembers, for a core that died, which mails had left
 * @param options.authorities PEM certificates trusted instead of the system's; tests use their own
 */
export function smtpMailer(
  options: { times?: Partial<SmtpTimes>; authorities?: readonly string[]; departures?: string } = {},
): Mailer {
  const departures = options.departures === undefined ? undefined : departuresIn(options.departures);
  const times = { ...usualTimes, ...options.times };
  let pool: Pool | undefined;
  return {
    async compose(letter) {
      departures?.ready();
      return compose(letter);
    },
    async send(account, mail, envelope) {
      if (!(mail instanceof Composed)) throw new Error('a mail composed elsewhere');
      if (pool === undefined || pool.account.version !== account.version) {
        pool?.rest();
        pool = new Pool(account, times, options.authorities, (messageId) => departures?.mark(messageId));
      }
      return pool.send(mail, envelope);
    },
    async test(account): Promise<SmtpTest> {
      const began = performance.now();
      const spent = () => Math.round(performance.now() - began);
      let connection: Connection;
      try {
        connection = await Connection.open(account, TEST_TIMES, options.authorities);
      } catch (error) {
        if (!(error instanceof NotConnected)) throw error;
        const { step, answer, secured } = error;
        return { ok: false, step, answer, secured, milliseconds: spent() };
      }
      const { secured } = connection;
      try {
        const answer = await connection.offerSender();
        connection.quit();
        return { ok: true, step: 'all', answer, secured, milliseconds: spent() };
      } catch (error) {
        connection.close();
        const { response, message } = error as SmtpError;
        return { ok: false, step: 'sender', answer: response ?? message, secured, milliseconds: spent() };
      }
    },
    leftBefore: (messageId) => departures?.leftBefore(messageId) ?? 'perhaps',
    async rest(settled) {
      pool?.rest();
      if (settled) departures?.clear();
    },
  };
}
