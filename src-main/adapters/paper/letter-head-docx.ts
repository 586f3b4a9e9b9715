import {
  BorderStyle,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  ImageRun,
  Paragraph,
  TextRun,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from 'docx';
import type { PaperHead } from '../../newsroom/agenda/outgoing/day-sheet.ts';
import { isAddress } from './is-address.ts';
import { sizeOf } from './picture-size.ts';

/** Height of a line of the head in points. */
const LINE = { large: 16, small: 10.5 } as const;
/** Longest side of the emblem, in points. */
const EMBLEM = 48;

/** Kop surat: the lines of the office in the styles `KopSurat` and `KopAlamat`, its emblem, and the rule below. */
export function letterHead({ lines, logo }: PaperHead): Paragraph[] {
  const picture = logo === null ? null : { ...logo, ...sizeOf(logo.bytes) };
  const height = lines.reduce((sum, line) => sum + (isAddress(line) ? LINE.small : LINE.large), 0);
  // the rule stands below the emblem, also where the lines are fewer; Word allows 31 points there
  const space = Math.min(31, Math.max(5, picture === null ? 0 : Math.ceil(EMBLEM - height) + 9));
  return lines.map((line, at) => {
    const children: (TextRun | ImageRun)[] = [run(line)];
    if (at === 0 && picture !== null) children.unshift(emblem(picture));
    const last = at === lines.length - 1;
    return new Paragraph({
      style: isAddress(line) ? 'KopAlamat' : 'KopSurat',
      children,
      ...(picture === null || last ? {} : { indent: { left: 1200, right: 1200 } }),
      ...(last
        ? {
            border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, space, color: '000000' } },
            spacing: { after: 120 },
          }
        : {}),
    });
  });
}

/** At the left of the head, beside its lines: it takes no room from them, so they stand in the middle of the page. */
function emblem({
  bytes,
  type,
  width,
  height,
}: {
  bytes: Uint8Array;
  type: string;
  width: number;
  height: number;
}): ImageRun {
  const scale = Math.min(((EMBLEM / 72) * 96) / width, ((EMBLEM / 72) * 96) / height);
  return new ImageRun({
    type: type === 'image/png' ? 'png' : 'jpg',
    data: Buffer.from(bytes),
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: 'Lambang', title: 'Lambang', description: 'Lambang daerah' },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.MARGIN, align: HorizontalPositionAlign.LEFT },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PARAGRAPH, offset: 0 },
      wrap: { type: TextWrappingType.NONE },
      allowOverlap: true,
    },
  });
}

/** Text as a document takes it. */
export function run(value: string): TextRun {
  return new TextRun(clean(value));
}

/** XML takes no control characters; a document that holds one does not open. */
export function clean(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are taken out
  return value.replace(/[\u0000-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu, ' ').trim();
}
