import { z } from 'zod';
import { ask } from './ask.ts';
import { idSchema, line } from './basics.ts';

/** An official in the register: leaders with a schedule of their own, and others who speak or stand in. */
export const officialSchema = z.object({
  id: idSchema,
  /** Full name as it is printed: `I Gusti Ngurah Jaya Negara`. */
  name: line(200).min(1),
  /** Position as it is printed: `Wali Kota Denpasar`. */
  position: line(200),
  /** Short position: `Wali Kota`. What agendas and invitations call the person. */
  shortPosition: line(100),
  /** Later mentions: `Jaya Negara`, `Cok Partha`. */
  shortName: line(100),
  /** Has a schedule of their own (Pimpinan). */
  leader: z.boolean(),
  /** Proposed from a pasted agenda and not confirmed by a person yet. */
  confirmed: z.boolean(),
  active: z.boolean(),
});
export type Official = z.infer<typeof officialSchema>;

export const agencySchema = z.object({ id: idSchema, name: line(200).min(1), shortName: line(60) });
export type Agency = z.infer<typeof agencySchema>;

const officialFields = officialSchema.omit({ id: true, confirmed: true, active: true });

export const register = {
  officials: ask('register.read')
    .input(z.object({ leadersOnly: z.boolean().default(false) }))
    .output(z.array(officialSchema)),
  addOfficial: ask('register.write')
    .input(officialFields.partial({ shortPosition: true, shortName: true, position: true, leader: true }))
    .output(officialSchema),
  changeOfficial: ask('register.write')
    .input(officialFields.partial().extend({ id: idSchema, active: z.boolean().optional() }))
    .output(officialSchema),
  /** Confirms the officials that pasted agendas proposed, corrected by a person; those left out stay proposed. */
  confirmOfficials: ask('register.write')
    .input(
      z.object({
        officials: z.array(officialFields.extend({ id: idSchema })).max(200),
        dropIds: z.array(idSchema).max(200),
      }),
    )
    .output(z.array(officialSchema)),
  agencies: ask('register.read').output(z.array(agencySchema)),
  addAgency: ask('register.write')
    .input(agencySchema.omit({ id: true }).partial({ shortName: true }))
    .output(agencySchema),
};
