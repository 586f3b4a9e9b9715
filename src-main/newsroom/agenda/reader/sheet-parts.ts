import { readDay } from './dates.ts';
import type { Context, Setting } from './draft.ts';
import { isFurniture } from './fields.ts';
import { readDelegate } from './leaders.ts';
import { type Line, spanOf } from './lines.ts';
import { readPerson } from './people.ts';

/**
 * `Ibu Ketua:` alone, where other parts have their leaders: a part for somebody who is not known.
 * @param from where the line's own words begin
 */
export function isUnknownPart(line: Line, from: number, { leaders }: Context, { today }: Setting): boolean {
  const body = line.text.slice(from);
  return (
    leaders.length > 0 &&
    /^[\p{L}.'’() /-]{3,40}:\s*$/u.test(body) &&
    !isFurniture(body) &&
    readDay(body, today) === null
  );
}

const ofAll =
  /(?<!\p{L})(?:semua|seluruh)(?:nya)?\s+(?:agenda|kegiatan|acara|giat|undangan|jadwal)(?:\s+(?:beliau|bapak|ibu|pimpinan|hari ini|besok))?\s+(?:akan\s+|mohon\s+)?(?:diwakili|diwakilkan|digantikan|dihadiri)(?:\s+(?:oleh|ke|kepada))?\s+(?<who>[\p{L}.,' ]{3,60}?)[\s.!🙏]*$/iu;

/**
 * `Bapak Wali Kota cuti s/d 27 Nov, semua agenda diwakili Wawali`: who stands in for whom in all that follows; null in other words, and
 * where nobody is stood in for.
 */
export function standInOfAll(line: Line, from: number, context: Context, setting: Setting) {
  const body = line.text.slice(from);
  const match = ofAll.exec(body);
  const who = match?.groups?.who;
  if (!match || !who) return null;
  const at = from + match.index + match[0].indexOf(who);
  const standIn = readDelegate(line, at, at + who.length, setting.leaders);
  const person = readPerson(body.slice(0, match.index), setting.leaders, false);
  const span = person ? spanOf(line, from, from + person.to) : null;
  const leaders = person
    ? [
        {
          called: person.called,
          officialId: person.officialId,
          spans: span ? [span] : [],
          answer: 'unknown' as const,
          delegateName: null,
          delegateId: null,
          delegateSpans: [],
        },
      ]
    : context.leaders;
  return standIn?.answer === 'delegated' && leaders.length > 0 ? { standIn, leaders } : null;
}

/** `➡️ Sekda:` in a list of who represents the leaders it is about; null in any other line. */
export function standInOf(line: Line, from: number, { act, leaders }: Context, setting: Setting): Context['standIn'] {
  if (act?.value !== 'delegate' || leaders.length === 0) return null;
  const match = /^[^\p{L}\p{N}]*(?<who>[\p{L}.,' ]{3,60}?)\s*:\s*$/u.exec(line.text.slice(from));
  const who = match?.groups?.who;
  if (!match || !who || readDay(who, setting.today) || isFurniture(who)) return null;
  const at = from + match[0].indexOf(who);
  return readDelegate(line, at, at + who.length, setting.leaders);
}
