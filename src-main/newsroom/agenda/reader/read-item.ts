import type { Zone } from '../../../contract/basics.ts';
import { type ReadDay, readDay } from './dates.ts';
import type { Context, Draft } from './draft.ts';
import { type FieldName, isDress, looksLikeAgency, looksLikePlace, placeInTitle, readLabel } from './fields.ts';
import { type NamedLeader, readDelegate, readLeaders } from './leaders.ts';
import { type Line, spanOf } from './lines.ts';
import { type KnownPerson, readPerson } from './people.ts';
import { type ReadTime, readTime } from './times.ts';

/** What the reader is told beside the text. */
export interface Setting {
  /** `2025-11-20` at the office. */
  readonly today: string;
  readonly zone: Zone;
  readonly leaders: readonly KnownPerson[];
  /** Names of agencies, full and short. */
  readonly agencies: readonly string[];
}

/** Puts a day that was read into the draft (or answers it for a heading), with its doubts. */
export function takeDay(draft: Pick<Draft, 'doubt'>, line: Line, offset: number, read: ReadDay): Draft['day'] {
  const span = spanOf(line, offset + read.from, offset + read.to);
  const spans = span ? [span] : [];
  if (read.day === null) {
    draft.doubt('day_impossible', spans, { text: line.text.slice(offset + read.from, offset + read.to) });
    return null;
  }
  if (read.assumed === 'day') draft.doubt('day_assumed', spans, { day: read.day });
  if (read.assumed === 'year') draft.doubt('year_assumed', spans, { year: read.day.slice(0, 4) });
  if (read.differs) draft.doubt('weekday_differs', spans, { said: read.differs.said, is: read.differs.is });
  if (read.until) draft.doubt('several_days', spans, { until: read.until });
  return { value: read.day, spans, assumed: read.assumed !== null };
}

/** Puts a time into the draft. False when the draft has one already. */
export function takeTime(draft: Draft, context: Context, line: Line, offset: number, read: ReadTime): boolean {
  if (draft.startClock !== null) return false;
  const piece = (range: [number, number] | null) => {
    const span = range ? spanOf(line, offset + range[0], offset + range[1]) : null;
    return span ? [span] : [];
  };
  draft.startClock = { value: read.start, spans: piece(read.at.start), assumed: read.assumed };
  if (read.assumed) draft.doubt('time_assumed', piece(read.at.start), { clock: read.start });
  if (read.end !== null) draft.endClock = { value: read.end, spans: piece(read.at.end), assumed: false };
  if (read.openEnd) draft.openEnd = { value: true, spans: piece(read.at.end), assumed: false };
  if (read.durationDiffers !== null) {
    draft.doubt('duration_differs', [...piece(read.at.start), ...piece(read.at.end)], {
      minutes: read.durationDiffers,
    });
  }
  if (read.zone !== null) {
    draft.zone = { value: read.zone, spans: piece(read.at.zone), assumed: false };
    context.lastZone = { value: read.zone, spans: piece(read.at.zone), assumed: true };
  }
  return true;
}

const bracketed = /\(([^()]{2,80})\)|\[([^[\]]{2,80})\]/gu;
const flexible = /menyesuaikan|situasional|kondisional|menunggu (?:jadwal|konfirmasi)|tbc|tba|waktu menyusul/iu;

/** Reads the content of an item's line (numbering and bullets already off) from `from` on. */
export function readContent(
  draft: Draft,
  context: Context,
  line: Line,
  number: number,
  from: number,
  setting: Setting,
): void {
  draft.touch(line);
  const label = readLabel(line.text.slice(from));
  if (label) {
    takeField(draft, context, line, number, from, from + label.valueFrom, line.text.length, label.field, setting);
    return;
  }
  readFree(draft, context, line, number, from, line.text.length, setting);
}

