import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { DaySheet, LeaderDay, SheetDay, SheetItem } from '../../newsroom/agenda/outgoing/day-sheet.ts';
import { agendaPaper as english } from '../../words/en/agenda-paper.ts';
import { agendaPaper as indonesian } from '../../words/id/agenda-paper.ts';
import { clockText, dayText, shortDayText, shortMomentText, zoneShort } from '../../words/when.ts';
import { ink, letterhead, makePdf, printable } from './pdf.ts';

const words = { id: indonesian.sheet, en: english.sheet } as const;

/** Margins and the width between them, in points. */
const MARGIN = 46;
const WIDTH = { list: 595.28 - 2 * MARGIN, matrix: 841.89 - 2 * MARGIN } as const;
/** So many leaders stand side by side and stay readable; the others follow below. */
const ACROSS = 6;
/** A note longer than this may run over the end of a page. */
const LONG_NOTE = 700;

interface Print {
  readonly sheet: DaySheet;
  readonly w: (typeof words)['id'];
  readonly say: (text: string) => string;
}

/**
 * The *Agenda Harian Pimpinan* as PDF, in the order of a real one (domain.md 1.5).
 * @param fonts folder of the faces
 */
export function daySheetPdf(sheet: DaySheet, fonts: string): Promise<Uint8Array> {
  const w = words[sheet.language];
  const print: Print = { sheet, w, say: (text) => printable(text, fonts) };
  const first = sheet.days[0]?.day ?? '';
  const last = sheet.days.at(-1)?.day ?? first;
  const when =
    first === last
      ? dayText(first, sheet.language)
      : `${dayText(first, sheet.language)} – ${dayText(last, sheet.language)}`;
  const heading = print.say(sheet.leader === null ? w.titleAll : w.titleOf(sheet.leader));
  const definition: TDocumentDefinitions = {
    pageOrientation: sheet.arrangement === 'matrix' ? 'landscape' : 'portrait',
    pageMargins: [MARGIN, 40, MARGIN, 48],
    language: sheet.language === 'id' ? 'id-ID' : 'en-GB',
    info: {
      title: print.say(w.docTitle(sheet.leader ?? w.all, when)),
      author: print.say(sheet.head.lines.join(', ')),
      creator: 'Kulkul',
      producer: 'Kulkul',
    },
    content: [
      ...letterhead(sheet.head, WIDTH[sheet.arrangement], print.say),
      {
        text: heading,
        bold: true,
        fontSize: 13,
        alignment: 'center',
      },
      ...sheet.days.flatMap((day, at) => dayContent(print, day, at)),
      ...footLines(print),
    ],
    // a loose second sheet says what it belongs to
    header: (page) =>
      page === 1
        ? ''
        : {
            margin: [MARGIN, 20, MARGIN, 0],
            fontSize: 7.5,
            color: ink.quiet,
            alignment: 'right',
            text: `${heading}, ${when}`,
          },
    footer: (page, pages) => ({
      margin: [MARGIN, 14, MARGIN, 0],
      stack: [
        {
          canvas: [
            {
              type: 'line',
              x1: 0,
              y1: 0,
              x2: WIDTH[sheet.arrangement],
              y2: 0,
              lineWidth: 0.5,
              lineColor: ink.line,
              dash: { length: 3 },
            },
          ],
        },
        {
          margin: [0, 4, 0, 0],
          fontSize: 7.5,
          color: ink.quiet,
          columns: [
            {
              width: '*',
              text: w.printed(`${shortMomentText(sheet.madeAt, sheet.language)} ${zoneShort(sheet.zone)}`),
            },
            { width: '*', alignment: 'center', text: sheet.edition === 'internal' ? w.internalOnly : '' },
            { width: 'auto', text: w.page(page, pages) },
          ],
        },
      ],
    }),
  };
  return makePdf(definition, fonts);
}

function footLines({ sheet, say }: Print): Content[] {
  const foot = sheet.head.footer.trim();
  return foot === '' ? [] : [{ text: say(foot), fontSize: 7.5, color: ink.quiet, margin: [0, 14, 0, 0] }];
}

function dayContent(print: Print, day: SheetDay, at: number): Content[] {
  const { sheet, w } = print;
  const id = `day-${day.day}`;
  const heading = {
    text: [
      dayText(day.day, sheet.language),
      ...(day.revision > 0
        ? [{ text: `   ${w.revision(day.revision)}`, fontSize: 8.5, bold: false, color: ink.quiet }]
        : []),
    ],
    bold: true,
    fontSize: 11,
    alignment: 'center',
    margin: [0, at === 0 ? 2 : 16, 0, 10],
    id,
    outline: true,
    outlineText: dayText(day.day, sheet.language),
    outlineExpanded: true,
  } as Content; // `id` names it for the bookmarks below it; the types do not know it
  if (day.leaders.every(({ items }) => items.length === 0)) {
    return [
      {
        unbreakable: true,
        stack: [heading, { text: w.emptyDay, italics: true, alignment: 'center', margin: [0, 4, 0, 8] }],
      },
    ];
  }
  return sheet.arrangement === 'matrix' ? matrix(print, day, heading) : list(print, day, heading, id);
}

