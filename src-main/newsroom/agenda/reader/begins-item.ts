import { readDay } from './dates.ts';
import type { Draft, Setting } from './draft.ts';
import { isDress, isFurniture, looksLikeAgency, looksLikePlace, type Opening } from './fields.ts';
import type { Labelled } from './labels.ts';
import type { Line } from './lines.ts';
import { readPerson, readPositionHeld } from './people.ts';
import { changeIn } from './read-change.ts';
import { relativeTime } from './take-value.ts';
import { type ReadTime, readTime } from './times.ts';

/** The item that is being read. */
export interface Item {
  readonly draft: Draft;
  /** A blank line or a rule stood before this line. */
  readonly gap: boolean;
  /** What it was opened by. */
  readonly opening: Opening['kind'] | null;
  /** The bullet that opened it; other bullets inside of it begin its fields. */
  readonly mark: string | null;
}

/**
 * Whether a line begins an item of its own, or goes on with the one it stands in.
 * @param body what stands behind its numbering, from `from` on
 */
export function beginsItem(
  item: Item,
  line: Line,
  from: number,
  body: string,
  label: Labelled | null,
  opening: Opening | null,
  setting: Setting,
): boolean {
  const { draft, gap } = item;
  if (draft.empty) return true;
  const field = label?.field ?? null;
  if (field && field !== 'time' && field !== 'title') return opening?.kind === 'number' && gap;
  if (field === 'title') return draft.title !== null && !draft.announced;
  const time = readTime(body, field === 'time');
  const leads =
    time !== null &&
    (field === 'time' ||
      /^[^\p{L}\p{N}]*$/u.test(withoutDay(body.slice(0, time.from), setting.today)) ||
      isWhose(body.slice(0, time.from), setting));
  // "Ba'da Isya : Pengajian", "jam menyusul: tinjau pasar"
  const open =
    field === null &&
    (relativeTime.test(body) ||
      /^(?:(?:waktu|jam|pukul)\s+)?(?:menyusul|menyesuaikan|tentatif|tbc|tba)\s*[:|–-]/iu.test(body));
  if (open && draft.title !== null) return true;
  if (leads)
    return (
      draft.startClock !== null ||
      (draft.timeOpen && draft.title !== null) ||
      (opening?.kind === 'number' && draft.title !== null)
    );
  if (opening?.kind === 'number') return true;
  // "Rabu : Dinas luar", "⏰ malam: resepsi", "Peninjauan pasar -> Wawali" behind an item that has all of it already
  if (draft.title !== null && field === null && weekdayLeads.test(body)) return true;
  if (draft.title !== null && field === 'time' && (draft.startClock !== null || draft.timeOpen)) return true;
  if (field === null && draft.leaders.some(({ answer }) => answer === 'delegated') && delegates(body, setting))
    return true;
  if (draft.title !== null && field !== 'time' && changeIn({ line, setting }, from, line.text.length)) return true;
  if (opening?.mark && item.mark !== null && opening.mark !== item.mark && !gap) return false;
  if (opening?.kind === 'bullet')
    return time !== null && !(item.opening === 'bullet' && draft.title !== null)
      ? draft.startClock !== null
      : item.opening === 'bullet' || gap;
  if (time !== null && draft.startClock !== null && gap) return true;
  if (time !== null && !opening && draft.oneLine && isOneLine(body, time, setting.today)) return true;
  return gap && draft.title !== null && draft.startClock !== null && couldBeTitle(body, setting) && !isFurniture(body);
}

const weekdayLeads =
  /^(?:hari\s+)?(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad)(?:[\s,/]+\d[\d\p{L}/. -]{0,18})?\s*:\s*\S/iu;

/** `Peninjauan pasar Badung -> Pak Wawali` */
function delegates(body: string, setting: Setting): boolean {
  const arrow = /\s*(?:->|=>|-->|→|➡️?|»)\s*(?=\S)/u.exec(body);
  return arrow !== null && arrow.index >= 4 && couldBeTitle(body.slice(0, arrow.index), setting);
}

/** `Sekda: ` before the hour. */
const isWhose = (text: string, { leaders }: Setting): boolean =>
  /:\s*$/u.test(text) && Boolean(readPerson(text.replace(/[\s:]+$/u, ''), leaders, true)?.officialId);

/** `Senin 24/11 pkl `: a day before the clock leads as well. */
function withoutDay(text: string, today: string): string {
  const day = text.length <= 60 ? readDay(text, today) : null;
  return day ? `${text.slice(0, day.from)}${text.slice(day.to)}`.replace(/hari|tanggal|tgl\.?/giu, '') : text;
}

/** Whether words may be the name of an event: no dress code, place or agency. */
export function couldBeTitle(body: string, setting: Setting): boolean {
  return (
    body.length >= 4 &&
    !readPositionHeld(body) &&
    !isDress(body) &&
    !looksLikePlace(body) &&
    !looksLikeAgency(body, setting.agencies)
  );
}

/** `Rapat internal 07.30 rabu 8 april ruang sekda`: an item of its own in a list of lines, each with its name, its day and its hour. */
function isOneLine(body: string, time: ReadTime, today: string): boolean {
  const rest = `${body.slice(0, time.from)} ${body.slice(time.to)}`;
  return readDay(rest, today) !== null && (rest.match(/\p{L}{3,}/gu) ?? []).length > 3;
}
