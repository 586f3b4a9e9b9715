import type { SmtpAccount, SmtpFields, SmtpTest } from '../../contract/channels.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { stamp } from './deliver-channel.ts';
import type { MailAccountRecord } from './mail-account-store.ts';

type Input = SmtpFields & { password?: string | undefined };

/** The account as a face may see it: whether there is a secret, never the secret. */
export function withoutSecret({ secret, ...fields }: MailAccountRecord): SmtpAccount {
  return { ...fields, hasPassword: secret !== null };
}

/**
 * Sets the account mail is sent with. The password is sealed before it reaches the database; left out it stays as it is, unless
 * server or user change: a kept secret must not travel to another server.
 * Refuses: `plain_smtp_refused` (no TLS and the server is not this computer), `changed_meanwhile`, `vault_locked`.
 */
export async function setMailAccount(
  ports: Pick<Newsroom, 'write' | 'clock' | 'vault'>,
  caller: Caller,
  input: Input & { version: number | null },
): Promise<Outcome<SmtpAccount>> {
  const { password, version, ...fields } = input;
  if (!mayBePlain(fields)) return refused('plain_smtp_refused', { host: fields.host }, 'security');
  const sealed = password === undefined || password === '' ? null : ports.vault.seal(password);
  return ports.write(async (stores) => {
    const before = await stores.mailAccount.get();
    if ((before?.version ?? null) !== version) return refused('changed_meanwhile');
    const sameLogin = before?.host === fields.host && before.user === fields.user;
    const record: MailAccountRecord = {
      ...fields,
      secret: password === undefined && sameLogin ? before.secret : sealed,
      changedAt: stamp(ports.clock.now()),
      version: (before?.version ?? 0) + 1,
    };
    await stores.mailAccount.set(record);
    await stores.audit.append({
      caller,
      act: 'channels.set-smtp',
      subject: { kind: 'channel', id: 'email' },
      details: { ...fields, password: password === undefined ? 'kept' : password === '' ? 'removed' : 'changed' },
    });
    stores.happen({ kind: 'channels.changed' });
    return done(withoutSecret(record));
  });
}

/**
 * Uji koneksi: connects, secures, signs in, offers the sender, and leaves. Nothing is kept and nothing is sent. Without a password
 * the one that is kept is used, but only for the host it was given for: a test must not carry it elsewhere.
 * Refuses: `plain_smtp_refused`, `vault_locked`.
 */
export async function testMailAccount(
  ports: Pick<Newsroom, 'read' | 'vault' | 'mailer'>,
  input: Input,
): Promise<Outcome<SmtpTest>> {
  const { password, ...fields } = input;
  if (!mayBePlain(fields)) return refused('plain_smtp_refused', { host: fields.host }, 'security');
  let secret = password ?? '';
  if (password === undefined) {
    const kept = await ports.read((stores) => stores.mailAccount.get());
    if (kept !== null && kept.secret !== null && kept.host === fields.host && kept.user === fields.user) {
      const opened = ports.vault.open(kept.secret);
      if (!opened.ok) return opened;
      secret = opened.value;
    }
  }
  return done(await ports.mailer.test({ ...fields, password: secret, version: 0 }));
}

/** Without TLS a password and every text could be read on the way: only to a server on this very computer, and only if the admin says so. */
export function mayBePlain(fields: Pick<SmtpFields, 'security' | 'allowPlain' | 'host'>): boolean {
  return fields.security !== 'plain' || (fields.allowPlain && isLoopback(fields.host));
}

/** This very computer, by its names and addresses (RFC 5735, RFC 4291, RFC 6761). */
export function isLoopback(host: string): boolean {
  const name = host
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$/g, '');
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}
