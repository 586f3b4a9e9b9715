import { readDay } from './dates.ts';
import type { Setting } from './draft.ts';
import { isDress, looksLikePlace, readOpening } from './fields.ts';
import { readLabel } from './labels.ts';
import type { Line } from './lines.ts';
import { readPerson } from './people.ts';
import { readTime } from './times.ts';

/** `lanjut`, `dan setelah itu`: between the events of one sentence. */
const next = '(?:lalu|lanjut|dilanjutkan|dilanjut|kemudian|terus|trus|trs|dan|setelah itu|habis itu|serta)';
const part = '(?:pagi|siang|sore|malam)(?:nya|\\s+(?:harinya|ini|nanti))';
const hour =
  '(?:(?:(?:pukul|pkl|jam)\\.?\\s*)?(?:[01]?\\d|2[0-4])[.:][0-5]\\d(?!\\d)|(?:pukul|pkl|jam)\\.?\\s*(?:[01]?\\d|2[0-4])\\s+\\p{L})';
/** `25/11 07.00 zoom; 10.00 rapat`: behind a semicolon, a comma or such a word another hour begins. */
const nextHour = new RegExp(
  `(?:[;,]\\s*(?:${next}\\s+){0,2}|\\s+(?:${next}\\s+){1,2}|\\s+(?=${part}\\s))(?=(?:(?:${part}|pagi|siang|sore|malam)\\s+)?${hour})`,
  'giu',
);
const nameless = /^[\s:|–—-]*(?:di|@|bertempat|selesai|sampai|s\.?d|kumpul|berangkat|tiba|landing|take off)(?!\p{L})/iu;

/**
 * A line that holds several events, each with its hour and its name, as lines of their own; the day that leads the first leads all of
 * them. Any other line as it is.
 */
export function splitEvents(line: Line, { today, leaders }: Pick<Setting, 'today' | 'leaders'>): Line[] {
  if (line.tooLong || line.blank || line.text.length > 800) return [line];
  const cuts = [...line.text.matchAll(nextHour)];
  if (cuts.length === 0) return [line];
  const numbered = readOpening(line.text)?.length ?? 0;
  const whose = leaderOf(line.text.slice(numbered), leaders);
  const opening = numbered + whose;
  const ranges = cuts.map((cut, index): [number, number] => [
    cut.index + cut[0].length,
    cuts[index + 1]?.index ?? line.text.length,
  ]);
  const first: [number, number] = [opening, cuts[0]?.index ?? line.text.length];
  const head = line.text.slice(...first);
  const day = readDay(head, today);
  const plain = day ? `${head.slice(0, day.from)}${' '.repeat(day.to - day.from)}${head.slice(day.to)}` : head;
  if (!isEvent(plain) || !ranges.every((range) => isEvent(line.text.slice(...range)))) return [line];
  const dayAt: [number, number] | null = day && !day.until ? [opening + day.from, opening + day.to] : null;
  const whoAt: [number, number][] = whose > 0 ? [[numbered, opening]] : [];
  const before = dayAt ? [...whoAt, dayAt] : whoAt;
  return [pieces(line, [[0, first[1]]]), ...ranges.map((range) => pieces(line, [...before, range]))];
}

/** `Wali Kota: 07.00 jalan santai; 10.00 paripurna`: how long the words are that say whose events these are. */
function leaderOf(text: string, known: Setting['leaders']): number {
  const match = /^(?<who>[\p{L}. ]{3,40}?)\s*:\s*(?=(?:(?:pukul|pkl|jam)\.?\s*)?\d{1,2}[.:]\d\d)/iu.exec(text);
  const who = match?.groups?.who;
  return match && who && readPerson(who, known, true)?.officialId ? match[0].length : 0;
}

const leading =
  /(?<!\p{L})(?:hari|tanggal|tgl\.?|lalu|lanjut|dilanjutkan|kemudian|terus|trus|dan|setelah itu|habis itu|pagi|siang|sore|malam)(?!\p{L})/giu;

/** An hour first, and behind it words that may be a name. */
function isEvent(text: string): boolean {
  const time = readTime(text);
  if (!time || /[\p{L}\p{N}]/u.test(text.slice(0, time.from).replace(leading, ''))) return false;
  const name = text.slice(time.to).replace(/^[\s:|,–—-]+/u, '');
  return /\p{L}{3}/u.test(name) && !nameless.test(name) && !looksLikePlace(name) && !isDress(name) && !readLabel(name);
}

/** 📍, 🎤, 👔 and their like within a line: what stands behind each is a field. */
const signs =
  /(?:📍|📌|🏛|🏢|🤝|👔|👕|👗|👘|🥻|👥|👫|👤|⏰|🕐|🕑|🕒|🕓|🕔|🕕|🕖|🕗|🕘|🕙|🕚|🕛|⏱|📅|🗓|📆|🚪|🎤|🎙|📷|📸|📹|🎥|☎|📞|📱|📝)/gu;
const dash = /\s[—–]\s+(?=\S)/u;

/** A line that tells its fields by our own signs, as lines of its own: `⏰ 08.00 📍 Balai Banjar 👔 adat madya — Lomba`. */
export function splitSigns(line: Line): Line[] {
  if (line.tooLong || line.blank || line.text.length > 800) return [line];
  const opening = readOpening(line.text)?.length ?? 0;
  const found = [...line.text.matchAll(signs)].map((sign) => sign.index).filter((at) => at > opening);
  if (found.length < 1) return [line];
  const edges = [0, ...found, line.text.length];
  const parts = edges.slice(0, -1).flatMap((from, index): [number, number][] => {
    const to = edges[index + 1] as number;
    const cut = index > 0 ? dash.exec(line.text.slice(from, to)) : null;
    return cut
      ? [
          [from, from + cut.index],
          [from + cut.index + cut[0].length, to],
        ]
      : [[from, to]];
  });
  return parts
    .filter(([from, to]) => /[\p{L}\p{N}]/u.test(line.text.slice(from, to)))
    .map((part) => pieces(line, [part]));
}

/** A line of pieces of another, each letter still pointing to where it stood. */
function pieces(line: Line, ranges: readonly [number, number][]): Line {
  let text = '';
  const at: number[] = [];
  for (const [from, end] of ranges) {
    let to = end;
    while (to > from && /[\s;,|]/u.test(line.text[to - 1] as string)) to--;
    if (text !== '') {
      text += ' ';
      at.push((at.at(-1) ?? 0) + 1);
    }
    text += line.text.slice(from, to);
    at.push(...line.at.slice(from, to));
  }
  const [from] = ranges.at(-1) ?? [0];
  const last = (at.at(-1) ?? line.span.start) + 1;
  at.push(last);
  return {
    ...line,
    text,
    at,
    span: { start: line.at[from] ?? line.span.start, end: last },
    struck: from === 0 ? line.struck : [],
  };
}
