import { z } from 'zod';
import { daySchema, idSchema, type Language, languageSchema, line } from '../contract/basics.ts';
import type { SheetChoice } from '../newsroom/agenda/outgoing/day-sheet.ts';
import { makeAssignmentLetter } from '../newsroom/agenda/outgoing/make-assignment-letter.ts';
import { makeCalendar } from '../newsroom/agenda/outgoing/make-calendar.ts';
import { makeSheet } from '../newsroom/agenda/outgoing/make-sheet.ts';
import { sheetName } from '../newsroom/agenda/outgoing/sheet-name.ts';
import type { Caller } from '../newsroom/caller.ts';
import type { Newsroom } from '../newsroom/newsroom.ts';
import { refused } from '../newsroom/outcome.ts';
import { agendaPaper as english } from '../words/en/agenda-paper.ts';
import { agendaPaper as indonesian } from '../words/id/agenda-paper.ts';
import { type RawHandler, refusalResponse } from './raw.ts';

const words = { id: indonesian, en: english } as const;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Events of one Surat Tugas. */
const MOST_EVENTS = 30;

/** Papers of the agenda as files to keep, print or send. */
export function agendaRaw(newsroom: Newsroom): {
  agendaSheet: RawHandler;
  agendaCalendar: RawHandler;
  assignmentLetter: RawHandler;
} {
  return {
    async agendaSheet({ caller, query }) {
      const span = spanOf(caller, query);
      if (span === null) return refusalResponse(refused('invalid').refusal);
      const choice: SheetChoice = {
        ...span,
        edition: query.get('edition') === 'public' ? 'public' : 'internal',
        arrangement: query.get('arrangement') === 'matrix' ? 'matrix' : 'list',
      };
      const sheet = await makeSheet(newsroom, caller, choice);
      if (!sheet.ok) return refusalResponse(sheet.refusal, sheet.refusal.code === 'not_found' ? 404 : 422);
      const name = newsroom.papers.fileName(sheetName(sheet.value, words[span.language].sheet), '.pdf');
      return file(await newsroom.papers.daySheet(sheet.value), 'application/pdf', name);
    },
    async agendaCalendar({ caller, query }) {
      const span = spanOf(caller, query);
      const alarm = Number(query.get('alarm') ?? Number.NaN);
      if (span === null) return refusalResponse(refused('invalid').refusal);
      const w = words[span.language];
      const calendar = await makeCalendar(newsroom, caller, {
        ...span,
        edition: query.get('edition') === 'public' ? 'public' : 'calendar',
        eventId: idOf(query.get('event')),
        alarmMinutes: Number.isInteger(alarm) && alarm > 0 && alarm <= 10_080 ? alarm : null,
        nameOf: (leader) => w.calendar.name(leader ?? w.calendar.everyone),
      });
      if (!calendar.ok) return refusalResponse(calendar.refusal, calendar.refusal.code === 'not_found' ? 404 : 422);
      const days = w.sheet.fileDays(span.from, span.to);
      const name = newsroom.papers.fileName(`${calendar.value.name} ${days}`, '.ics');
      return file(await newsroom.papers.calendar(calendar.value), 'text/calendar; charset=utf-8', name);
    },
    async assignmentLetter({ caller, query }) {
      const ids = z
        .array(idSchema)
        .min(1)
        .max(MOST_EVENTS)
        .safeParse((query.get('events') ?? '').split(','));
      const number = line(100).safeParse(query.get('number') ?? '');
      const language = languageSchema.safeParse(query.get('language') ?? 'id');
      if (!ids.success || !number.success || !language.success) return refusalResponse(refused('invalid').refusal);
      const letter = await makeAssignmentLetter(newsroom, caller, {
        eventIds: ids.data,
        number: number.data,
        language: language.data,
      });
      if (!letter.ok) return refusalResponse(letter.refusal, letter.refusal.code === 'not_found' ? 404 : 422);
      const name = words[language.data].letter.file(letter.value.events[0]?.day ?? letter.value.day);
      const bytes = await newsroom.papers.assignmentLetter(letter.value);
      return file(bytes, DOCX, newsroom.papers.fileName(name, '.docx'));
    },
  };
}

/** The days, the leader and the language that were asked for; null when they are none. */
function spanOf(
  caller: Caller,
  query: URLSearchParams,
): { from: string; to: string; leaderId: string | null; language: Language } | null {
  const from = daySchema.safeParse(query.get('from'));
  const to = daySchema.safeParse(query.get('to') ?? query.get('from'));
  const leader = query.get('leader');
  const language = languageSchema.safeParse(query.get('language') ?? caller.language);
  if (!from.success || !to.success || !language.success || !isDay(from.data) || !isDay(to.data)) return null;
  if (leader !== null && idOf(leader) === null) return null;
  return { from: from.data, to: to.data, leaderId: leader, language: language.data };
}

function idOf(text: string | null): string | null {
  return idSchema.safeParse(text).data ?? null;
}

/** `2025-02-30` has the look of a day and is none. */
function isDay(day: string): boolean {
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === day;
}

/** A file to be kept. Its name may have letters that a header cannot carry, so it is said twice (RFC 6266). */
export function file(bytes: Uint8Array, type: string, name: string): Response {
  const plain = name.normalize('NFKD').replace(/[^\u0020-\u007e]|["\\%]/g, '');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${whole}`,
      'cache-control': 'private, no-store',
    },
  });
}
