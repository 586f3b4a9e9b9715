import { z } from 'zod';
import { eventKindSchema, eventSchema, eventStateSchema } from './agenda-nouns.ts';
import { daySchema, idSchema, line } from './basics.ts';

/** As much of an event as the views of the agenda draw; a month holds hundreds of them. */
export const eventGlanceSchema = eventSchema.pick({
  id: true,
  kind: true,
  title: true,
  state: true,
  start: true,
  end: true,
  openEnd: true,
  zone: true,
  startsAt: true,
  day: true,
  venue: true,
  pressAccess: true,
  releaseNeeded: true,
  attendance: true,
  seriesId: true,
  revision: true,
  version: true,
});
export type EventGlance = z.infer<typeof eventGlanceSchema>;

/** What the views may be narrowed to; all of it must hold. */
export const spanFilterSchema = z.object({
  /** Leads it, or stands in. */
  leaderId: idSchema.optional(),
  /** Is of the crew. */
  crewId: idSchema.optional(),
  kinds: z.array(eventKindSchema).max(20).optional(),
  states: z.array(eventStateSchema).max(7).optional(),
  releaseNeeded: z.boolean().optional(),
  /** `public`: what is not closed to the press. */
  press: z.enum(['public', 'closed']).optional(),
  /** Words of title, place, organizer or note. */
  text: line(200).optional(),
});
export type SpanFilter = z.infer<typeof spanFilterSchema>;

export const spanInputSchema = spanFilterSchema.extend({
  /** Days of the office's own zone, both included. */
  from: daySchema,
  to: daySchema,
  /** Whether the nearest days outside of the span are wanted, for a list that is read on and on. */
  edges: z.boolean().optional(),
});

export const spanSchema = z.object({
  /** Events that take place on these days by the office's clock, also those that began before, by start. */
  events: z.array(eventGlanceSchema),
  /** More than a view can show; the rest is left out. */
  truncated: z.boolean(),
  /** Nearest days before and after the span with an event of the same filter; null where there is none or it was not asked. */
  before: daySchema.nullable(),
  after: daySchema.nullable(),
});
export type Span = z.infer<typeof spanSchema>;
