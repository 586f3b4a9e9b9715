import { z } from 'zod';
import { idSchema, instantSchema, line, localTimeSchema, paragraphs, sha256Schema } from './basics.ts';

export const photoSchema = z.object({
  id: idSchema,
  eventId: idSchema.nullable(),
  /** SHA-256 of the original, verified on disk. */
  sha256: sha256Schema,
  /** Name as it came: shown, never used as a path. */
  fileName: line(255),
  format: z.enum(['jpeg', 'png', 'webp']),
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
  /** Place in the event's order, from 0. */
  position: z.number().int(),
  /** `copied`: original is safe, derivatives are being made. */
  state: z.enum(['copied', 'ready', 'damaged']),
  addedAt: instantSchema,
  addedBy: line(200),
  version: z.number().int(),
});
export type Photo = z.infer<typeof photoSchema>;
