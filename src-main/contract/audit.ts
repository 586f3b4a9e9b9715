import { z } from 'zod';
import { ask } from './ask.ts';
import { idSchema, instantSchema, sha256Schema } from './basics.ts';

export const auditLineSchema = z.object({
  seq: z.number().int(),
  at: instantSchema,
  userName: z.string(),
  act: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  /** What it is about, by the name it had then where the line keeps it, else the one it has now; '' where it has none. */
  about: z.object({
    name: z.string(),
    /** Number of the release, where it has one. */
    number: z.string().nullable(),
  }),
  details: z.record(z.string(), z.unknown()),
  hash: sha256Schema,
});

export const audit = {
  list: ask('audit.read')
    .input(
      z.object({
        subjectKind: z.string().max(40).optional(),
        subjectId: idSchema.optional(),
        before: z.number().int().optional(),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.array(auditLineSchema)),
  /**
   * Walks the whole chain; `brokenAt` is the first line that does not follow from the one before it. Without `endChecked` nothing is
   * known of lines cut off the end; `anewAt` is the last line from which on the end was kept anew.
   */
  verify: ask('audit.read').output(
    z.object({
      lines: z.number().int(),
      brokenAt: z.number().int().nullable(),
      endChecked: z.boolean(),
      anewAt: z.number().int().nullable(),
    }),
  ),
  /** Whether the trail still ends in what was kept of it outside; quick, the chain itself is not walked. */
  end: ask('audit.read').output(z.enum(['same', 'other', 'unknown'])),
  /**
   * Takes note that the trail does not end as it was kept, and keeps its present end from here on; what was kept stays as evidence.
   * Refuses: `vault_locked`.
   */
  acknowledge: ask('people.manage').output(z.void()),
};
