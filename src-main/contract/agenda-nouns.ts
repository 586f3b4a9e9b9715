import { z } from 'zod';
import { daySchema, idSchema, instantSchema, line, localTimeSchema, paragraphs, zoneSchema } from './basics.ts';

export const eventKinds = [
  'apel',
  'rapat',
  'audiensi',
  'kunjungan',
  'peresmian',
  'peninjauan',
  'upacara',
  'sosialisasi',
  'takziah',
  'lainnya',
] as const;
export const eventKindSchema = z.enum(eventKinds);
export type EventKind = z.infer<typeof eventKindSchema>;

/** usulan -> tentatif -> terkonfirmasi -> berlangsung -> selesai; ditunda; batal. */
export const eventStates = ['proposed', 'tentative', 'confirmed', 'ongoing', 'done', 'postponed', 'cancelled'] as const;
export const eventStateSchema = z.enum(eventStates);
export type EventState = z.infer<typeof eventStateSchema>;

export const pressAccessSchema = z.enum(['open', 'limited', 'closed']);

export const attendanceSchema = z.object({
  /** A leader of the register. */
  officialId: idSchema,
  answer: z.enum(['unknown', 'attends', 'delegated', 'absent']),
  /** Who stands in when delegated: an official of the register, or a name as told. */
  delegateId: idSchema.nullable(),
  delegateName: line(200).nullable(),
  instruction: line(500).nullable(),
});
export type Attendance = z.infer<typeof attendanceSchema>;

export const eventSchema = z.object({
  id: idSchema,
  kind: eventKindSchema,
  title: line(300).min(1),
  state: eventStateSchema,
  /** Local wall time at the event's own zone. */
  start: localTimeSchema,
  /** Null with openEnd: `08.00 WITA - selesai`. */
  end: localTimeSchema.nullable(),
  openEnd: z.boolean(),
  zone: zoneSchema,
  /** The instant of `start`, derived. */
  startsAt: instantSchema,
  /** Day of `start`, derived; for lists. */
  day: daySchema,
  venue: line(300),
  organizer: line(300),
  dressCode: line(100),
  note: paragraphs(5000),
  /** Closed to the press: never in public output, hidden from observers. */
  pressAccess: pressAccessSchema,
  releaseNeeded: z.boolean(),
  attendance: z.array(attendanceSchema),
  /** Why it was postponed or cancelled. */
  stateReason: line(500).nullable(),
  /** Grows by one with each change of time, place, dress or leader after confirmation. */
  revision: z.number().int(),
  /** Grows with every change; a change names the version it saw. */
  version: z.number().int(),
});
export type Event = z.infer<typeof eventSchema>;
