import { z } from 'zod';
import { ask } from './ask.ts';
import { idSchema, instantSchema, sha256Schema } from './basics.ts';
import {
  channelHealthSchema,
  channelKindSchema,
  deliveryAttemptSchema,
  deliverySchema,
  deliveryStateSchema,
  findingSchema,
  recipientSchema,
  sendToSchema,
} from './delivery-nouns.ts';

/** Rows of one release version and channel, counted by state. */
export const deliveryCountSchema = z.object({
  releaseId: idSchema,
  version: z.number().int(),
  channel: channelKindSchema,
  state: deliveryStateSchema,
  count: z.number().int(),
});

/** A release in the overview of Distribusi. */
export const distributedReleaseSchema = z.object({
  releaseId: idSchema,
  version: z.number().int(),
  title: z.string(),
  number: z.string().nullable(),
  /** When Kirim was first pressed for this version. */
  firstAt: instantSchema,
  lastAt: instantSchema,
  counts: z.array(z.object({ channel: channelKindSchema, state: deliveryStateSchema, count: z.number().int() })),
});

const deliveryIds = z.object({ deliveryIds: z.array(idSchema).min(1).max(2000) });

export const distribution = {
  /** What a press of Kirim would do, without doing it: who gets it, who has it already, what stands in the way. */
  preflight: ask('distribution.read')
    .input(z.object({ releaseId: idSchema, to: sendToSchema }))
    .output(
      z.object({
        version: z.number().int().nullable(),
        contentHash: sha256Schema.nullable(),
        recipients: z.array(recipientSchema),
        /** Rows that Kirim would make: recipients without one. */
        fresh: z.number().int(),
        findings: z.array(findingSchema),
      }),
    ),
  /**
   * Kirim: freezes the recipients and the approved version in the ledger and queues the work, in one transaction. Recipients
   * that have a row for this version are left alone. `contentHash` is the one the sender looked at.
   */
  send: ask('distribution.send')
    .input(z.object({ releaseId: idSchema, contentHash: sha256Schema, to: sendToSchema }))
    .output(z.object({ created: z.number().int(), already: z.number().int(), deliveries: z.array(deliverySchema) })),
  /** The ledger of one release, every version, newest version first. */
  byRelease: ask('distribution.read')
    .input(z.object({ releaseId: idSchema }))
    .output(z.object({ deliveries: z.array(deliverySchema), counts: z.array(deliveryCountSchema) })),
  /** Releases that were sent, newest first, and the rows that need a person. */
  overview: ask('distribution.read')
    .input(z.object({ before: instantSchema.optional(), limit: z.number().int().min(1).max(100).default(30) }))
    .output(
      z.object({
        releases: z.array(distributedReleaseSchema),
        trouble: z.array(deliverySchema),
        channels: z.array(channelHealthSchema),
      }),
    ),
  /** Every try of one row, oldest first. */
  attempts: ask('distribution.read')
    .input(z.object({ deliveryId: idSchema }))
    .output(z.array(deliveryAttemptSchema)),
  /**
   * Try again what is safe to try again: refused, not sent, or waiting for its next try. Refuses `not_retryable` for anything
   * else, `newer_version` where a newer version was approved: who missed the old words gets the new ones by Kirim.
   */
  retry: ask('distribution.send').input(deliveryIds).output(z.array(deliverySchema)),
  /**
   * A person decides about a row that cannot be known: it was received, or send it again knowingly (a new attempt). Sending again
   * refuses `newer_version` as `retry` does.
   */
  resolve: ask('distribution.send')
    .input(z.object({ deliveryId: idSchema, as: z.enum(['received', 'send_again']) }))
    .output(deliverySchema),
  pause: ask('distribution.send')
    .input(z.object({ channel: channelKindSchema }))
    .output(channelHealthSchema),
  /** Goes on with what is missing, and only that. */
  resume: ask('distribution.send')
    .input(z.object({ channel: channelKindSchema }))
    .output(channelHealthSchema),
};
