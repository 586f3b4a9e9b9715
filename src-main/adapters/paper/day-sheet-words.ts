import type { DaySheet, SheetItem } from '../../newsroom/agenda/outgoing/day-sheet.ts';
import type { agendaPaper } from '../../words/id/agenda-paper.ts';
import { clockText, shortDayText, zoneShort } from '../../words/when.ts';

/** A sheet that is being printed, with its words and what its face can say. */
export interface Print {
  readonly sheet: DaySheet;
  readonly w: (typeof agendaPaper)['sheet'];
  readonly say: (text: string) => string;
}

export function titleOf({ w }: Print, { event }: SheetItem): string {
  return event.title.trim() === '' ? w.untitled : event.title;
}

/** `usulan`, `tentatif, tertutup`: what whoever holds the sheet must know before they pass it on. The public edition has nothing closed. */
export function markOf({ w }: Print, { event }: SheetItem): string {
  const state = event.state === 'proposed' || event.state === 'tentative' ? w.marks[event.state] : '';
  return [state, event.pressAccess === 'closed' ? w.marks.closed : ''].filter((mark) => mark !== '').join(', ');
}

export function statusOf({ w }: Print, { delegate, absent }: SheetItem): string {
  if (delegate !== null) {
    const told = delegate.instruction.trim();
    return `${w.delegated(delegate.name.trim() || '–')}${told === '' ? '' : ` (${told})`}`;
  }
  return absent ? w.absent : '';
}

/** `08.00-10.00 WIB (120')`, `13.30 WITA - selesai`; an end on another day is named. */
export function sheetClock(event: SheetItem['event'], { sheet, w }: Print): string {
  const { language } = sheet;
  const zone = zoneShort(event.zone);
  const start = clockText(event.start, language);
  if (event.end === null) return event.openEnd ? `${start} ${zone} - ${w.untilDone}` : `${start} ${zone}`;
  const end = clockText(event.end, language);
  const lastDay = event.end.slice(0, 10);
  if (lastDay !== event.start.slice(0, 10))
    return `${start} ${zone} - ${shortDayText(lastDay, language)} ${end} ${zone}`;
  return `${start}-${end} ${zone} (${minutesBetween(event.start, event.end)}')`;
}

/** Of two local times of one day; the zones of Indonesia never change their clocks. */
function minutesBetween(start: string, end: string): number {
  const minutes = (local: string) => Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
  return minutes(end) - minutes(start);
}
