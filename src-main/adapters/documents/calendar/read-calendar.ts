import type { FileProblem, FileProblemCode } from '../../../contract/agenda-files.ts';
import type { CalendarSetting, CalendarSummary, FoundEvent } from '../../../newsroom/agenda/files/documents.ts';
import { kindOfTitle } from '../../../newsroom/agenda/reader/fields.ts';
import { saidClosed } from '../../../text/said-inside.ts';
import { cut } from './cut.ts';
import { nameOf, occurrencesOf } from './occurrences.ts';
import { eventOf, oneLine, placed, propertiesOf, type ReadEvent, type ReadTime } from './parse-event.ts';
import { remembered, Zones } from './zones.ts';

/** Problems that are kept word by word; the rest is counted. */
const MOST_PROBLEMS = 200;
/** Small enough that a portion goes into the pipe at once: what waits for the pipe waits for the next pause of this process. */
const PORTION = 200;
const PORTION_CHARACTERS = 100_000;

/** Places, hosts and notes stand in a calendar over and over. */
const closes = remembered((text: string) => saidClosed([text]) !== null);

interface Series {
  master: ReadEvent | null;
  readonly instead: ReadEvent[];
}

/**
 * Reads a calendar (RFC 5545) as it comes: whole, broken, huge. Nothing here throws for what stands in the file.
 * @param text decoded
 * @param give takes a portion of events, after it has dropped what it was given under these UIDs; awaited
 * @param told events done, of all
 * @param skip lines of series whose rules once did not come to an end
 * @param trying told before a rule is followed, by the line of its event
 */
