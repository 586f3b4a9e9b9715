/** A component as it stands in the text of a calendar. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  /** From 1. */
  readonly line: number;
  /** The file goes on, or ends, without its END. */
  readonly open: boolean;
}

export interface Cuts {
  readonly events: readonly Cut[];
  readonly zones: readonly Cut[];
  /** What stands before the first component. */
  readonly head: string;
  readonly lines: number;
}

const begins = /^(BEGIN|END):(VEVENT|VTIMEZONE)[ \t]*\r?$/gim;

/**
 * Finds the components of a calendar without looking into them. Each is parsed for itself: one that is broken then costs only itself,
 * and a calendar of 50 MB never stands in memory as a tree.
 */
export function cut(text: string): Cuts {
  const events: Cut[] = [];
  const zones: Cut[] = [];
  let open: { kind: string; from: number; line: number } | null = null;
  let line = 1;
  let counted = 0;
  let first: number | null = null;
  const lineAt = (offset: number) => {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < offset; at = text.indexOf('\n', counted)) {
      line++;
      counted = at + 1;
    }
    return line;
  };
  const close = (to: number, whole: boolean) => {
    if (open === null) return;
    (open.kind === 'VEVENT' ? events : zones).push({ from: open.from, to, line: open.line, open: !whole });
    open = null;
  };
  for (const match of text.matchAll(begins)) {
    const kind = (match[2] as string).toUpperCase();
    if ((match[1] as string).toUpperCase() === 'BEGIN') {
      close(match.index, false);
      first ??= match.index;
      open = { kind, from: match.index, line: lineAt(match.index) };
    } else if ((open as { kind: string } | null)?.kind === kind) close(match.index + match[0].length, true);
  }
  close(text.length, false);
  return { events, zones, head: text.slice(0, first ?? 20_000), lines: lineAt(text.length) };
}
