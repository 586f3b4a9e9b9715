import ICAL from 'ical.js';
import { splitContact } from '../../../newsroom/agenda/files/contact.ts';
import { cutText } from '../../../newsroom/agenda/files/cut-text.ts';
import { instantOf, localOf, remembered, type Wall, wallOf, type Zones } from './zones.ts';

/** A property as ical.js parses it: name, parameters, type, values. */
export type Property = readonly [string, Readonly<Record<string, string | string[]>>, string, ...unknown[]];

/** A time as it stands in the file. */
export interface ReadTime {
  readonly wall: Wall;
  /** Its zone by name, `UTC`, or null where it has none. */
  readonly zone: string | null;
  readonly allDay: boolean;
}

/** One VEVENT, read but not yet placed. */
export interface ReadEvent {
  readonly line: number;
  readonly uid: string | null;
  readonly sequence: number;
  readonly start: ReadTime;
  /** Seconds it lasts; null where nothing says so. */
  readonly lasts: number | null;
  /** The occurrence of its series that this one stands for. */
  readonly instead: ReadTime | null;
  readonly rules: readonly unknown[];
  readonly more: readonly ReadTime[];
  readonly without: readonly ReadTime[];
  readonly title: string;
  readonly venue: string;
  readonly organizer: string;
  readonly note: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly closed: boolean;
  readonly state: 'tentative' | 'confirmed' | 'cancelled';
}

/** What is read of an event. Who attends, what its program keeps for itself and its alarms are most of many a file. */
const wanted: ReadonlySet<string> = new Set([
  'UID',
  'SEQUENCE',
  'DTSTART',
  'DTEND',
  'DURATION',
  'RECURRENCE-ID',
  'RRULE',
  'RDATE',
  'EXDATE',
  'SUMMARY',
  'LOCATION',
  'ORGANIZER',
  'DESCRIPTION',
  'CONTACT',
  'STATUS',
  'CLASS',
]);

/** The same few hundred days and places stand in a calendar over and over; what is longer is hardly said twice. */
const LONGEST_REMEMBERED = 100;
const propertyOf = (line: string) => ICAL.parse.property(line) as unknown as Property;
const propertyAgain = remembered(propertyOf);

/** The wanted properties of a VEVENT, line by line: one that cannot be read is counted and left out. Null when none is left. */
export function propertiesOf(text: string): { properties: readonly Property[]; broken: number } | null {
  const lines = text
    .replace(/\r?\n[ \t]/g, '')
    // the line ends of an old Macintosh only where there are no others: in a text a lone one may mean anything
    .split(text.includes('\n') ? /\r?\n/ : /\r/);
  const properties: Property[] = [];
  let broken = 0;
  let depth = 0;
  for (const line of lines) {
    const name = /^[^:;]*/.exec(line)?.[0].toUpperCase() ?? '';
    if (name === 'BEGIN') depth++;
    else if (name === 'END') depth--;
    else if (depth > 1 || line.trim() === '') continue;
    else if (name.length === line.length) broken++;
    else if (wanted.has(name)) {
      try {
        // who follows a rule may change it
        const once = name === 'RRULE' || line.length > LONGEST_REMEMBERED;
        properties.push(once ? propertyOf(line) : propertyAgain(line));
      } catch {
        broken++;
      }
    }
  }
  return properties.length === 0 ? null : { properties, broken };
}

export type Unreadable = 'start_missing' | 'start_impossible';

/**
 * What the properties of a VEVENT say.
 * @param method METHOD of the whole calendar: `CANCEL` takes back all that it names
 */
