import { readOpening } from './fields.ts';
import type { Line } from './lines.ts';
import { readPositionHeld } from './people.ts';
import { readTime } from './times.ts';

/** What stands under a line, where that tells what the line is. */

/** Whether the next line begins with an hour. */
export function hourNext(lines: readonly Line[], number: number): boolean {
  const next = lines.slice(number + 1, number + 5).find(({ blank }) => !blank);
  const time = next && !next.tooLong ? readTime(next.text) : null;
  return time !== null && !/\p{L}{5}/u.test(next?.text.slice(0, time.from) ?? '');
}

/** Whether the next lines are a list of hours, each with what happens then. */
export function hoursAhead(lines: readonly Line[], number: number): boolean {
  const next = lines.slice(number + 1, number + 8).filter(({ blank }) => !blank);
  const listed = next.filter(({ text, tooLong }) => !tooLong && readOpening(text) !== null && readTime(text) !== null);
  if (listed.length > 1) return true;
  return (
    next.length > 1 &&
    next.slice(0, 2).every(({ text, tooLong }) => {
      const time = tooLong ? null : readTime(text);
      return time !== null && !/\p{L}{3}/u.test(text.slice(0, time.from)) && /\p{L}{3}/u.test(text.slice(time.to));
    })
  );
}

/** `Kepala Bappeda` at the end, and no more than a name under it: who sent it. */
export function signs(lines: readonly Line[], number: number, body: string): boolean {
  if (number < 3 || readPositionHeld(body.replace(/,$/u, '')) === null) return false;
  let more = 0;
  for (let at = number + 1; at < lines.length; at++) if (!lines[at]?.blank && ++more > 1) return false;
  return true;
}
