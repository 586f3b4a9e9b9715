import { readActVerb } from './acts.ts';
import type { Line } from './lines.ts';
import { readTime } from './times.ts';

const numbered =
  /(?:[,;.]\s+|\s+(?:dan|sedangkan|terus|trus|sementara)\s+)(?=(?:yang |yg |utk |untuk )?(?:nomor|nomer|no\.?|poin|point|agenda ke-?)\s?\d{1,2}(?!\d|[.:]\d))/giu;

/** `nomor 2 jadi jam 10.00, nomor 3 batal`: each of them is a change of its own. */
export function splitChanges(line: Line): Line[] {
  if (line.tooLong || line.blank || line.text.length > 600) return [line];
  const cuts = [...line.text.matchAll(numbered)];
  if (cuts.length === 0) return [line];
  const ranges = [0, ...cuts.map((cut) => cut.index + cut[0].length)].map((from, index): [number, number] => [
    from,
    cuts[index]?.index ?? line.text.length,
  ]);
  const told = ranges.every(([from, to]) =>
    readActVerb(line.text.slice(from, to), (piece) => readTime(piece) !== null),
  );
  if (!told) return [line];
  return ranges.map(([from, to], index) => {
    const end = (line.at[to - 1] ?? line.span.start) + 1;
    return {
      ...line,
      text: line.text.slice(from, to),
      at: [...line.at.slice(from, to), end],
      span: { start: line.at[from] ?? line.span.start, end },
      struck: index === 0 ? line.struck : [],
    };
  });
}
