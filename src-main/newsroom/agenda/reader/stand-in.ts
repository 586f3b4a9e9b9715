import { readDay } from './dates.ts';
import { readDelegate, readLeaders } from './leaders.ts';
import type { Place } from './place.ts';
import { takeTime } from './take-value.ts';
import { readTime } from './times.ts';

const standsIn =
  /^[\s,]*(?<who>.{3,60}?)\s+(?:(?:yang|yg|akan|nanti|tolong|mohon|untuk|utk)\s+)*(?<verb>(?:meng?)?gantikan|menggantikan|(?:ng)?gantiin|mewakili|mewakilkan|wakili|(?:nge)?wakilin)\s+(?<whom>.{3,60}?)\s*,?\s+(?:(?:untuk|utk|hadir|menghadiri|ikut|mengikuti)\s+)*(?:di|pada|pd|dalam|dlm|ke|hadir|menghadiri|acara|kegiatan|undangan|rapat(?=\s))\s+(?:(?:acara|kegiatan|undangan)\s+)?(?=\p{L})/iu;

const stoodInFor =
  /^[\s,]*(?<whom>.{3,60}?)\s+(?:(?:akan|nanti|berhalangan,?)\s+)*(?<verb>diwakil(?:i|in|kan)|diganti(?:kan|in)?)(?:\s+(?:oleh|kepada|ke|sama))?\s+(?<who>.{3,60}?)\s*,?\s+(?:(?:untuk|utk|hadir|menghadiri|ikut|mengikuti)\s+)*(?:di|pada|pd|dalam|dlm|ke|hadir|menghadiri|acara|kegiatan|undangan|rapat(?=\s))\s+(?:(?:acara|kegiatan|undangan)\s+)?(?=\p{L})/iu;

/**
 * Takes who stands in for whom at the beginning of `line.text.slice(from, to)`.
 * @returns where the verb stands and where the event begins that they speak of; null in any other words, and where nobody known is stood
 * in for
 */
export function takeStandIn({ draft, line, setting }: Place, from: number, to: number) {
  const text = line.text.slice(from, to);
  const match = /wakil|ganti/iu.test(text) ? (standsIn.exec(text) ?? stoodInFor.exec(text)) : null;
  const { who, whom, verb } = match?.groups ?? {};
  if (!match || !who || !whom || !verb) return null;
  const passive = /^di/iu.test(verb);
  const [before, behind] = passive ? [whom, who] : [who, whom];
  const beforeAt = from + match[0].indexOf(before);
  const verbAt = beforeAt + before.length + text.slice(beforeAt - from + before.length).indexOf(verb);
  const behindAt = verbAt + verb.length + text.slice(verbAt - from + verb.length).indexOf(behind);
  const [whoAt, whomAt] = passive ? [behindAt, beforeAt] : [beforeAt, behindAt];
  const leaders = readLeaders(line, whomAt, whomAt + whom.length, setting.leaders);
  const stands = readDelegate(line, whoAt, whoAt + who.length, setting.leaders);
  if (!leaders || stands?.answer !== 'delegated' || readTime(who)) return null;
  draft.leaders = leaders.map((leader) => ({ ...leader, ...stands }));
  draft.ownLeaders = true;
  // "rapat" is the name of the event, and not only the way to it
  const rapat = /rapat\s+$/iu.exec(match[0])?.[0].length ?? 0;
  return { verb: [verbAt, verbAt + verb.length] as const, event: from + match[0].length - rapat };
}

/**
 * `besok pak wawali gantiin pak wali di pembukaan festival`: a leader stands in for another at an event, which is there already. False in
 * any other words, and in a list that tells the hour of the event as well.
 */
export function readStandIn(place: Place, from: number, to: number): boolean {
  const { draft, line, setting } = place;
  const text = line.text.slice(from, to);
  if (draft.startClock !== null || (readTime(text) !== null && !/(?<!\p{L})(?:\p{L}*ganti|diwakil)/iu.test(text)))
    return false;
  // "09.00 Wali Kota diwakili Sekda pada HUT PGRI": an event of its own, with its hour
  const time = readTime(text);
  if (time && !/[\p{L}\p{N}]/u.test(text.slice(0, time.from))) {
    const taken = takeStandIn(place, from + time.to, to);
    if (!taken) return false;
    takeTime(draft, place.context, line, from, time);
    place.free(place, taken.event, to);
    return true;
  }
  const day = readDay(text.slice(0, 60), setting.today);
  const leads = day && !/\p{L}/u.test(text.slice(0, day.from).replace(/hari|tanggal|tgl/giu, ''));
  const start = from + (leads ? day.to : 0);
  const taken = takeStandIn(place, start, to);
  if (!taken) return false;
  draft.listed = true;
  draft.takeAct('delegate', line, ...taken.verb);
  if (start > from) place.field(place, from, from, start, 'day');
  place.free(place, taken.event, to);
  return true;
}

/** An hour first, and a mark before the stand-in; a list of one day for one leader tells as much without the mark. */
export function isListed({ context, setting }: Place, before: string): boolean {
  const time = readTime(before);
  if (!time || context.leaders.length === 0 || context.act !== null) return false;
  const marked = /(?:[,;:|]|\s[-–—]{1,3}|->|→|➡)\s*$/u.test(before);
  const lead = before.slice(0, time.from);
  const day = readDay(lead, setting.today);
  const plain = day ? `${lead.slice(0, day.from)}${lead.slice(day.to)}` : lead;
  return marked || (context.day !== null && !/[\p{L}\p{N}]/u.test(plain));
}
