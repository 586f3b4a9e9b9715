import type { ReadWhen } from '../../contract/agenda.ts';
import { endDayOf, nextDay } from './end-day.ts';
import { readDay } from './reader/dates.ts';
import { type ReadTime, readTime } from './reader/times.ts';

/**
 * Reads a time as people type it into a field: `besok 9`, `Kamis 08.00-10.00 WITA`, `13.30 s.d. selesai`, `10.30`.
 * @param near the event's present start; a clock alone keeps its day. Without it the day is today, and said to be assumed.
 * @param today `2025-11-20`
 */
export function readWhen(text: string, setting: { today: string; near?: string | undefined }): ReadWhen {
  const day = readDay(text, setting.today, true);
  const rest = day ? `${text.slice(0, day.from)}${'|'.repeat(day.to - day.from)}${text.slice(day.to)}` : text;
  const time = readTime(rest, true);
  const assumed: ReadWhen['assumed'] = [];
  const nearDay = setting.near?.slice(0, 10);
  const said = day ? day.day : (nearDay ?? setting.today);
  // "hari ini jam 12 malam" is the midnight that ends the day
  const date = said !== null && time?.midnight ? nextDay(said) : said;
  if (!day && !nearDay && time) assumed.push('day');
  if (day?.assumed === 'year') assumed.push('year');
  if (time?.assumed) assumed.push('part_of_day');
  // "Rabu, 20 November 2025" is a Thursday: one of the two is a slip
  if (day?.differs) assumed.push('weekday');
  if (day?.until || leavesWords(rest, time)) assumed.push('unread');
  if (date === null || (!day && !time)) {
    return { start: null, end: null, openEnd: false, zone: time?.zone ?? null, assumed: [] };
  }
  // "21 November" alone moves the event to that day at its own hour.
  const clock = time?.start ?? setting.near?.slice(11);
  if (!clock) return { start: null, end: null, openEnd: false, zone: null, assumed };
  return {
    start: `${date}T${clock}`,
    // an end before the start stays what was typed: who saves it is told
    end: time?.end ? `${endDayOf(date, clock, time.end) ?? date}T${time.end}` : null,
    openEnd: time?.openEnd ?? false,
    zone: time?.zone ?? null,
    assumed,
  };
}

/** Whether words or numbers stand beside the day and the clock: `Senin 9 - Selasa 12` says more than one time can hold. */
function leavesWords(rest: string, time: ReadTime | null): boolean {
  const left = time ? `${rest.slice(0, time.from)}|${rest.slice(time.to)}` : rest;
  return /[\p{L}\p{N}]/u.test(left.replace(around, ''));
}

const around =
  /(?<!\p{L})(?:hari|pada|tanggal|tgl|pukul|pkl|pk|jam|mulai|dari|sekitar|kira-kira|at|on|from|wita|wib|wit|pagi|siang|sore|malam|nanti|ini|waktu|setempat)(?!\p{L})/giu;
