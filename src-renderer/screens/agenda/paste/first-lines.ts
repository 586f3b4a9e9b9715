/** Read at once, so that a screen stays quick: more than a busy week of a regional office. */
const LINES = 500;
/** What `agenda.readText` takes, in UTF-16 units. */
const LENGTH = 50_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they come along with what is copied, and say nothing
const unwritten = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

export interface FirstLines {
  readonly text: string;
  readonly lines: number;
  /** Lines that were left out, blank ones not counted. */
  readonly left: number;
}

/** The beginning of a pasted text, by whole lines with `\n` between, and how much of it was left out. */
export function firstLines(pasted: string): FirstLines {
  const all = pasted.replace(/\r\n?/g, '\n').replace(unwritten, ' ').split('\n');
  let lines = 0;
  let length = -1;
  for (const line of all.slice(0, LINES)) {
    if (length + 1 + line.length > LENGTH) break;
    length += 1 + line.length;
    lines += 1;
  }
  // a text without line ends is cut within its only line
  if (lines === 0) return { text: (all[0] ?? '').slice(0, LENGTH), lines: 1, left: all.slice(1).filter(spoken).length };
  return { text: all.slice(0, lines).join('\n'), lines, left: all.slice(lines).filter(spoken).length };
}

const spoken = (line: string): boolean => line.trim() !== '';
