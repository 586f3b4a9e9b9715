import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { AssignmentLetter } from '../../newsroom/agenda/outgoing/assignment-letter.ts';
import { agendaPaper as english } from '../../words/en/agenda-paper.ts';
import { agendaPaper as indonesian } from '../../words/id/agenda-paper.ts';
import { dayText, longDateText, timeRangeText } from '../../words/when.ts';
import { clean, letterHead, run } from './letter-head-docx.ts';

const words = { id: indonesian.letter, en: english.letter } as const;

/** Twentieths of a point; A4 with the margins of an official letter. */
const PAGE = { width: 11906, height: 16838, left: 1418, right: 1134, top: 850, bottom: 1134 } as const;
const WIDTH = PAGE.width - PAGE.left - PAGE.right;
const LABEL = 1150;
const COLON = 280;
/** Dots for what is filled in by hand. */
const DOTS = '…………………………';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const allThin = { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin };

/** A Surat Tugas as DOCX with real styles, so that the office goes on in Word or LibreOffice as with its own letters. */
export async function assignmentLetterDocx(letter: AssignmentLetter): Promise<Uint8Array> {
  const w = words[letter.language];
  const foot = letter.head.footer.trim();
  const document = new Document({
    title: w.title,
    creator: letter.head.lines.join(', '),
    description: w.title,
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 22, language: { value: letter.language === 'id' ? 'id-ID' : 'en-GB' } },
          paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO } },
        },
        title: {
          run: { font: 'Arial', size: 26, bold: true, underline: {} },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 40 } },
        },
        heading1: {
          run: { font: 'Arial', size: 22, bold: true },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 200, after: 120 }, keepNext: true },
        },
      },
      paragraphStyles: [
        {
          id: 'KopSurat',
          name: 'Kop Surat',
          basedOn: 'Normal',
          run: { size: 26, bold: true },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 252 } },
        },
        {
          id: 'KopAlamat',
          name: 'Kop Alamat',
          basedOn: 'Normal',
          run: { size: 17 },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { line: 240 } },
        },
        {
          id: 'NomorSurat',
          name: 'Nomor Surat',
          basedOn: 'Normal',
          paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
        },
        {
          id: 'Isi',
          name: 'Isi Surat',
          basedOn: 'Normal',
          paragraph: { alignment: AlignmentType.JUSTIFIED, spacing: { after: 60 } },
        },
        { id: 'Sel', name: 'Sel Tabel', basedOn: 'Normal', paragraph: { spacing: { before: 30, after: 30 } } },
        {
          id: 'TandaTangan',
          name: 'Tanda Tangan',
          basedOn: 'Normal',
          paragraph: { indent: { left: 4250 }, keepNext: true, keepLines: true },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { left: PAGE.left, right: PAGE.right, top: PAGE.top, bottom: PAGE.bottom },
          },
        },
        ...(foot === ''
          ? {}
          : {
              footers: {
                default: new Footer({
                  children: foot
                    .split('\n')
                    .map((line) => new Paragraph({ style: 'KopAlamat', children: [run(line)] })),
                }),
              },
            }),
        children: [
          ...letterHead(letter.head),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [run(w.title)] }),
          new Paragraph({ style: 'NomorSurat', children: [run(`${w.number}: ${letter.number.trim() || DOTS}`)] }),
          labelled(w.basis, basis(letter, w)),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(w.commands)] }),
          labelled(w.to, [people(letter, w)]),
          gap(),
          labelled(w.for, [text(letter.events.length === 1 ? w.forOne : w.forMany), ...eventParts(letter, w)]),
          gap(),
          new Paragraph({ style: 'Isi', children: [run(w.closing)] }),
          gap(),
          ...signature(letter, w),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function text(value: string, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ style: 'Isi', ...more, children: [run(value)] });
}

function gap(): Paragraph {
  return new Paragraph({ children: [], spacing: { line: 160, lineRule: LineRuleType.EXACT } });
}

