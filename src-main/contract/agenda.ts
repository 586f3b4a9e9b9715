import { z } from 'zod';
import { acceptedProposalSchema, acceptedSchema, acceptInputSchema, acceptOutputSchema } from './agenda-accept.ts';
import {
  attendanceSchema,
  eventChangeSchema,
  eventFieldsSchema,
  eventSchema,
  eventStateSchema,
  newEventSchema,
} from './agenda-nouns.ts';
import { agendaReadingSchema } from './agenda-reading.ts';
import { spanInputSchema, spanSchema } from './agenda-span.ts';
import { ask } from './ask.ts';
import { daySchema, idSchema, languageSchema, line, localTimeSchema, paragraphs, zoneSchema } from './basics.ts';
import { clashAnswerSchema, clashSchema, doubledEventSchema } from './clashes.ts';
import { dutySchema, dutyStateSchema, repeatSchema } from './event-parts.ts';

/** Time as typed into a field: `besok 9`, `Kamis 08.00-10.00 WITA`, `13.30 s.d. selesai`. */
export const readWhenSchema = z.object({
  start: localTimeSchema.nullable(),
  /** The day that was read where no clock was: `besok`. What an event still lacks is then known. */
  dayAlone: daySchema.nullable(),
  end: localTimeSchema.nullable(),
  openEnd: z.boolean(),
  /** Null when the text names none. */
  zone: zoneSchema.nullable(),
  /**
   * Parts that were not typed in full and were taken from today, from the field's own day, or guessed. `unread`: words were left that
   * say something else, such as the last of several days. `weekday`: it is not that of the date. `hour`: a prayer was said for it.
   */
  assumed: z.array(z.enum(['day', 'year', 'part_of_day', 'unread', 'weekday', 'hour'])),
  /** Why this cannot be the time of an event: `10-9` in the morning. */
  wrong: z.enum(['end_before_start']).nullable(),
});
export type ReadWhen = z.infer<typeof readWhenSchema>;

const reason = line(500).optional();
/** Why what clashes stays as it is, by the key of the clash. */
const answers = z.array(clashAnswerSchema).max(100).default([]);
/** The waiting letter that the event comes from; it is tied to it in the same transaction. */
const invitationId = idSchema.optional();
/** Days whose clashes are asked for; at most 62. */
const clashDaysSchema = z
  .object({ from: daySchema, to: daySchema })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 62 * 86_400_000, { path: ['to'] });
/**
 * Leaders typed on the event whom the register does not know: `id` stands for them in its attendance. They are entered into the register
 * with the event or not at all.
 */
const newLeaders = z
  .array(z.object({ id: idSchema, name: line(200).min(1) }))
  .max(20)
  .default([]);
const seen = { id: idSchema, version: z.number().int() };

const seriesDoneSchema = z.object({ seriesId: idSchema, event: eventSchema, count: z.number().int() });

const shareTextInputSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('day'),
    day: daySchema,
    /** The last of several days; at most two weeks. */
    until: daySchema.optional(),
    leaderId: idSchema.optional(),
    style: z.enum(['rich', 'plain']),
    edition: z.enum(['internal', 'public']),
    language: languageSchema.optional(),
  }),
  z.object({
    kind: z.literal('event'),
    id: idSchema,
    style: z.enum(['rich', 'plain']),
    edition: z.enum(['internal', 'public']),
    language: languageSchema.optional(),
  }),
]);
export type ShareTextInput = z.output<typeof shareTextInputSchema>;

const sharedTextSchema = z.object({
  /** A greeting to begin with; a person may change it. */
  greeting: z.string(),
  text: z.string(),
  notice: z.enum(['agenda', 'event', 'changed', 'postponed', 'cancelled']),
  /** Events that are in the text, and how many were left out because they are closed. */
  events: z.number().int(),
  leftOut: z.number().int(),
});
export type SharedText = z.infer<typeof sharedTextSchema>;