export function eventOf(properties: readonly Property[], line: number, method: string): ReadEvent | Unreadable {
  const first = new Map<string, Property>();
  const rules: unknown[] = [];
  const more: ReadTime[] = [];
  const without: ReadTime[] = [];
  for (const property of properties) {
    const name = property[0];
    if (name === 'rrule') rules.push(property[3]);
    else if (name === 'rdate') more.push(...timesOf(property));
    else if (name === 'exdate') without.push(...timesOf(property));
    else if (!first.has(name)) first.set(name, property);
  }
  const dtstart = first.get('dtstart');
  if (dtstart === undefined) return 'start_missing';
  const [start] = timesOf(dtstart);
  if (start === undefined) return 'start_impossible';
  const word = (name: string) => {
    const value = first.get(name)?.[3];
    return typeof value === 'string' ? value : '';
  };
  const instead = first.get('recurrence-id');
  const organizer = first.get('organizer');
  const contact = splitContact(oneLine(word('contact'), 200));
  const status = word('status').toUpperCase();
  return {
    line,
    uid: cutText(word('uid').trim(), 400) || null,
    sequence: Number(first.get('sequence')?.[3] ?? 0) || 0,
    start,
    lasts: lastsOf(start, first),
    instead: instead === undefined ? null : (timesOf(instead)[0] ?? null),
    rules,
    more,
    without,
    title: oneLine(word('summary'), 300),
    venue: oneLine(word('location'), 300),
    organizer: oneLine(nameOf(organizer), 300),
    note: paragraph(word('description'), 5000),
    contactName: contact.name,
    contactPhone: contact.phone,
    closed: /^(?:private|confidential)$/i.test(word('class').trim()),
    // as with a pasted agenda: what was sent round is settled, unless it says otherwise
    state:
      status === 'CANCELLED' || method === 'CANCEL' ? 'cancelled' : status === 'TENTATIVE' ? 'tentative' : 'confirmed',
  };
}

/** The times of DTSTART, RDATE, EXDATE …; those that no calendar has are left out, of periods only the beginning counts. */
export function timesOf(property: Property): ReadTime[] {
  const told = property[1].tzid;
  const zone = typeof told === 'string' ? told : null;
  const times: ReadTime[] = [];
  for (const value of property.slice(3)) {
    const text = Array.isArray(value) ? value[0] : value;
    if (typeof text !== 'string') continue;
    const wall = wallOf(text);
    if (wall === null) continue;
    times.push({ wall, zone: text.endsWith('Z') ? 'UTC' : zone, allDay: text.length === 10 });
  }
  return times;
}

function lastsOf(start: ReadTime, first: ReadonlyMap<string, Property>): number | null {
  const dtend = first.get('dtend');
  const [end] = dtend === undefined ? [] : timesOf(dtend);
  // one zone for both is the rule; where they differ the difference of the walls is off by a flight, so it is not said
  if (end !== undefined) return end.zone === start.zone || end.allDay ? end.wall - start.wall : null;
  const duration = first.get('duration')?.[3];
  if (typeof duration === 'string') {
    try {
      return ICAL.Duration.fromString(duration).toSeconds();
    } catch {
      return null;
    }
  }
  return start.allDay ? 86_400 : null;
}

function nameOf(property: Property | undefined): string {
  if (property === undefined) return '';
  const { cn } = property[1];
  if (typeof cn === 'string' && cn.trim() !== '') return cn.replace(/^"|"$/g, '');
  const value = typeof property[3] === 'string' ? property[3] : '';
  return /^mailto:/i.test(value) ? '' : value;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what goes
const control = /[\u0000-\u001f\u007f]+/g;

/** One line, at most so long, as the fields of an event want it. */
export function oneLine(text: string, max: number): string {
  return cutText(text.replace(control, ' ').replace(/ {2,}/g, ' ').trim(), max).trimEnd();
}

function paragraph(text: string, max: number): string {
  const plain = /<(?:p|br|div|html|span)\b/i.test(text) ? withoutTags(text) : text;
  const clean = plain
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what goes
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .trim();
  return cutText(clean, max).trimEnd();
}

function withoutTags(text: string): string {
  return text
    .slice(0, 100_000)
    .replace(/<(?:br|\/p|\/div|\/li)[^<>]{0,200}>/gi, '\n')
    .replace(/<[^<>]{0,1000}>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** An occurrence placed in one of our zones: local times, instant, what to look at. */
export function placed(zones: Zones, start: ReadTime, lasts: number | null) {
  if (start.allDay) {
    const at = zones.place(start.wall, null);
    const days = Math.max(86_400, lasts ?? 86_400);
    return {
      start: localOf(at.wall),
      end: localOf(at.wall + days - 60),
      zone: at.zone,
      startsAt: instantOf(at.wall, at.zone),
      doubts: ['all_day'],
    };
  }
  const at = zones.place(start.wall, start.zone);
  return {
    start: localOf(at.wall),
    end: lasts !== null && lasts >= 60 ? localOf(at.wall + lasts) : null,
    zone: at.zone,
    startsAt: instantOf(at.wall, at.zone),
    doubts: [...(at.doubt === null ? [] : [at.doubt]), ...(lasts !== null && lasts < 0 ? ['end_before_start'] : [])],
  };
}
