import type { Zone } from '../../../contract/basics.ts';

export interface ReadTime {
  /** Clock `08:00`. */
  readonly start: string;
  readonly end: string | null;
  /** `selesai`: the end is open on purpose. */
  readonly openEnd: boolean;
  readonly zone: Zone | null;
  readonly from: number;
  readonly to: number;
  /** A word of the day was missing: `jam 2` may be at night or in the afternoon. */
  readonly assumed: boolean;
  /** The start is the midnight that ends the day: `12 malam`, `24.00`. */
  readonly midnight: boolean;
  /** `(120')` does not agree with start and end; minutes as the text has them. */
  readonly durationDiffers: number | null;
  /** Where the start, the end and the zone stand, as ranges of characters in the line. */
  readonly at: { start: [number, number]; end: [number, number] | null; zone: [number, number] | null };
}

const zones: Readonly<Record<string, Zone>> = { wib: 'Asia/Jakarta', wita: 'Asia/Makassar', wit: 'Asia/Jayapura' };

const before = '(?<![\\p{L}\\p{N}.:/])';
const said = '(?:pukul|pkl|pk|jam|jm|at)\\.?\\s*:?\\s*';
const clock = '(?:[01]?\\d|2[0-4])';
/** `9 pagi`; behind `18.30` the word is most likely the first of the title (`18.30 Malam puncak`), unless nothing follows it. */
const partOfDay =
  '(?:\\s*(?:am|pm|a\\.m\\.|p\\.m\\.)(?![\\p{L}])|\\s*(?:pagi|siang|sore|malam|dini hari|subuh)(?![\\p{L}])(?:(?<!(?:1[3-9]|2\\d)[.:]\\d\\d\\s*\\p{L}{4,5})|(?=\\s*(?:$|[,;|)(–-]|wi(?:ta|b|t)\\b))))';
const to = '\\s*(?:-|–|—|−|s\\.?\\s*/?\\s*d\\.?|sd|sampai(?:\\s+dengan)?|hingga|until|s/d)\\s*';
const open = 'selesainya|selesai|finished|done|slsai|slesai|selese|sls|finish|habis|end|tuntas|tamat';

/** `besok malam 7`: behind a day a part of it tells the hour, and not how many days. */
const evening = 'besok|bsk|nanti|lusa|hari ini|senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|\\|{3,}';

const pattern = new RegExp(
  `${before}(?:(?<pre>pagi|siang|sore|malam)(?:nya|\\s+(?:ini|nanti))?\\s+(?=\\p{L}|\\d{1,2}[.:]\\d|(?<=(?:${evening})\\s+\\p{L}+\\s+)(?<bare>\\d{1,2})(?!\\s*(?:hari|bulan|tahun|orang|org|/|-?\\d))(?![\\p{L}\\p{N}])))?(?<said>${said})?(?<half>(?:setengah|stengah|stgh)\\s+(?=\\d{1,2}(?![\\d.:]|\\s*(?:jam|hari|menit))))?(?<hour>${clock})(?:\\s*[.:]\\s*(?<minute>[0-5]\\d))?(?<part>${partOfDay})?(?:\\s*(?<zone>wita|wib|wit)\\b)?` +
    `(?:(?:${to}|\\s+(?=(?:selesai|slsai|sls)\\s*(?:$|[|.,;)])))(?:${said})?(?:(?<open>${open})|(?<hour2>${clock})(?:\\s*[.:]\\s*(?<minute2>[0-5]\\d))?(?<part2>${partOfDay})?)(?:\\s*(?<zone2>wita|wib|wit)\\b)?)?` +
    `(?![\\p{L}\\p{N}])(?:\\s*\\(?\\s*(?<minutes>\\d{1,3})\\s*(?:'|’|′|menit|mnt)\\s*\\)?)?`,
  'giud',
);

/**
 * The first time a text speaks of: `08.00–10.00 WITA`, `Pkl. 08.00-10.00 WIB (120')`, `13.30 WITA – selesai`, `jam 9`, `jam 2 siang`.
 * A bare number counts only with a word (jam, pukul), minutes, a part of the day or a zone.
 * @param trusted the text is known to be a time (a field "Waktu: 9"), so a bare number counts
 */
