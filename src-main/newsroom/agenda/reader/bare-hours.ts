import { readDay } from './dates.ts';
import { readOpening } from './fields.ts';
import { readLabel } from './labels.ts';
import type { Line } from './lines.ts';
import { chatHead } from './polite.ts';

/** Hours without a mark between them and their minutes: `0800 upacara`, `1000-1130 coffee morning`, `pkl 1930`. */

/** Nobody plans to the minute, so most years, counts and numbers of letters are none. */
const hour = '(?:[01]\\d|2[0-3])(?:[0-5][05])';
const to = '\\s*(?:-|–|—|s\\.?\\s*/?\\s*d\\.?|sd|sampai(?:\\s+dengan)?|hingga)\\s*';
const open = '(?:selesai|slsai|sls|selese|finish|habis)(?!\\p{L})';
const zone = '\\s*wi(?:ta|b|t)(?!\\p{L})';
const end = '(?![\\d/]|[.,:-]\\d)';
const pattern = new RegExp(
  `(?:(?<said>(?<!\\p{L})(?:pukul|pkl|pk|jam|jm)\\.?\\s*:?\\s*)|(?<![\\p{L}\\d./,:-]))(?<from>${hour})(?<behind>${to}(?:(?<until>${hour})|${open}))?(?<zone>${zone})?${end}`,
  'giu',
);
/** What is counted: `1000 paket sembako`; a name behind an hour begins otherwise. */
const counted =
  /^\s*(?:peserta|orang|org|paket|pohon|bibit|siswa|pelajar|mahasiswa|guru|undangan|unit|kk|ha|hektar\p{L}*|m2?|km|meter|liter|kg|ton|lansia|anak|warga|pelari|pesepeda|penari|umkm|lembar|buah|botol|porsi|kotak|dus|box|ekor|titik|rumah|hari|tahun|th|rupiah|rb|ribu|juta|jt|kader|asn|pns|pppk|personel|personil|pax|kursi|kamar|bed)(?!\p{L})/iu;
/** 08,30 for 08.30 */
const comma = /^(?<hour>[01]?\d|2[0-3]),(?<minute>[0-5]\d)(?=\s+\p{L}|\s*(?:-|–|s\.?\/?d))/u;

interface Hour {
  readonly at: number[];
  /** 830 for 08.30 */
  readonly clock: number;
  /** 2030 may be a year. */
  readonly year: boolean;
  /** A leading nought, a word, an end or a zone: no other number looks so. */
  readonly sure: boolean;
}

/**
 * Puts the point into such hours. One that may be a year or a count as well is an hour only in a list of them.
 * @param today `2026-11-23`
 */
export function markHours(lines: readonly Line[], today: string): Line[] {
  const found = lines.map((line) => (line.blank || line.tooLong ? [] : hoursIn(line.text, today)));
  const all = found.flat();
  const list = found.filter((hours) => hours.length > 0).length > 1 && all.some(({ sure }) => sure);
  return lines.map((line, number) => {
    const at = (found[number] ?? [])
      .filter((one) => one.sure || (list && (!one.year || inOrder(all, one))))
      .flatMap((one) => one.at);
    return at.length > 0 ? pointed(line, at) : withoutComma(line);
  });
}

/** It is later than the hour before it, or earlier than the one behind it. */
function inOrder(all: readonly Hour[], one: Hour): boolean {
  const at = all.indexOf(one);
  const [before, behind] = [all[at - 1], all[at + 1]];
  return (before !== undefined && before.clock < one.clock) || (behind !== undefined && behind.clock > one.clock);
}

function hoursIn(text: string, today: string): Hour[] {
  const found: Hour[] = [];
  for (const match of text.matchAll(pattern)) {
    const { said, from = '', behind, until, zone } = match.groups ?? {};
    const start = match.index + (said?.length ?? 0);
    const rest = text.slice(match.index + match[0].length);
    if (!said && !zone && !leads(text.slice(0, match.index), text, today)) continue;
    // "2025-2030": years
    const years = /^(?:19|20)/u.test(from) && (until === undefined || /^(?:19|20)/u.test(until)) && !said && !zone;
    const name = /^\s*(?:[|:,–—→>-]+\s*)?\p{L}{2}/u.test(rest) || /^\s*(?:\||$)/u.test(rest);
    if ((years && (behind === undefined ? !/^20/u.test(from) : until !== undefined)) || !(name || zone)) continue;
    if (!said && !zone && !behind && counted.test(rest)) continue;
    const at = [start + 2, ...(behind && until ? [start + 4 + behind.length - 2] : [])];
    const sure = !years && Boolean(said || zone || behind || from.startsWith('0'));
    found.push({ at, sure, year: years, clock: Number(from) });
  }
  return found;
}

/** Nothing but numbering, a day or a label of hours stands before it, or the edge of a cell. */
function leads(before: string, whole: string, today: string): boolean {
  if (/\|\s*$/u.test(before)) return true;
  const own = before.slice(chatHead.exec(before)?.[0].length ?? 0);
  const plain = own.slice(readOpening(own)?.length ?? 0);
  if (!/[\p{L}\p{N}]/u.test(plain)) return true;
  const label = readLabel(whole);
  if (label?.field === 'time' && label.valueFrom >= before.trimEnd().length) return true;
  const day = readDay(plain, today);
  return (
    day !== null &&
    !/[\p{L}\p{N}]/u.test(`${plain.slice(0, day.from)}${plain.slice(day.to)}`.replace(/hari|tanggal|tgl/giu, ''))
  );
}

/** The line with a point before each of these letters; it stands where the letter before it stood. */
function pointed(line: Line, points: readonly number[]): Line {
  let text = '';
  const at: number[] = [];
  for (let i = 0; i <= line.text.length; i++) {
    if (points.includes(i)) {
      text += '.';
      at.push(line.at[i - 1] as number);
    }
    text += line.text[i] ?? '';
    at.push(line.at[i] as number);
  }
  return { ...line, text, at };
}

function withoutComma(line: Line): Line {
  const from = line.blank || line.tooLong ? 0 : (readOpening(line.text)?.length ?? 0);
  const match = comma.exec(line.text.slice(from));
  if (!match?.groups) return line;
  const at = from + (match.groups.hour?.length ?? 0);
  return { ...line, text: `${line.text.slice(0, at)}.${line.text.slice(at + 1)}` };
}
