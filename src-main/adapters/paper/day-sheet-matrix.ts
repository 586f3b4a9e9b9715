import type { Content, TableCell } from 'pdfmake/interfaces';
import type { LeaderDay, SheetDay, SheetItem } from '../../newsroom/agenda/outgoing/day-sheet.ts';
import { clockText } from '../../words/when.ts';
import { markOf, type Print, sheetClock, statusOf, titleOf } from './day-sheet-words.ts';
import { ink } from './pdf.ts';

/** So many leaders stand side by side and stay readable; the others follow below. */
const ACROSS = 6;

/** A day as a table: times downwards, leaders across. */
export function matrix(print: Print, day: SheetDay, heading: Content): Content[] {
  const content: Content[] = [heading];
  // seven leaders are four and three, not six and one
  const across = Math.ceil(day.leaders.length / Math.ceil(day.leaders.length / ACROSS));
  for (let from = 0; from < day.leaders.length; from += across) {
    const leaders = day.leaders.slice(from, from + across);
    content.push({ stack: [matrixTable(print, leaders)], margin: [0, from === 0 ? 0 : 12, 0, 0] });
  }
  return content;
}

function matrixTable(print: Print, leaders: readonly LeaderDay[]): Content {
  const { w, say } = print;
  const starts = [...new Set(leaders.flatMap(({ items }) => items.map(({ event }) => event.start)))].sort();
  const header: TableCell[] = [
    { text: w.time, bold: true, fillColor: '#eeeeee' },
    ...leaders.map(({ leader }) => ({
      text: say(leader ?? w.otherEvents),
      bold: true,
      fillColor: '#eeeeee',
      alignment: 'center' as const,
    })),
  ];
  const rows: TableCell[][] = starts.map((start) => [
    { text: clockText(start, print.sheet.language), bold: true, color: ink.loud },
    ...leaders.map(({ items }) => ({
      stack: items.filter(({ event }) => event.start === start).flatMap((item, at) => cell(print, item, at > 0)),
    })),
  ]);
  return {
    fontSize: 8,
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      hLineColor: () => ink.line,
      vLineColor: () => ink.line,
      paddingTop: () => 4,
      paddingBottom: () => 4,
    },
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [40, ...leaders.map(() => '*' as const)],
      body: [header, ...rows],
    },
  };
}

/** What one must know at a glance; the list has the rest. */
function cell(print: Print, item: SheetItem, again: boolean): Content[] {
  const { w, say } = print;
  const mark = markOf(print, item);
  const status = statusOf(print, item);
  const small: [string, string][] = [
    ['', item.venue],
    [w.labels.dress, item.dressCode],
    [w.labels.officer, [item.officer.name, item.officer.phone].filter((part) => part.trim() !== '').join(' ')],
  ];
  return [
    {
      text: [
        { text: sheetClock(item.event, print), color: ink.loud, bold: true },
        ...(mark === '' ? [] : [{ text: ` (${mark})`, italics: true, color: ink.quiet }]),
      ],
      fontSize: 7.5,
      margin: [0, again ? 5 : 0, 0, 1],
    },
    { text: say(titleOf(print, item)), bold: true, fontSize: 8.5 },
    ...(status === '' ? [] : [{ text: say(status), italics: true }]),
    ...small
      .filter(([, value]) => value.trim() !== '')
      .map(([label, value]) => ({
        text: label === '' ? say(value) : [{ text: `${label}: `, color: ink.quiet }, say(value)],
      })),
  ];
}
