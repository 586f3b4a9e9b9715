import { readActPrefix } from './acts.ts';
import { takeAsides } from './asides.ts';
import { takeBracket } from './brackets.ts';
import { type ReadDay, readDay } from './dates.ts';
import { isDress, kindOfTitle, looksLikePlace } from './fields.ts';
import { readLabel } from './labels.ts';
import { takeMeetingId } from './meeting-id.ts';
import { readPerson } from './people.ts';
import type { Place } from './place.ts';
import { readChange } from './read-change.ts';
import { readStandIn } from './stand-in.ts';
import { takeField } from './take-field.ts';
import { takeLeaders } from './take-leaders.ts';
import { takeSegment } from './take-segment.ts';
import { takePlace } from './take-title.ts';
import {
  flexible,
  leaveTimeOpen,
  relativeTime,
  takeDayOf,
  takeDelegate,
  takeRelativeTime,
  takeTime,
} from './take-value.ts';
import { readTime } from './times.ts';
import { takeTravel } from './travel.ts';

const bracketed = /\(([^()]{1,80})\)|\[([^[\]]{1,80})\]/gu;

/** Reads the content of an item's line (numbering and bullets already off) from `from` on. */
export function readContent(place: Place, from: number): void {
  const { draft, line } = place;
  draft.touch(line);
  const label = readLabel(line.text.slice(from));
  // "Info: rapat jam 9 diundur": a word of the message, not a remark on an item
  if (label?.field === 'remark' && draft.title === null && draft.startClock === null) {
    readContent(place, from + label.valueFrom);
    return;
  }
  const named = label?.pin && draft.title === null && !looksLikePlace(line.text.slice(from + label.valueFrom));
  if (label) {
    takeField(place, from, from + label.valueFrom, line.text.length, named ? 'title' : label.field);
    return;
  }
  if (takeUnknownLabel(place, from)) return;
  const act = readActPrefix(line.text.slice(from));
  if (act) {
    draft.takeAct(act.act, line, from + act.from, from + act.to);
    draft.listed = true;
    readContent(place, from + act.to);
    return;
  }
  if (readStandIn(place, from, line.text.length) || readChange(place, from, line.text.length)) return;
  readFree(place, from, line.text.length);
}

const unknownLabel = /^(?<word>\p{L}[\p{L}.]*(?:[ /]\p{L}[\p{L}.]*){0,2})\s*:\s+(?=\S)/u;

/** `Petugas Doa : Kemenag` in an item that tells its fields by labels: no field we know, and worth keeping as it stands. */
function takeUnknownLabel({ draft, line, setting }: Place, from: number): boolean {
  const body = line.text.slice(from);
  const word = unknownLabel.exec(body)?.groups?.word;
  if (!word || word.length > 30 || draft.title === null || draft.startClock === null) return false;
  if (draft.venue === null && draft.dressCode === null && draft.organizer === null) return false;
  if (kindOfTitle(word) || readDay(word, setting.today) || readPerson(word, setting.leaders, false)) return false;
  if (readTime(body) || flexible.test(body) || relativeTime.test(body) || readActPrefix(body)) return false;
  return draft.put('note', line, from, line.text.length, '\n');
}

