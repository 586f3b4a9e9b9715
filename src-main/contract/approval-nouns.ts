import { z } from 'zod';
import { idSchema, instantSchema, line, paragraphs, sha256Schema } from './basics.ts';
import { infoClassSchema, manifestSchema, releaseKindSchema, releaseSchema } from './release-nouns.ts';
import { roleSchema } from './rights.ts';

/** `corrected`: changed and approved in one act. `new_version`: the lock was opened for the next draft. */
export const decisionActs = ['submitted', 'returned', 'approved', 'corrected', 'new_version'] as const;
export const decisionActSchema = z.enum(decisionActs);
export type DecisionAct = z.infer<typeof decisionActSchema>;

/** One step of a release towards media: who, in which role, when, over exactly which content. Never changed afterwards. */
export const decisionSchema = z.object({
  id: idSchema,
  releaseId: idSchema,
  /** Working version it was about. */
  version: z.number().int(),
  act: decisionActSchema,
  userId: idSchema,
  userName: line(200),
  /** In which role they acted: one of their own, or that of the one they stood in for. */
  role: roleSchema,
  /** In whose place (Plh.); null where they decided in their own right. */
  insteadOf: z.object({ id: idSchema, name: line(200) }).nullable(),
  note: paragraphs(2000),
  at: instantSchema,
  /** Content that lay before the person; null where none was looked at (`new_version`). */
  contentHash: sha256Schema.nullable(),
  /** *Persetujuan sendiri*: the person wrote in the text they approved; the office allows it. */
  self: z.boolean(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** What the approver must know before the thumb goes down. Those that block come first. */
export const redFactCodes = [
  'own_text',
  'quote_without_speaker',
  'caption_missing',
  'gap_left',
  'weekday_wrong',
  'personal_data',
] as const;
export const redFactSchema = z.object({
  code: z.enum(redFactCodes),
  /** Whether approving is refused until it is mended. */
  blocks: z.boolean(),
  /** The words it is about: `Kamis (21/11/2025)`, a quote's beginning, the phone number. */
  words: z.string(),
  /** What it should be, where that can be computed: `Jumat`. */
  expected: z.string().default(''),
  count: z.number().int(),
});
export type RedFact = z.infer<typeof redFactSchema>;

/** An approved version as lists show it. */
export const versionLineSchema = z.object({
  version: z.number().int(),
  number: line(100).nullable(),
  title: line(300),
  contentHash: sha256Schema,
  approvedAt: instantSchema,
  approvedBy: line(200),
  /** In whose place, and in whose role; null where it was their own. */
  insteadOf: z.object({ name: line(200), role: roleSchema }).nullable(),
  self: z.boolean(),
});
export type VersionLine = z.infer<typeof versionLineSchema>;

/** A text that waits for a decision. */
export const waitingSchema = z.object({
  releaseId: idSchema,
  eventId: idSchema.nullable(),
  kind: releaseKindSchema,
  infoClass: infoClassSchema,
  embargoUntil: instantSchema.nullable(),
  title: line(300),
  excerpt: z.string(),
  words: z.number().int(),
  photos: z.number().int(),
  workingVersion: z.number().int(),
  submittedAt: instantSchema,
  submittedBy: line(200),
  note: paragraphs(2000),
  /** `own`: the caller wrote in it and the office does not let them decide. */
  decidable: z.enum(['yes', 'own']),
});
export type Waiting = z.infer<typeof waitingSchema>;

/** *Satu lembar ACC*: what media will read, and all that is needed to decide. */
export const sheetSchema = z.object({
  release: releaseSchema,
  /** The draft as it stands now; of an approved release the frozen version. */
  manifest: manifestSchema,
  contentHash: sha256Schema,
  /** True when `manifest` is frozen. */
  frozen: z.boolean(),
  /** Changed words are marked against this: the last decision, or the last approved version. Null at the first time. */
  base: z
    .object({
      act: decisionActSchema,
      version: z.number().int(),
      at: instantSchema,
      userName: line(200),
      manifest: manifestSchema,
    })
    .nullable(),
  submitted: z.object({ at: instantSchema, by: line(200), note: paragraphs(2000) }).nullable(),
  /** Who wrote in it after it was submitted. */
  editedSince: z.array(line(200)),
  /** Everybody whose words are in this draft. */
  writers: z.array(line(200)),
  /** At most three. */
  facts: z.array(redFactSchema).max(3),
  /** Who can get it after the approval: chosen only when it is sent. Null where the caller may not see partners. */
  recipients: z
    .object({ journalists: z.number().int(), outlets: z.number().int(), whatsappGroups: z.number().int() })
    .nullable(),
  /** `self`: the decision will be labelled as the writer's own. */
  decide: z.enum(['yes', 'self', 'own', 'no']),
  /** In whose place the caller would decide; null in their own right. */
  decideFor: z.object({ name: line(200), role: roleSchema }).nullable(),
  /** The number it will get now; null where its kind has none. Another approval may take it first. */
  nextNumber: line(100).nullable(),
  decisions: z.array(decisionSchema),
});
export type Sheet = z.infer<typeof sheetSchema>;