function takeField(
  draft: Draft,
  context: Context,
  line: Line,
  number: number,
  labelFrom: number,
  from: number,
  to: number,
  field: FieldName,
  setting: Setting,
): void {
  const value = line.text.slice(from, to).trim();
  const miss = () => draft.miss(line, labelFrom, to);
  if (value === '' || /^[-–—.]+$/.test(value)) return;
  switch (field) {
    case 'title':
      if (draft.title) miss();
      else readFree(draft, context, line, number, from, to, setting);
      return;
    case 'day': {
      const read = readDay(value, setting.today);
      if (!read) {
        miss();
        return;
      }
      const offset = line.text.indexOf(value, from);
      draft.day = takeDay(draft, line, offset, read);
      draft.dayImpossible = read.day === null;
      const rest = offset + read.to;
      const time = readTime(line.text.slice(rest, to));
      if (time) takeTime(draft, context, line, rest, time);
      else if (/[\p{L}\p{N}]/u.test(line.text.slice(rest, to))) draft.miss(line, rest, to);
      return;
    }
    case 'time': {
      const time = readTime(line.text.slice(from, to), true);
      if (time && takeTime(draft, context, line, from, time)) {
        readFree(draft, context, line, number, from + time.to, to, setting);
      } else if (!time && flexible.test(value)) leaveTimeOpen(draft, line, labelFrom, to);
      else miss();
      return;
    }
    case 'venue':
      if (!draft.put('venue', line, from, to)) miss();
      return;
    case 'organizer':
      if (!draft.put('organizer', line, from, to)) miss();
      return;
    case 'dress':
      if (!draft.put('dressCode', line, from, to)) miss();
      return;
    case 'companions': {
      // "👥 Pendamping: Asisten II": the word after the emoji was taken with the label.
      draft.put('companions', line, from, to, ', ');
      return;
    }
    case 'delegate':
      if (!takeDelegate(draft, context, line, from, to, setting)) miss();
      return;
    case 'leaders': {
      const leaders = readLeaders(line, from, to, setting.leaders);
      if (!leaders) {
        // "Hadir: 200 orang" tells of guests, not of leaders: kept as a note.
        draft.put('note', line, labelFrom, to, '\n');
        return;
      }
      draft.leaders.push(...leaders);
      draft.ownLeaders = true;
      return;
    }
    case 'status':
      if (!takeRemark(draft, line, from, to)) miss();
      return;
    case 'press':
      if (!takeRemark(draft, line, from, to)) miss();
      return;
    case 'release': {
      const span = spanOf(line, labelFrom, to);
      const wanted = /^(?:ya|iya|perlu|y|yes|✅|✔)/iu.test(value);
      if (!wanted && !/^(?:tidak|tdk|no|t\b|❌|✖)/iu.test(value)) miss();
      else draft.releaseNeeded = { value: wanted, spans: span ? [span] : [], assumed: false };
      return;
    }
    case 'note':
      draft.put('note', line, labelFrom, to, '\n');
  }
}

function leaveTimeOpen(draft: Draft, line: Line, from: number, to: number): void {
  draft.timeOpen = true;
  draft.doubt('time_missing', [spanOf(line, from, to)]);
}

function takeDelegate(draft: Draft, context: Context, line: Line, from: number, to: number, setting: Setting): boolean {
  const delegate = readDelegate(line, from, to, setting.leaders);
  const leaders: NamedLeader[] = (draft.ownLeaders ? draft.leaders : context.leaders).map((leader) => ({
    name: '',
    ...leader,
  }));
  if (!delegate || leaders.length === 0) return false;
  draft.leaders = leaders.map((leader) => (leader.answer === 'unknown' ? { ...leader, ...delegate } : leader));
  return true;
}