/** A line without a label: time, title, place and people beside each other, with `|` or brackets between. */
export function readFree(place: Place, from: number, to: number): void {
  const { draft, context, line, setting } = place;
  // Same length as the line; what is understood becomes a separator, so that places keep pointing into the original.
  let work = `${' '.repeat(from)}${line.text.slice(from, to)}`;
  const take = (start: number, end: number) => {
    work = work.slice(0, start) + '|'.repeat(end - start) + work.slice(end);
  };
  for (const link of work.matchAll(/(?:https?:\/\/|www\.)[^\s|,)]+/giu)) {
    draft.put('note', line, link.index, link.index + link[0].length, '\n');
    take(link.index, link.index + link[0].length);
  }
  for (const [start, end] of takeMeetingId(place, work)) take(start, end);
  for (const [start, end] of takeTravel(place, work)) take(start, end);
  const told = draft.day === null || draft.weekdaySaid !== null ? readDay(work, setting.today) : null;
  const day = draft.day !== null && told?.assumed === 'day' ? null : told;
  const dayTaken = day !== null && standsApart(work, day, context.day !== null);
  if (day && dayTaken) {
    takeDayOf(draft, line, 0, day, setting.today);
    // "nanti malam 8": the part of the day tells which eight
    const part = /^\s+\d{1,2}(?![\d.:])/u.test(work.slice(day.to))
      ? (/\s(?:pagi|siang|sore|malam)$/iu.exec(work.slice(day.from, day.to))?.[0].length ?? 0)
      : 0;
    const lead =
      /(?:^|\s)(?:(?:pada|pd|hari|tanggal|tgl\.?|besok|lusa|hari ini)[\s,]+)+$/iu.exec(work.slice(0, day.from))?.[0]
        .length ?? 0;
    take(day.from - lead, day.to - part);
  }
  const relative = relativeTime.exec(work.replace(/^[\s|]*/u, ''));
  if (relative) {
    const start = work.length - work.replace(/^[\s|]*/u, '').length;
    takeRelativeTime(draft, line, start, start + relative[0].length);
    take(start, start + relative[0].length);
  }
  const time = readTime(work) ?? (day && dayTaken ? readTime(work, true) : null);
  if (time && takeTime(draft, context, line, 0, time)) {
    take(...withBrackets(work, time.from, time.to));
    for (const [start, end] of stops(work, time.to)) take(start, end);
  } else if (!time && draft.startClock === null) {
    const word = flexible.exec(work);
    if (word && /^[\s|(]*$/.test(work.slice(0, word.index))) {
      leaveTimeOpen(draft, line, word.index, word.index + word[0].length);
      take(word.index, word.index + word[0].length);
    }
  }
  for (const [start, end] of takeAsides(place, work, from, to)) take(start, end);
  // "..., Lapangan Renon. Dihadiri"
  const comes = /[.,;]\s*(?:akan )?(?:dihadiri|hadir)\s*[.]?$/iu.exec(work);
  if (comes && takeDelegate(draft, context, line, comes.index + 1, to, setting)) take(comes.index, to);
  const whoever = context.act?.value === 'delegate';
  const arrow = (whoever ? /\s*(?:->|=>|-->|→|➡️?|»|=)\s*(?=\S)/u : /\s*(?:->|=>|-->|→|➡️?|»)\s*(?=\S)/u).exec(work);
  const named = arrow !== null && /\p{L}/u.test(work.slice(from, arrow.index));
  // "08.00 - 09.00 → Coffee morning"
  if (arrow && !named && draft.title === null) take(arrow.index, arrow.index + arrow[0].length);
  if (arrow && named && takeDelegate(draft, context, line, arrow.index + arrow[0].length, to, setting, whoever)) {
    draft.listed = true;
    take(arrow.index, to);
  } else if (arrow && arrow.index > 3 && (whoever || answers.test(line.text.slice(arrow.index, to)))) {
    // an answer that nobody can be named for is no part of the name
    draft.listed = true;
    draft.miss(line, arrow.index + arrow[0].length, to);
    take(arrow.index, to);
  }
  const attended = /[\s,.;|]+(?:akan\s+)?(?:dihadiri|hadir)(?:\s+oleh)?\s*:?\s+(?=\p{L})/iu.exec(work);
  if (attended && attended.index > 3) {
    const end = work.length - (/[\s.|]*$/u.exec(work)?.[0].length ?? 0);
    if (takeLeaders(place, attended.index + attended[0].length, end)) take(attended.index, end);
  }
  for (const [start, end] of dashes(work)) take(start, end);
  for (const cut of work.matchAll(/[;.](?=\s+(?:diwakil(?:i|kan)|didampingi)(?!\p{L}))/giu))
    take(cut.index, cut.index + 1);
  // Before brackets: "Wakil Wali Kota (diwakili Sekda)" tells of one leader only.
  for (const [start, end] of segments(work)) {
    if (takeLeaders(place, start, end)) take(start, end);
  }
  for (const match of [...work.matchAll(bracketed)]) {
    const inner = match[1] ?? match[2] ?? '';
    if (takeBracket(place, match.index + 1, inner)) take(match.index, match.index + match[0].length);
  }
  const left = segments(work);
  const [first, second] = left;
  // "Graha Sewaka Dharma, 09.00 - Pembukaan job fair": the place stands first
  if (first && second && draft.title === null && draft.venue === null && looksLikePlace(line.text.slice(...first))) {
    const next = line.text.slice(...second);
    if (!isDress(next) && !looksLikePlace(next) && readLabel(next) === null) {
      takePlace(place, ...first);
      left.shift();
    }
  }
  for (const [start, end] of left) takeSegment(place, start, end);
}

