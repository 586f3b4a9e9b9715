import { readDay } from './dates.ts';
import { type Context, Draft, type Setting } from './draft.ts';
import type { FoundLeaders } from './found-leaders.ts';
import type { Heading } from './headings.ts';
import { type Line, wholeSpan } from './lines.ts';
import { takeDay } from './take-value.ts';

/** Sets what a heading says for all that follows. */
export function applyHeading(
  context: Context,
  { leaders, day, act }: Heading,
  line: Line,
  found: FoundLeaders,
  { today }: Setting,
): void {
  context.standIn = null;
  context.venue = null;
  if (act === 'none') context.act = null;
  else if (act) context.act = { value: act, spans: [wholeSpan(line)], assumed: false };
  if (leaders) {
    context.leaders = leaders.map(({ name: _name, ...leader }) => leader);
    for (const leader of leaders) found.remember(leader);
  }
  if (!day) return;
  const doubts = new Draft();
  context.day = takeDay(doubts, line, day.offset, day.read);
  context.dayDoubts = doubts.doubts;
  context.dayImpossible = day.read.day === null;
  // "AGENDA MINGGUAN (31 Agt - 4 Sept)": the Senin below is of that week
  const more = readDay(line.text.slice(day.offset + day.read.to), today);
  if (day.read.day && (day.read.until || more?.day)) context.weekFrom = day.read.day;
}