function list(print: Print, day: SheetDay, heading: Content, parent: string): Content[] {
  const content: Content[] = [];
  let waits: Content[] = [heading];
  for (const { leader, items } of day.leaders) {
    if (print.sheet.leader === null) waits.push(leaderHeading(print, leader, parent));
    for (const [index, item] of items.entries()) {
      const parts = itemContent(print, item);
      // a heading never stays behind at the foot of a page
      content.push({ unbreakable: true, stack: [...waits, ...parts.together] }, ...parts.after);
      if (index < items.length - 1) content.push(dashes(WIDTH.list));
      waits = [];
    }
  }
  return content;
}

function leaderHeading({ w, say }: Print, leader: string | null, parent: string): Content {
  const name = say(leader ?? w.otherEvents);
  return {
    text: name.toUpperCase(),
    bold: true,
    fontSize: 10.5,
    margin: [0, 8, 0, 5],
    outline: true,
    outlineText: name,
    outlineParentId: parent,
  };
}

function itemContent(print: Print, item: SheetItem): { together: Content[]; after: Content[] } {
  const { w, say } = print;
  const mark = markOf(print, item);
  const status = statusOf(print, item);
  const note = item.note.trim();
  const rows: [string, string][] = [
    [w.labels.venue, item.venue],
    [w.labels.organizer, item.organizer],
    [w.labels.dress, item.dressCode],
    [w.labels.transit, item.transitRoom],
    [w.labels.companions, item.companions],
    [w.labels.officer, item.officer.name],
    [w.labels.phone, item.officer.phone],
    [w.labels.contact, item.contact.name],
    [w.labels.phone, item.contact.phone],
    [w.labels.speech, item.speech === null ? w.yes : item.speech],
    [w.labels.note, note.length > LONG_NOTE ? '' : note],
  ];
  const filled = rows.filter(([, value]) => value.trim() !== '');
  const together: Content[] = [
    {
      columns: [
        { width: 26, text: `(${item.number}).`, bold: true, color: ink.loud },
        {
          width: '*',
          stack: [
            {
              text: [
                { text: w.clock(sheetClock(item.event, print)), bold: true, color: ink.loud },
                ...(mark === '' ? [] : [{ text: `  (${mark})`, italics: true, color: ink.quiet }]),
              ],
            },
            { text: say(titleOf(print, item)), bold: true, fontSize: 11, margin: [0, 1, 0, 2] },
            ...(status === ''
              ? []
              : [{ text: say(status), italics: true, margin: [0, 0, 0, 2] as [number, number, number, number] }]),
            ...(filled.length === 0 ? [] : [fields(filled, say)]),
          ],
        },
      ],
      margin: [0, 0, 0, 4],
    },
  ];
  const after: Content[] =
    note.length > LONG_NOTE
      ? [{ text: [{ text: `${w.labels.note}: `, color: ink.quiet }, say(note)], margin: [26, 0, 0, 4] }]
      : [];
  return { together, after };
}

function fields(rows: readonly [string, string][], say: (text: string) => string): Content {
  return {
    layout: tight,
    fontSize: 9,
    table: {
      widths: [76, 8, '*'],
      body: rows.map(([label, value]) => [
        { text: label, color: ink.quiet },
        { text: ':', color: ink.quiet },
        { text: say(value.trim()) },
      ]),
    },
  };
}

/** No lines, and no room but that of the letters. */
const tight = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

function matrix(print: Print, day: SheetDay, heading: Content): Content[] {
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

function titleOf({ w }: Print, { event }: SheetItem): string {
  return event.title.trim() === '' ? w.untitled : event.title;
}

function markOf({ w }: Print, { event }: SheetItem): string {
  return event.state === 'proposed' || event.state === 'tentative' ? w.marks[event.state] : '';
}

function statusOf({ w }: Print, { delegate, absent }: SheetItem): string {
  if (delegate !== null) {
    const told = delegate.instruction.trim();
    return `${w.delegated(delegate.name.trim() || '–')}${told === '' ? '' : ` (${told})`}`;
  }
  return absent ? w.absent : '';
}

/** `08.00-10.00 WIB (120')`, `13.30 WITA - selesai`; an end on another day is named. */
function sheetClock(event: SheetItem['event'], { sheet, w }: Print): string {
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

function dashes(width: number): Content {
  return {
    canvas: [
      {
        type: 'line',
        x1: 0,
        y1: 0,
        x2: width,
        y2: 0,
        lineWidth: 0.5,
        lineColor: ink.line,
        dash: { length: 2, space: 2 },
      },
    ],
    margin: [0, 2, 0, 7],
  };
}