/** `Pukul 07.30 WIB. Apel Mingguan. Dataran Pemkot.`: full stops part where one stands behind the hour already; `Jl.` and `St.` are short. */
function stops(work: string, from: number): [number, number][] {
  if (!/^\s*\.\s/u.test(work.slice(from))) return [];
  return [...work.slice(from).matchAll(/(?<=^\s*|\p{L}{4}|\d|\))\.(?=\s|$)/gu)].map(({ index }) => [
    from + index,
    from + index + 1,
  ]);
}

/** `(13.00 WIB)`: the brackets go with what stood in them. */
function withBrackets(work: string, from: number, to: number): [number, number] {
  const before = /[([]\s*$/u.exec(work.slice(0, from));
  const behind = /^\s*[)\]]/u.exec(work.slice(to));
  return before && behind ? [before.index, to + behind[0].length] : [from, to];
}

const answers =
  /(?<!\p{L})(?:hadir|dihadiri|diwakili|wakil\p{L}*|kirim|cukup|saya|bapak|beliau|cek|tunggu|konfirmasi|arahan)(?!\p{L})/iu;

/**
 * A day inside an item counts before the title, after a separator or `pada hari`, and beside a clock; "HUT 20 November" keeps its name.
 */
function standsApart(work: string, day: ReadDay, headed: boolean): boolean {
  const before = work.slice(0, day.from);
  // "Jumat bersih" under the heading of a day
  if (headed && day.weekdayAlone && /^\s+\p{L}/u.test(work.slice(day.to))) return false;
  if (/(?:^|[|(,–—-])\s*(?:hari\s+|pada\s+|tanggal\s+|tgl\.?\s+|besok\s+|lusa\s+|hari ini\s+)*$/iu.test(before))
    return true;
  if (/(?:pada|hari|tanggal|tgl\.?|besok|lusa)\s+$/iu.test(before) || /^(?:tanggal|tgl)/iu.test(work.slice(day.from)))
    return true;
  if (/(?<!\p{L})(?:jam|pukul|pkl|pk)\.?\s*\d{1,2}(?:\s*wi(?:b|ta|t))?\s*$/iu.test(before)) return true;
  if (/\d[.:]\d\d(?:\s*wi(?:b|ta|t))?\s*$/iu.test(before)) return true;
  return (
    day.assumed === 'day' &&
    /^\s*(?:$|[,(|]|(?:jam|pukul|pkl|pk|di|pagi|siang|sore|malam)(?!\p{L})|\d{1,2}[.:\s-])/iu.test(work.slice(day.to))
  );
}

/** `Rapat — Aula — PDH`: long dashes between spaces part as bars do; short ones where several stand in a line. */
function dashes(work: string): [number, number][] {
  const long = [...work.matchAll(/\s—\s/gu)];
  const short = [...work.matchAll(/\s[–-]\s/gu)];
  const double = [...work.matchAll(/\s-{2,3}\s/gu)];
  return [...long, ...double, ...(short.length > 1 ? short : [])].map((match) => [
    match.index + 1,
    match.index + match[0].length - 1,
  ]);
}

function segments(work: string): [number, number][] {
  const found: [number, number][] = [];
  for (const match of work.matchAll(/[^|]+/gu)) {
    let start = match.index;
    let end = start + match[0].length;
    while (start < end && /[\s:;,–—-]/u.test(work[start] as string)) start++;
    while (end > start && /[\s:;,–—-]/u.test(work[end - 1] as string)) end--;
    if (end > start && /[\p{L}\p{N}]/u.test(work.slice(start, end))) found.push([start, end]);
  }
  return found;
}
