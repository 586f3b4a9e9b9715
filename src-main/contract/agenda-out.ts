import { z } from 'zod';
import { ask } from './ask.ts';
import { daySchema, idSchema, instantSchema, line } from './basics.ts';
import { refusalSchema } from './refusals.ts';

/** Which files lie in the folder each evening; at least one. */
export const folderFilesSchema = z.object({
  edition: z.enum(['internal', 'public']),
  /** `each`: one file per leader who has something. `all`: one file, leaders below each other. `matrix`: one table. */
  per: z.enum(['each', 'all', 'matrix']),
});
export type FolderFiles = z.infer<typeof folderFilesSchema>;

/** The PDF of tomorrow in a folder that others see, every evening. */
export const agendaFolderSchema = z.object({
  on: z.boolean(),
  /** Absolute path on the core's computer; a synced one is the idea. */
  folder: line(1000),
  /** `17:00` in the office's zone. */
  clock: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  files: z.array(folderFilesSchema).min(1).max(6),
});
export type AgendaFolder = z.infer<typeof agendaFolderSchema>;

/** How the last writing ended. */
export const folderWritingSchema = z.object({
  /** The day the sheets are for. */
  day: daySchema,
  at: instantSchema,
  /** Names of the files; empty when it failed. */
  files: z.array(z.string()),
  /** Why not; null when it was written. */
  refusal: refusalSchema.nullable(),
});
export type FolderWriting = z.infer<typeof folderWritingSchema>;

const folderStateSchema = z.object({
  settings: agendaFolderSchema,
  /** 0 before it was ever kept. */
  version: z.number().int(),
  /** The last that was written, and the last try when that failed after it. */
  written: folderWritingSchema.nullable(),
  failed: folderWritingSchema.nullable(),
  /** Another copy of this office may write there; nothing is written before a person goes on. */
  held: z.boolean(),
});
export type FolderState = z.infer<typeof folderStateSchema>;

/** Who signs the Surat Tugas, as typed the last time. */
export const signerSchema = z.object({
  position: line(200),
  name: line(200),
  rank: line(200),
  nip: line(60),
});
export type SignerForm = z.infer<typeof signerSchema>;

export const subscriptionWhat = ['duties', 'internal', 'public'] as const;
export const subscriptionWhatSchema = z.enum(subscriptionWhat);
export type SubscriptionWhat = z.infer<typeof subscriptionWhatSchema>;

export const subscriptionSchema = z.object({
  id: idSchema,
  userId: idSchema,
  userName: z.string(),
  what: subscriptionWhatSchema,
  leaderId: idSchema.nullable(),
  madeAt: instantSchema,
  lastUsedAt: instantSchema.nullable(),
});
export type Subscription = z.infer<typeof subscriptionSchema>;

export const agendaOut = {
  folder: ask('agenda.read').output(folderStateSchema),
  /** Looks at a folder without writing. Refuses: `folder_unusable` ({ folder, reason }). */
  checkFolder: ask('channels.manage')
    .input(z.object({ folder: line(1000).min(1) }))
    .output(z.object({ state: z.enum(['free', 'ours']) })),
  /** Keeps the settings, and writes tomorrow's sheets at once when their hour has come. */
  changeFolder: ask('channels.manage')
    .input(agendaFolderSchema.extend({ version: z.number().int(), takeOver: z.boolean().default(false) }))
    .output(folderStateSchema),
  /** Writes tomorrow's sheets now, whatever the hour. Refuses as the writing does. */
  writeFolder: ask('agenda.write').output(folderStateSchema),
  signer: ask('agenda.write').output(signerSchema),
  setSigner: ask('agenda.write').input(signerSchema).output(signerSchema),
  /** One's own; with `everyone` those of all, for who manages people. */
  subscriptions: ask('agenda.read')
    .input(z.object({ everyone: z.boolean().default(false) }))
    .output(z.array(subscriptionSchema)),
  /** Makes an address. The token is in this answer and nowhere else. */
  subscribe: ask('agenda.read')
    .input(z.object({ what: subscriptionWhatSchema, leaderId: idSchema.nullable().default(null) }))
    .output(z.object({ subscription: subscriptionSchema, path: z.string() })),
  /** Ends an address at once: one's own, or anyone's for who manages people. */
  unsubscribe: ask('agenda.read')
    .input(z.object({ id: idSchema }))
    .output(z.object({ removed: z.boolean() })),
};
