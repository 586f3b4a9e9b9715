import { kindOfTitle } from './fields.ts';
import type { Place } from './place.ts';
import { leaveTimeOpen, takeRemark } from './take-value.ts';

/** Words beside the name of an event that are no part of it: news of the list, remarks, what is gone through there. */

/** `10.00 tetap: Doa bersama`, `13.00 tambahan rapat banjir`: words of the message before the name; how long they are. */
export function newsBefore({ draft, line }: Place, from: number, to: number): number {
  if (draft.startClock === null) return 0;
  const text = line.text.slice(from, to);
  const match =
    /^(?:(?:masih\s+)?(?:tetap|ttp|sesuai jadwal)\s*[:,–—-]|(?:tambahan|sisipan|susulan|baru)\s*[:–—-])\s*(?=\p{L})/iu.exec(
      text,
    ) ?? /^(?:tambahan|sisipan|susulan)\s+(?=\p{L})/iu.exec(text);
  const named = match && (/[:,–—-]\s*$/u.test(match[0]) || kindOfTitle(text.slice(match[0].length))?.from === 0);
  if (!match || !named) return 0;
  draft.pass(line, from, from + match[0].length);
  return match[0].length;
}

/** `Kunjungan malam Natal: 1) Katedral 2) GPIB`: what is gone through there, behind the name; where the name ends. */
export function withoutPoints({ draft, line }: Place, from: number, to: number): number {
  const match = /\s*:\s*(?=\(?1[.)]\s?\p{L}.+?\s\(?2[.)]\s?\p{L})/u.exec(line.text.slice(from, to));
  if (!match || match.index < 4) return to;
  draft.put('note', line, from + match.index + match[0].length, to, '\n');
  return from + match.index;
}

/** `tentatif: groundbreaking Pasar Kumbasari`; how long the remark is. */
export function remarkBefore({ draft, line }: Place, from: number, to: number): number {
  const match = /^(?<word>\p{L}{5,15})\s*[:|–—-]\s+/u.exec(line.text.slice(from, to));
  if (/^(?:pagi|siang|sore|malam)\s*[:|–—-]/iu.test(line.text.slice(from, to))) {
    const length = /^\p{L}+\s*[:|–—-]\s*/u.exec(line.text.slice(from, to))?.[0].length ?? 0;
    leaveTimeOpen(draft, line, from, from + length);
    return length;
  }
  if (!match?.groups?.word || /^(?:rencana)$/iu.test(match.groups.word)) return 0;
  return takeRemark(draft, line, from, from + match.groups.word.length) ? match[0].length : 0;
}

/** `Rapat DAK tentatif`: the remark goes; where the rest ends. */
export function withoutRemark({ draft, line }: Place, from: number, to: number): number {
  const stays = draft.startClock === null ? null : /\s+(?:tetap|ttp|masih)\s*$/iu.exec(line.text.slice(from, to));
  if (stays && stays.index > 0) {
    draft.pass(line, from + stays.index, to);
    return from + stays.index;
  }
  const match = /\s+\(?(?:tentatif|tentative|tbc|belum (?:pasti|fix))\)?\s*$/iu.exec(line.text.slice(from, to));
  if (!match || match.index === 0) return to;
  const word = match[0].search(/\p{L}/u);
  return takeRemark(draft, line, from + match.index + word, to) ? from + match.index : to;
}
