import { z } from 'zod';
import { ask } from './ask.ts';
import { daySchema, idSchema, line, localTimeSchema, zoneSchema } from './basics.ts';
import { refusalSchema } from './refusals.ts';

/** Largest file that is read for the agenda, in bytes. */
export const mostFileBytes = 64 * 1024 * 1024;
/** Events that one import takes: a leader's agenda of some years. They land in portions, and everybody is answered meanwhile. */
export const mostImported = 10_000;

/** What a file is by its content. */
export const fileKinds = ['calendar', 'table', 'pdf', 'picture', 'text', 'document'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What a column of a table may hold. Several columns of one field are joined, or the first that says something counts. */
export const columnFields = [
  'none',
  'day',
  'time',
  'start',
  'end',
  'title',
  'venue',
  'organizer',
  'dress',
  'leaders',
  'delegate',
  'companions',
  'contact',
  'note',
  'status',
  'press',
] as const;
export const columnFieldSchema = z.enum(columnFields);
export type ColumnField = z.infer<typeof columnFieldSchema>;

/** Something of a file that could not be taken as it stands. `line` is the line, or the row of the table as its program numbers it. */
export const fileProblemCodes = [
  'line_broken',
  'event_unclosed',
  'event_unreadable',
  'title_missing',
  'start_missing',
  'start_impossible',
  'rule_unreadable',
  'rule_too_dense',
  'rule_cut',
  'zone_unknown',
  'cancelled_unknown',
  'day_missing',
  'day_unreadable',
  'time_missing',
  'time_unreadable',
  'end_before_start',
  'text_cut',
] as const;
export const fileProblemSchema = z.object({
  code: z.enum(fileProblemCodes),
  line: z.number().int().nullable(),
  /** What stands there, short. */
  text: z.string(),
});
export type FileProblem = z.infer<typeof fileProblemSchema>;
export type FileProblemCode = FileProblem['code'];

/** What reading a calendar or a table found, all in all. */
export const fileReportSchema = z.object({
  /** Events that could be taken in. */
  events: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  cancelled: z.number().int(),
  /** In the agenda already, as they are. */
  same: z.number().int(),
  first: daySchema.nullable(),
  last: daySchema.nullable(),
  /** Rules without an end were followed up to this day; null where there was none. */
  horizon: daySchema.nullable(),
  /** Events of the file that come more than once; their dates land one by one, without the rule that ties them. */
  repeating: z.number().int().default(0),
  /** Zones of the file that are none of ours: `converted` to the office's, or unknown and `assumed` to be it. */
  zones: z.array(z.object({ name: z.string(), as: z.enum(['converted', 'assumed']), events: z.number().int() })),
  /** The first problems, and how many there are. */
  problems: z.array(fileProblemSchema),
  problemCount: z.number().int(),
});
export type FileReport = z.infer<typeof fileReportSchema>;

/** A table, before its columns are known for sure. */
export const tableSchema = z.object({
  sheets: z.array(z.string()),
  sheet: z.number().int(),
  /** Row of the headings, from 0; -1 where there are none. */
  headerRow: z.number().int(),
  header: z.array(z.string()),
  /** The first rows below it. */
  rows: z.array(z.array(z.string())),
  rowCount: z.number().int(),
  columns: z.array(columnFieldSchema),
  /** The columns are those that a person chose for these headings before. */
  remembered: z.boolean(),
});
export type FileTable = z.infer<typeof tableSchema>;

export const fileReadingSchema = z.object({
  id: idSchema,
  name: z.string(),
  bytes: z.number().int(),
  kind: z.enum(fileKinds).nullable(),
  state: z.enum(['receiving', 'reading', 'columns', 'ready', 'landing', 'landed', 'undoing', 'failed', 'cancelled']),
  /** What is being done, and how far: lines, rows, pages. `of` is null while nobody knows. */
  progress: z.object({
    step: z.enum(['receiving', 'looking', 'events', 'rows', 'pages', 'words', 'landing', 'undoing']),
    done: z.number().int(),
    of: z.number().int().nullable(),
  }),
  refusal: refusalSchema.nullable(),
  /** Text of a letter, a picture or a document; `fromPicture`: read by shape, so a person should compare. */
  text: z
    .object({ text: z.string(), pages: z.number().int(), pagesRead: z.number().int(), fromPicture: z.boolean() })
    .nullable(),
  table: tableSchema.nullable(),
  report: fileReportSchema.nullable(),
  /** Hash of the bytes, once they are all here. */
  sha256: z.string().nullable(),
});
export type FileReading = z.infer<typeof fileReadingSchema>;

/** One line of an import's table. */
export const importRowSchema = z.object({
  n: z.number().int(),
  act: z.enum(['add', 'change', 'cancel', 'same']),
  title: z.string(),
  start: localTimeSchema,
  end: localTimeSchema.nullable(),
  openEnd: z.boolean(),
  zone: zoneSchema,
  venue: z.string(),
  organizer: z.string(),
  leaders: z.array(z.string()),
  doubts: z.array(z.string()),
  /** Fields that differ from the event that is there, old -> new. */
  changes: z.array(z.object({ field: z.string(), old: z.unknown(), new: z.unknown() })),
  eventId: idSchema,
});
export type ImportRow = z.infer<typeof importRowSchema>;

const one = z.object({ id: idSchema });

/** Files for the agenda: sent by the raw route `agendaFile`, read in a process of their own, looked at, then taken in or left. */
export const agendaFiles = {
  /** Somebody chooses a file or drags one over the window: who reads it gets ready meanwhile. */
  expect: ask('agenda.write').output(z.void()),
  /** Announces a file. Refuses: `file_too_large`, `disk_full`. */
  begin: ask('agenda.write')
    .input(z.object({ name: line(300), bytes: z.number().int().min(0) }))
    .output(fileReadingSchema),
  /** How far its reading is; asked again until it is over. Only by who sent it. */
  look: ask('agenda.write').input(one).output(fileReadingSchema),
  /** Own imports that were read and not taken in, are on their way in or out, or whose reading was cut off by the end of the core; found again after a restart. */
  waiting: ask('agenda.write').output(z.array(fileReadingSchema)),
  cancel: ask('agenda.write').input(one).output(fileReadingSchema),
  /** Another sheet of the workbook. */
  sheet: ask('agenda.write')
    .input(one.extend({ sheet: z.number().int().min(0) }))
    .output(fileReadingSchema),
  /** What the columns hold; remembered for the same headings. Reads the rows. */
  columns: ask('agenda.write')
    .input(one.extend({ columns: z.array(columnFieldSchema).max(200) }))
    .output(fileReadingSchema),
  /** Takes only the days of this span, both included; for a calendar with more than an import takes. */
  span: ask('agenda.write')
    .input(one.extend({ from: daySchema, to: daySchema }))
    .output(fileReadingSchema),
  rows: ask('agenda.write')
    .input(
      one.extend({ after: z.number().int(), limit: z.number().int().min(1).max(500), text: line(200).default('') }),
    )
    .output(z.object({ rows: z.array(importRowSchema), found: z.number().int() })),
  /**
   * Takes in all that was chosen; asked again it answers again. `kept`: events that somebody changed while it landed, left as they are.
   * Once it has begun it ends by itself, also after a crash. Refuses: `changed_meanwhile`, `disk_full`.
   */
  land: ask('agenda.write')
    .input(one.extend({ except: z.array(z.number().int()).max(mostImported) }))
    .output(
      z.object({
        events: z.number().int(),
        kept: z.number().int(),
        officials: z.array(z.string()),
        first: daySchema.nullable(),
      }),
    ),
  /** Takes a landed import back: what nobody has touched since goes, or is as it was. It ends by itself, and asked again it answers again. */
  undo: ask('agenda.write')
    .input(one)
    .output(z.object({ removed: z.number().int(), kept: z.number().int() })),
};
