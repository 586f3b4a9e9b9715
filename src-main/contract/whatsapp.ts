import { z } from 'zod';
import { ask } from './ask.ts';
import { idSchema, paragraphs, sha256Schema } from './basics.ts';
import { deliverySchema } from './delivery-nouns.ts';

/** What a person needs to share an approved release by hand. The program itself sends nothing to WhatsApp. */
export const shareSchema = z.object({
  releaseId: idSchema,
  version: z.number().int(),
  contentHash: sha256Schema,
  number: z.string().nullable(),
  title: z.string(),
  /** First paragraph, plain. */
  lead: z.string(),
  /** Whole release in WhatsApp's markup. */
  fullText: z.string(),
  /** Public page, null where it is not on the site or the site has no address. */
  link: z.string().nullable(),
  greeting: z.string(),
  embargoUntil: z.string().nullable(),
  photos: z.array(z.object({ photoId: idSchema, caption: z.string(), credit: z.string() })),
  /** `SP-2025-0412_wali-kota-resmikan-pasar.zip` */
  kitName: z.string(),
});
export type Share = z.infer<typeof shareSchema>;

const deliveryIds = z.object({ deliveryIds: z.array(idSchema).min(1).max(200) });

export const whatsapp = {
  /** Refused with `not_approved` before the head has approved. */
  share: ask('distribution.read')
    .input(z.object({ releaseId: idSchema }))
    .output(shareSchema),
  /** A person says that they shared it to these groups. */
  tickOff: ask('distribution.send').input(deliveryIds).output(z.array(deliverySchema)),
  /** A person takes that back. */
  undo: ask('distribution.send').input(deliveryIds).output(z.array(deliverySchema)),
  /** What stands above the title in every shared text, until it is changed there. */
  greeting: ask('distribution.read').output(z.object({ greeting: z.string() })),
  setGreeting: ask('channels.manage')
    .input(z.object({ greeting: paragraphs(500) }))
    .output(z.object({ greeting: z.string() })),
  /** Unpacks photos and texts beside the data, for people who sit at the core's computer; gives the folder. */
  unpackKit: ask('distribution.read')
    .input(z.object({ releaseId: idSchema }))
    .output(z.object({ folder: z.string() })),
};
