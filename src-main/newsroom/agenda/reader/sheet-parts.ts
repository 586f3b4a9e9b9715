import { readDay } from './dates.ts';
import type { Context, Setting } from './draft.ts';
import { isFurniture } from './fields.ts';
import { readDelegate } from './leaders.ts';
import type { Line } from './lines.ts';

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

/** `➡️ Sekda:` in a list of who represents the leaders it is about; null in any other line. */
export function standInOf(line: Line, from: number, { act, leaders }: Context, setting: Setting): Context['standIn'] {
  if (act?.value !== 'delegate' || leaders.length === 0) return null;
  const match = /^[^\p{L}\p{N}]*(?<who>[\p{L}.,' ]{3,60}?)\s*:\s*$/u.exec(line.text.slice(from));
  const who = match?.groups?.who;
  if (!match || !who || readDay(who, setting.today) || isFurniture(who)) return null;
  const at = from + match[0].indexOf(who);
  return readDelegate(line, at, at + who.length, setting.leaders);
}
