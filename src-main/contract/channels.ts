import { z } from 'zod';
import { ask } from './ask.ts';
import { idSchema, instantSchema, line } from './basics.ts';
import { emailSchema } from './partners.ts';

/**
 * The account mail is sent with. `security`: `tls` from the first byte (465), `starttls` required before login (587), `plain` only
 * where the server is this very computer and the admin allowed it. The secret goes in and never comes out.
 */
export const smtpFieldsSchema = z.object({
  host: line(253).min(1),
  port: z.number().int().min(1).max(65535),
  security: z.enum(['tls', 'starttls', 'plain']),
  allowPlain: z.boolean().default(false),
  user: line(320).default(''),
  /** Connections at the same time; many office servers refuse more than a few. */
  connections: z.number().int().min(1).max(10).default(3),
  fromName: line(200).min(1),
  fromAddress: emailSchema,
  /** Where answers of journalists go; empty for the sender's own address. */
  replyTo: emailSchema.or(z.literal('')).default(''),
  /** Where `berhenti` is sent to; empty for the sender's own address. */
  unsubscribeTo: emailSchema.or(z.literal('')).default(''),
});
export type SmtpFields = z.infer<typeof smtpFieldsSchema>;

export const smtpAccountSchema = smtpFieldsSchema.extend({
  hasPassword: z.boolean(),
  changedAt: instantSchema,
  version: z.number().int(),
});
export type SmtpAccount = z.infer<typeof smtpAccountSchema>;

/** What Uji koneksi found, step by step; the first step that is not ok ends it. */
export const smtpTestSchema = z.object({
  ok: z.boolean(),
  /** Where it ended. `all`: connected, secured, signed in, sender taken; nothing was sent. */
  step: z.enum(['dns', 'connect', 'greeting', 'tls', 'certificate', 'login', 'sender', 'all']),
  /** The server's own words, or the system's. */
  answer: z.string(),
  secured: z.boolean(),
  milliseconds: z.number().int(),
});
export type SmtpTest = z.infer<typeof smtpTestSchema>;

/** A mail of the demo office, kept in the program instead of being sent. */
export const sinkMailSchema = z.object({
  id: idSchema,
  at: instantSchema,
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  bytes: z.number().int(),
});
export type SinkMail = z.infer<typeof sinkMailSchema>;

export const channels = {
  /** The account without its secret; null before it is set up. `sink`: mail stays in the program (demo). */
  smtp: ask('channels.manage').output(z.object({ account: smtpAccountSchema.nullable(), sink: z.boolean() })),
  /** `password` left out keeps the one that is sealed, an empty one removes it. */
  setSmtp: ask('channels.manage')
    .input(smtpFieldsSchema.extend({ password: z.string().max(500).optional(), version: z.number().int().nullable() }))
    .output(smtpAccountSchema),
  /** Tries these fields without keeping them and without sending a mail. */
  testSmtp: ask('channels.manage')
    .input(smtpFieldsSchema.extend({ password: z.string().max(500).optional() }))
    .output(smtpTestSchema),
  sinkMails: ask('distribution.read')
    .input(z.object({ limit: z.number().int().min(1).max(200).default(50) }))
    .output(z.array(sinkMailSchema)),
};
