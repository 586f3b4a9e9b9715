import { type ReadDay, readDay } from './dates.ts';
import type { Context, Draft, Setting } from './draft.ts';
import { type FieldName, isDress, isUnchanged, looksLikeAgency, looksLikePlace, readLabel } from './fields.ts';
import { readLeaders } from './leaders.ts';
import { type Line, spanOf } from './lines.ts';
import { continues, takePlace, takeTitle } from './take-title.ts';
import { flexible, leaveTimeOpen, takeDay, takeDelegate, takeRemark, takeTime } from './take-value.ts';
import { readTime } from './times.ts';

/** Fields that a notice may say to be as they were; of a title or a note the word would be a part. */
const leftAlone: ReadonlySet<FieldName> = new Set(['day', 'time', 'venue', 'organizer', 'dress', 'companions']);
const bracketed = /\(([^()]{2,80})\)|\[([^[\]]{2,80})\]/gu;
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
  if (leftAlone.has(field) && isUnchanged(value)) {
    draft.pass(line, labelFrom, to);
    return;
  }
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
