import type { AgendaReading } from '../../../contract/agenda-reading.ts';
import { signs } from './ahead.ts';
import { markHours } from './bare-hours.ts';
import { beginsItem, couldBeTitle } from './begins-item.ts';
import { closeBySaying } from './close-by-saying.ts';
import type { Setting } from './draft.ts';
import { isFurniture, isPrintLine, isRule, type Opening, readOpening } from './fields.ts';
import { isDayOff } from './form-lines.ts';
import { readActLine, takeHeading } from './heading-lines.ts';
import { dayBelow, readNotes, readOn, readPlaceFirst, readPoints, readRundown } from './item-lines.ts';
import { joinLabels } from './label-above.ts';
import { readLabel } from './labels.ts';
import { isLegend, withLegend } from './legend.ts';
import { isLetter, newLetter } from './letter.ts';
import { type Line, linesOf, spanOf } from './lines.ts';
import { readPlaceHead } from './place-heads.ts';
import { chatHead, decoration, goesOn, isAboutSheet, newcomer, preamble } from './polite.ts';
import { readContent } from './read-item.ts';
import { Sheet } from './sheet.ts';
import { isForm, readAnnouncement, readLetter, readLink, readTable } from './sheet-lines.ts';
import { leadersFirst, settleSigns } from './signs.ts';
import { splitChanges } from './split-changes.ts';
import { splitEvents, splitSigns } from './split-events.ts';
import { splitList, splitSentences } from './split-list.ts';
import { splitWeek } from './split-week.ts';
import { hoursInDigits } from './spoken-hours.ts';
import { takeLetterAgenda } from './take-told.ts';
import { readTime } from './times.ts';
import { callToMedia } from './to-media.ts';
import { readAddressee, readPart, readRequest } from './whom-lines.ts';

/**
 * Reads a pasted agenda into proposals. Every value says where it was read; what was assumed is marked as a doubt, what was
 * not understood is told as spans. It changes nothing and never throws on any text.
 * @param text as pasted; spans in the answer are UTF-16 offsets into it
 */
export function readAgenda(text: string, register: Setting): AgendaReading {
  const raw = linesOf(text);
  const setting = withLegend(raw, register);
  const lines = joinLabels(markHours(raw.map(hoursInDigits), setting.today))
    .flatMap((line) => splitWeek(line, setting.today))
    .flatMap(splitList)
    .flatMap((line) => splitEvents(line, setting))
    .flatMap(splitChanges);
  const parts = lines.flatMap(splitSigns).flatMap(splitSentences);
  return closeBySaying(text, readSheet(new Sheet(setting), settleSigns(parts, setting)));
}

function readSheet(sheet: Sheet, lines: Line[]): AgendaReading {
  sheet.lines = lines;
  sheet.context.buildingIsPlace = !lines.some(
    ({ text }) => (!/^(?:🏢|🏣)/u.test(text) && /📍|📌|🗺/u.test(text)) || readLabel(text)?.field === 'venue',
  );
  sheet.leadersFirst = leadersFirst(lines, sheet.setting);
  if (isLetter(lines)) sheet.context.letter = newLetter();
  for (const [number, line] of lines.entries()) {
    sheet.answer.passedOver.push(...line.struck.map(({ start, end }) => ({ start, end })));
    if (line.tooLong) {
      sheet.close();
      sheet.answer.notUnderstood.push(line.span);
      sheet.gap = true;
      continue;
    }
    if (line.blank || isRule(line.text)) {
      sheet.gap = true;
      continue;
    }
    readLine(sheet, line, number);
    sheet.gap = false;
  }
  sheet.close();
  if (sheet.context.letter) sheet.answer.letterWithoutEvent();
  return sheet.answer.reading;
}

