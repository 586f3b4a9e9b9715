import { z } from 'zod';
import { decisionSchema, sheetSchema, versionLineSchema, waitingSchema } from './approval-nouns.ts';
import { ask } from './ask.ts';
import { idSchema, line, paragraphs, sha256Schema } from './basics.ts';
import { frozenVersionSchema, manifestSchema, releaseKindSchema, releaseSchema } from './release-nouns.ts';

const one = z.object({ releaseId: idSchema });
const note = paragraphs(2000).transform((text) => text.trim());

/** The head's corrections. What is left out stays as it is. `body` is ProseMirror JSON in the schema of src-main/text. */
export const correctionsSchema = z.object({
  title: line(300).optional(),
  dateline: line(120).optional(),
  body: z.unknown().optional(),
  photos: z
    .array(z.object({ photoId: idSchema, caption: paragraphs(2000), credit: line(200) }))
    .max(200)
    .optional(),
});
export type Corrections = z.infer<typeof correctionsSchema>;

/** How release numbers are made. Tokens: {urut} {urut:3} {kode} {unit} {bulan} {romawi} {tahun} {sifat}. */
export const numberingSchema = z.object({
  templates: z.record(releaseKindSchema, line(100).nullable()),
  /** What {kode}, {unit} and {sifat} stand for. */
  words: z.object({ code: line(40), unit: line(60), nature: line(20) }),
});
export type Numbering = z.infer<typeof numberingSchema>;

/** From the writer's *Ajukan* to the frozen version. */
export const approval = {
  /**
   * Lays the draft before the head. Refuses `title_needed`, `body_needed`, `quote_without_speaker`, `caption_missing`,
   * `state_not_possible`. A contributor submits only their own.
   */
  submit: ask('releases.write')
    .input(one.extend({ note: note.default('') }))
    .output(releaseSchema),
  /** Back to the writer, with what is to be mended (`note_needed`). For who decides, and for who edits drafts of others. */
  return: ask('releases.read').input(one.extend({ note })).output(releaseSchema),
  /**
   * Approves exactly the content the approver saw: freeze, number, lock and decision in one transaction. Refuses `content_changed`
   * when it is no longer that (look at the sheet again), `own_text`, `state_not_possible` when somebody decided first.
   */
  approve: ask('releases.decide')
    .input(one.extend({ seenHash: sha256Schema, note: note.default('') }))
    .output(frozenVersionSchema),
  /** *Ubah & setujui*: the corrections and the decision are one act, one transaction. */
  correctAndApprove: ask('releases.decide')
    .input(one.extend({ seenHash: sha256Schema, corrections: correctionsSchema, note: note.default('') }))
    .output(frozenVersionSchema),
  /** Opens the lock of an approved release for working version n+1; what was approved stays as it is. */
  newVersion: ask('releases.write')
    .input(one.extend({ note: note.default('') }))
    .output(releaseSchema),
  /** What waits for a decision, the longest waiting first. */
  inbox: ask('releases.decide').input(z.object({})).output(z.array(waitingSchema)),
  /** What waits for the caller: texts to decide, own texts that came back. */
  counts: ask('releases.read')
    .input(z.object({}))
    .output(z.object({ toDecide: z.number().int(), returned: z.number().int() })),
  /** Who may not read drafts gets the newest approved version, without notes and names of those who wrote. */
  sheet: ask('releases.read').input(one).output(sheetSchema),
  /** Decisions and approved versions, the newest first; only approvals, without their notes, for who may not read drafts. */
  history: ask('releases.read')
    .input(one)
    .output(z.object({ decisions: z.array(decisionSchema), versions: z.array(versionLineSchema) })),
  /** Two versions side by side; `newer` null is the draft as it stands (`not_allowed` for who may not read drafts). */
  compare: ask('releases.read')
    .input(one.extend({ older: z.number().int(), newer: z.number().int().nullable() }))
    .output(z.object({ older: manifestSchema, newer: manifestSchema })),
  numbering: ask('session')
    .input(z.object({}))
    .output(
      numberingSchema.extend({
        /** What the next approval of each kind would get. */
        examples: z.record(releaseKindSchema, line(100).nullable()),
        /** Patterns that offices use. */
        presets: z.array(line(100)),
      }),
    ),
  /** Only what is given changes. Refuses `number_template`: without {urut} and {tahun} a number would come twice. */
  setNumbering: ask('office.manage')
    .input(
      z.object({
        templates: z.partialRecord(releaseKindSchema, line(100).nullable()).optional(),
        words: numberingSchema.shape.words.optional(),
      }),
    )
    .output(numberingSchema),
};
