import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { findIana, type WindowsZoneName } from 'windows-iana';
import type { Zone } from '../../../contract/basics.ts';

/** Minutes ahead of UTC. These three have had no other rule since 1964 (tz database), and nothing older is planned. */
const ahead: Readonly<Record<Zone, number>> = { 'Asia/Jakarta': 420, 'Asia/Makassar': 480, 'Asia/Jayapura': 540 };

const ours: Readonly<Record<string, Zone>> = {
  'asia/jakarta': 'Asia/Jakarta',
  'asia/pontianak': 'Asia/Jakarta',
  wib: 'Asia/Jakarta',
  'asia/makassar': 'Asia/Makassar',
  'asia/ujung_pandang': 'Asia/Makassar',
  wita: 'Asia/Makassar',
  'asia/jayapura': 'Asia/Jayapura',
  wit: 'Asia/Jayapura',
};

/** How a zone named by a file is understood. */
type Known =
  | { readonly is: 'ours'; readonly zone: Zone }
  | { readonly is: 'utc' }
  | { readonly is: 'iana'; readonly name: string }
  | { readonly is: 'told'; readonly zone: ICAL.Timezone }
  | { readonly is: 'unknown' };

/** A wall time in seconds as if it were UTC; plain arithmetic, because a calendar has ten thousands of them. */
export type Wall = number;

/** The zones of one file: by name, by the names Windows gives, or by the rules the file brings along. */
export class Zones {
  private readonly known = new Map<string, Known>();
  private readonly told = new Map<string, string>();
  private readonly offsets = new Map<string, number>();
  private readonly seen = new Map<string, { as: 'converted' | 'assumed'; events: number }>();
  private readonly home: Zone;

  constructor(home: Zone) {
    this.home = home;
  }

  /** Keeps a VTIMEZONE for when its name says nothing. */
  add(text: string): void {
    const name = /^TZID(?:;[^:\r\n]*)?:(.*)$/im.exec(text)?.[1]?.trim();
    if (name) this.told.set(name, text);
  }

  /** Where an event of this zone stands: in one of our zones as it is, else at the office. */
  place(wall: Wall, name: string | null): { wall: Wall; zone: Zone; doubt: 'zone_unknown' | null } {
    // a time without a zone is where it is read (RFC 5545, 3.3.5, form 1)
    if (name === null) return { wall, zone: this.home, doubt: null };
    const known = this.find(name);
    if (known.is === 'ours') return { wall, zone: known.zone, doubt: null };
    if (known.is === 'unknown') {
      this.count(name, 'assumed');
      return { wall, zone: this.home, doubt: 'zone_unknown' };
    }
    if (known.is !== 'utc') this.count(name, 'converted');
    return { wall: wall - this.offset(wall, name) * 60 + ahead[this.home] * 60, zone: this.home, doubt: null };
  }

  /** A wall time of one zone as the wall time of another at the same instant; unknown zones are the office's. */
  move(wall: Wall, from: string | null, to: string | null): Wall {
    if (from === to) return wall;
    const utc = wall - this.offset(wall, from) * 60;
    // the offset at the target may be another one on the day of a change; once is enough for what people plan
    return utc + this.offset(utc + this.offset(utc, to) * 60, to) * 60;
  }

  get report(): readonly { name: string; as: 'converted' | 'assumed'; events: number }[] {
    return [...this.seen].map(([name, { as, events }]) => ({ name: name.slice(0, 80), as, events }));
  }

  private count(name: string, as: 'converted' | 'assumed'): void {
    const seen = this.seen.get(name) ?? { as, events: 0 };
    seen.events++;
    if (this.seen.size < 50 || this.seen.has(name)) this.seen.set(name, seen);
  }

