import { readActPrefix } from './acts.ts';
import { takeAsides } from './asides.ts';
import { type ReadDay, readDay } from './dates.ts';
import { isDress, isOnline, isUnchanged, kindOfTitle, looksLikeAgency, looksLikePlace } from './fields.ts';
import { readLabel } from './labels.ts';
import { readLeaders } from './leaders.ts';
import { spanOf } from './lines.ts';
import { takeMeetingId } from './meeting-id.ts';
import { readPerson, readPositionHeld } from './people.ts';
import type { Place } from './place.ts';
import { readChange } from './read-change.ts';
import { readStandIn } from './stand-in.ts';
import { takeField } from './take-field.ts';
import { takeAnswer, takeLeaders } from './take-leaders.ts';
import { takeSegment } from './take-segment.ts';
import { takePlace } from './take-title.ts';
import {
  flexible,
  leaveTimeOpen,
  relativeTime,
  takeDayOf,
  takeDelegate,
  takeRelativeTime,
  takeRemark,
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
  const named = arrow !== null && /\p{L}/u.test(line.text.slice(from, arrow.index));
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

/** What is to be done there, in brackets. */
const aside =
  /^(?:sambutan(?=\s*[,&+])|serahkan|menyerahkan|membuka|doa|baca|membaca|mohon|sekaligus|dilanjutkan|lanjut|kumpul|seharian|full day|bawa|membawa|berangkat)(?!\p{L})/iu;

/** What stands in brackets behind a title: who stands in, a remark, a dress code, who comes. */
function takeBracket(place: Place, start: number, inner: string): boolean {
  const { draft, context, line, setting } = place;
  const end = start + inner.length;
  const delegate = /^(?:diwakili|diwakilkan|disposisi|didisposisikan)(?:\s+(?:oleh|kepada|ke))?\s*:?\s+/iu.exec(inner);
  if (delegate) return takeDelegate(draft, context, line, start + delegate[0].length, end, setting, true);
  if (inner.includes(',') && takeList(place, start, inner)) return true;
  if (takeRemark(draft, line, start, end)) return true;
  if (/^(?:baru|new|tambahan|agenda baru|update|revisi)$/iu.test(inner)) {
    draft.pass(line, start, end);
    return true;
  }
  const size =
    /^(?:jumlah\s+)?(?:rombongan|delegasi|tamu|peserta)?\s*:?\s*(?:±|\+\/-|sekitar|sebanyak)?\s*(\d{1,4})\s*(?:orang|org|pax)$/iu.exec(
      inner,
    );
  if (size && /kunjungan|kunker|terima|tamu|studi|kaji/iu.test(line.text.slice(0, start))) {
    draft.takeVisit(line, start, end, { delegation: '', size: Number(size[1]) });
    return true;
  }
  if (draft.startClock !== null && unsettled.test(inner)) {
    const span = spanOf(line, start, end);
    draft.tentative = { value: true, spans: span ? [span] : [], assumed: false };
    return true;
  }
  if (takeInstead(place, start, inner)) return true;
  if (aside.test(inner)) {
    draft.put('note', line, start, end, '\n');
    return true;
  }
  if (isUnchanged(inner)) {
    draft.pass(line, start, end);
    return true;
  }
  if (draft.dressCode === null && isDress(inner)) {
    draft.put('dressCode', line, start, end);
    return true;
  }
  const label = readLabel(inner);
  if (label && label.field !== 'title' && label.field !== 'day' && label.field !== 'time') {
    takeField(place, start, start + label.valueFrom, end, label.field);
    return true;
  }
  const pair = /^(?:bapak|bpk\.?)\s*(?:&|\+|dan|beserta|bersama)\s*(?=ibu$)/iu.exec(inner)?.[0].length ?? 0;
  if (pair > 0) return draft.put('companions', line, start + pair, end, ', ');
  if (takeLeaders(place, start, end) || takeAnswer(place, start, end)) return true;
  if (/(?<!\p{L})(?:tidak|tdk|tetap|akan)\s+(?:\p{L}+\s+)?hadir$/iu.test(inner)) {
    draft.miss(line, start, end);
    return true;
  }
  const side = /^(?:bersama|didampingi|dengan|dgn|beserta)(?:\s+oleh)?\s+(?=\p{L})/iu.exec(inner);
  if (side && readPositionHeld(inner.slice(side[0].length).split(/\s*(?:,|&|(?<!\p{L})dan(?!\p{L}))/iu)[0] ?? '')) {
    draft.put('companions', line, start + side[0].length, end, ', ');
    return true;
  }
  if (draft.venue === null && looksLikePlace(inner) && !/^[\p{Lu}\d]{2,10}$/u.test(inner)) {
    takePlace(place, start, end);
    return true;
  }
  // "FGD Kota Layak Anak (DP3A)": an agency of the register, and not the short form of the words before
  const known = setting.agencies.some((agency) => agency !== '' && agency.toLowerCase() === inner.trim().toLowerCase());
  if (known && draft.organizer === null && !abbreviates(inner, line.text.slice(0, start)))
    return draft.put('organizer', line, start, end);
  // "(BPBD)" in a line of its own
  if (draft.organizer !== null || draft.title === null || !looksLikeAgency(inner, setting.agencies)) return false;
  if (!/^[\s(]*$/u.test(line.text.slice(0, start).replace(/^[^\p{L}\p{N}(]*/u, ''))) return false;
  return draft.put('organizer', line, start, end);
}

const abbreviates = (short: string, words: string): boolean => {
  const initials = (words.match(/\p{L}+/gu) ?? []).map((word) => word[0]?.toLowerCase()).join('');
  return initials.includes((short.match(/\p{L}/gu) ?? []).slice(0, 3).join('').toLowerCase());
};

const unsettled = /^(?:waktu(?:nya)?\s+|jam(?:nya)?\s+)?(?:menyesuaikan|situasional|kondisional)$/iu;

/** `(gantikan WK)` in the list of the one who stands in. */
function takeInstead({ draft, context, line, setting }: Place, start: number, inner: string): boolean {
  const verb = /^(?:(?:meng)?gantikan|mewakili|wakili|a\.?n\.?|atas nama)\s+/iu.exec(inner)?.[0].length ?? 0;
  const [one] = context.leaders;
  if (verb === 0 || !one || context.leaders.length > 1 || draft.ownLeaders) return false;
  const whom = readLeaders(line, start + verb, start + inner.length, setting.leaders);
  if (!whom) return false;
  draft.leaders = whom.map(({ name: _name, ...leader }) => ({
    ...leader,
    answer: 'delegated' as const,
    delegateName: one.called,
    delegateId: one.officialId,
    delegateSpans: one.spans,
  }));
  draft.ownLeaders = true;
  return true;
}

/** `(R. Rapat Sekda, PDH, pendamping: Kadis Kominfo)`: only where each piece says what it is. */
function takeList(place: Place, start: number, inner: string): boolean {
  const { draft, setting } = place;
  const pieces: { from: number; text: string }[] = [];
  let from = 0;
  for (const text of inner.split(',')) {
    pieces.push({ from: start + from + (text.length - text.trimStart().length), text: text.trim() });
    from += text.length + 1;
  }
  const plain = (text: string) =>
    isDress(text) ||
    isOnline(text) ||
    looksLikePlace(text) ||
    readLabel(text) !== null ||
    looksLikeAgency(text, setting.agencies);
  if (draft.title === null && pieces.length > 6) return false;
  if (!pieces.every(({ text }) => text !== '' && plain(text))) return false;
  for (const piece of pieces) takeSegment(place, piece.from, piece.from + piece.text.length, true);
  return true;
}

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
