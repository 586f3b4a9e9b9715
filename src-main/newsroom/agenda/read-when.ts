import type { ReadWhen } from '../../contract/agenda.ts';
import { endDayOf, nextDay } from './end-day.ts';
import { readDay } from './reader/dates.ts';
import { type ReadTime, readTime } from './reader/times.ts';
import { plainNumbers, withPart } from './typed-clock.ts';

/**
 * Reads a time as people type it into a field: `besok 9`, `Kamis 08.00-10.00 WITA`, `13.30 s.d. selesai`, `10.30`.
 * @param near the event's present start; a clock alone keeps its day. Without it the day is today, and said to be assumed.
 * @param today `2025-11-20`
 */
export function readWhen(typed: string, setting: { today: string; near?: string | undefined }): ReadWhen {
  const { text, guessed } = plainNumbers(typed);
  const day = readDay(text, setting.today, true);
  const rest = withPart(
    text,
    day ? `${text.slice(0, day.from)}${'|'.repeat(day.to - day.from)}${text.slice(day.to)}` : text,
  );
  const time = readTime(rest, true);
  const assumed: ReadWhen['assumed'] = [];
  const nearDay = setting.near?.slice(0, 10);
  const said = day ? day.day : (nearDay ?? setting.today);
  // "hari ini jam 12 malam" is the midnight that ends the day
  const date = said !== null && time?.midnight ? nextDay(said) : said;
  if (!day && !nearDay && time) assumed.push('day');
  if (day?.assumed === 'year') assumed.push('year');
  // "jam 2-4 sore": said at the end, it is said of both
  if (time?.assumed && !ofDay.test(rest.slice(time.from, time.to))) assumed.push('part_of_day');
  if (time && guessed) assumed.push('hour');
  // "Rabu, 20 November 2025" is a Thursday: one of the two is a slip
  if (day?.differs) assumed.push('weekday');
  if (day?.until || leavesWords(rest, time)) assumed.push('unread');
  if (date === null || (!day && !time)) {
    return { ...nothing, zone: time?.zone ?? null };
  }
  // "21 November" alone moves the event to that day at its own hour.
  const clock = time?.start ?? setting.near?.slice(11);
  if (!clock) return { ...nothing, dayAlone: date, assumed };
  const end = time?.end ? afterMidnight(rest, time, time.end) : null;
  const endDay = end ? endDayOf(date, clock, end) : null;
  return {
    start: `${date}T${clock}`,
    dayAlone: null,
    // an end before the start stays what was typed: it is told, and kept nowhere
    end: end ? `${endDay ?? date}T${end}` : null,
    wrong: end && endDay === null ? 'end_before_start' : null,
    openEnd: time?.openEnd ?? false,
    zone: time?.zone ?? null,
    assumed,
  };
}

const nothing: ReadWhen = {
  start: null,
  dayAlone: null,
  end: null,
  openEnd: false,
  zone: null,
  assumed: [],
  wrong: null,
};
const ofDay = /pagi|siang|sore|malam|dini hari|subuh/iu;

/** `malam 10-1`: an evening goes on past midnight, not into the afternoon before it. */
function afterMidnight(rest: string, time: ReadTime, end: string): string {
  const hour = time.at.end ? Number.parseInt(rest.slice(...time.at.end), 10) : Number.NaN;
  return time.start >= '17:00' && hour < 6 && Number(end.slice(0, 2)) === hour + 12 ? `0${hour}${end.slice(2)}` : end;
}

/** Whether words or numbers stand beside the day and the clock: `Senin 9 - Selasa 12` says more than one time can hold. */
function leavesWords(rest: string, time: ReadTime | null): boolean {
  const left = time ? `${rest.slice(0, time.from)}|${rest.slice(time.to)}` : rest;
  return /[\p{L}\p{N}]/u.test(left.replace(around, ''));
}

const around =
  /(?<!\p{L})(?:hari|pada|tanggal|tgl|pukul|pkl|pk|jam|mulai|dari|sekitar|kira-kira|at|on|from|wita|wib|wit|pagi|siang|sore|malam|nanti|ini|waktu|setempat)(?!\p{L})/giu;
