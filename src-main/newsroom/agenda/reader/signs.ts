import { readDay } from './dates.ts';
import type { Setting } from './draft.ts';
import { isDress, isFurniture, looksLikePlace, readOpening } from './fields.ts';
import { readLabel } from './labels.ts';
import { readLeaders } from './leaders.ts';
import type { Line } from './lines.ts';
import { readTime } from './times.ts';

const pinned = /^(?:📌|📍|🔰|🚩)\s*/u;
const house = /^(?:🏢|🏛|🏣)\s*/u;
const person = /^👤\s*/u;
const placed = /^(?:📍|🗺|🏠|🏡|🏟)/u;
const names = [/^📝\s*/u, /^📌\s*/u, /^📋\s*/u] as const;
/** Short words for rooms and houses that stand before names of places only. */
const building =
  /^(?:gd|gdg|gedung|hotel|lt|lantai|aula|r|rg|ruang|graha|balai|kantor|lap|lapangan|wantilan|pendopo|pura|rumah)\.?\s/iu;

interface Found {
  readonly line: Line;
  readonly sign: number;
  readonly value: number;
}

function signed(lines: readonly Line[], pattern: RegExp): Found[] {
  return lines.flatMap((line) => {
    if (line.blank || line.tooLong) return [];
    const from = readOpening(line.text)?.length ?? 0;
    const sign = pattern.exec(line.text.slice(from));
    return sign ? [{ line, sign: from, value: from + sign[0].length }] : [];
  });
}

const isLeaders = ({ line, value }: Found, { leaders }: Setting): boolean =>
  readLeaders(line, value, line.text.length, leaders) !== null;

/**
 * The lines with signs that mean one thing: 📌 before leaders becomes 👤, and 🏢 before places becomes 📍, where no other sign or label of
 * the text tells a place; 📝 before the name of each event becomes 🎟, which stands for nothing else. Each is as long as what they replace, so that every letter stays where it stood.
 */
export function settleSigns(lines: readonly Line[], setting: Setting): Line[] {
  const meant = new Map<Line, { at: number; sign: string }>();
  for (const one of signed(lines, pinned))
    if (isLeaders(one, setting)) meant.set(one.line, { at: one.sign, sign: '👤' });
  const houses = signed(lines, house);
  const isPlace = ({ line, value }: Found) => {
    const text = line.text.slice(value);
    return looksLikePlace(text) || building.test(text);
  };
  const told = lines.some(
    (line) =>
      !line.blank &&
      !meant.has(line) &&
      (placed.test(line.text.slice(readOpening(line.text)?.length ?? 0)) ||
        (!house.test(line.text) && !/^📌/u.test(line.text) && readLabel(line.text)?.field === 'venue')),
  );
  if (!told && houses.filter(isPlace).length * 2 >= houses.length)
    for (const { line, sign } of houses) meant.set(line, { at: sign, sign: '📍' });
  // one to each hour, and no places or things to bear in mind: the names of the events
  const hours = lines.filter((line) => !line.blank && !line.tooLong && readTime(line.text) !== null).length;
  for (const name of names) {
    const named = signed(lines, name).filter(({ line }) => !meant.has(line));
    const plain = named.every(({ line, value }) => {
      const text = line.text.slice(value);
      return !looksLikePlace(text) && !isDress(text) && readLabel(text) === null && readTime(text) === null;
    });
    if (named.length < 2 || named.length !== hours || !plain) continue;
    for (const { line, sign } of named) meant.set(line, { at: sign, sign: '🎟' });
    break;
  }
  return lines.map((line) => {
    const new_ = meant.get(line);
    return new_
      ? { ...line, text: `${line.text.slice(0, new_.at)}${new_.sign}${line.text.slice(new_.at + new_.sign.length)}` }
      : line;
  });
}

/** Whether each event of a text begins with 👤 and who comes: nothing that tells of an event stands before the first of them. */
export function leadersFirst(lines: readonly Line[], setting: Setting): boolean {
  const [first] = signed(lines, person).filter((one) => isLeaders(one, setting));
  if (!first) return false;
  return lines.slice(0, lines.indexOf(first.line)).every((line) => {
    if (line.blank) return true;
    if (line.tooLong || readTime(line.text) || (readLabel(line.text)?.field ?? 'day') !== 'day') return false;
    const words = line.text.replace(/^[^\p{L}\p{N}]+/u, '');
    return isFurniture(words) || readDay(words, setting.today) !== null;
  });
}
