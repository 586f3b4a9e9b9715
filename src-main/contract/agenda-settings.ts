import { z } from 'zod';
import { ask } from './ask.ts';
import { daySchema } from './basics.ts';
import { holidaySchema } from './clashes.ts';

/** How this office keeps its agenda. What was kept before a line was added has its default. */
export const agendaSettingsSchema = z.object({
  /** Grows with every change. */
  version: z.number().int().default(1),
  /** Less than this from one place to another is warned of. */
  travelMinutes: z.number().int().min(0).max(240).default(30),
  /** More duties than this on one day are warned of. */
  maxDuties: z.number().int().min(1).max(20).default(3),
  /** How long an event without an end is thought to last. */
  assumedMinutes: z.number().int().min(15).max(600).default(90),
});
export type AgendaSettings = z.infer<typeof agendaSettingsSchema>;

/** A holiday of the office's list. */
export const listedHolidaySchema = holidaySchema.extend({
  /** As a calendar computed it, and compared with the joint decree by nobody yet. */
  computed: z.boolean().default(false),
});
export type ListedHoliday = z.infer<typeof listedHolidaySchema>;

export const agendaSettings = {
  get: ask('agenda.read').output(agendaSettingsSchema),
  change: ask('office.manage')
    .input(agendaSettingsSchema.partial().required({ version: true }))
    .output(agendaSettingsSchema),
  /** Holidays between two days, both included. */
  holidays: ask('agenda.read')
    .input(z.object({ from: daySchema, to: daySchema }))
    .output(z.array(listedHolidaySchema)),
  /** Puts these in the place of the year's holidays. */
  setHolidays: ask('holidays.write')
    .input(z.object({ year: z.number().int().min(2000).max(2100), holidays: z.array(listedHolidaySchema).max(120) }))
    .output(z.array(listedHolidaySchema)),
  /** What a calendar computes for the year; the government's joint decree (SKB 3 Menteri) decides, so a person looks over it. */
  proposedHolidays: ask('holidays.write')
    .input(z.object({ year: z.number().int().min(2000).max(2100) }))
    .output(z.array(listedHolidaySchema)),
};
