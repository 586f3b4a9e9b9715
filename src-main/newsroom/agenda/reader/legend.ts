import type { Setting } from './draft.ts';
import type { Line } from './lines.ts';
import { readPerson } from './people.ts';

/** `Ket: B = Bupati, WB = Wakil Bupati`: letters that stand for leaders all through a text. */

const pair = /(?<![\p{L}\d])(?<code>\p{Lu}{1,4})\s*[=:]\s*(?<who>[\p{L}. ]{3,50}?)\s*(?=[,;|)]|$|\s\p{Lu}{1,4}\s*=)/gu;

function codesIn(text: string, { leaders }: Setting): { code: string; id: string }[] {
  const found = [...text.matchAll(pair)].flatMap((match) => {
    const { code = '', who = '' } = match.groups ?? {};
    const person = readPerson(who, leaders, true);
    return person?.officialId ? [{ code, id: person.officialId }] : [];
  });
  return found.length > 1 ? found : [];
}

/** Whether a line explains such letters. */
export const isLegend = (text: string, setting: Setting): boolean =>
  text.length <= 200 && text.includes('=') && codesIn(text, setting).length > 1;

/** The register with the letters as names besides. */
export function withLegend(lines: readonly Line[], setting: Setting): Setting {
  const codes = lines.flatMap(({ text }) => (isLegend(text, setting) ? codesIn(text, setting) : []));
  const named = codes.flatMap(({ code, id }) => {
    const leader = setting.leaders.find((one) => one.id === id);
    return leader ? [{ ...leader, shortName: code }] : [];
  });
  return named.length > 0 ? { ...setting, leaders: [...setting.leaders, ...named] } : setting;
}
