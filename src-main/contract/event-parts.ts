import { z } from 'zod';
import { idSchema, instantSchema, line, paragraphs } from './basics.ts';

/** Somebody to call about an event: PIC Protokol, narahubung of the organizer. The number stays inside the office. */
export const contactSchema = z.object({ name: line(120), phone: line(60) });
export type Contact = z.infer<typeof contactSchema>;

/** Sambutan or arahan: whether words are needed, and who speaks them. Its text is an attachment of the event. */
export const speechSchema = z.object({
  needed: z.boolean(),
  /** An official of the register, or a name as told. */
  officialId: idSchema.nullable(),
  speaker: line(200),
});
export type Speech = z.infer<typeof speechSchema>;

/** One line of the Susunan Acara. */
export const rundownItemSchema = z.object({
  /** `08:00`, or null where only the order is known. */
  clock: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  what: line(200).min(1),
});
export type RundownItem = z.infer<typeof rundownItemSchema>;

/** Kunjungan tamu, studi tiru, audiensi: who comes, who receives them, what about. */
export const visitSchema = z.object({
  /** `DPRD Kabupaten Badung`. Earlier visits are found by it. */
  delegation: line(200).min(1),
  /** Number of guests. */
  size: z.number().int().min(1).max(5000).nullable(),
  /** Who receives them: an official of the register, or a name as told. */
  receiverId: idSchema.nullable(),
  receiverName: line(200),
  topics: paragraphs(2000),
  souvenir: line(200),
});
export type Visit = z.infer<typeof visitSchema>;

/** Petugas liputan: penulis, fotografer, videografer, medsos. */
export const dutyRoles = ['writer', 'photographer', 'videographer', 'social'] as const;
export const dutyRoleSchema = z.enum(dutyRoles);
export type DutyRole = z.infer<typeof dutyRoleSchema>;

/** ditugaskan -> diterima -> di lokasi -> bahan masuk -> selesai (domain.md 1.4). */
export const dutyStates = ['assigned', 'accepted', 'on_site', 'material_in', 'done'] as const;
export const dutyStateSchema = z.enum(dutyStates);
export type DutyState = z.infer<typeof dutyStateSchema>;
/** Who is on duty says these from the day of the event on; who keeps the agenda may correct any state at any time. */
export const dutyStatesOfTheDay: readonly DutyState[] = ['on_site', 'material_in', 'done'];

/** Who covers what: a person of the office, or somebody from outside by name. */
export const assignmentSchema = z.object({
  role: dutyRoleSchema,
  userId: idSchema.nullable(),
  /** As it was when they were assigned; stays readable when the person is gone. */
  name: line(200),
});
export type Assignment = z.infer<typeof assignmentSchema>;

export const dutySchema = assignmentSchema.extend({
  id: idSchema,
  state: dutyStateSchema,
  /** When it came to this state. */
  stateAt: instantSchema,
});
export type Duty = z.infer<typeof dutySchema>;

/** What a file of an event or of an invitation is. */
export const attachmentWhat = ['letter', 'speech', 'other'] as const;
export const attachmentSchema = z.object({
  id: idSchema,
  what: z.enum(attachmentWhat),
  name: line(200),
  /** What it is by its content. */
  kind: z.enum(['pdf', 'picture', 'document', 'text']),
  /** Pages that can be looked at as pictures; 0 where there are none. */
  pages: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
  addedAt: instantSchema,
  addedBy: z.string(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** How often an event repeats; becomes an RRULE of RFC 5545. */
export const repeatSchema = z
  .object({
    every: z.enum(['day', 'week', 'month']),
    /** 2: every second one. */
    interval: z.number().int().min(1).max(52).default(1),
    /** Weekdays of a weekly one, 1 Monday to 7 Sunday; empty: that of the first. */
    weekdays: z.array(z.number().int().min(1).max(7)).max(7).default([]),
    /** A monthly one: on the day of the month, or on its weekday of the month (`Senin kedua`, -1 the last). */
    monthly: z.enum(['date', 'weekday']).default('date'),
    until: z.iso.date().nullable().default(null),
    count: z.number().int().min(2).max(400).nullable().default(null),
  })
  .refine((repeat) => (repeat.until === null) !== (repeat.count === null), { path: ['until'] });
export type Repeat = z.infer<typeof repeatSchema>;
