import { z } from 'zod';
import { daySchema, idSchema, instantSchema, line, localTimeSchema, paragraphs, zoneSchema } from './basics.ts';
import {
  assignmentSchema,
  contactSchema,
  dutySchema,
  rundownItemSchema,
  speechSchema,
  visitSchema,
} from './event-parts.ts';

export const eventKinds = [
  'apel',
  'rapat',
  'audiensi',
  'kunjungan',
  'pembukaan',
  'peresmian',
  'pelantikan',
  'penyerahan',
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
  /** Where the leaders wait: `Ruang Transit Lt. 1`. */
  transitRoom: line(200),
  /** PIC Protokol. */
  protocolOfficer: contactSchema,
  /** Narahubung of the organizer. */
  contact: contactSchema,
  /** Who accompanies the leaders, as told: `Asisten II, Kadis Perpustakaan`. */
  companions: line(500),
  note: paragraphs(5000),
  /** Closed to the press: never in public output, hidden from observers. */
  pressAccess: pressAccessSchema,
  /** Texts that say it is closed (text/said-inside.ts), and a person has confirmed that it is not; empty where nobody has. */
  openDespite: z.string().max(8000),
  releaseNeeded: z.boolean(),
  speech: speechSchema,
  rundown: z.array(rundownItemSchema).max(60),
  /** Photos one must bring home: `Pemotongan pita`. */
  requiredPhotos: z.array(line(200).min(1)).max(40),
  /** Null where nobody comes to visit. */
  visit: visitSchema.nullable(),
  attendance: z.array(attendanceSchema),
  crew: z.array(dutySchema),
  /** The series it belongs to, with the day it has there by the rule; both null for a single event. */
  seriesId: idSchema.nullable(),
  seriesDay: daySchema.nullable(),
  /** UID (and recurrence) of the calendar it was read from. */
  externalUid: z.string().nullable(),
  /** Why it was postponed or cancelled. */
  stateReason: line(500).nullable(),
  /** 0 until confirmed, then 1; grows by one with each change of time, place, dress or leader after that. */
  revision: z.number().int(),
  /** Grows with every change; a change names the version it saw. */
  version: z.number().int(),
});
export type Event = z.infer<typeof eventSchema>;

/** What a person says about an event; the rest is derived or decided by verbs. Duties keep their state when their person stays. */
export const eventFieldsSchema = eventSchema
  .pick({
    kind: true,
    title: true,
    start: true,
    end: true,
    openEnd: true,
    zone: true,
    venue: true,
    organizer: true,
    dressCode: true,
    companions: true,
    note: true,
    pressAccess: true,
    openDespite: true,
    releaseNeeded: true,
    attendance: true,
    transitRoom: true,
    protocolOfficer: true,
    contact: true,
    speech: true,
    rundown: true,
    requiredPhotos: true,
    visit: true,
  })
  .extend({ crew: z.array(assignmentSchema).max(30) });
export type EventFields = z.infer<typeof eventFieldsSchema>;

/** A new event needs a kind of heading, a start and its zone; everything else may come later. */
export const newEventSchema = z.object({
  kind: eventKindSchema.default('lainnya'),
  title: line(300).min(1),
  start: localTimeSchema,
  end: localTimeSchema.nullable().default(null),
  openEnd: z.boolean().default(false),
  zone: zoneSchema,
  venue: line(300).default(''),
  organizer: line(300).default(''),
  dressCode: line(100).default(''),
  companions: line(500).default(''),
  note: paragraphs(5000).default(''),
  pressAccess: pressAccessSchema.default('open'),
  openDespite: z.string().max(8000).default(''),
  releaseNeeded: z.boolean().default(false),
  attendance: z.array(attendanceSchema).max(30).default([]),
  transitRoom: line(200).default(''),
  protocolOfficer: contactSchema.default({ name: '', phone: '' }),
  contact: contactSchema.default({ name: '', phone: '' }),
  speech: speechSchema.default({ needed: false, officialId: null, speaker: '' }),
  rundown: z.array(rundownItemSchema).max(60).default([]),
  requiredPhotos: z.array(line(200).min(1)).max(40).default([]),
  visit: visitSchema.nullable().default(null),
  crew: z.array(assignmentSchema).max(30).default([]),
  externalUid: line(500).nullable().default(null),
  /** An event may begin as a proposal, tentative, or confirmed at once. */
  state: z.enum(['proposed', 'tentative', 'confirmed']).default('tentative'),
});
export type NewEvent = z.infer<typeof newEventSchema>;

/** One line of an event's history: who changed what, old -> new. Fields are the names in `eventSchema`. */
export const eventChangeSchema = z.object({
  id: idSchema,
  eventId: idSchema,
  at: instantSchema,
  userName: z.string(),
  act: z.enum(['added', 'changed', 'attendance', 'state', 'duty']),
  /** Version and revision after the change. */
  version: z.number().int(),
  revision: z.number().int(),
  changes: z.array(z.object({ field: z.string(), old: z.unknown(), new: z.unknown() })),
  reason: z.string().nullable(),
});
export type EventChange = z.infer<typeof eventChangeSchema>;