/** `Dasar : …`: a table without lines, which holds its columns in every program, as tabs do not. */
function labelled(label: string, children: (Paragraph | Table)[]): Table {
  const cell = (width: number, inside: (Paragraph | Table)[]) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      borders: noBorders,
      children: inside,
      margins: { left: 0, right: 60 },
    });
  // a cell must end with a paragraph, also behind a table
  const ends = children.at(-1) instanceof Table ? [...children, gap()] : children;
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [LABEL, COLON, WIDTH - LABEL - COLON],
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: [
      new TableRow({
        children: [cell(LABEL, [text(label)]), cell(COLON, [text(':')]), cell(WIDTH - LABEL - COLON, ends)],
      }),
    ],
  });
}

function basis({ basis: letters, language }: AssignmentLetter, w: (typeof words)['id']): Paragraph[] {
  if (letters.length === 0) return [text(w.noBasis)];
  return letters.map((one, at) => {
    const said = w.basisOf({ ...one, day: one.letterDay === null ? '' : longDateText(one.letterDay, language) });
    return text(letters.length === 1 ? said : `${at + 1}. ${said}`);
  });
}

function people({ people: all }: AssignmentLetter, w: (typeof words)['id']): Table {
  const room = WIDTH - LABEL - COLON - 60;
  const widths = [560, Math.round((room - 560) * 0.55), room - 560 - Math.round((room - 560) * 0.55)];
  const row = (cells: readonly string[], header: boolean) =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: cells.map(
        (value, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            margins: { left: 80, right: 80 },
            children: [
              new Paragraph({
                style: 'Sel',
                ...(header || at === 0 ? { alignment: AlignmentType.CENTER } : {}),
                children: [new TextRun({ text: clean(value), bold: header })],
              }),
            ],
          }),
      ),
    });
  return new Table({
    width: { size: room, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: allThin,
    rows: [
      row([w.columns.no, w.columns.name, w.columns.duty], true),
      ...all.map(({ name, roles }, at) =>
        row([`${at + 1}.`, name, roles.map((role) => w.roles[role]).join(', ')], false),
      ),
    ],
  });
}

function eventParts({ events, language }: AssignmentLetter, w: (typeof words)['id']): (Paragraph | Table)[] {
  return events.flatMap((event, at) => {
    const rows: [string, string][] = [
      [w.event, event.title],
      [w.day, dayText(event.day, language)],
      [w.time, timeRangeText(event, language)],
      [w.place, event.venue],
      [w.organizer, event.organizer],
    ];
    const table = facts(
      rows.filter(([, value]) => value.trim() !== ''),
      events.length > 1 ? `${at + 1}.` : '',
    );
    return [table, gap()];
  });
}

function facts(rows: readonly [string, string][], number: string): Table {
  const room = WIDTH - LABEL - COLON - 60;
  const widths = [number === '' ? 0 : 400, 1750, 240].filter((width) => width > 0);
  const left = room - widths.reduce((sum, width) => sum + width, 0);
  const cell = (value: string, width: number) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      borders: noBorders,
      margins: { left: 0, right: 40 },
      children: [new Paragraph({ style: 'Sel', children: [run(value)] })],
    });
  return new Table({
    width: { size: room, type: WidthType.DXA },
    columnWidths: [...widths, left],
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: rows.map(
      ([label, value], at) =>
        new TableRow({
          cantSplit: true,
          children: [
            ...(number === '' ? [] : [cell(at === 0 ? number : '', 400)]),
            cell(label, 1750),
            cell(':', 240),
            cell(value, left),
          ],
        }),
    ),
  });
}

function signature({ city, day, signer, language }: AssignmentLetter, w: (typeof words)['id']): Paragraph[] {
  const line = (value: string, more: { bold?: boolean; underline?: object } = {}) =>
    new Paragraph({ style: 'TandaTangan', children: [new TextRun({ text: clean(value), ...more })] });
  return [
    line(w.placeAndDay(city, longDateText(day, language))),
    line(`${signer.position.trim() || DOTS},`),
    ...[1, 2, 3, 4].map(() => line('')),
    line(signer.name.trim() || DOTS, signer.name.trim() === '' ? {} : { bold: true, underline: {} }),
    ...(signer.rank.trim() === '' ? [] : [line(signer.rank)]),
    line(w.nip(signer.nip.trim() || DOTS)),
  ];
}
