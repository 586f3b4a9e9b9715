import { z } from 'zod';
import { ask } from './ask.ts';
import { idSchema, instantSchema, line } from './basics.ts';
import { infoClassSchema, releaseKindSchema, releaseSchema, releaseStateSchema } from './release-nouns.ts';

const one = z.object({ releaseId: idSchema });

/** A guest who was quoted without being in the register, so that the next quote need not be typed again. */
const guestSchema = z.object({ name: line(200), position: line(200), shortName: line(100) });
export type Guest = z.infer<typeof guestSchema>;

/** Releases: what there is, what surrounds the text. A contributor reaches only their own. */
export const releases = {
  /** Newest change first. */
  list: ask('releases.read')
    .input(
      z.object({
        states: z.array(releaseStateSchema).max(10).default([]),
        eventId: idSchema.optional(),
        /** Only those that the caller began. */
        mine: z.boolean().default(false),
        /** Words of the title. */
        search: line(100).default(''),
        /** Next page: behind this release, the last one of the page before. */
        before: z.object({ changedAt: instantSchema, id: idSchema }).optional(),
        limit: z.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.array(releaseSchema)),
  get: ask('releases.read').input(one).output(releaseSchema),
  /** With an event: dateline, lead, leaders with titles come along. Without: an empty text with the office's dateline. */
  create: ask('releases.write')
    .input(z.object({ eventId: idSchema.nullable().default(null), kind: releaseKindSchema.default('rilis_kegiatan') }))
    .output(releaseSchema),
  setDetails: ask('releases.write')
    .input(
      one.extend({
        version: z.number().int(),
        kind: releaseKindSchema.optional(),
        infoClass: infoClassSchema.optional(),
        embargoUntil: instantSchema.nullable().optional(),
      }),
    )
    .output(releaseSchema),
  /** Reads an embargo as typed (`besok 9`, `20 November 14.00`); null when no day and hour were understood. */
  readEmbargo: ask('releases.write')
    .input(z.object({ text: line(100) }))
    .output(z.object({ at: instantSchema.nullable() })),
  /** Adds photos at the end, in this order; those that are there already stay where they are. */
  attachPhotos: ask('releases.write')
    .input(one.extend({ photoIds: z.array(idSchema).min(1).max(200) }))
    .output(releaseSchema),
  detachPhoto: ask('releases.write')
    .input(one.extend({ photoId: idSchema }))
    .output(releaseSchema),
  /** All photos of the release in their new order. */
  orderPhotos: ask('releases.write')
    .input(one.extend({ photoIds: z.array(idSchema).max(200) }))
    .output(releaseSchema),
  /** Guests quoted in any release the caller may read, the newest first. */
  guests: ask('releases.read').input(z.object({})).output(z.array(guestSchema)),
};
