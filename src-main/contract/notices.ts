import { z } from 'zod';
import { attendanceSchema, eventStateSchema } from './agenda-nouns.ts';
import { ask } from './ask.ts';
import { daySchema, idSchema, instantSchema, line, localTimeSchema, zoneSchema } from './basics.ts';
import { dutyRoleSchema } from './event-parts.ts';

/** When an event is, as a change tells it. */
const toldTimeSchema = z.object({
  start: localTimeSchema,
  end: localTimeSchema.nullable(),
  openEnd: z.boolean(),
  zone: zoneSchema,
});

/** One thing about an event that is no longer as it was: old -> new. */
export const toldChangeSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('time'), old: toldTimeSchema, new: toldTimeSchema }),
  z.object({ what: z.literal('venue'), old: z.string(), new: z.string() }),
  z.object({ what: z.literal('dress'), old: z.string(), new: z.string() }),
  z.object({ what: z.literal('leaders'), old: z.array(attendanceSchema), new: z.array(attendanceSchema) }),
  z.object({ what: z.literal('state'), old: eventStateSchema, new: eventStateSchema }),
]);
export type ToldChange = z.infer<typeof toldChangeSchema>;

/** What of an event stands beside news of it. */
export const toldEventSchema = toldTimeSchema.extend({
  id: idSchema,
  title: z.string(),
  day: daySchema,
  venue: z.string(),
  state: eventStateSchema,
  /** Closed to the press: its title never stands on a locked screen. */
  closed: z.boolean(),
});
export type ToldEvent = z.infer<typeof toldEventSchema>;

/** What others changed on one coming event since this person last read it. */
export const eventNewsSchema = z.object({
  event: toldEventSchema,
  /** Added at short notice: not more than two days before its day. */
  isNew: z.boolean(),
  changes: z.array(toldChangeSchema),
  reason: z.string().nullable(),
  /** Who, newest first, each once; and when the newest was. */
  by: z.array(z.string()),
  at: instantSchema,
  /** The newest line that is told here; handed back when it was read. */
  upTo: z.number().int(),
});
export type EventNews = z.infer<typeof eventNewsSchema>;

export const noticeKinds = [
  'assigned',
  'taken_off',
  'changed',
  'postponed',
  'cancelled',
  'back_on', // takes place after all
  'duty_soon',
  'unconfirmed_tomorrow',
  'release_missing',
  'on_roster',
] as const;
export const noticeKindSchema = z.enum(noticeKinds);
export type NoticeKind = z.infer<typeof noticeKindSchema>;

/** What the office tells one person. */
export const noticeSchema = z.object({
  id: idSchema,
  kind: noticeKindSchema,
  at: instantSchema,
  read: z.boolean(),
  /** Null where it is about no one event, or about one that is gone. */
  event: toldEventSchema.nullable(),
  changes: z.array(toldChangeSchema),
  reason: z.string().nullable(),
  /** Who did it; null where Kulkul reminds by itself. */
  by: z.string().nullable(),
  /** As what the person is on the crew. */
  roles: z.array(dutyRoleSchema),
  /** Day it is about (unconfirmed_tomorrow, on_roster). */
  day: daySchema.nullable(),
  /** In whose place the person decides (on_roster). */
  insteadOf: z.string().nullable(),
  /** How many events it is about: those of a series, or all that are unconfirmed. */
  count: z.number().int(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** When Kulkul reminds; null is never. */
export const reminderSettingsSchema = z.object({
  /** Hours before an event that its crew is reminded. */
  dutyHours: z.number().int().min(1).max(48).nullable(),
  /** Clock at the office, `18:00`, when unconfirmed events of the next day are told. */
  unconfirmedAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  /** Hours after the end of an event that needs a release. */
  releaseHours: z.number().int().min(1).max(72).nullable(),
});
export type ReminderSettings = z.infer<typeof reminderSettingsSchema>;

/** What is told to a person, and how far they have read. Everything here is the caller's own. */
export const notices = {
  /** *Berubah sejak terakhir Anda buka*: what others changed on coming events, newest first; `more` events did not fit. */
  changes: ask('agenda.read').output(z.object({ news: z.array(eventNewsSchema), more: z.number().int() })),
  /** *Sudah saya baca*: one event, or all (`eventId` null), up to what was shown. */
  readChanges: ask('agenda.read')
    .input(z.object({ eventId: idSchema.nullable(), upTo: z.number().int().min(0) }))
    .output(z.object({ read: z.boolean() })),
  /** Newest first; unread ones and those of the last two weeks. */
  list: ask('session').output(z.object({ notices: z.array(noticeSchema), unread: z.number().int() })),
  read: ask('session')
    .input(z.object({ ids: z.array(idSchema).min(1).max(2000) }))
    .output(z.object({ read: z.boolean() })),
  /**
   * Reasons of this office's own that are offered behind the standing ones, which are named here: the most usual first, at most three,
   * each given for at least two different events. One press brings them into a public notice, so none is personal or from behind closed doors.
   */
  reasons: ask('agenda.write')
    .input(z.object({ standing: z.array(line(300)).max(30) }))
    .output(z.array(z.string()).max(3)),
  settings: ask('session').output(reminderSettingsSchema),
  setSettings: ask('office.manage').input(reminderSettingsSchema).output(reminderSettingsSchema),
};
