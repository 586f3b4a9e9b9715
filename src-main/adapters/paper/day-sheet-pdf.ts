import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { DaySheet, SheetDay, SheetItem } from '../../newsroom/agenda/outgoing/day-sheet.ts';
import { agendaPaper as english } from '../../words/en/agenda-paper.ts';
import { agendaPaper as indonesian } from '../../words/id/agenda-paper.ts';
import { dayText, shortMomentText, zoneShort } from '../../words/when.ts';
import { matrix } from './day-sheet-matrix.ts';
import { markOf, type Print, sheetClock, statusOf, titleOf } from './day-sheet-words.ts';
import { ink, letterhead, makePdf, printable } from './pdf.ts';

const words = { id: indonesian.sheet, en: english.sheet } as const;

/** Margins and the width between them, in points. */
const MARGIN = 46;
const WIDTH = { list: 595.28 - 2 * MARGIN, matrix: 841.89 - 2 * MARGIN } as const;
/** A note longer than this may run over the end of a page. */
const LONG_NOTE = 700;

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
      // after the first, a page may begin: a loose one still says whose events it has
      const whose = print.sheet.leader === null && index > 0 ? (leader ?? print.w.otherEvents) : '';
      const parts = itemContent(print, item, whose);
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

function itemContent(print: Print, item: SheetItem, whose: string): { together: Content[]; after: Content[] } {
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
              columns: [
                {
                  width: '*',
                  text: [
                    { text: w.clock(sheetClock(item.event, print)), bold: true, color: ink.loud },
                    ...(mark === '' ? [] : [{ text: `  (${mark})`, italics: true, color: ink.quiet }]),
                  ],
                },
                ...(whose === ''
                  ? []
                  : [
                      {
                        width: 'auto' as const,
                        text: say(whose),
                        fontSize: 7.5,
                        color: ink.quiet,
                        margin: [8, 2, 0, 0] as [number, number, number, number],
                      },
                    ]),
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
