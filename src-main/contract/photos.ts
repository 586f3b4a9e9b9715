import { z } from 'zod';
import { ask } from './ask.ts';
import { idSchema, line } from './basics.ts';
import { importSchema, photoSchema, photoUsesSchema } from './photo-nouns.ts';

/** The most files one import takes; 200 is a normal evening. */
export const mostFiles = 1000;

export const photos = {
  /**
   * Begins an import: says what will come, gets an id for each file, in the order given. A file with the same name, size
   * and time as one that is already in the library, and that the caller may see, comes back as `linked` and need not be sent.
   */
  importBegin: ask('photos.write')
    .input(
      z.object({
        eventId: idSchema.nullable(),
        files: z
          .array(
            z.object({
              name: line(255).min(1),
              /** Bytes. */
              size: z.number().int().min(0).max(1_000_000_000),
              /** Milliseconds since 1970, as the browser tells it. */
              lastModified: z.number().int(),
            }),
          )
          .min(1)
          .max(mostFiles),
      }),
    )
    .output(importSchema),
  /** The same for files that lie in the core's own computer; only from its desktop window. A job copies them. */
  importPaths: ask('photos.write')
    .input(
      z.object({ eventId: idSchema.nullable(), paths: z.array(z.string().min(1).max(4096)).min(1).max(mostFiles) }),
    )
    .output(importSchema),
  importState: ask('photos.read')
    .input(z.object({ importId: idSchema }))
    .output(importSchema),
  /** The caller's imports that still wait for bytes, newest first: what to offer again after a restart. */
  importsOpen: ask('photos.write').output(z.array(importSchema)),
  /** Stops what has not arrived; what is `done` or `linked` stays. */
  importCancel: ask('photos.write')
    .input(z.object({ importId: idSchema }))
    .output(importSchema),
  /** Goes on after `disk_full`, if there is room now. */
  importResume: ask('photos.write')
    .input(z.object({ importId: idSchema }))
    .output(importSchema),

  /** Photos of an event in their order, or of the whole library, newest first; `cursor` continues a long list. */
  list: ask('photos.read')
    .input(
      z.object({
        eventId: idSchema.optional(),
        cursor: idSchema.optional(),
        limit: z.number().int().min(1).max(1000).default(200),
      }),
    )
    .output(z.object({ photos: z.array(photoSchema), total: z.number().int(), next: idSchema.nullable() })),
  byIds: ask('photos.read')
    .input(z.object({ ids: z.array(idSchema).max(500) }))
    .output(z.array(photoSchema)),
  /** The events and releases a photo stands in. Refuses with `not_found` a photo that is not for the caller. */
  uses: ask('photos.read')
    .input(z.object({ id: idSchema }))
    .output(photoUsesSchema),
  /** Words of one photo; only those named change. Refuses with `changed_meanwhile` when `version` is not the latest. */
  change: ask('photos.write')
    .input(
      photoSchema
        .pick({ caption: true, credit: true, alt: true })
        .partial()
        .extend({ id: idSchema, version: z.number().int() }),
    )
    .output(photoSchema),
  /** The same credit for many photos at once. */
  creditMany: ask('photos.write')
    .input(z.object({ ids: z.array(idSchema).min(1).max(1000), credit: line(200) }))
    .output(z.array(photoSchema)),
  /** The order within an event: all its photos, first to last. Refuses with `changed_meanwhile` when the set differs. */
  order: ask('photos.write')
    .input(z.object({ eventId: idSchema, photoIds: z.array(idSchema).max(5000) }))
    .output(z.array(photoSchema)),
};