  /** Minutes ahead of UTC at a wall time. */
  private offset(wall: Wall, name: string | null): number {
    const known = name === null ? ({ is: 'unknown' } as const) : this.find(name);
    if (known.is === 'utc') return 0;
    if (known.is === 'unknown') return ahead[this.home];
    if (known.is === 'ours') return ahead[known.zone];
    const key = `${name} ${Math.floor(wall / 3600)}`;
    const kept = this.offsets.get(key);
    if (kept !== undefined) return kept;
    const minutes = known.is === 'iana' ? offsetOfName(known.name, wall) : offsetOfRules(known.zone, wall);
    this.offsets.set(key, minutes);
    return minutes;
  }

  private find(name: string): Known {
    const before = this.known.get(name);
    if (before) return before;
    const found = this.read(name);
    this.known.set(name, found);
    return found;
  }

  private read(name: string): Known {
    const plain = name.replace(/^"|"$/g, '').trim();
    // "/freeassociation.sourceforge.net/Asia/Makassar", "/citadel.org/20190101_1/Asia/Jakarta"
    const parts = plain.split('/').filter((part) => part !== '');
    const tails = [parts.slice(-2).join('/'), parts.slice(-3).join('/')];
    for (const one of [plain, ...tails]) {
      const zone = ours[one.toLowerCase()];
      if (zone) return { is: 'ours', zone };
    }
    if (/^(?:utc|gmt|z|etc\/(?:utc|gmt)|coordinated universal time)$/i.test(plain)) return { is: 'utc' };
    // one name of Windows covers many places; here it is the one in Indonesia: `Singapore Standard Time` is WITA
    const windows = findIana(plain as WindowsZoneName, 'ID')[0] ?? findIana(plain as WindowsZoneName)[0];
    for (const one of [windows, plain, ...tails]) {
      if (one === undefined || !/^[A-Za-z]+\/[A-Za-z0-9_+-]+(?:\/[A-Za-z0-9_+-]+)?$/.test(one)) continue;
      const zone = ours[one.toLowerCase()];
      if (zone) return { is: 'ours', zone };
      if (isZone(one)) return { is: 'iana', name: one };
    }
    const text = this.told.get(name);
    if (text !== undefined) {
      try {
        return { is: 'told', zone: new ICAL.Timezone(new ICAL.Component(ICAL.parse(text) as unknown[])) };
      } catch {
        // rules that cannot be read are no rules
      }
    }
    return { is: 'unknown' };
  }
}

function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function offsetOfName(name: string, wall: Wall): number {
  const local = Temporal.Instant.fromEpochMilliseconds(wall * 1000)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime();
  return Math.round(local.toZonedDateTime(name).offsetNanoseconds / 6e10);
}

function offsetOfRules(zone: ICAL.Timezone, wall: Wall): number {
  const time = ICAL.Time.fromJSDate(new Date(wall * 1000), true);
  time.zone = ICAL.Timezone.localTimezone;
  return Math.round(zone.utcOffset(time) / 60);
}

/** Remembers answers: a calendar says the same few hundred times over and over. What throws is asked again. */
export function remembered<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size > 20_000) known.clear();
    const answer = work(key);
    known.set(key, answer);
    return answer;
  };
}

const iso = remembered((wall: Wall) => new Date(wall * 1000).toISOString());

/** `2025-11-20T08:00` */
export function localOf(wall: Wall): string {
  return iso(wall).slice(0, 16);
}

/** `2025-11-20T00:00:00.000Z` */
export function instantOf(wall: Wall, zone: Zone): string {
  return iso(wall - ahead[zone] * 60);
}

/** Seconds of `2025-11-20T08:00:00`, `2025-11-20`, with or without Z; null when no calendar has it. */
export const wallOf = remembered((text: string): Wall | null => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?Z?$/.exec(text);
  if (!parts) return null;
  const [year, month, day, hour, minute] = parts.slice(1, 6).map((part) => Number(part ?? 0)) as number[];
  const milliseconds = Date.UTC(year as number, (month as number) - 1, day, hour, minute);
  const date = new Date(milliseconds);
  if (date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day || (hour as number) > 23 || (minute as number) > 59)
    return null;
  if ((year as number) < 1970 || (year as number) > 2200) return null;
  return milliseconds / 1000;
});
