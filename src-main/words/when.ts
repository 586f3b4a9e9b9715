import { Temporal } from 'temporal-polyfill';
import type { Language, Zone } from '../contract/basics.ts';

/**
 * How people here say times. Dates `Kamis, 20 November 2025`, a 24-hour clock with a dot in Indonesian (14.30) and a colon in
 * English (14:30), zones by their short names. Days are `2025-11-20`, local times `2025-11-20T08:00`, instants RFC 3339 in UTC.
 */

const shortNames: Readonly<Record<Zone, 'WIB' | 'WITA' | 'WIT'>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

/** `Asia/Makassar` -> `WITA`. */
export function zoneShort(zone: Zone): 'WIB' | 'WITA' | 'WIT' {
  return shortNames[zone];
}

/** `wita` -> `Asia/Makassar`; null when it is none of the three. */
export function zoneOfShort(name: string): Zone | null {
  const wanted = name.trim().toUpperCase();
  for (const [zone, short] of Object.entries(shortNames)) if (short === wanted) return zone as Zone;
  return null;
}

/** The instant of a local wall time: (`2025-11-20T08:00`, Asia/Makassar) -> `2025-11-20T00:00:00.000Z`. */
export function instantOf(local: string, zone: Zone): string {
  const instant = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
  return instant.toString({ fractionalSecondDigits: 3 });
}