function readLine(sheet: Sheet, line: Line, number: number): void {
  let from = chatHead.exec(line.text)?.[0].length ?? 0;
  if (from > 0) {
    sheet.answer.pass(line, 0, from);
    sheet.draft.inRundown = false;
    // a message of its own
    sheet.gap = true;
  }
  from += decoration(line.text.slice(from));
  const media = callToMedia(line.text.slice(from), sheet.setting);
  if (media > 0) {
    sheet.close();
    sheet.answer.pass(line, from, from + media);
    from += media;
    if (from >= line.text.length) return;
  }
  const greeting = preamble.exec(line.text.slice(from))?.[0].length ?? 0;
  if (greeting > 0 && !sheet.context.letter && readTime(line.text.slice(from + greeting))) {
    sheet.answer.pass(line, from, from + greeting);
    from += greeting;
  }
  const words = line.text.slice(from);
  if (isPrintLine(words) || isAboutSheet(words) || isDayOff(words) || isLegend(words, sheet.setting)) {
    sheet.close();
    sheet.answer.pass(line, from, line.text.length);
    return;
  }
  if (from === 0 && sheet.context.letter && readLetter(sheet, line)) return;
  if (readTable(sheet, line, number)) return;
  const rest = line.text.slice(from);
  const cell = sheet.context.cells && /^\d{1,3}$/u.test(rest);
  const opening: Opening | null = cell ? { kind: 'number', length: rest.length } : readOpening(rest);
  if (readAddressee(sheet, line, from)) return;
  if (readAnnouncement(sheet, line, number, from) || readLink(sheet, line, from)) return;
  if (readRequest(sheet, line, from)) return;
  if (takeLetterAgenda(sheet.place(line, number), from)) return;
  if (readRundown(sheet, line, number, from, opening)) return;
  if (readPart(sheet, line, from, false)) return;
  if (readActLine(sheet, line, from) || takeHeading(sheet, line, number, from, opening)) return;
  if (opening) from += opening.length;
  const added = newcomer.exec(line.text.slice(from))?.[0].length ?? 0;
  from += added;
  const body = line.text.slice(from);
  const label = readLabel(body);
  if (!label && !opening && readOn(sheet, line, from, body)) return;
  if (readNotes(sheet, line, from, label, opening)) return;
  if (label?.field === 'title' && readPoints(sheet, line, number, from + label.valueFrom)) return;
  if (isForm(sheet, line, from, body, label, opening)) return;
  if (!label && !opening && (sheet.draft.empty || sheet.gap) && signs(sheet.lines, number, body)) {
    sheet.close();
    sheet.answer.pass(line, from, line.text.length);
    return;
  }
  if (!label && !opening && readPart(sheet, line, from, true)) return;
  if (!label && !opening && readPlaceHead(sheet, line, number, from, body)) return;
  if (!label && !opening && readPlaceFirst(sheet, line, number, from, body)) return;
  // "jalan sehat" above "hari/tgl :" names an event, whatever else it may look like
  const named: boolean =
    !label &&
    !opening &&
    (sheet.draft.empty || (sheet.gap && sheet.draft.startClock !== null)) &&
    dayBelow(sheet, number, body);
  if (
    named ||
    (added > 0 && opening !== null) ||
    beginsItem(
      { draft: sheet.draft, gap: sheet.gap, opening: sheet.opening, mark: sheet.mark },
      line,
      from,
      body,
      label,
      opening,
      sheet.setting,
    )
  ) {
    sheet.open(opening);
    sheet.dayGoesOn(goesOn.test(line.text.slice(from - added)));
    sheet.draft.announced = named;
    // "Tambahan:" in a list of changes is none
    if (added > 0 && sheet.context.act?.value === 'change')
      sheet.draft.act = { value: 'add', spans: [], assumed: false };
  } else if (!label && !opening && isFurniture(body) && !readTime(body)) {
    sheet.close();
    sheet.answer.pass(line, from, line.text.length);
    return;
  }
  if (!named && sheet.draft.empty && !label && !opening && !readTime(body) && !couldBeTitle(body, sheet.setting)) {
    const span = spanOf(line, from, line.text.length);
    if (span) sheet.answer.notUnderstood.push(span);
    return;
  }
  if (opening || label) sheet.draft.listed = true;
  if (line.dropped) sheet.draft.takeAct('cancel', line, from, line.text.length);
  sheet.namesNext = false;
  readContent(sheet.place(line, number), from);
}
