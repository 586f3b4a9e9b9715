import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import selfsigned from 'selfsigned';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface CaughtMail {
  readonly to: string[];
  readonly raw: Buffer;
}

/** A real SMTP server on a port of its own. `mails` is what it took. */
export interface MailServer {
  readonly port: number;
  readonly mails: CaughtMail[];
  readonly connections: () => number;
  close(): Promise<void>;
}

/** One certificate for all tests of a process; its own authority. */
const pair = await selfsigned.generate([{ name: 'commonName', value: 'localhost' }], {
  keySize: 2048,
  extensions: [
    { name: 'basicConstraints', cA: true, critical: true },
    {
      name: 'subjectAltName',
      altNames: [
        { type: 2, value: 'localhost' },
        { type: 7, ip: '127.0.0.1' },
      ],
    },
  ],
});
export const certificate = pair.cert;

/** An answer of the server as the library wants it: 550 with these words. */
export function saying(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

/**
 * Starts a server: STARTTLS with a certificate of its own, any password but `salah`.
 * @param options.afterBody called with the whole mail; throw to refuse it, or `cut` the line before the answer
 */
export async function mailServer(
  options: Partial<SMTPServerOptions> & {
    readonly afterBody?: (mail: CaughtMail, cut: () => void) => Promise<void> | void;
  } = {},
  port = 0,
): Promise<MailServer> {
  const mails: CaughtMail[] = [];
  let connections = 0;
  const sockets = new Set<import('node:net').Socket>();
  const { afterBody, ...given } = options;
  const server = new SMTPServer({
    key: pair.private,
    cert: pair.cert,
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 50,
    onAuth(auth, _session, callback) {
      if (auth.password === 'salah') callback(saying(535, '5.7.8 Sandi tidak cocok'));
      else callback(null, { user: auth.username ?? '' });
    },
    onConnect(_session, callback) {
      connections += 1;
      callback();
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const mail = { to: session.envelope.rcptTo.map((one) => one.address), raw: Buffer.concat(parts) };
        let silent = false;
        try {
          await afterBody?.(mail, () => {
            silent = true;
            for (const socket of sockets) if (socket.remotePort === session.remotePort) socket.destroy();
          });
        } catch (error) {
          return callback(error as Error);
        }
        mails.push(mail);
        if (!silent) callback(null, `2.0.0 Diterima sebagai ${mails.length}`);
      });
    },
    ...given,
  });
  server.on('error', () => {});
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    connections: () => connections,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
