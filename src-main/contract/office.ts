import { z } from 'zod';
import { ask } from './ask.ts';
import { base64Schema, line, zoneSchema } from './basics.ts';
import { officeChangeSchema, officeSchema } from './office-nouns.ts';
import { statusSchema } from './session.ts';

/** Things that are asked when first needed, and whether they are there. */
export const readinessSchema = z.object({
  passwords: z.boolean(),
  mailAccount: z.boolean(),
  letterhead: z.boolean(),
  siteFolder: z.boolean(),
});

export const office = {
  /** First start: the office and its first person, who is signed in at once. */
  start: ask('nobody')
    .input(
      z.object({
        unit: line(200).min(1),
        city: line(100).min(1),
        name: line(200).min(1),
        zone: zoneSchema,
        people: z.number().int().min(1).max(500).default(1),
        setupCode: line(60).optional(),
      }),
    )
    .output(statusSchema),
  get: ask('session').output(officeSchema),
  /** Fields that are named change. Refuses with `changed_meanwhile` when `version` is not the latest. */
  change: ask('office.manage').input(officeChangeSchema).output(officeSchema),
  /** PNG or JPEG, at most 1 MB; null removes it. */
  setLogo: ask('office.manage')
    .input(z.object({ image: base64Schema.max(1_400_000).nullable() }))
    .output(officeSchema),
  readiness: ask('session').output(readinessSchema),
};