/** A remark on state, press or attendance: `tentatif`, `tertutup untuk media`, `batal`. False when it is none. */
function takeRemark(draft: Draft, line: Line, from: number, to: number): boolean {
  const text = line.text.slice(from, to).trim();
  const span = spanOf(line, from, to);
  const spans = span ? [span] : [];
  if (/^(?:tentatif|tentative|belum (?:pasti|konfirmasi)|menunggu konfirmasi|tbc)\b/iu.test(text)) {
    draft.tentative = { value: true, spans, assumed: false };
  } else if (/^(?:terkonfirmasi|confirmed|fix|pasti|ok)\b/iu.test(text)) {
    draft.tentative = { value: false, spans, assumed: false };
  } else if (/^(?:batal|dibatalkan|cancel)/iu.test(text)) draft.doubt('looks_cancelled', spans);
  else if (/^(?:ditunda|reschedule|diundur|dijadwal(?:kan)? ulang)/iu.test(text)) draft.doubt('looks_postponed', spans);
  else if (/^tertutup\b/iu.test(text)) draft.pressAccess = { value: 'closed', spans, assumed: false };
  else if (/^terbatas\b/iu.test(text)) draft.pressAccess = { value: 'limited', spans, assumed: false };
  else if (/^terbuka\b/iu.test(text)) draft.pressAccess = { value: 'open', spans, assumed: false };
  else return false;
  return true;
}

