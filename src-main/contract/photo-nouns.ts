import { z } from 'zod';
import { eventSchema } from './agenda-nouns.ts';
import { idSchema, instantSchema, line, localTimeSchema, paragraphs, sha256Schema } from './basics.ts';
import { refusalSchema } from './refusals.ts';
import { releaseSchema } from './release-nouns.ts';

/** What can be taken in as a photo, told from the bytes and never from the name. */
export const pictureFormatSchema = z.enum(['jpeg', 'png', 'webp']);
export type PictureFormat = z.infer<typeof pictureFormatSchema>;

/** How a copy was read back after it was written: past the system's cache from the disk itself, or perhaps from that cache. */
export const verifiedSchema = z.enum(['disk', 'cache']);

export const photoSchema = z.object({
  id: idSchema,
  /** The event under whose folder the original lies; null where it came without one. */
  eventId: idSchema.nullable(),
  /** Every event it is shown with: the same bytes dropped on a second event are linked, not copied. */
  eventIds: z.array(idSchema),
  /** SHA-256 of the original, verified on disk. */
  sha256: sha256Schema,
  verified: verifiedSchema,
  /** Name as it came: shown, never used as a path. */
  fileName: line(255),
  format: pictureFormatSchema,
  bytes: z.number().int(),
  /** Pixels after the EXIF orientation is applied. */
  width: z.number().int(),
  height: z.number().int(),
  /** Local wall time the camera wrote, null where it wrote none. */
  takenAt: localTimeSchema.nullable(),
  camera: line(200).nullable(),
  caption: paragraphs(2000),
  credit: line(200),
  alt: line(1000),
  /** Place in the order of the event it was asked for (of its own event otherwise), from 0. */
  position: z.number().int(),
  /**
   * `copied`: original is safe, derivatives are being made. `ready`: all of it decoded without a warning.
   * `damaged` (rusak): its data is broken; the original is kept, the previews show what could be read, if anything.
   */
  state: z.enum(['copied', 'ready', 'damaged']),
  /** Whether there are previews to show; a damaged picture may have none. */
  preview: z.boolean(),
  addedAt: instantSchema,
  addedBy: line(200),
  version: z.number().int(),
});
export type Photo = z.infer<typeof photoSchema>;

/** Where a photo stands; only what the caller may see of it. */
export const photoUsesSchema = z.object({
  /** Events it is shown with, newest first. */
  events: z.array(eventSchema.pick({ id: true, title: true, day: true })),
  /** Releases it is attached to, newest first. */
  releases: z.array(releaseSchema.pick({ id: true, title: true, state: true })),
});
export type PhotoUses = z.infer<typeof photoUsesSchema>;

/** One file of an import. */
export const importFileSchema = z.object({
  id: idSchema,
  name: line(255),
  size: z.number().int(),
  /** Bytes that are on disk; the next piece begins here. */
  received: z.number().int(),
  /**
   * `waiting`: not all bytes are here. `done`: in the library. `linked`: the same picture was there already and is now
   * shown with this event too. `refused`: `refusal` says why; `already_there` when the same picture is in the library but is not
   * one this person may see. `cancelled`: stopped by a person.
   */
  state: z.enum(['waiting', 'done', 'linked', 'refused', 'cancelled']),
  photoId: idSchema.nullable(),
  /** Of what came in with this import (`done`); null for all else. */
  verified: verifiedSchema.nullable(),
  refusal: refusalSchema.nullable(),
});
export type ImportFile = z.infer<typeof importFileSchema>;

/** One batch of files on their way into the library. */
export const importSchema = z.object({
  id: idSchema,
  eventId: idSchema.nullable(),
  /** `paused`: the disk is full; what is `done` or `linked` is safe, the rest goes on after *Lanjutkan*. */
  state: z.enum(['open', 'paused', 'finished', 'cancelled']),
  startedAt: instantSchema,
  startedBy: line(200),
  files: z.array(importFileSchema),
  totalBytes: z.number().int(),
  receivedBytes: z.number().int(),
});
export type Import = z.infer<typeof importSchema>;
