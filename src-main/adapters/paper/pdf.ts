import { readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import * as fontkit from 'fontkit';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { PaperHead } from '../../newsroom/agenda/outgoing/day-sheet.ts';
import { isAddress } from './is-address.ts';

/** Ink of the papers: what is loud is red, as the sheets of these offices have it. */
export const ink = { loud: '#b3261e', quiet: '#555555', line: '#9a9a9a' } as const;

const faces = {
  normal: 'plus-jakarta-sans-regular.ttf',
  bold: 'plus-jakarta-sans-bold.ttf',
  italics: 'plus-jakarta-sans-italic.ttf',
  bolditalics: 'plus-jakarta-sans-bold-italic.ttf',
};

/**
 * Bytes of a PDF. Fonts are embedded in the part that is used; nothing is fetched, and no file but the fonts is read.
 * @param fonts folder of the faces
 */
export async function makePdf(definition: TDocumentDefinitions, fonts: string): Promise<Uint8Array> {
  const folder = resolve(fonts) + sep;
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => resolve(path).startsWith(folder));
  pdfmake.setFonts({
    Sans: Object.fromEntries(Object.entries(faces).map(([style, file]) => [style, join(fonts, file)])),
  });
  const made = pdfmake.createPdf({
    pageSize: 'A4',
    version: '1.7',
    displayTitle: true,
    ...definition,
    defaultStyle: { font: 'Sans', fontSize: 9.5, lineHeight: 1.15, ...definition.defaultStyle },
  } as TDocumentDefinitions);
  return new Uint8Array(await made.getBuffer());
}

let known: { has(sign: number): boolean } | undefined;

/** Only what the face can print: an emoji goes, another sign it lacks becomes its plain form or a question mark. */
export function printable(text: string, fonts: string): string {
  if (/^[\u0020-\u007e\n]*$/.test(text)) return text;
  if (known === undefined) {
    const face = fontkit.create(readFileSync(join(fonts, faces.normal)) as Buffer) as { characterSet: number[] };
    known = new Set(face.characterSet);
  }
  const has = (sign: string) => known?.has(sign.codePointAt(0) ?? 0) ?? false;
  let out = '';
  for (const sign of text.normalize('NFC')) {
    if (sign === '\n' || has(sign)) out += sign;
    else if (/\s/u.test(sign)) out += ' ';
    else if (
      /[\p{Cf}\p{Cc}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\ufe0f|\u20e3/u.test(sign)
    )
      continue;
    else {
      const plain = [...sign.normalize('NFKD')].filter((one) => has(one)).join('');
      out += plain === '' && !/\p{M}/u.test(sign) ? '?' : plain;
    }
  }
  return out;
}

/** The head of an official letter: emblem left, lines in the middle, a thick and a thin rule below. */
export function letterhead(head: PaperHead, width: number, say: (text: string) => string): Content[] {
  const lines = head.lines.map((text) => {
    const address = isAddress(text);
    return { text: say(text), alignment: 'center' as const, fontSize: address ? 8 : 12, bold: !address };
  });
  const logo: Content | null =
    head.logo === null
      ? null
      : { image: `data:${head.logo.type};base64,${Buffer.from(head.logo.bytes).toString('base64')}`, fit: [58, 58] };
  const rules: Content = {
    canvas: [
      { type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 2 },
      { type: 'line', x1: 0, y1: 3, x2: width, y2: 3, lineWidth: 0.6 },
    ],
    margin: [0, 6, 0, 12],
  };
  const words: Content = { stack: lines };
  // the lines stand in the middle of the page, not of what the emblem leaves
  return [
    logo === null
      ? words
      : {
          columns: [
            { width: 64, stack: [logo] },
            { width: '*', ...words },
            { width: 64, text: '' },
          ],
        },
    rules,
  ];
}
