import { z } from 'zod';
import { daySchema, idSchema, instantSchema, line, localTimeSchema } from './basics.ts';

/** What can go against each other in an agenda (domain.md 1.7). */
export const clashCodes = [
  'leader_double', // a leader or who stands in for them, in two places
  'crew_double',
  'room_double',
  'travel_gap', // too little time from one place to the next
  'too_many_duties',
  'release_without_crew',
  'holiday',
] as const;
export const clashCodeSchema = z.enum(clashCodes);
export type ClashCode = z.infer<typeof clashCodeSchema>;

/** The other event of a clash. */
export const clashOtherSchema = z.object({
  id: idSchema,
  title: z.string(),
  start: localTimeSchema,
  end: localTimeSchema.nullable(),
  openEnd: z.boolean(),
  venue: z.string(),
});

export const clashSchema = z.object({
  /** Names this clash and what it stands on; another time, place or person is another clash. */
  key: z.string().max(300),
  code: clashCodeSchema,
  /**
   * `sure`: it cannot be as it stands, and whoever saves it by hand must say why. `look`: an end is not known, one of them is not
   * confirmed, or it is hard but possible.
   */
  weight: z.enum(['sure', 'look']),
  day: daySchema,
  /** The official or crew member it is about. */
  officialId: idSchema.nullable(),
  /** Leader whom that official stands in for, when that is why they are there. */
  standsInFor: idSchema.nullable(),
  personName: z.string().nullable(),
  other: clashOtherSchema.nullable(),
  /** Minutes between the two (travel_gap), or number of duties that day. */
  amount: z.number().int().nullable(),
  /** Duties that are missing (release_without_crew), or the name of the holiday. */
  missing: z.array(z.enum(['writer', 'photographer'])),
  holiday: z.string().nullable(),
  /** Who answered for it, and why; null while it is open. */
  answered: z.object({ reason: z.string(), userName: z.string(), at: instantSchema }).nullable(),
});
export type Clash = z.infer<typeof clashSchema>;

/** Clashes in which somebody or a room is asked for twice. */
export const doubleCodes: ReadonlySet<ClashCode> = new Set(['leader_double', 'crew_double', 'room_double']);

/** An event that asks for somebody or a room that is asked for elsewhere at once, with no answer yet: as heavy as its heaviest clash. */
export const doubledEventSchema = z.object({ id: idSchema, weight: clashSchema.shape.weight });
export type DoubledEvent = z.infer<typeof doubledEventSchema>;

/** A person's answer to a clash. */
export const clashAnswerSchema = z.object({ key: z.string().max(300), reason: line(300).min(1) });
export type ClashAnswer = z.infer<typeof clashAnswerSchema>;

export const holidaySchema = z.object({ day: daySchema, name: line(120).min(1) });
export type Holiday = z.infer<typeof holidaySchema>;
