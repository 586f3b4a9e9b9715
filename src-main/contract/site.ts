import { z } from 'zod';
import { ask } from './ask.ts';
import { daySchema, instantSchema, line } from './basics.ts';
import { refusalSchema } from './refusals.ts';

/** Where the public newsroom is written, and how it presents itself. */
export const siteSettingsSchema = z.object({
  /** Absolute path on the core's computer: an empty folder, or one that is already this office's site. */
  folder: line(1000).min(1),
  /** Public address, http or https; empty while there is none (then no feeds, no sitemap, no link to share). */
  baseUrl: line(500).refine((value) => value === '' || isWebAddress(value)),
  title: line(200).min(1),
  description: line(300),
  /** The page *Agenda publik*: open, confirmed events of the fourteen days ahead. */
  publicAgenda: z.boolean().default(false),
});
export type SiteSettingsForm = z.infer<typeof siteSettingsSchema>;

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/i.test(value);
}

/** How *Agenda publik* was written last. */
export const siteAgendaSchema = z.object({
  at: instantSchema,
  /** First and last day of the page. */
  from: daySchema,
  to: daySchema,
  events: z.number().int(),
  /** Why the last try failed; then the rest is of the one before, or of the try. */
  refusal: refusalSchema.nullable(),
});
export type SiteAgenda = z.infer<typeof siteAgendaSchema>;

const writtenSchema = z.object({
  written: z.number().int(),
  files: z.number().int(),
  removed: z.number().int(),
  /** Titles of pages that stay although these data do not know them: published after the backup they were restored from. */
  foreign: z.array(z.string()),
});

export const site = {
  /** Null before it is set up. `proposal` fills the form then. */
  get: ask('distribution.read').output(
    z.object({
      settings: siteSettingsSchema.nullable(),
      proposal: siteSettingsSchema.extend({ folder: z.string() }),
      version: z.number().int(),
      pages: z.number().int(),
      /** Null before it was ever written. */
      agenda: siteAgendaSchema.nullable(),
    }),
  ),
  /** Looks at a folder without writing. */
  check: ask('channels.manage')
    .input(z.object({ folder: line(1000).min(1) }))
    .output(z.object({ state: z.enum(['empty', 'ours']) })),
  /** Keeps the settings and queues a rewriting of the whole site. */
  change: ask('channels.manage')
    .input(siteSettingsSchema.extend({ version: z.number().int() }))
    .output(siteSettingsSchema),
  /** Writes again what differs from what should be there: damaged or deleted files come back, strangers' files stay. */
  rewrite: ask('distribution.send').output(writtenSchema),
};
