import { blockAhead } from './announced.ts';
import { couldBeTitle } from './begins-item.ts';
import { readDay } from './dates.ts';
import { isDress, isFurniture, kindOfTitle, looksLikePlace, type Opening, readOpening } from './fields.ts';
import { type Labelled, readLabel } from './labels.ts';
import { readLeaders } from './leaders.ts';
import type { Line } from './lines.ts';
import type { Sheet } from './sheet.ts';
import { takeRundownLine } from './take-told.ts';
import { readTime } from './times.ts';

/** Lines that go on with an item, or that a name of an item is known by. */

const onlineHead =
  /^(?:join |link |tautan |via )?(?:zoom|google meet|g-?meet|ms teams|webex)(?: cloud)?(?: meetings?)?\s*:?$/iu;

/** Whether the next line is the day of a form, so that this one is what the form is about. */
export function dayBelow(sheet: Sheet, number: number, body: string): boolean {
  const gap = sheet.lines[number + 1]?.blank && (kindOfTitle(body) || sheet.namesNext) ? 2 : 1;
  const next = sheet.lines[number + gap];
  if (!next || next.blank || readLabel(next.text)?.field !== 'day' || isFurniture(body) || body.length < 4)
    return false;
  const ahead = blockAhead(sheet.lines, number);
  return (
    (ahead === 'block' || (sheet.namesNext && ahead === 'named')) &&
    !readDay(body, sheet.setting.today) &&
    !readTime(body)
  );
}

/**
 * A line that goes on with the item above it, though it has no label: the second line of a place, set in as far as the first;
 * `Join Zoom Meeting` above its link.
 */
export function readOn(sheet: Sheet, line: Line, from: number, body: string): boolean {
  if (sheet.draft.empty) return false;
  if (
    sheet.draft.title &&
    onlineHead.test(body) &&
    (sheet.draft.venue !== null || /^(?:join|link|tautan)/iu.test(body))
  ) {
    sheet.answer.pass(line, from, line.text.length);
    return true;
  }
  const indent = (line.at[0] ?? line.span.start) - line.span.start;
  if (indent < 8 || sheet.gap || sheet.draft.lastText !== 'venue' || readTime(body) || isDress(body)) return false;
  return sheet.draft.lengthen(line);
}

/** `Agenda :` of an event that has its name and its hour, and numbered lines without hours: what is gone through there. */
export function readPoints(sheet: Sheet, line: Line, number: number, from: number): boolean {
  const { draft } = sheet;
  if (draft.title === null || draft.startClock === null) return false;
  const value = line.text.slice(from).trim();
  const first = value === '' ? (sheet.lines[number + 1]?.text ?? '') : value;
  const opening = readOpening(first);
  const listed = opening?.number === 1;
  if (first === '' || (!listed && value !== '') || readTime(first) || readLabel(first.slice(opening?.length ?? 0)))
    return false;
  if (!listed && (readDay(first, sheet.setting.today) || !(sheet.lines[number + 2]?.blank ?? true))) return false;
  draft.touch(line);
  draft.inRundown = true;
  if (value !== '')
    takeRundownLine(
      sheet.place(line, number),
      line.text.indexOf(value, from) + (opening?.length ?? 0),
      line.text.length,
    );
  return true;
}

/** Numbered lines under `Catatan:` of an event. */
export function readNotes(
  sheet: Sheet,
  line: Line,
  from: number,
  label: Labelled | null,
  opening: Opening | null,
): boolean {
  const { draft } = sheet;
  if (label?.field === 'remark' && from + label.valueFrom >= line.text.length) {
    draft.inNotes = draft.title !== null && draft.startClock !== null;
    if (draft.inNotes) draft.touch(line);
    return draft.inNotes;
  }
  if (!draft.inNotes || sheet.gap || label || !opening || readTime(line.text)) {
    draft.inNotes = false;
    return false;
  }
  draft.touch(line);
  draft.put('note', line, from, line.text.length, '\n');
  return true;
}

/** Lines under `Susunan Acara:`, up to a gap or another field. */
export function readRundown(sheet: Sheet, line: Line, number: number, from: number, opening: Opening | null): boolean {
  if (!sheet.draft.inRundown) return false;
  const start = from + (opening?.length ?? 0);
  const body = line.text.slice(start);
  const label = readLabel(body);
  const other = label !== null && !['title', 'time', 'note', 'leaders', 'speech'].includes(label.field);
  if (other || (sheet.gap && sheet.draft.rundown !== null) || (isFurniture(body) && !readTime(body))) {
    sheet.draft.inRundown = false;
    return false;
  }
  sheet.draft.touch(line);
  takeRundownLine(sheet.place(line, number), start, line.text.length);
  return true;
}

/** `Ruang Praja` above `09.00` and the name of the event: the place leads. */
export function readPlaceFirst(sheet: Sheet, line: Line, number: number, from: number, body: string): boolean {
  const { draft } = sheet;
  if (!(draft.empty || (sheet.gap && draft.title !== null && draft.startClock !== null))) return false;
  const [hour, name] = sheet.lines.slice(number + 1, number + 3);
  if (!looksLikePlace(body) || !hour || !name || hour.tooLong || name.tooLong || name.blank || readLabel(name.text))
    return false;
  const time = readTime(hour.text);
  if (!time || /[\p{L}\p{N}]/u.test(`${hour.text.slice(0, time.from)}${hour.text.slice(time.to)}`)) return false;
  if (!couldBeTitle(name.text, sheet.setting) || readLeaders(name, 0, name.text.length, sheet.setting.leaders))
    return false;
  sheet.open(null);
  sheet.draft.touch(line);
  sheet.draft.put('venue', line, from, line.text.length);
  if (sheet.draft.venue) sheet.draft.venue = { ...sheet.draft.venue, assumed: true };
  return true;
}
