import { z } from 'zod';
import { idSchema, instantSchema, line } from './basics.ts';

export const channelKindSchema = z.enum(['email', 'site', 'whatsapp']);
export type ChannelKind = z.infer<typeof channelKindSchema>;

/**
 * siap -> diunggah -> niat -> terkirim | ditolak | perlu dicek; WhatsApp: menunggu -> dibagikan.
 * `intended` is committed before the one irreversible call; found at start-up without an outcome it becomes `unknown`.
 */
export const deliveryStateSchema = z.enum([
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
]);
export type DeliveryState = z.infer<typeof deliveryStateSchema>;

/** One row of the ledger: release version x channel x recipient. */
export const deliverySchema = z.object({
  id: idSchema,
  releaseId: idSchema,
  version: z.number().int(),
  channel: channelKindSchema,
  /** Who gets it, frozen when Kirim is pressed: a name and an address, a folder, a group. */
  recipientName: line(200),
  recipientAddress: line(320),
  outlet: line(200),
  state: deliveryStateSchema,
  attempts: z.number().int(),
  /** The server's own words, or who said so. */
  answer: z.string(),
  /** Message-ID, or the address of the page. */
  reference: z.string().nullable(),
  at: instantSchema,
  nextTryAt: instantSchema.nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;
