import ICAL from 'ical.js';
import type { Zone } from '../../contract/basics.ts';
import type { CalendarEntry, CalendarFile, CalendarSeries } from '../../newsroom/agenda/outgoing/calendar.ts';
import { agendaPaper as english } from '../../words/en/agenda-paper.ts';
import { agendaPaper as indonesian } from '../../words/id/agenda-paper.ts';
import { instantOf, zoneShort } from '../../words/when.ts';

const words = { id: indonesian, en: english } as const;
type Words = typeof indonesian;

/** Offsets of the three zones; none of them has changed its clocks since 1988. */
const offsets: Readonly<Record<Zone, string>> = {
  'Asia/Jakarta': '+07:00',
  'Asia/Makassar': '+08:00',
  'Asia/Jayapura': '+09:00',
};

/**
 * A calendar as iCalendar (RFC 5545). Same events, same bytes: a subscription is compared by its hash. Folding and escaping are the
 * library's. An open end has none: a made-up one would be read as a promise.
 */
export function calendarFile(file: CalendarFile): Uint8Array {
  // the library counts the space of a folded line as none of its octets (RFC 5545, 3.1)
  ICAL.foldLength = 74;
  const w = words[file.language];
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Kulkul//Agenda Pimpinan//ID');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  // NAME is RFC 7986; X-WR-CALNAME is what the programs really read
  for (const name of ['name', 'x-wr-calname']) calendar.addPropertyWithValue(name, text(file.name));
  if (file.refreshMinutes !== null) {
    const often = `PT${file.refreshMinutes}M`;
    const refresh = new ICAL.Property('refresh-interval', calendar);
    refresh.resetType('duration');
    refresh.setValue(ICAL.Duration.fromString(often));
    calendar.addProperty(refresh);
    calendar.addPropertyWithValue('x-published-ttl', often);
  }
  const zones = new Set<Zone>();
  const add = (component: ICAL.Component) => calendar.addSubcomponent(component);
  const parts: ICAL.Component[] = [];
  for (const { series, entries } of file.series) parts.push(...seriesEvents(series, entries, file, w, zones));
  for (const entry of file.entries) {
    zones.add(entry.event.zone);
    parts.push(single(entry, `${entry.event.id}@kulkul`, file, w));
  }
  for (const zone of [...zones].sort()) add(timezone(zone));
  for (const part of parts) add(part);
  return new TextEncoder().encode(`${calendar.toString()}\r\n`);
}

function timezone(zone: Zone): ICAL.Component {
  const component = new ICAL.Component('vtimezone');
  component.addPropertyWithValue('tzid', zone);
  const standard = new ICAL.Component('standard');
  standard.addPropertyWithValue('dtstart', ICAL.Time.fromDateTimeString('1988-01-01T00:00:00'));
  for (const name of ['tzoffsetfrom', 'tzoffsetto']) {
    standard.addPropertyWithValue(name, ICAL.UtcOffset.fromString(offsets[zone]));
  }
  standard.addPropertyWithValue('tzname', zoneShort(zone));
  component.addSubcomponent(standard);
  return component;
}

function single(entry: CalendarEntry, uid: string, file: CalendarFile, w: Words): ICAL.Component {
  const { event } = entry;
  const component = new ICAL.Component('vevent');
  component.addPropertyWithValue('uid', uid);
  const changed = utc(entry.changedAt);
  component.addPropertyWithValue('dtstamp', changed);
  component.addPropertyWithValue('last-modified', changed);
  component.addPropertyWithValue('sequence', event.version);
  when(component, 'dtstart', event.start, event.zone);
  if (event.end !== null) when(component, 'dtend', event.end, event.zone);
  const title = event.title.trim() === '' ? w.calendar.untitled : event.title;
  const before = w.calendar.before[event.state];
  component.addPropertyWithValue('summary', text(before === undefined ? title : `${before}: ${title}`));
  if (event.venue.trim() !== '') component.addPropertyWithValue('location', text(event.venue));
  const about = description(entry, w);
  if (about !== '') component.addPropertyWithValue('description', text(about));
  component.addPropertyWithValue('status', statusOf(event.state));
  component.addPropertyWithValue('transp', event.state === 'cancelled' ? 'TRANSPARENT' : 'OPAQUE');
  if (file.alarmMinutes !== null && statusOf(event.state) !== 'CANCELLED') {
    const alarm = new ICAL.Component('valarm');
    alarm.addPropertyWithValue('action', 'DISPLAY');
    alarm.addPropertyWithValue('trigger', ICAL.Duration.fromSeconds(-60 * file.alarmMinutes));
    alarm.addPropertyWithValue('description', w.calendar.reminder);
    component.addSubcomponent(alarm);
  }
  return component;
}

/**
 * A series is its rule from the first occurrence that is shown to the last, the days it leaves out, and one override for each
 * occurrence that is not as most of them are. What is not shown to this reader is left out like a day without one.
 */