export async function readCalendar(
  text: string,
  setting: CalendarSetting,
  give: (events: FoundEvent[], gone: string[]) => Promise<void>,
  told: (done: number, of: number) => void,
  skip: ReadonlySet<number>,
  trying: (line: number) => Promise<void>,
): Promise<CalendarSummary> {
  const problems: FileProblem[] = [];
  let problemCount = 0;
  const problem = (code: FileProblemCode, line: number, said: string) => {
    problemCount++;
    if (problems.length < MOST_PROBLEMS) problems.push({ code, line, text: oneLine(said, 120) });
  };

  const { events, zones: zoneCuts, head, lines } = cut(text);
  const calendarZone = /^X-WR-TIMEZONE(?:;[^:\r\n]*)?:(.+)$/im.exec(head)?.[1]?.trim() ?? null;
  const method = /^METHOD:(\w+)/im.exec(head)?.[1]?.toUpperCase() ?? '';
  const zones = new Zones(setting.zone);
  for (const one of zoneCuts) zones.add(text.slice(one.from, one.to));
  const zoned = (time: ReadTime): ReadTime =>
    time.zone === null && !time.allDay && calendarZone !== null ? { ...time, zone: calendarZone } : time;

  let portion: FoundEvent[] = [];
  let characters = 0;
  /** UIDs of what was given and turned out to be older, or the first of a series. */
  const gone: string[] = [];
  const drop = (uid: string) => {
    const at = portion.findIndex((event) => event.uid === uid);
    if (at >= 0) portion.splice(at, 1);
    else gone.push(uid);
  };
  const put = async (event: ReadEvent, start: ReadTime, uid: string | null) => {
    if (event.title === '') return problem('title_missing', event.line, event.note || event.venue);
    const { doubts, ...at } = placed(zones, zoned(start), event.lasts);
    const day = at.start.slice(0, 10);
    if ((setting.from !== null && day < setting.from) || (setting.to !== null && day > setting.to)) return;
    // what its owner keeps to themselves, by its class or in words, is never to be public here
    const isClosed = event.closed || [event.title, event.venue, event.organizer, event.note].some(closes);
    portion.push({
      uid,
      line: event.line,
      kind: kindOfTitle(event.title)?.kind ?? 'lainnya',
      title: event.title,
      ...at,
      openEnd: false,
      venue: event.venue,
      organizer: event.organizer,
      dressCode: '',
      companions: '',
      note: event.note,
      contactName: event.contactName,
      contactPhone: event.contactPhone,
      pressAccess: isClosed ? 'closed' : 'open',
      state: event.state,
      leaders: [],
      doubts: isClosed ? [...doubts, 'closed'] : doubts,
    });
    characters += event.note.length + 300;
    if (portion.length < PORTION && characters < PORTION_CHARACTERS) return;
    const full = portion;
    portion = [];
    characters = 0;
    await give(full, gone.splice(0));
  };

  // Single events are given on at once, while the rest is parsed; series wait, because an exception may stand anywhere in the file.
  const series = new Map<string, Series>();
  const singles = new Map<string, number>();
  for (const [index, one] of events.entries()) {
    if (index % 500 === 0) told(index, events.length);
    const source = text.slice(one.from, one.to);
    const parsed = propertiesOf(one.open ? `${source.trimEnd()}\r\nEND:VEVENT` : source);
    if (one.open) problem('event_unclosed', one.line, firstWords(source));
    if (parsed === null) {
      problem('event_unreadable', one.line, firstWords(source));
      continue;
    }
    if (parsed.broken > 0) problem('line_broken', one.line, firstWords(source));
    const event = eventOf(parsed.properties, one.line, method);
    if (typeof event === 'string') {
      problem(event, one.line, firstWords(source));
      continue;
    }
    const uid = event.uid ?? `line ${event.line}`;
    if (event.rules.length > 0 || event.more.length > 0 || event.instead !== null) {
      const known = series.get(uid) ?? { master: null, instead: [] };
      series.set(uid, known);
      if (event.instead !== null) known.instead.push(event);
      else if (known.master === null || event.sequence >= known.master.sequence) known.master = event;
    } else if (event.uid === null) await put(event, event.start, null);
    else {
      const before = singles.get(uid);
      if (before !== undefined && event.sequence < before) continue;
      if (before !== undefined) drop(uid);
      singles.set(uid, event.sequence);
      await put(event, event.start, uid);
    }
  }
  told(events.length, events.length);

  let endless = false;
  let repeating = 0;
  for (const [uid, known] of series) {
    const { master } = known;
    // what was given as a single event is the series', or, without a rule, what its exception stands for
    if (singles.has(uid)) drop(uid);
    const exceptions = new Map<number, ReadEvent>();
    const inMaster = (time: ReadTime) =>
      master === null || time.allDay || master.start.allDay
        ? time.wall
        : zones.move(time.wall, zoned(time).zone, zoned(master.start).zone);
    for (const event of known.instead) {
      const at = inMaster(event.instead as ReadTime);
      const before = exceptions.get(at);
      if (before === undefined || event.sequence >= before.sequence) exceptions.set(at, event);
    }
    if (master !== null) {
      if (skip.has(master.line)) problem('rule_unreadable', master.line, master.title);
      else {
        if (master.rules.length > 0) await trying(master.line);
        const found = occurrencesOf({ ...master, start: zoned(master.start) }, setting.horizon, zones);
        endless ||= found.endless;
        if (found.starts.length > 1) repeating++;
        if (found.problem !== null) problem(found.problem, master.line, master.title);
        for (const start of found.starts)
          if (!exceptions.has(start.wall)) await put(master, start, nameOf(uid, start.wall));
      }
    }
    for (const [at, event] of exceptions)
      await put(event.title === '' && master ? { ...event, title: master.title } : event, event.start, nameOf(uid, at));
  }
  if (portion.length > 0 || gone.length > 0) await give(portion, gone);
  return { lines, problems, problemCount, zones: zones.report, endless, repeating };
}

/** What a person knows a broken event by. */
function firstWords(source: string): string {
  return /^SUMMARY[^:\r\n]*:(.*)$/im.exec(source)?.[1] ?? source.split(/\r?\n/)[1] ?? '';
}
