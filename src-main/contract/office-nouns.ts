import { z } from 'zod';
import { languageSchema, line, paragraphs, sha256Schema, zoneSchema } from './basics.ts';

/** What stands above and below a letter; its emblem is set by `setLogo` alone. */
const letterheadSchema = z.object({
  lines: z.array(line(200)).max(6),
  /** SHA-256 of the attachment, null without one; what was kept before this was checked and is none counts as none. */
  logo: sha256Schema.nullable().catch(null),
  footer: paragraphs(500),
});

export const officeSchema = z.object({
  /** Grows with every `office.change`; an office that was kept without one is at its first. */
  version: z.number().int().default(1),
  /** `Bagian Protokol dan Komunikasi Pimpinan` */
  unit: line(200).min(1),
  /** `Denpasar`, as it stands in the dateline. */
  city: line(100).min(1),
  zone: zoneSchema,
  language: languageSchema,
  /** `Berapa orang?` */
  people: z.number().int().min(1).max(500),
  /** A writer may approve their own text; shown as such on every such approval. */
  selfApproval: z.boolean(),
  /** Accent colour of the page, `#1a5fb4`. */
  accent: z.string().regex(/^#[0-9a-f]{6}$/i),
  letterhead: letterheadSchema,
  /** Profile of the office at the end of a release, and the contact for media. */
  boilerplate: paragraphs(2000),
  contact: paragraphs(500),
  /** Default credit of photos: `Prokopim Denpasar`. */
  credit: line(200),
  /** Number template per release kind, null where the kind has no number. */
  numbering: z.record(z.string(), line(100).nullable()),
});
export type Office = z.infer<typeof officeSchema>;

/** Fields that are named change, the others stay; of the letterhead too. */
export const officeChangeSchema = officeSchema
  .omit({ version: true, letterhead: true })
  .partial()
  .extend({
    /** The version that was seen. */
    version: z.number().int(),
    letterhead: letterheadSchema.omit({ logo: true }).partial().optional(),
  });
export type OfficeChange = z.infer<typeof officeChangeSchema>;