function seriesEvents(
  series: CalendarSeries,
  entries: readonly CalendarEntry[],
  file: CalendarFile,
  w: Words,
  zones: Set<Zone>,
): ICAL.Component[] {
  const clock = series.start.slice(10);
  const shown = new Map(entries.map((entry) => [entry.event.seriesDay ?? '', entry]));
  const { days } = series;
  const from = days.findIndex((day) => shown.has(day));
  const to = days.findLastIndex((day) => shown.has(day));
  const [first, last] = [days[from], days[to]];
  const like = usual(entries, series);
  // what does not lie on the rule (it was changed by hand) goes out as single events
  const off = entries.filter(({ event }) => event.seriesDay === null || !days.includes(event.seriesDay));
  for (const { event } of entries) zones.add(event.zone);
  const singles = off.map((entry) => single(entry, `${entry.event.id}@kulkul`, file, w));
  if (first === undefined || last === undefined || like === undefined) return singles;
  zones.add(series.zone);
  const uid = `${series.id}@kulkul`;
  const length = like.event.end === null ? null : shiftOf(like.event.start, like.event.end);
  const start = `${first}${clock}`;
  const end = length === null ? null : later(start, length);
  const master = single({ ...like, event: { ...like.event, start, end, zone: series.zone } }, uid, file, w);
  const rule = ICAL.Recur.fromString(series.rule);
  rule.count = null;
  rule.until = utc(instantOf(`${last}${clock}`, series.zone));
  master.addPropertyWithValue('rrule', rule);
  for (const day of days.slice(from, to + 1))
    if (!shown.has(day)) when(master, 'exdate', `${day}${clock}`, series.zone);
  const overrides: ICAL.Component[] = [];
  for (const day of days.slice(from, to + 1)) {
    const entry = shown.get(day);
    if (entry === undefined || sameAs(entry, like, `${day}${clock}`, series.zone)) continue;
    const own = single(entry, uid, file, w);
    when(own, 'recurrence-id', `${day}${clock}`, series.zone);
    overrides.push(own);
  }
  return [master, ...overrides, ...singles];
}

/** The occurrence that most are like: the others are written out beside the rule. */
function usual(entries: readonly CalendarEntry[], series: CalendarSeries): CalendarEntry | undefined {
  const clock = series.start.slice(10);
  const count = new Map<string, { entry: CalendarEntry; times: number }>();
  for (const entry of entries) {
    if (entry.event.start.slice(10) !== clock || entry.event.zone !== series.zone) continue;
    const key = essence(entry);
    const known = count.get(key);
    if (known) known.times++;
    else count.set(key, { entry, times: 1 });
  }
  let best: { entry: CalendarEntry; times: number } | undefined;
  for (const one of count.values()) if (best === undefined || one.times > best.times) best = one;
  return best?.entry ?? entries[0];
}

/** What a reader sees of an occurrence besides its day. */
function essence({ event, changedAt: _, ...rest }: CalendarEntry): string {
  const clocks = [event.start.slice(10), event.end === null ? null : shiftOf(event.start, event.end)];
  return JSON.stringify([event.title, event.venue, event.state, event.openEnd, event.zone, clocks, rest]);
}

function sameAs(entry: CalendarEntry, like: CalendarEntry, start: string, zone: Zone): boolean {
  return entry.event.start === start && entry.event.zone === zone && essence(entry) === essence(like);
}

function description(entry: CalendarEntry, w: Words): string {
  const { calendar, sheet, roleShort } = w;
  const leaders = entry.leaders.map(({ name, delegate, absent }) =>
    delegate !== null ? calendar.delegated(name, delegate || '–') : absent ? calendar.absent(name) : name,
  );
  const rows: [string, string][] = [
    [calendar.leaders, leaders.join(', ')],
    [sheet.labels.organizer, entry.organizer],
    [sheet.labels.dress, entry.dressCode],
    [sheet.labels.transit, entry.transitRoom],
    [sheet.labels.companions, entry.companions],
    [sheet.labels.officer, entry.officer],
    [sheet.labels.speech, entry.speech === null ? sheet.yes : entry.speech],
    [calendar.crew, entry.crew.map(({ role, name }) => `${name} (${roleShort[role]})`).join(', ')],
    [calendar.reason, entry.reason],
  ];
  const lines = rows.filter(([, value]) => value.trim() !== '').map(([label, value]) => `${label}: ${value.trim()}`);
  if (entry.event.openEnd && entry.event.end === null) lines.unshift(calendar.openEnd);
  return lines.join('\n');
}

function statusOf(state: CalendarEntry['event']['state']): 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED' {
  if (state === 'cancelled') return 'CANCELLED';
  return state === 'proposed' || state === 'tentative' || state === 'postponed' ? 'TENTATIVE' : 'CONFIRMED';
}

/** A local wall time at its zone. */
function when(component: ICAL.Component, name: string, local: string, zone: Zone): void {
  const property = new ICAL.Property(name, component);
  property.setParameter('tzid', zone);
  property.setValue(ICAL.Time.fromDateTimeString(`${local.slice(0, 16)}:00`));
  component.addProperty(property);
}

function utc(instant: string): ICAL.Time {
  const time = ICAL.Time.fromDateTimeString(instant.replace(/(\.\d+)?Z$/, 'Z'));
  time.zone = ICAL.Timezone.utcTimezone;
  return time;
}

/** Control characters have no place in a calendar (RFC 5545, 3.1); line feeds are escaped by the library. */
function text(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are taken out
  return value.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
}

function shiftOf(from: string, to: string): number {
  return Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`);
}

function later(start: string, milliseconds: number): string {
  return new Date(Date.parse(`${start}:00Z`) + milliseconds).toISOString().slice(0, 16);
}
