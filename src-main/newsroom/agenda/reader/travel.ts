import { readDay } from './dates.ts';
import type { Place } from './place.ts';
import { readTime } from './times.ts';

/** When one leaves, gathers and comes back: `Raker, Surabaya (berangkat 28/11 pkl 06.15; kembali 29/11)`. None of it is when the event is. */

const way =
  '(?:(?:jam|waktu|jadwal|rencana)\\s+)?(?:berangkat|keberangkatan|brgkt|brkt|bertolak|kembali|pulang|balik|take\\s?-?off|landing|boarding|check\\s?-?in|flight|pesawat|penerbangan|tiba|eta|etd|kumpul|titik kumpul|standby|stand by|registrasi|gladi(?: bersih| kotor)?|open gate|transit|dijemput|penjemputan|naik (?:pesawat|kereta|kapal)|(?:ga|jt|id|qg|sj|iu|iw|qz)\\s?-?\\d{3,4})(?!\\p{L})';
const inBrackets = new RegExp(`[([]\\s*(?=${way})([^()[\\]]{3,200})[)\\]]`, 'giu');
const behindMark = new RegExp(`[,;]\\s*(?=${way})([^,;()|]{3,120})`, 'giu');

/**
 * Takes such words out of `work`, which stands for the line, before its day and its hour are looked for.
 * @returns the places they stood at, with their brackets or the mark before them
 */
export function takeTravel({ draft, context, line, setting }: Place, work: string): [number, number][] {
  const taken: [number, number][] = [];
  const dated = (words: string) => readDay(words, setting.today) !== null;
  const told = (words: string) => readTime(words) !== null || dated(words);
  const timed = (words: string) => draft.startClock !== null || readTime(words) !== null;
  const within = (at: number) => taken.some(([from, to]) => at >= from && at < to);
  for (const pattern of [inBrackets, behindMark]) {
    for (const match of work.matchAll(pattern)) {
      const said = match[1] ?? '';
      if (within(match.index) || !/\p{L}{3}/u.test(work.slice(0, match.index))) continue;
      // without brackets it may be all that is known of when
      const before = work.slice(0, match.index);
      const apart = dated(said) && (dated(before) || draft.day !== null || context.day !== null);
      if (pattern === behindMark ? !readTime(said) || !(timed(before) || apart) : !told(said)) continue;
      const from = match.index + match[0].indexOf(said);
      draft.put('note', line, from, from + said.length, '\n');
      taken.push([match.index, match.index + match[0].length]);
    }
  }
  return taken;
}