/** A line without a label: time, title, place and people beside each other, with `|` or brackets between. */
function readFree(
  draft: Draft,
  context: Context,
  line: Line,
  number: number,
  from: number,
  to: number,
  setting: Setting,
): void {
  // Same length as the line; what is understood becomes a separator, so that places keep pointing into the original.
  let work = `${' '.repeat(from)}${line.text.slice(from, to)}`;
  const take = (start: number, end: number) => {
    work = work.slice(0, start) + '|'.repeat(end - start) + work.slice(end);
  };
  const day = draft.day === null ? readDay(work, setting.today) : null;
  if (day && standsApart(work, day)) {
    draft.day = takeDay(draft, line, 0, day);
    draft.dayImpossible = day.day === null;
    take(day.from, day.to);
  }
  const time = readTime(work) ?? (day ? readTime(work, true) : null);
  if (time && takeTime(draft, context, line, 0, time)) take(time.from, time.to);
  else if (!time && draft.startClock === null) {
    const word = flexible.exec(work);
    if (word && /^[\s|(]*$/.test(work.slice(0, word.index))) {
      leaveTimeOpen(draft, line, word.index, word.index + word[0].length);
      take(word.index, word.index + word[0].length);
    }
  }
  // Before brackets: "Wakil Wali Kota (diwakili Sekda)" tells of one leader only.
  for (const [start, end] of segments(work)) {
    const leaders = readLeaders(line, start, end, setting.leaders);
    if (!leaders) continue;
    draft.leaders.push(...leaders);
    draft.ownLeaders = true;
    take(start, end);
  }
  for (const match of [...work.matchAll(bracketed)]) {
    const inner = match[1] ?? match[2] ?? '';
    const start = match.index + 1;
    const delegate = /^(?:diwakili|diwakilkan|disposisi|didisposisikan)(?:\s+(?:oleh|kepada|ke))?\s*:?\s+/iu.exec(
      inner,
    );
    const understood = delegate
      ? takeDelegate(draft, context, line, start + delegate[0].length, start + inner.length, setting)
      : takeRemark(draft, line, start, start + inner.length);
    if (understood) take(match.index, match.index + match[0].length);
  }
  for (const [start, end] of segments(work)) takeSegment(draft, line, number, start, end, context, setting);
}

/** A day inside an item counts only before the title or after a separator; "HUT 20 November" keeps its name. */
function standsApart(work: string, day: ReadDay): boolean {
  return /(?:^|[|(,–—-])\s*(?:hari\s+|pada\s+|tanggal\s+)?$/iu.test(work.slice(0, day.from));
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

function takeSegment(
  draft: Draft,
  line: Line,
  number: number,
  from: number,
  to: number,
  context: Context,
  setting: Setting,
): void {
  const text = line.text.slice(from, to);
  const label = from > 0 ? readLabel(text) : null;
  if (label) {
    takeField(draft, context, line, number, from, from + label.valueFrom, to, label.field, setting);
    return;
  }
  if (takeRemark(draft, line, from, to)) return;
  const leaders = readLeaders(line, from, to, setting.leaders);
  if (leaders) {
    draft.leaders.push(...leaders);
    draft.ownLeaders = true;
    return;
  }
  if (draft.dressCode === null && isDress(text)) {
    draft.put('dressCode', line, from, to);
    return;
  }
  if (draft.title === null) {
    takeTitle(draft, line, number, from, to, setting);
    return;
  }
  if (draft.venue === null && looksLikePlace(text)) {
    const lead = /^(?:di\s+|@\s*)/iu.exec(text)?.[0].length ?? 0;
    takePlace(draft, line, from + lead, to, setting);
    return;
  }
  if (draft.organizer === null && looksLikeAgency(text, setting.agencies)) {
    draft.put('organizer', line, from, to);
    return;
  }
  if (continues(draft, line, number, text)) {
    draft.putTitle(line, number, from, to);
    return;
  }
  draft.miss(line, from, to);
}

const joining =
  /^(?:dan|dalam|serta|untuk|oleh|bersama|dengan|tentang|di|ke|kepada|tahun|dari|pada|se-?\p{L}+|tingkat|bagi|sekaligus)\s/u;

/** A title that runs on: the next line begins with a joining word, or the title ended on a word that wants more. */
function continues(draft: Draft, line: Line, number: number, text: string): boolean {
  if (draft.title === null || number !== draft.titleLine + 1 || line.text.trim() !== text.trim()) return false;
  if (draft.venue || draft.organizer || draft.dressCode || draft.note) return false;
  return (
    joining.test(text) ||
    /(?:\b(?:dan|dalam|rangka|serta|oleh|bersama|untuk|tentang|di|ke|se|tahun)|[,&/-])$/iu.test(draft.title.value)
  );
}

function takeTitle(draft: Draft, line: Line, number: number, from: number, to: number, setting: Setting): void {
  let start = from;
  const person = readPerson(line.text.slice(from, to), setting.leaders, false);
  const link = person
    ? /^\s*(?::|–|—|-|\bmenghadiri\b|\bhadir(?:i)?\b(?: di)?)\s*/iu.exec(line.text.slice(from + person.to, to))
    : null;
  if (person && link) {
    const span = spanOf(line, from, from + person.to);
    draft.leaders.push({
      called: person.called,
      officialId: person.officialId,
      spans: span ? [span] : [],
      answer: 'unknown',
      delegateName: null,
      delegateId: null,
      delegateSpans: [],
    });
    draft.ownLeaders = true;
    start = from + person.to + link[0].length;
  }
  let end = takeTail(draft, line, start, to, setting);
  const place = draft.venue === null ? placeInTitle(line.text.slice(start, end)) : null;
  if (place) {
    takePlace(draft, line, start + place.from, end, setting);
    end = start + place.cut;
  }
  draft.putTitle(line, number, start, end);
}

function takePlace(draft: Draft, line: Line, from: number, to: number, setting: Setting): void {
  draft.put('venue', line, from, takeTail(draft, line, from, to, setting));
}

/** Takes what stands after the last comma when it is a dress code or a leader: `Rapat, batik, wali kota`. Answers where the rest ends. */
function takeTail(draft: Draft, line: Line, from: number, to: number, setting: Setting): number {
  let end = to;
  for (;;) {
    const comma = line.text.lastIndexOf(',', end - 1);
    if (comma <= from) return end;
    const tail = line.text.slice(comma + 1, end).trim();
    if (/^(?:tempat|lokasi|venue)\s+(?:menyusul|tentatif|menyesuaikan)$/iu.test(tail)) {
      draft.put('note', line, comma + 1, end, '\n');
      end = comma;
      continue;
    }
    if (draft.dressCode === null && isDress(tail)) draft.put('dressCode', line, comma + 1, end);
    else {
      const leaders = readLeaders(line, comma + 1, end, setting.leaders);
      if (!leaders) return end;
      draft.leaders.unshift(...leaders);
      draft.ownLeaders = true;
    }
    end = comma;
  }
}
