import type { Draft, Setting } from './draft.ts';
import { isDress, placeInTitle } from './fields.ts';
import { readLeaders } from './leaders.ts';
import { type Line, spanOf } from './lines.ts';
import { readPerson } from './people.ts';

const joining =
  /^(?:dan|dalam|serta|untuk|oleh|bersama|dengan|tentang|di|ke|kepada|tahun|dari|pada|se-?\p{L}+|tingkat|bagi|sekaligus)\s/u;

/** A title that runs on: the next line begins with a joining word, or the title ended on a word that wants more. */
export function continues(draft: Draft, line: Line, number: number, text: string): boolean {
  if (draft.title === null || number !== draft.titleLine + 1 || line.text.trim() !== text.trim()) return false;
  if (draft.venue || draft.organizer || draft.dressCode || draft.note) return false;
  return (
    joining.test(text) ||
    /(?:\b(?:dan|dalam|rangka|serta|oleh|bersama|untuk|tentang|di|ke|se|tahun)|[,&/-])$/iu.test(draft.title.value)
  );
}

/** A title, with the leader before it and the place, dress and leaders behind it taken out. */
export function takeTitle(draft: Draft, line: Line, number: number, from: number, to: number, setting: Setting): void {
  let start = from;
  const person = readPerson(line.text.slice(from, to), setting.leaders, false);
  const link = person
    ? /^\s*(?::|–|—|-|\bmenghadiri\b|\bhadir(?:i)?\b(?: di)?)\s*/iu.exec(line.text.slice(from + person.to, to))
    : null;
  if (person && link) {
    const span = spanOf(line, from, from + person.to);
    draft.leaders.push({
      called: person.called,
      officialId: person.officialId,
      spans: span ? [span] : [],
      answer: 'unknown',
      delegateName: null,
      delegateId: null,
      delegateSpans: [],
    });
    draft.ownLeaders = true;
    start = from + person.to + link[0].length;
  }
  let end = takeTail(draft, line, start, to, setting);
  const place = draft.venue === null ? placeInTitle(line.text.slice(start, end)) : null;
  if (place) {
    takePlace(draft, line, start + place.from, end, setting);
    end = start + place.cut;
  }
  draft.putTitle(line, number, start, end);
}

export function takePlace(draft: Draft, line: Line, from: number, to: number, setting: Setting): void {
  draft.put('venue', line, from, takeTail(draft, line, from, to, setting));
}

/** Takes what stands after the last comma when it is a dress code or a leader: `Rapat, batik, wali kota`. Answers where the rest ends. */
function takeTail(draft: Draft, line: Line, from: number, to: number, setting: Setting): number {
  let end = to;
  for (;;) {
    const comma = line.text.lastIndexOf(',', end - 1);
    if (comma <= from) return end;
    const tail = line.text.slice(comma + 1, end).trim();
    if (/^(?:tempat|lokasi|venue)\s+(?:menyusul|tentatif|menyesuaikan)$/iu.test(tail)) {
      draft.put('note', line, comma + 1, end, '\n');
      end = comma;
      continue;
    }
    if (draft.dressCode === null && isDress(tail)) draft.put('dressCode', line, comma + 1, end);
    else {
      const leaders = readLeaders(line, comma + 1, end, setting.leaders);
      if (!leaders) return end;
      draft.leaders.unshift(...leaders);
      draft.ownLeaders = true;
    }
    end = comma;
  }
}
