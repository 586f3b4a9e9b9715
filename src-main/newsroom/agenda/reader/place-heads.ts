import { looksLikePlace, readOpening } from './fields.ts';
import { readLabel } from './labels.ts';
import type { Line } from './lines.ts';
import { spanOf } from './lines.ts';
import type { Sheet } from './sheet.ts';
import { readTime } from './times.ts';

/** `Ruang Sabha Utama` above `- 09.00-11.00 Rapat` and `- 13.00 FGD`: where all of the list is held, up to another heading. */
export function readPlaceHead(sheet: Sheet, line: Line, number: number, from: number, body: string): boolean {
  if (!(sheet.draft.empty || sheet.gap) || body.length > 60 || !looksLikePlace(body) || readTime(body)) return false;
  const [first] = sheet.lines.slice(number + 1);
  const opening = first && !first.blank && !first.tooLong ? readOpening(first.text) : null;
  const time = first && opening ? readTime(first.text) : null;
  if (!first || !opening || !time || readLabel(first.text.slice(opening.length))) return false;
  if (/[\p{L}\p{N}]/u.test(first.text.slice(opening.length, time.from)) || !/\p{L}{3}/u.test(first.text.slice(time.to)))
    return false;
  sheet.close();
  const span = spanOf(line, from, line.text.length);
  if (!span) return false;
  sheet.context.venue = { value: body.replace(/[\s:]+$/u, '').slice(0, 300), spans: [span], assumed: true };
  sheet.answer.headings.push(span);
  return true;
}
