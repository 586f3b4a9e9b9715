import { z } from 'zod';
import { idSchema, instantSchema, line, sha256Schema } from './basics.ts';

export const channelKinds = ['email', 'site', 'whatsapp'] as const;
export const channelKindSchema = z.enum(channelKinds);
export type ChannelKind = z.infer<typeof channelKindSchema>;

/**
 * siap -> diunggah -> niat -> terkirim | ditolak | perlu dicek; WhatsApp: menunggu -> dibagikan.
 *
 * - `ready` waits for its turn; `preparing` is being made (repeatable, nothing has left).
 * - `intended` is committed BEFORE the one irreversible call; found at start-up without an outcome it becomes `unknown`.
 * - `sent` the receiving side took it; `refused` it said no for good, in its own words.
 * - `retrying` failed safely (nothing left the house) and is tried again by itself at `nextTryAt`.
 * - `not_sent` failed safely, all tries are used up: a person may try again.
 * - `unknown` (perlu dicek) cannot be known; never sent again by itself, a person decides.
 * - `to_share` / `shared`: a person shares by hand and says so.
 */
export const deliveryStates = [
  'ready',
  'preparing',
  'intended',
  'sent',
  'refused',
  'retrying',
  'unknown',
  'to_share',
  'shared',
  'not_sent',
] as const;
export const deliveryStateSchema = z.enum(deliveryStates);
export type DeliveryState = z.infer<typeof deliveryStateSchema>;

/** Why an attempt ended as it did. Its sentence is in words/ (`delivery.<reason>`); the server's own words stand in `answer`. */
export const deliveryReasons = [
  'accepted',
  'recipient_refused',
  'sender_refused',
  'content_refused',
  'too_large',
  'temporary',
  'dns',
  'connect_refused',
  'unreachable',
  'tls',
  'login_refused',
  'connection_lost_before',
  'connection_lost_after',
  'core_stopped',
  'interrupted',
  'preparing_failed',
  'write_failed',
  'account_missing',
  'said_received',
  'said_shared',
  'said_again',
  // a newer version was approved while it waited: old words do not go out any more
  'superseded',
] as const;
export const deliveryReasonSchema = z.enum(deliveryReasons);
export type DeliveryReason = z.infer<typeof deliveryReasonSchema>;

/** One row of the ledger: release version x channel x recipient. */
export const deliverySchema = z.object({
  id: idSchema,
  releaseId: idSchema,
  version: z.number().int(),
  /** Hash of the approved version that this recipient gets, frozen when Kirim was pressed. */
  contentHash: sha256Schema,
  channel: channelKindSchema,
  /** Who gets it, frozen when Kirim is pressed: a name and an address, a folder, a group. */
  recipientName: line(200),
  recipientAddress: line(1024),
  outlet: line(200),
  state: deliveryStateSchema,
  attempts: z.number().int(),
  reason: deliveryReasonSchema.nullable(),
  /** The server's own words, or who said so. */
  answer: z.string(),
  /** Message-ID, or the address of the page. */
  reference: z.string().nullable(),
  /** Instant of the last change. */
  at: instantSchema,
  nextTryAt: instantSchema.nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** One try of one row. `outcome` null: begun, its end is not on disk. */
export const deliveryAttemptSchema = z.object({
  number: z.number().int(),
  reference: z.string(),
  intendedAt: instantSchema,
  outcome: z.enum(['sent', 'refused', 'retry', 'unknown', 'released']).nullable(),
  reason: deliveryReasonSchema.nullable(),
  answer: z.string(),
  finishedAt: instantSchema.nullable(),
});
export type DeliveryAttempt = z.infer<typeof deliveryAttemptSchema>;

/** Whom a press of Kirim reaches. E-mail groups and journalists are those of Mitra Media. */
export const sendToSchema = z.object({
  emailGroupIds: z.array(idSchema).max(200).default([]),
  journalistIds: z.array(idSchema).max(2000).default([]),
  site: z.boolean().default(false),
  whatsappGroupIds: z.array(idSchema).max(200).default([]),
});
export type SendTo = z.infer<typeof sendToSchema>;

/** Something to know before pressing Kirim. `block` stops the send, `warn` does not. */
export const findingCodes = [
  'not_approved',
  'content_changed',
  'no_recipients',
  'account_missing',
  'channel_paused',
  'caption_missing',
  'credit_missing',
  'message_too_large',
  'embargo_running',
  'sink_only',
  'site_missing',
  'site_without_address',
  'all_have_it',
] as const;
export const findingSchema = z.object({
  level: z.enum(['block', 'warn', 'info']),
  code: z.enum(findingCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type Finding = z.infer<typeof findingSchema>;

/** A recipient before Kirim; `already` is the state of the row that exists for this version, null where there is none. */
export const recipientSchema = z.object({
  channel: channelKindSchema,
  /** What makes the recipient one and the same: lower-case address, `site`, id of the group. */
  key: z.string(),
  name: line(200),
  address: line(1024),
  outlet: line(200),
  already: deliveryStateSchema.nullable(),
});
export type Recipient = z.infer<typeof recipientSchema>;

export const channelHealthSchema = z.object({
  channel: channelKindSchema,
  paused: z.boolean(),
  pausedAt: instantSchema.nullable(),
  /**
   * `person`, or what went wrong: `consecutive` (5 in a row), `share` (20 % of at least 10), `login` (the account is refused),
   * `restored` (the data come from a backup: what waits may have left since), `other_copy` (another copy of this office writes the
   * site folder), `vault_locked` and `exiftool_missing` (nothing can be made ready), `not_written` (what the other side answered could not
   * be written down, for a cause that does not pass).
   */
  pausedBecause: z
    .enum([
      'person',
      'consecutive',
      'share',
      'login',
      'restored',
      'other_copy',
      'vault_locked',
      'exiftool_missing',
      'not_written',
    ])
    .nullable(),
  /** Who paused it, or the server's last words. */
  pausedWords: z.string(),
  /** Rows that wait, are under way, or will be tried again. */
  waiting: z.number().int(),
  /** The next try by itself, null where none is planned. */
  nextTryAt: instantSchema.nullable(),
});
export type ChannelHealth = z.infer<typeof channelHealthSchema>;