export const agenda = {
  /** Reads a pasted agenda. Changes nothing. */
  readText: ask('agenda.write')
    .input(z.object({ text: paragraphs(50_000), zone: zoneSchema.optional() }))
    .output(agendaReadingSchema),
  /** Reads a time as typed. `near` is the event's present start: "10.30" then keeps its day. */
  readWhen: ask('agenda.write')
    .input(z.object({ text: line(200), near: localTimeSchema.optional(), zone: zoneSchema.optional() }))
    .output(readWhenSchema),
  /**
   * Takes many proposals at once, new events and changes of known ones, with the letters they come from, in one transaction. Refuses
   * `file_gone` where the file of a letter is not held any more.
   */
  accept: ask('agenda.write').input(acceptInputSchema).output(acceptOutputSchema),
  /** Takes back what was just accepted: new events go, changed ones are as they were, where nobody has touched them since. */
  undoAccept: ask('agenda.write')
    .input(acceptedSchema)
    .output(z.object({ removed: z.array(idSchema), restored: z.array(idSchema), kept: z.array(idSchema) })),
  /** Events whose day lies between `from` and `to`, both included, by start. All of them; refuses `too_many_listed` ({ most }). */
  list: ask('agenda.read')
    .input(
      z.object({
        from: daySchema,
        to: daySchema,
        leaderId: idSchema.optional(),
        states: z.array(eventStateSchema).max(7).optional(),
        releaseNeeded: z.boolean().optional(),
        /** Words of title, place, organizer or note. */
        text: line(200).optional(),
      }),
    )
    .output(z.array(eventSchema)),
  /** The same days as light as the views draw them. */
  span: ask('agenda.read').input(spanInputSchema).output(spanSchema),
  get: ask('agenda.read')
    .input(z.object({ id: idSchema }))
    .output(eventSchema),
  /** Refuses `clashes` where it cannot be as it stands and no answer says why, `letter_answered` where its letter does not wait any more. */
  add: ask('agenda.write').input(newEventSchema.extend({ answers, invitationId, newLeaders })).output(eventSchema),
  /**
   * Changes fields. After confirmation a change of time, place, dress or leader needs a reason and makes a revision. Refuses `clashes`
   * for new ones that nobody answered for.
   */
  change: ask('agenda.write')
    .input(eventFieldsSchema.partial().extend({ ...seen, reason, answers, newLeaders }))
    .output(eventSchema),
  /**
   * Takes back the last change of an event. One's own, a few minutes after it and before anybody was told of it, leaves no revision and
   * no notice, only its lines in the history; any other is a change like every other, with its reason. What clashed before may clash
   * again. Refuses `changed_meanwhile` when another change came after it, `state_not_possible` when it was neither a change of fields
   * nor calling off or putting off.
   */
  takeBack: ask('agenda.write')
    .input(z.object({ id: idSchema, version: z.number().int(), reason }))
    .output(eventSchema),
  /** Who was told of the change that made this version; empty when it can be taken back unheard. */
  toldOf: ask('agenda.write')
    .input(z.object({ id: idSchema, version: z.number().int() }))
    .output(z.object({ people: z.array(z.string()), calendars: z.boolean() })),
  /** One leader's answer. Standing in and absence make a revision after confirmation; a reason may be given. */
  setAttendance: ask('agenda.write')
    .input(attendanceSchema.extend({ ...seen, reason, answers }))
    .output(eventSchema),
  /** Postponing and cancelling need a reason; a new start may come with postponing. */
  setState: ask('agenda.write')
    .input(z.object({ ...seen, state: eventStateSchema, reason, start: localTimeSchema.optional(), answers }))
    .output(eventSchema),
  /** What would clash if the event were kept like this. Changes nothing; the id is that of the event being changed. */
  checkClashes: ask('agenda.write')
    .input(
      z.object({
        id: idSchema.optional(),
        event: newEventSchema,
        /** The state an event that is kept already would be in; without it the one it is in. */
        state: eventStateSchema.optional(),
      }),
    )
    .output(z.array(clashSchema)),
  /** The same for proposals that were read, with each other too; by their keys, those without a clash left out. Changes nothing. */
  checkProposals: ask('agenda.write')
    .input(z.object({ proposals: z.array(acceptedProposalSchema).max(200) }))
    .output(z.array(z.object({ key: z.string(), clashes: z.array(clashSchema) }))),
  /** What clashes with an event as it is kept, answered or not. */
  clashes: ask('agenda.write')
    .input(z.object({ id: idSchema }))
    .output(z.array(clashSchema)),
  /** Clashes between two days that nobody has answered for, each once. At most 62 days. */
  openClashes: ask('agenda.write')
    .input(clashDaysSchema)
    .output(z.array(clashSchema.extend({ eventId: idSchema, eventTitle: z.string() }))),
  /** Events of these days, and those they clash with, that ask for somebody or a room twice and nobody has answered for. At most 62 days. */
  doubledEvents: ask('agenda.write').input(clashDaysSchema).output(z.array(doubledEventSchema)),
  answerClash: ask('agenda.write')
    .input(z.object({ eventId: idSchema, ...clashAnswerSchema.shape }))
    .output(z.array(clashSchema)),
  /** Events at which the same delegation came to visit, newest first, at most ten. */
  earlierVisits: ask('agenda.read')
    .input(z.object({ delegation: line(200).min(3), exceptId: idSchema.optional() }))
    .output(z.array(eventSchema)),
  /** What clashes on the dates of a rule, before it is kept. */
  checkSeries: ask('agenda.write')
    .input(z.object({ event: newEventSchema, repeat: repeatSchema }))
    .output(z.object({ days: z.array(daySchema), clashes: z.array(clashSchema.extend({ eventId: idSchema })) })),
  /** An event on every date of a rule; each is an event of its own. One reason answers for all that clashes; a letter goes to the first. */
  addSeries: ask('agenda.write')
    .input(z.object({ event: newEventSchema, repeat: repeatSchema, clashReason: reason, invitationId, newLeaders }))
    .output(seriesDoneSchema),
  /** The rule and the dates of the series an event belongs to; null for a single event. */
  series: ask('agenda.read')
    .input(z.object({ id: idSchema }))
    .output(
      z
        .object({
          repeat: repeatSchema,
          occurrences: z.array(
            eventSchema.pick({ id: true, title: true, start: true, day: true, state: true }).extend({
              /** Something was changed on this one alone. */
              own: z.boolean(),
            }),
          ),
        })
        .nullable(),
    ),
  /** Changes this event of a series and all that follow; what was changed on one alone stays. Another rule may come with it. */
  changeFollowing: ask('agenda.write')
    .input(
      eventFieldsSchema
        .partial()
        .extend({ ...seen, reason, clashReason: reason, repeat: repeatSchema.optional(), newLeaders }),
    )
    .output(seriesDoneSchema),
  /** What `changeFollowing` would do: how many events it changes, and what would newly clash, the sure ones first. Changes nothing. */
  checkFollowing: ask('agenda.write')
    .input(eventFieldsSchema.partial().extend({ ...seen, repeat: repeatSchema.optional() }))
    .output(z.object({ count: z.number().int(), clashes: z.array(clashSchema) })),
  /** Cancels this event of a series and all that follow. */
  cancelFollowing: ask('agenda.write')
    .input(z.object({ ...seen, reason: line(500).min(1) }))
    .output(seriesDoneSchema),
  /** The caller's own duties: to come, and of the last two weeks where material is missing. */
  myDuties: ask('agenda.duties').output(z.array(z.object({ duty: dutySchema, event: eventSchema }))),
  /** How far a duty is: of one's own, or of anyone's for who keeps the agenda. Leaves the event's version as it is. */
  setDutyState: ask('agenda.duties')
    .input(z.object({ dutyId: idSchema, state: dutyStateSchema }))
    .output(eventSchema),
  history: ask('agenda.read')
    .input(z.object({ id: idSchema }))
    .output(z.array(eventChangeSchema)),
  /** Text for WhatsApp: a day's agenda, or one event, which becomes a change or cancellation notice where that is due. */
  shareText: ask('agenda.read').input(shareTextInputSchema).output(sharedTextSchema),
};
