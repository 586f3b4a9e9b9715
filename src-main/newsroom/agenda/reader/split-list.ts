import { isDress } from './fields.ts';
import { readLabel } from './labels.ts';
import type { Line } from './lines.ts';

const many = /(?:^|[:;.]\s*)\(?1[.)]\s.{3,}[;,.]\s*\(?2[.)]\s/u;
const mark = /(?<=[:;,.]\s*)\(?(?:[1-9]|[1-4]\d)[.)]\s+(?=\p{L})/gu;

/** A list that came in one line (`Disposisi: 1. Rapat -> Asisten I; 2. Apel -> Sekda`) as lines of its own; any other line as it is. */
export function splitList(line: Line): Line[] {
  if (line.text.length > 1_500 || !many.test(line.text)) return [line];
  const cuts: number[] = [0];
  let wanted = 1;
  for (const match of line.text.matchAll(mark)) {
    if (Number(/\d+/u.exec(match[0])?.[0]) !== wanted) continue;
    wanted += 1;
    if (match.index > 0) cuts.push(match.index);
  }
  return cuts.map((from, index) => part(line, from, cuts[index + 1] ?? line.text.length));
}

const sentence = /(?<=[\p{L}\p{N})]{2}|\s\d)\.\s+(?=\p{L})/gu;
/** Fields that people put behind the name of an event as a sentence of their own. */
const ownSentence: ReadonlySet<string> = new Set([
  'dress',
  'venue',
  'companions',
  'delegate',
  'leaders',
  'speech',
  'contact',
  'officer',
  'transit',
  'crew',
  'organizer',
  'note',
  'remark',
]);

/** `Jalan santai, Benteng Kuto Besak. Pakaian: kaos`: a sentence that names a field, or only a dress code, is a line of its own. */
export function splitSentences(line: Line): Line[] {
  if (line.tooLong || line.text.length > 600 || !line.text.includes('. ')) return [line];
  const cuts: number[] = [0];
  for (const match of line.text.matchAll(sentence)) {
    const from = match.index + match[0].length;
    const tail = line.text.slice(from);
    const label = readLabel(tail);
    const alone = tail.split(/\.(?:\s|$)/u)[0] ?? '';
    if (
      (label &&
        (ownSentence.has(label.field) ||
          (/^(?:pukul|waktu|jam|pkl\.?)\s*:/iu.test(tail) && line.text.includes(':')))) ||
      isDress(alone) ||
      accompanied.test(alone)
    )
      cuts.push(from);
  }
  return cuts.length === 1
    ? [line]
    : cuts.map((from, index) =>
        part(line, from, index + 1 < cuts.length ? lastLetter(line.text, cuts[index + 1] as number) : line.text.length),
      );
}

/** Where the sentence before `to` ends, without its full stop. */
const lastLetter = (text: string, to: number): number => text.slice(0, to).replace(/[\s.]+$/u, '').length;

const accompanied =
  /^(?:(?:bpk\.?|bapak|ibu)\s+)?(?:wakil\s+)?(?:wali ?kota|bupati|gubernur|sekda\p{L}*|wabup|wagub|wawali)\s+(?:didampingi|diwakili|hadir|tidak hadir)(?!\p{L})/iu;

function part(line: Line, from: number, to: number): Line {
  let end = to;
  while (end > from && /[\s;,]/u.test(line.text[end - 1] as string)) end--;
  const at = line.at.slice(from, end + 1);
  const last = line.at[end - 1] ?? line.span.start;
  at[end - from] = last + 1;
  return {
    ...line,
    text: line.text.slice(from, end),
    at,
    span: { start: line.at[from] ?? line.span.start, end: last + 1 },
    struck: from === 0 ? line.struck : [],
  };
}
