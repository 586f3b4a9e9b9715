import { z } from 'zod';
import { idSchema, instantSchema, line, paragraphs, sha256Schema } from './basics.ts';

export const releaseKinds = [
  'rilis_kegiatan',
  'rilis_kilat',
  'siaran_pers_resmi',
  'klarifikasi',
  'pernyataan',
  'undangan_liputan',
  'ucapan',
  'advertorial',
] as const;
export const releaseKindSchema = z.enum(releaseKinds);
export type ReleaseKind = z.infer<typeof releaseKindSchema>;

/** draf -> diajukan -> (dikembalikan -> draf) -> disetujui -> terdistribusi; dicabut. Belongs to the working version. */
const releaseStates = ['draft', 'submitted', 'returned', 'approved', 'distributed', 'withdrawn'] as const;
export const releaseStateSchema = z.enum(releaseStates);
export type ReleaseState = z.infer<typeof releaseStateSchema>;

export const infoClasses = ['berkala', 'serta_merta', 'setiap_saat', 'perlu_uji'] as const;
export const infoClassSchema = z.enum(infoClasses);
export type InfoClass = z.infer<typeof infoClassSchema>;

/** A release as lists and inspectors show it. Its words are in its text (release-text.ts), what media read in its versions. */
export const releaseSchema = z.object({
  id: idSchema,
  /** The event it tells of, or null when it was begun without one. */
  eventId: idSchema.nullable(),
  kind: releaseKindSchema,
  state: releaseStateSchema,
  infoClass: infoClassSchema,
  embargoUntil: instantSchema.nullable(),
  /** As the text has it; follows the typing by some seconds. */
  title: line(300),
  excerpt: z.string(),
  words: z.number().int(),
  /** The draft that is being written or waits for a decision; the next approval freezes this number. */
  workingVersion: z.number().int(),
  /** Newest version that was approved. */
  approvedVersion: z.number().int().nullable(),
  /** Release number of that version, where its kind asks for one. */
  number: line(100).nullable(),
  createdBy: z.object({ id: idSchema, name: z.string() }),
  createdAt: instantSchema,
  changedBy: z.string(),
  changedAt: instantSchema,
  photoIds: z.array(idSchema),
  /** Words that reached the core after the text was locked; they wait for the next draft. */
  late: z.object({ count: z.number().int(), names: z.array(z.string()), at: instantSchema.nullable() }),
  /** Grows with every change of state, details or photos; not with typing. */
  version: z.number().int(),
  /**
   * What the caller may read of it. `approved`: everything here is that of the newest approved version (title, excerpt, class,
   * photos, when and by whom), whatever is being written since; drafts, late words and the text itself stay closed.
   */
  shows: z.enum(['draft', 'approved']),
});
export type Release = z.infer<typeof releaseSchema>;

/** A photo as it stands in a release: which picture, in which order, with the words that media will read. */
export const manifestPhotoSchema = z.object({
  photoId: idSchema,
  /** SHA-256 of the original. */
  sha256: sha256Schema,
  /** Normalised 0..1, or null for the whole picture. */
  crop: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable(),
  caption: paragraphs(2000),
  credit: line(200),
  alt: line(1000),
});
export type ManifestPhoto = z.infer<typeof manifestPhotoSchema>;

/**
 * What is approved: exactly what media will read. Its RFC 8785 canonical JSON has the content hash.
 * `body` is the ProseMirror JSON of src-main/text, whose schema is named by schemaVersion.
 */
export const manifestSchema = z.object({
  schemaVersion: z.number().int(),
  kind: releaseKindSchema,
  title: line(300),
  dateline: line(120),
  body: z.unknown(),
  infoClass: infoClassSchema,
  embargoUntil: instantSchema.nullable(),
  photos: z.array(manifestPhotoSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** A version that was approved: frozen, never changed again. */
export const frozenVersionSchema = z.object({
  releaseId: idSchema,
  version: z.number().int(),
  /** `null` where the kind asks for no number. */
  number: line(100).nullable(),
  manifest: manifestSchema,
  contentHash: sha256Schema,
  approvedAt: instantSchema,
  approvedBy: line(200),
});
export type FrozenVersion = z.infer<typeof frozenVersionSchema>;