/** The local wall time of an instant, to the minute: `2025-11-20T08:00`. */
export function localOf(instant: string, zone: Zone): string {
  return zoned(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The day an instant falls on in a zone: `2025-11-20`. */
export function dayOf(instant: string, zone: Zone): string {
  return zoned(instant, zone).toPlainDate().toString();
}

/** `Kamis, 20 November 2025`. */
export function dayText(day: string, language: Language): string {
  return `${weekdayText(day, language)}, ${longDateText(day, language)}`;
}

/** `Kamis`. */
export function weekdayText(day: string, language: Language): string {
  return formatDay(day, language, { weekday: 'long' });
}

/** `20 November 2025`. */
export function longDateText(day: string, language: Language): string {
  return formatDay(day, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** `Kam, 20 Nov`: for lists, where the year is plain. */
export function shortDayText(day: string, language: Language): string {
  const weekday = formatDay(day, language, { weekday: 'short' });
  return `${weekday}, ${formatDay(day, language, { day: 'numeric', month: 'short' })}`;
}

/** `November 2025`. */
export function monthText(day: string, language: Language): string {
  return formatDay(day, language, { month: 'long', year: 'numeric' });
}

/** `Kamis (20/11/2025)`: how a day stands in the lead of a release and in captions. */
export function leadDayText(day: string, language: Language): string {
  const date = Temporal.PlainDate.from(day);
  return `${weekdayText(day, language)} (${two(date.day)}/${two(date.month)}/${date.year})`;
}

/** `20/11/2025`. */
export function slashDayText(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return `${two(date.day)}/${two(date.month)}/${date.year}`;
}

/** `19 Nov 2025, 20.15` of a local time: for the foot of a printed page. */
export function shortMomentText(local: string, language: Language): string {
  const day = formatDay(local.slice(0, 10), language, { day: 'numeric', month: 'short', year: 'numeric' });
  return `${day}, ${clockText(local, language)}`;
}

/** `08.00` of a local time (`2025-11-20T08:00`) or of a bare clock (`08:00`). */
export function clockText(local: string, language: Language): string {
  const clock = local.slice(-5);
  return language === 'id' ? clock.replace(':', '.') : clock;
}

/**
 * `08.00–10.00 WITA`, `13.30 WITA – selesai`, or `09.00 WITA` when no end is known. An end on another day names it.
 * @param event local times with the zone they are meant in
 */
export function timeRangeText(
  event: { start: string; end: string | null; openEnd: boolean; zone: Zone },
  language: Language,
): string {
  const start = clockText(event.start, language);
  const zone = zoneShort(event.zone);
  if (event.end !== null) {
    const end = clockText(event.end, language);
    const sameDay = event.end.slice(0, 10) === event.start.slice(0, 10);
    if (sameDay) return `${start}–${end} ${zone}`;
    return `${start} ${zone} – ${shortDayText(event.end.slice(0, 10), language)} ${end} ${zone}`;
  }
  if (event.openEnd) return `${start} ${zone} – ${language === 'id' ? 'selesai' : 'until finished'}`;
  return `${start} ${zone}`;
}

/**
 * A moment as people say it: `hari ini 14.30 WITA`, `besok 09.00 WITA`, `kemarin 16.00 WITA`, `Kamis 14.30 WITA` within six
 * days, else `Kamis, 20 November 2025 14.30 WITA`.
 * @param instant RFC 3339
 */
export function momentText(instant: string, place: { zone: Zone; now: string; language: Language }): string {
  const { zone, now, language } = place;
  const local = localOf(instant, zone);
  const day = relativeDayText(local.slice(0, 10), dayOf(now, zone), language);
  return `${day} ${clockText(local, language)} ${zoneShort(zone)}`;
}

/** `hari ini`, `besok`, `kemarin`, a weekday within six days, else the full date. */
export function relativeDayText(day: string, today: string, language: Language): string {
  const distance = Temporal.PlainDate.from(today).until(day).days;
  const id = language === 'id';
  if (distance === 0) return id ? 'hari ini' : 'today';
  if (distance === 1) return id ? 'besok' : 'tomorrow';
  if (distance === -1) return id ? 'kemarin' : 'yesterday';
  if (distance > 1 && distance < 7) return weekdayText(day, language);
  return dayText(day, language);
}

/** The exact form, for hovering and for proofs: `Kamis, 20 November 2025 14.30.05 WITA`. */
export function exactText(instant: string, zone: Zone, language: Language): string {
  const moment = zoned(instant, zone);
  const mark = language === 'id' ? '.' : ':';
  const clock = [moment.hour, moment.minute, moment.second].map(two).join(mark);
  return `${dayText(moment.toPlainDate().toString(), language)} ${clock} ${zoneShort(zone)}`;
}

/** `baru saja`, `5 menit lalu`, `2 jam lalu`, `3 hari lalu`; what is ahead: `dalam 2 jam`. Over 30 days in months, then years. */
export function agoText(instant: string, now: string, language: Language): string {
  const seconds =
    (Temporal.Instant.from(instant).epochMilliseconds - Temporal.Instant.from(now).epochMilliseconds) / 1000;
  const size = Math.abs(seconds);
  if (size < 45) return language === 'id' ? 'baru saja' : 'just now';
  const [unit, length] = step(size);
  const count = Math.max(1, Math.floor(size / length + (unit === 'minute' ? 0.5 : 0)));
  const words = new Intl.RelativeTimeFormat(locales[language], { numeric: 'always' }).format(
    seconds < 0 ? -count : count,
    unit,
  );
  // People say "2 jam lalu"; CLDR's long form has "yang" and its narrow form shortens the unit itself.
  return words.replace(' yang lalu', ' lalu');
}

function step(seconds: number): [Intl.RelativeTimeFormatUnit, number] {
  if (seconds < 3570) return ['minute', 60];
  if (seconds < 86_400) return ['hour', 3600];
  if (seconds < 30 * 86_400) return ['day', 86_400];
  if (seconds < 365 * 86_400) return ['month', 30 * 86_400];
  return ['year', 365 * 86_400];
}

function zoned(instant: string, zone: Zone): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
}

/** A day has no zone; it is formatted at UTC so that no machine's own zone can shift it. */
function formatDay(day: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** Building a formatter costs far more than using it, and lists use it thousands of times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function two(value: number): string {
  return String(value).padStart(2, '0');
}
