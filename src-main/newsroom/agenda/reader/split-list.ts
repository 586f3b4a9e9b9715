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
