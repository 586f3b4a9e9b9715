import { z } from 'zod';
import { ask } from './ask.ts';
import { daySchema, idSchema, instantSchema, line, localTimeSchema, zoneSchema } from './basics.ts';

/** A night, the day of a weekend or holiday, or some days on end (a longer stand-in). */
export const rosterParts = ['night', 'day', 'span'] as const;
export const rosterPartSchema = z.enum(rosterParts);
export type RosterPart = z.infer<typeof rosterPartSchema>;

/** For what: the agenda, coverage, or deciding over releases in somebody's place (Plh.). */
export const rosterDuties = ['protocol', 'coverage', 'approval'] as const;
export const rosterDutySchema = z.enum(rosterDuties);
export type RosterDuty = z.infer<typeof rosterDutySchema>;

/** The usual hours, until the office has used others: a night ends on the day after. */
export const usualHours = { night: { from: '16:00', to: '07:30' }, day: { from: '07:30', to: '16:00' } } as const;

/** Who is on duty from when to when. */
export const rosterEntrySchema = z.object({
  id: idSchema,
  /** The night or day it belongs to; of a span its first day. */
  day: daySchema,
  part: rosterPartSchema,
  duty: rosterDutySchema,
  userId: idSchema,
  userName: line(200),
  /** *Menggantikan*: whom they stand in for. Of `approval` always somebody. */
  insteadOf: z.object({ id: idSchema, name: line(200) }).nullable(),
  /** Local wall time at the office's zone, and the instants of it. */
  start: localTimeSchema,
  end: localTimeSchema,
  zone: zoneSchema,
  startsAt: instantSchema,
  endsAt: instantSchema,
  note: line(200),
  version: z.number().int(),
});
export type RosterEntry = z.infer<typeof rosterEntrySchema>;

/** What a person fills in. Hours that are left out are those last used for such a part. */
export const rosterInputSchema = z.object({
  day: daySchema,
  part: rosterPartSchema,
  duty: rosterDutySchema,
  userId: idSchema,
  insteadOf: idSchema.nullable().default(null),
  start: localTimeSchema.optional(),
  end: localTimeSchema.optional(),
  note: line(200).default(''),
  /** Of the entry that stands there now; null where none was seen. */
  seen: z.object({ id: idSchema, version: z.number().int() }).nullable().default(null),
});
export type RosterInput = z.output<typeof rosterInputSchema>;

export const roster = {
  /** Entries that touch these days, by start. At most 100 days. */
  list: ask('agenda.read')
    .input(z.object({ from: daySchema, to: daySchema }))
    .output(z.array(rosterEntrySchema)),
  /** *Piket malam ini*: who is on duty now, and who will be within the next twelve hours. */
  tonight: ask('agenda.read').output(z.array(rosterEntrySchema)),
  /**
   * Puts a person in the place of who stands there. `approval` lends the right to decide for these hours, so only the head it is lent
   * by may set it, or an admin (`not_allowed`). Refuses `stand_in_not_possible` for who cannot lend or borrow it, `end_before_start`,
   * `changed_meanwhile`.
   */
  set: ask('roster.write').input(rosterInputSchema).output(rosterEntrySchema),
  remove: ask('roster.write')
    .input(z.object({ id: idSchema, version: z.number().int() }))
    .output(z.object({ removed: z.boolean() })),
  /**
   * Fills the seven days from `from` as the seven before them were, where nobody stands yet. Stand-ins for approvals are not repeated:
   * each is an act of its own.
   */
  repeatWeek: ask('roster.write')
    .input(z.object({ from: daySchema }))
    .output(z.array(rosterEntrySchema)),
};
