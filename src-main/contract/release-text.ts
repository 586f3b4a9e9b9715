import { z } from 'zod';
import { ask } from './ask.ts';
import { base64Schema, idSchema, instantSchema } from './basics.ts';

/** Two megabytes of Yjs update: a 3,000-word text with all its history is a tenth of that. */
const MOST_BASE64 = 2_800_000;
const updateSchema = base64Schema.max(MOST_BASE64);

const textUpdateSchema = z.object({ seq: z.number().int(), update: updateSchema });

/** Whether the caller may type now; if not, why. */
const textStateSchema = z.object({
  /** Last update that is part of the text. */
  seq: z.number().int(),
  workingVersion: z.number().int(),
  /** Schema that wrote the text; a page with an older one may read but not write. */
  schemaVersion: z.number().int(),
  access: z.enum(['write', 'locked', 'read']),
});

/**
 * The text of a release: Yjs updates, appended as they come. They hold every deleted word and every draft, so they are only for
 * who may read drafts; everybody else reads what was approved (approval.sheet) and is refused `not_allowed` here.
 */
export const releaseText = {
  /** The whole text: a snapshot (null when there is none yet) and what came after it. */
  open: ask('releases.drafts')
    .input(z.object({ releaseId: idSchema }))
    .output(textStateSchema.extend({ snapshot: base64Schema.nullable(), updates: z.array(textUpdateSchema) })),
  /** What came after `seq`; for a window that heard of it by the happening `release.text`. */
  since: ask('releases.drafts')
    .input(z.object({ releaseId: idSchema, seq: z.number().int().min(0) }))
    .output(textStateSchema.extend({ updates: z.array(textUpdateSchema) })),
  /**
   * Answers only after the update is on disk. Refuses `release_locked` while nobody may type; what was typed before the page
   * knew is sent again with `late` and then waits, shown, for the next draft. Refuses `text_unreadable` what would keep the text
   * from being read: the page must not offer it again.
   */
  append: ask('releases.write')
    .input(
      z.object({
        releaseId: idSchema,
        /** The window that sends, so that it need not fetch its own words. */
        origin: z.string().min(1).max(60),
        update: updateSchema,
        schemaVersion: z.number().int(),
        late: z.boolean().default(false),
        /** Who typed it. When somebody else is signed in by now it is refused `not_signed_in`: nobody sends another's words as their own. */
        writer: idSchema.optional(),
      }),
    )
    .output(
      z.object({
        seq: z.number().int(),
        /** When the database had it on disk. */
        savedAt: instantSchema,
        /** The draft it belongs to. */
        workingVersion: z.number().int(),
        late: z.boolean(),
      }),
    ),
};
