import { z } from 'zod';
import { ask } from './ask.ts';
import { daySchema, idSchema, instantSchema, line, paragraphs } from './basics.ts';
import { attachmentSchema, attachmentWhat } from './event-parts.ts';

/** A letter that asks a leader to come (domain.md 1.3): it waits, becomes an event, or is declined. */
export const invitationStates = ['waiting', 'scheduled', 'declined'] as const;
export const invitationStateSchema = z.enum(invitationStates);
export type InvitationState = z.infer<typeof invitationStateSchema>;

const invitationFieldsSchema = z.object({
  /** `005/123/2026`. */
  letterNo: line(120),
  letterDay: daySchema.nullable(),
  organizer: line(300),
  /** Perihal. */
  subject: line(300).min(1),
  venue: line(300),
  note: paragraphs(5000),
});
export type InvitationFields = z.infer<typeof invitationFieldsSchema>;

export const invitationSchema = invitationFieldsSchema.extend({
  id: idSchema,
  /** The words of the letter as they were read; empty for one that was typed. */
  text: z.string(),
  state: invitationStateSchema,
  eventId: idSchema.nullable(),
  receivedAt: instantSchema,
  receivedBy: z.string(),
  attachments: z.array(attachmentSchema),
  version: z.number().int(),
});
export type Invitation = z.infer<typeof invitationSchema>;

/** A letter that is taken in. */
export const newInvitationSchema = invitationFieldsSchema
  .partial()
  .required({ subject: true })
  .extend({ fileId: idSchema.optional(), eventId: idSchema.optional() });
export type NewInvitation = z.input<typeof newInvitationSchema>;

const seen = { id: idSchema, version: z.number().int() };
/** A file that was sent by the raw route `agendaFile` and read. */
const fileId = idSchema;

export const invitations = {
  /** Newest first, at most 200. Letters are of the office: who only looks, and contributors, see none. */
  list: ask('agenda.read')
    .input(
      z.object({
        states: z.array(invitationStateSchema).max(3).optional(),
        eventId: idSchema.optional(),
        /** Words of number, organizer, subject or note. */
        text: line(200).optional(),
        /** Of a file it came as: the same letter, however it was named. */
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .optional(),
      }),
    )
    .output(z.array(invitationSchema)),
  get: ask('agenda.read')
    .input(z.object({ id: idSchema }))
    .output(invitationSchema),
  /** Keeps a letter, with its file where one was sent. Refuses: `file_gone`, `not_found` for an event that is not there, `disk_full`. */
  add: ask('agenda.write').input(newInvitationSchema).output(invitationSchema),
  change: ask('agenda.write').input(invitationFieldsSchema.partial().extend(seen)).output(invitationSchema),
  /** Ties it to its event, or unties it; it is scheduled while it has one. */
  link: ask('agenda.write')
    .input(z.object({ ...seen, eventId: idSchema.nullable() }))
    .output(invitationSchema),
  /** Declined, or waiting again. */
  setState: ask('agenda.write')
    .input(z.object({ ...seen, state: z.enum(['waiting', 'declined']), note: line(500).optional() }))
    .output(invitationSchema),
  /** Files of an event: its letters come with their invitations. */
  attachments: ask('agenda.read')
    .input(z.object({ eventId: idSchema }))
    .output(z.array(attachmentSchema)),
  /** Keeps a sent file with an event or an invitation: the speech, another page. */
  attach: ask('agenda.write')
    .input(
      z.object({
        fileId,
        what: z.enum(attachmentWhat),
        eventId: idSchema.optional(),
        invitationId: idSchema.optional(),
      }),
    )
    .output(attachmentSchema),
  detach: ask('agenda.write')
    .input(z.object({ id: idSchema }))
    .output(z.object({ id: idSchema })),
};