export function readTime(text: string, trusted = false): ReadTime | null {
  for (const match of text.replace(minister, '\u0001\u0001').matchAll(pattern)) {
    const groups = match.groups as Record<string, string | undefined>;
    const certain = groups.said || groups.minute || groups.zone || groups.zone2 || groups.part || groups.bare;
    if (!certain && !(trusted || groups.open)) continue;
    // "Sen 23: 08 apel" names a day
    if (/^\s*\d{1,2}:\s+\d/u.test(match[0]) && shortWeekday.test(text.slice(0, match.index))) continue;
    // "diundur 1 jam" tells how long, and no hour
    if (!groups.said && !groups.minute && duration.test(text.slice(match.index + match[0].length))) continue;
    const read = settle(match as RegExpMatchArray & { index: number }, groups);
    if (read) return read;
  }
  return null;
}

/** `10.00 PM Malaysia tiba`: a prime minister, and no afternoon. */
const minister = /(?<=\d\s)(?:AM|PM)(?=\s+\p{L})/gu;
const shortWeekday =
  /(?<!\p{L})(?:sen(?:in)?|sel(?:asa)?|rab?u?|kam(?:is)?|jum(?:.?at)?|sab(?:tu)?|min(?:ggu)?)[\s,.]+$/iu;
const duration = /^\s*(?:jam|menit|mnt|hari)(?!\p{L})/iu;

function settle(
  match: RegExpMatchArray & { index: number },
  groups: Record<string, string | undefined>,
): ReadTime | null {
  const places = match.indices?.groups ?? {};
  const said = clockOf(groups.hour, groups.minute, groups.part ?? groups.pre ?? sharedPart(groups));
  // "setengah 9": half an hour before
  const start = said !== null && groups.half ? later(said, 24 * 60 - 30) : said;
  const second = groups.hour2 === undefined ? null : clockOf(groups.hour2, groups.minute2, groups.part2);
  // "jam 4 sore sampai jam 6": the part of the day goes on
  const on =
    second !== null &&
    start !== null &&
    second < start &&
    !groups.part2 &&
    (groups.part ?? groups.pre) &&
    Number(groups.hour2) < 12;
  const end = on ? clockOf(String(Number(groups.hour2) + 12), groups.minute2, undefined) : second;
  if (start === null || (groups.hour2 !== undefined && end === null)) return null;
  const zoneWord = groups.zone ?? groups.zone2;
  const minutes = groups.minutes === undefined ? null : Number(groups.minutes);
  const hour = places.hour as [number, number];
  const hour2 = places.hour2;
  return {
    start,
    end: end ?? (minutes !== null && !groups.open ? later(start, minutes) : null),
    openEnd: groups.open !== undefined,
    midnight:
      start === '00:00' && (Number(groups.hour) === 24 || (Number(groups.hour) === 12 && groups.part !== undefined)),
    zone: zoneWord ? (zones[zoneWord.toLowerCase()] ?? null) : null,
    from: match.index,
    to: match.index + match[0].length,
    assumed:
      groups.minute === undefined &&
      !groups.part &&
      !groups.pre &&
      Number(groups.hour) < (groups.half ? 8 : 7) &&
      !groups.zone,
    durationDiffers: minutes !== null && end !== null && later(start, minutes) !== end ? minutes : null,
    at: {
      start: [places.half?.[0] ?? hour[0], places.part?.[1] ?? places.minute?.[1] ?? hour[1]],
      end: hour2
        ? [hour2[0], places.part2?.[1] ?? places.minute2?.[1] ?? hour2[1]]
        : (places.open ?? (minutes !== null ? (places.minutes ?? null) : null)),
      zone: places.zone ?? places.zone2 ?? null,
    },
  };
}

/** `jam 2-4 sore`: the part of the day said at the end holds for the start too, unless the start is later than the end. */
function sharedPart(groups: Record<string, string | undefined>): string | undefined {
  const first = Number(groups.hour);
  const second = Number(groups.hour2);
  return groups.part2 && first < second ? groups.part2 : undefined;
}

function clockOf(hour: string | undefined, minute: string | undefined, part: string | undefined): string | null {
  let hours = Number(hour);
  const minutes = Number(minute ?? '0');
  const word = part?.trim().toLowerCase().replaceAll('.', '');
  // "jam 2 siang" is 14.00, "jam 11 siang" 11.00, "jam 7 malam" 19.00, "jam 12 malam" 00.00.
  if (word === 'siang' && hours < 7) hours += 12;
  if ((word === 'sore' || word === 'pm') && hours < 12) hours += 12;
  if (word === 'am' && hours === 12) hours = 0;
  if (word === 'malam') hours = hours === 12 ? 24 : hours < 12 && hours >= 5 ? hours + 12 : hours;
  if (hours === 24) hours = 0;
  if (hours > 23) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** The clock so many minutes later; past midnight it begins anew. */
function later(clock: string, minutes: number): string {
  const total = (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) + minutes) % (24 * 60);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
