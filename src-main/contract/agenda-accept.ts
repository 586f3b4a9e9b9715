import { z } from 'zod';
import { attendanceSchema, eventFieldsSchema, newEventSchema } from './agenda-nouns.ts';
import { idSchema, line, localTimeSchema } from './basics.ts';
import { newInvitationSchema } from './invitations.ts';
import { officialSchema } from './register.ts';

/** A leader of an accepted proposal: one of the register, or one to be proposed for it. */
const acceptedAttendanceSchema = attendanceSchema.extend({
  /** Null when the register does not know the leader yet; `called` then says who. */
  officialId: idSchema.nullable(),
  called: line(200),
});

/** The letter that a card comes from, with the file it was read in: kept with the event, in the same transaction. */
const cardLetterSchema = newInvitationSchema.omit({ eventId: true });
export type CardLetter = z.output<typeof cardLetterSchema>;
const letter = cardLetterSchema.nullable().default(null);

/** A proposal as a person left it. */
export const acceptedProposalSchema = newEventSchema.extend({
  /** The proposal's key, so that the page can say which card became which event. */
  key: z.string().max(20),
  attendance: z.array(acceptedAttendanceSchema).max(30).default([]),
  letter,
});
export type AcceptedProposal = z.infer<typeof acceptedProposalSchema>;
/** As a page sends it: what it does not know is left out. */
export type ProposalToAccept = z.input<typeof acceptedProposalSchema>;

/** A change of an event that is there, as a person left it; it goes through the same verbs as one made by hand. */
export const acceptedChangeSchema = z.object({
  key: z.string().max(20),
  eventId: idSchema,
  /** The version that the card was compared with. */
  version: z.number().int(),
  /** Fields that are different now; what is left out stays as it is. */
  fields: eventFieldsSchema.omit({ attendance: true }).partial().default({}),
  /** Answers of leaders that are different now; the others stay. */
  attendance: z.array(acceptedAttendanceSchema).max(30).default([]),
  /** `postponed` and `cancelled` beside or instead of changed fields. */
  state: z.enum(['postponed', 'cancelled']).nullable().default(null),
  /** The new start of a postponed event; null where it is to follow. */
  start: localTimeSchema.nullable().default(null),
  /** Why; the message itself where it gives no reason. */
  reason: line(500).min(1),
  letter,
});
export type AcceptedChange = z.infer<typeof acceptedChangeSchema>;
export type ChangeToAccept = z.input<typeof acceptedChangeSchema>;

export const acceptInputSchema = z
  .object({
    proposals: z.array(acceptedProposalSchema).max(200).default([]),
    changes: z.array(acceptedChangeSchema).max(200).default([]),
    /** Names beside positions in the text, for leaders the register does not know. */
    names: z
      .array(z.object({ called: line(200), name: line(200) }))
      .max(100)
      .default([]),
  })
  .refine((input) => input.proposals.length + input.changes.length > 0, { path: ['proposals'] });

/** What one accepting made; handed back to `undoAccept` as it is. */
export const acceptedSchema = z.object({
  events: z.array(z.object({ key: z.string(), id: idSchema, version: z.number().int() })),
  /** Events it changed, with the lines of their history that say how. */
  changes: z
    .array(z.object({ key: z.string(), id: idSchema, version: z.number().int(), changeIds: z.array(idSchema).max(40) }))
    .default([]),
  /** Officials that were proposed for the register by it. */
  officialIds: z.array(idSchema),
});
export type Accepted = z.infer<typeof acceptedSchema>;
export const acceptOutputSchema = acceptedSchema.extend({ officials: z.array(officialSchema) });
