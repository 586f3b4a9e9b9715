import type { Kysely } from 'kysely';
import { smtpFieldsSchema } from '../../../contract/channels.ts';
import type { MailAccountStore } from '../../../newsroom/distribution/mail-account-store.ts';
import type { Tables } from '../tables/index.ts';

export function mailAccountStore(db: Kysely<Tables>): MailAccountStore {
  return {
    async get() {
      const row = await db.selectFrom('mail_account').selectAll().executeTakeFirst();
      if (row === undefined) return null;
      return {
        ...smtpFieldsSchema.parse(JSON.parse(row.fields)),
        secret: row.secret,
        changedAt: row.changed_at,
        version: row.version,
      };
    },
    async set({ secret, changedAt, version, ...fields }) {
      const row = { fields: JSON.stringify(fields), secret, changed_at: changedAt, version };
      await db
        .insertInto('mail_account')
        .values({ id: 'smtp', ...row })
        .onConflict((on) => on.column('id').doUpdateSet(row))
        .execute();
    },
    async keepMail(mail, head, body) {
      const known = await db
        .selectFrom('kept_mail_body')
        .select('key')
        .where('key', '=', mail.bodyKey)
        .executeTakeFirst();
      if (known === undefined) {
        await db.insertInto('kept_mail_body').values({ key: mail.bodyKey, body: body() }).execute();
      }
      await db
        .insertInto('kept_mail')
        .values({
          id: mail.id,
          reference: mail.reference,
          at: mail.at,
          sender: mail.from,
          recipient: mail.to,
          subject: mail.subject,
          bytes: mail.bytes,
          head,
          body_key: mail.bodyKey,
        })
        .execute();
    },
    async keptMails(limit) {
      const rows = await db.selectFrom('kept_mail').selectAll().orderBy('id', 'desc').limit(limit).execute();
      return rows.map((row) => ({
        id: row.id,
        reference: row.reference,
        at: row.at,
        from: row.sender,
        to: row.recipient,
        subject: row.subject,
        bytes: row.bytes,
      }));
    },
    async keptMail(id) {
      const row = await db
        .selectFrom('kept_mail')
        .innerJoin('kept_mail_body', 'kept_mail_body.key', 'kept_mail.body_key')
        .select(['kept_mail.head', 'kept_mail_body.body'])
        .where('kept_mail.id', '=', id)
        .executeTakeFirst();
      // mail is ASCII as it travels (base64 and quoted-printable), so head and body are kept as text
      return row === undefined ? null : row.head + row.body;
    },
  };
}
