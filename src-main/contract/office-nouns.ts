import { z } from 'zod';
import { languageSchema, line, paragraphs, zoneSchema } from './basics.ts';

export const officeSchema = z.object({
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
  letterhead: z.object({
    lines: z.array(line(200)).max(6),
    /** Attachment id of the logo, null without one. */
    logo: z.string().nullable(),
    footer: paragraphs(500),
  }),
  /** Profile of the office at the end of a release, and the contact for media. */
  boilerplate: paragraphs(2000),
  contact: paragraphs(500),
  /** Default credit of photos: `Prokopim Denpasar`. */
  credit: line(200),
  /** Number template per release kind, null where the kind has no number. */
  numbering: z.record(z.string(), line(100).nullable()),
});
export type Office = z.infer<typeof officeSchema>;
