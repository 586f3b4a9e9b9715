import { z } from 'zod';
import { eventKindSchema, eventSchema, pressAccessSchema } from './agenda-nouns.ts';
import { daySchema, idSchema, zoneSchema } from './basics.ts';
import { dutyRoleSchema } from './event-parts.ts';

/** A piece of the pasted text, in UTF-16 code units, `end` not included: `text.slice(start, end)`. */
export const spanSchema = z.object({ start: z.number().int(), end: z.number().int() });
export type Span = z.infer<typeof spanSchema>;

/** A value and where it was read. `assumed`: it does not stand there in full; a person should look. */
const found = <T extends z.ZodType>(value: T) => z.object({ value, spans: z.array(spanSchema), assumed: z.boolean() });

/** Why a person should look at a proposal before accepting it. */
export const doubtCodes = [
  'day_assumed', // no date in the text: today, or counted from it (`besok`, `Kamis`)
  'year_assumed',
  'weekday_differs', // "Rabu, 20 November 2025" is a Thursday
  'several_days', // "20-22 November": only the first is taken
  'day_impossible', // "31 November"
  'day_long_past', // more than 30 days ago: the year may be a slip
  'day_far_ahead', // more than a year ahead
  'time_missing',
  'time_assumed', // "jam 2" without pagi or siang
  'zone_assumed',
  'end_before_start',
  'duration_differs', // (120') does not agree with 08.00-10.30
  'title_missing',
  'leader_unknown', // not in the register yet
  'delegate_unknown',
  'target_missing', // a change of an event that the agenda does not have
  'target_unclear', // a change that may be meant for more than one event
  'too_long', // cut to the length a field can hold
  'closed_above', // a heading or a line beside the events says that none of them is for the public
  'press_unclear', // words on publicity that say neither yes nor no: a person decides
] as const;

export const doubtSchema = z.object({
  code: z.enum(doubtCodes),
  spans: z.array(spanSchema),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Doubt = z.infer<typeof doubtSchema>;
export type DoubtCode = Doubt['code'];

export const readLeaderSchema = z.object({
  /** As the text calls them: `Wali Kota`. */
  called: z.string(),
  /** The official of the register that this is, if known. */
  officialId: idSchema.nullable(),
  spans: z.array(spanSchema),
  answer: z.enum(['unknown', 'attends', 'delegated', 'absent']),
  delegateName: z.string().nullable(),
  delegateId: idSchema.nullable(),
  delegateSpans: z.array(spanSchema),
});
export type ReadLeader = z.infer<typeof readLeaderSchema>;

/** What a proposal wants done. All but `add` speak of an event that is there already. */
export const proposalActs = ['add', 'change', 'postpone', 'cancel', 'delegate'] as const;
export type ProposalAct = (typeof proposalActs)[number];

const toldContactSchema = z.object({ name: z.string(), phone: z.string() });

export const proposalSchema = z.object({
  /** `1`, `2`, ... in the order of the text. */
  key: z.string(),
  /** What it wants done, and the words that say so; `add` has none. */
  act: found(z.enum(proposalActs)),
  /** What a change says was until now: `jam 9` of `jam 9 diundur jam 10`. It tells which event is meant. */
  was: z.object({
    day: found(daySchema).nullable(),
    startClock: found(z.string()).nullable(),
    venue: found(z.string()).nullable(),
  }),
  /** Why: `Sebab: hujan deras`, `karena hujan`. */
  reason: found(z.string()).nullable(),
  /** The lines it was read from. */
  span: spanSchema,
  kind: found(eventKindSchema).nullable(),
  title: found(z.string()).nullable(),
  day: found(daySchema).nullable(),
  /** Clock `08:00`. */
  startClock: found(z.string()).nullable(),
  /**
   * `diundur 1 jam`: minutes by which a change moves the event, less than nothing for earlier, where the text does not tell the hour
   * it was to be. The clock follows from the event it means; until that is known its words are not understood.
   */
  shift: found(z.number().int()).nullable(),
  endClock: found(z.string()).nullable(),
  /** The day of the end: the next for `22.00-01.00`; null without an end, and where it comes before the start. */
  endDay: daySchema.nullable(),
  openEnd: found(z.boolean()).nullable(),
  zone: found(zoneSchema),
  venue: found(z.string()).nullable(),
  organizer: found(z.string()).nullable(),
  dressCode: found(z.string()).nullable(),
  companions: found(z.string()).nullable(),
  note: found(z.string()).nullable(),
  pressAccess: found(pressAccessSchema).nullable(),
  releaseNeeded: found(z.boolean()).nullable(),
  tentative: found(z.boolean()).nullable(),
  transitRoom: found(z.string()).nullable(),
  /** PIC Protokol. */
  protocolOfficer: found(toldContactSchema).nullable(),
  /** Narahubung of the organizer. */
  contact: found(toldContactSchema).nullable(),
  /** `speaker` is empty where nobody is named. */
  speech: found(z.object({ needed: z.boolean(), speaker: z.string() })).nullable(),
  rundown: found(z.array(z.object({ clock: z.string().nullable(), what: z.string() }))).nullable(),
  /** `userId` where the name is that of one person of the office. */
  crew: found(z.array(z.object({ role: dutyRoleSchema, name: z.string(), userId: idSchema.nullable() }))).nullable(),
  visit: found(z.object({ delegation: z.string(), size: z.number().int().nullable() })).nullable(),
  /** The invitation letter that it comes from. */
  letter: z
    .object({
      number: found(z.string()).nullable(),
      day: found(daySchema).nullable(),
      subject: found(z.string()).nullable(),
    })
    .nullable(),
  leaders: z.array(readLeaderSchema),
  doubts: z.array(doubtSchema),
  /** Pieces inside this proposal that were not understood. */
  notUnderstood: z.array(spanSchema),
  /** The event of the agenda that this is, or that it changes; null where there is none, or where several fit equally. */
  knownEventId: idSchema.nullable(),
  /** Events it may be, the likeliest first; all of them are in `events` of the reading. */
  candidates: z.array(idSchema),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** A person the text names as a leader and the register does not know yet. */
export const foundLeaderSchema = z.object({
  /** As called in the text: `Wali Kota`; proposals refer to it by this. */
  called: z.string(),
  /** Full name when the text gives one, else empty. */
  name: z.string(),
  position: z.string(),
  spans: z.array(spanSchema),
});
export type FoundLeader = z.infer<typeof foundLeaderSchema>;

export const agendaReadingSchema = z.object({
  proposals: z.array(proposalSchema),
  newLeaders: z.array(foundLeaderSchema),
  /** Greetings, headings, printing lines: read, and nothing in them to keep. */
  passedOver: z.array(spanSchema),
  /** Headings that set the day or the leaders of what follows. */
  headings: z.array(spanSchema),
  /** Pieces outside of every proposal that were not understood. */
  notUnderstood: z.array(spanSchema),
  /** Events of the agenda that proposals may be, or may change. */
  events: z.array(eventSchema),
});
export type AgendaReading = z.infer<typeof agendaReadingSchema>;
