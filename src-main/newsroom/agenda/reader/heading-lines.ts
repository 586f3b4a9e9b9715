import { readActAlone } from './acts.ts';
import { hourNext, hoursAhead } from './ahead.ts';
import { blockAhead } from './announced.ts';
import { applyHeading } from './apply-heading.ts';
import { readDay } from './dates.ts';
import { isDress, isRule, looksLikePlace, type Opening, readOpening } from './fields.ts';
import { leadersAmong, leadersNamed, readHeading } from './headings.ts';
import { readLabel } from './labels.ts';
import { type Line, spanOf, wholeSpan } from './lines.ts';
import type { Sheet } from './sheet.ts';
import { readTime } from './times.ts';

/** Lines that say something of all that follows: its day, its leaders, what happens to it. */

/** `*DITUNDA*` alone: inside an item it speaks of that one, else of all that follows. */
export function readActLine(sheet: Sheet, line: Line, from: number): boolean {
  const act = readActAlone(line.text.slice(from));
  if (!act) return false;
  if (!sheet.draft.empty && !sheet.gap && sheet.draft.title !== null) {
    sheet.draft.touch(line);
    sheet.draft.takeAct(act.act, line, from, line.text.length);
    sheet.draft.tellsOld = false;
    return true;
  }
  sheet.close();
  const span = spanOf(line, from, line.text.length);
  sheet.context.act = { value: act.act, spans: span ? [span] : [], assumed: false };
  if (span) sheet.answer.headings.push(span);
  return true;
}

/** Whether a line sets the day or the leaders of what follows; it is taken when it does. */
export function takeHeading(
  sheet: Sheet,
  line: Line,
  number: number,
  from: number,
  opening: Opening | null,
  ofLeaders = false,
): boolean {
  const { draft } = sheet;
  // "🎤 Wali Kota" inside of an item: who speaks
  if (!draft.empty && !sheet.gap && /^(?:🎤|🎙)/u.test(line.text.slice(from))) return false;
  const heads =
    draft.title !== null &&
    draft.startClock === null &&
    draft.day === null &&
    !draft.timeOpen &&
    !draft.listed &&
    hoursAhead(sheet.lines, number);
  const heading = readHeading(
    line,
    from,
    {
      opening,
      empty: draft.empty,
      gap: sheet.gap,
      wantsDay: !heads && draft.title !== null && (draft.day === null || draft.weekdaySaid !== null),
      blockAhead: () =>
        draft.day === null &&
        (draft.announced ? blockAhead(sheet.lines, number) !== null : blockAhead(sheet.lines, number) === 'block'),
      hasStart: draft.startClock !== null,
      otherMark: sheet.mark !== null && opening?.mark !== undefined && opening.mark !== sheet.mark,
      weekFrom: sheet.context.weekFrom,
      leadersFirst: sheet.leadersFirst && (draft.title !== null || draft.startClock !== null),
    },
    sheet.setting,
  );
  if (!heading && !ofLeaders && !opening && headsHours(sheet, line, number, from)) return true;
  if (!heading || (ofLeaders && (heading.leaders === null || heading.act !== 'none'))) return false;
  if (heading.leaders && !heading.day && !heading.act && endsItem(sheet, line, number, from)) {
    draft.touch(line);
    draft.leaders.push(...heading.leaders.map(({ name: _name, ...leader }) => leader));
    draft.ownLeaders = true;
    for (const leader of heading.leaders) sheet.answer.found.remember(leader);
    return true;
  }
  const dayBefore = sheet.context.day !== null || sheet.context.dayImpossible;
  const above = heads && heading.day && !heading.leaders ? leadersAtEnd(sheet) : null;
  if (heads && heading.day) sheet.drop();
  else sheet.close();
  if (above)
    applyHeading(sheet.context, { leaders: above, day: null, act: null }, line, sheet.answer.found, sheet.setting);
  applyHeading(sheet.context, heading, line, sheet.answer.found, sheet.setting);
  sheet.answer.headings.push(wholeSpan(line));
  if (heading.day && !heading.leaders && !dayBefore && endsText(sheet, number)) sheet.answer.dayBelow(sheet.context);
  return true;
}

/** `TO DO WALI KOTA` above the day of a list: whose list it is. */
function leadersAtEnd({ draft, lines, setting }: Sheet) {
  const [name] = draft.title?.spans ?? [];
  const line = name && lines.find(({ span }) => span.start <= name.start && span.end >= name.end);
  const leaders = line ? leadersNamed(line, 0, setting) : null;
  const end = leaders?.at(-1)?.spans.at(-1)?.end;
  return name && end !== undefined && end >= name.end ? leaders : null;
}

/** Who comes, as the last line of an event: nothing stands between, and behind it a gap or the hour of the next. */
function endsItem(sheet: Sheet, line: Line, number: number, from: number): boolean {
  const { draft, context, gap } = sheet;
  const words = line.text.slice(from);
  const whole = draft.title !== null && (draft.startClock !== null || draft.timeOpen);
  if (draft.empty || gap || !whole || draft.leaders.length > 0 || /:\s*$/u.test(words)) return false;
  // where parts have their leaders, these head the next part
  if (context.leaders.length > 0 && (draft.oneLine || words === words.toUpperCase())) return false;
  const next = sheet.lines[number + 1];
  if (!next || next.blank || isRule(next.text)) return true;
  if (!next.tooLong && (isDress(next.text) || (draft.venue === null && looksLikePlace(next.text)))) return true;
  const field = readLabel(next.text)?.field;
  if (field && field !== 'title' && field !== 'time' && field !== 'day' && field !== 'leaders') return true;
  if (readDay(next.text, sheet.setting.today) && endsText(sheet, number + 1)) return true;
  const time = readTime(next.text);
  return (
    context.leaders.length === 0 &&
    !readOpening(next.text) &&
    time !== null &&
    !/[\p{L}\p{N}]/u.test(next.text.slice(0, time.from))
  );
}

/** Nothing that tells of an event stands below. */
function endsText(sheet: Sheet, number: number): boolean {
  return sheet.lines
    .slice(number + 1)
    .every(
      (line) =>
        line.blank || (!line.tooLong && !readOpening(line.text) && !readTime(line.text) && !readLabel(line.text)),
    );
}

/**
 * `Agenda liputan Wali Kota Malang, Kamis 11 Juni 2026:` above a list that begins with an hour: the day and the leaders of the list, whatever
 * other words there are.
 */
function headsHours(sheet: Sheet, line: Line, number: number, from: number): boolean {
  const words = line.text.slice(from);
  const noun = /(?<!\p{L})(?:agenda|jadwal|giat|kegiatan)(?!\p{L})/iu.exec(words);
  if (!noun || words.length > 160 || !(sheet.draft.empty || sheet.gap) || readTime(words)) return false;
  const day = readDay(words, sheet.setting.today);
  if (!day?.day || day.from < noun.index || !hourNext(sheet.lines, number)) return false;
  const end =
    day.from - (/[\s,:(–-]*(?:hari|pada|tanggal|tgl\.?)?[\s,:(–-]*$/iu.exec(words.slice(0, day.from))?.[0].length ?? 0);
  const leaders = leadersAmong(line, from + noun.index, from + end, sheet.setting);
  sheet.close();
  const heading = { leaders, day: { read: day, offset: from }, act: null };
  applyHeading(sheet.context, heading, line, sheet.answer.found, sheet.setting);
  sheet.answer.headings.push(wholeSpan(line));
  return true;
}
