import { readOpening } from './fields.ts';
import { readLabel } from './labels.ts';
import type { Line } from './lines.ts';
import { decoration } from './polite.ts';

/** How far below an announcement its day and its hour may stand. */
const FURTHEST = 12;

/**
 * What stands under a line that tells of one event: `block`: an hour or a place behind labels, and no label that names an event;
 * `named`: a name among them; null: something else, as a list.
 */
export function blockAhead(lines: readonly Line[], number: number): 'block' | 'named' | null {
  let found = false;
  let days = 0;
  for (const line of lines.slice(number + 1, number + 1 + FURTHEST)) {
    if (line.blank || line.tooLong) continue;
    const body = line.text.slice(decoration(line.text));
    if (readOpening(body)?.kind === 'number') break;
    const field = readLabel(body)?.field;
    if (field === 'title') return found || days > 0 ? 'named' : null;
    if (field === 'day' && ++days > 1) break;
    if (field === 'time' || field === 'venue') found = true;
    else if (!found && days === 0 && field === undefined) break;
  }
  return found ? 'block' : null;
}

const sentence =
  /(?:(?:undangan|surat|permohonan)\s+dari\s+(?<who>[^,:]{3,100}?)\s+(?:terkait|perihal|tentang|mengenai|untuk|dalam rangka)|(?:terkait|perihal|tentang|mengenai|acara|kegiatan|agenda|undangan|menghadiri|mengikuti|mengadakan|menyelenggarakan|melaksanakan|di(?:ada|laksana|selenggara)kannya|pelaksanaan|penyelenggaraan))\s+(?:(?:menghadiri|mengikuti|acara|kegiatan|agenda)\s+)*(?<what>[^:]{5,250}?),?\s+(?:yang|yg|di\s?mana)\s+(?:insya\s?al+ah\s+)?(?:akan\s+)?di(?:laksana|selenggara|ada|gelar|mulai)\p{L}*(?!\p{L})[^.;]{0,60}$/iu;

/** The event and the host that a sentence announces, with where they stand in it; null in other words. */
export function announced(text: string): { what: [number, number]; who: [number, number] | null } | null {
  if (text.length > 700) return null;
  const match = sentence.exec(text);
  const { what, who } = match?.groups ?? {};
  if (!match || !what || what.trim().split(/\s+/u).length < 2) return null;
  const at = match.index + match[0].indexOf(what, who ? match[0].indexOf(who) + who.length : 0);
  const whoAt = who ? match.index + match[0].indexOf(who) : 0;
  return { what: [at, at + what.length], who: who ? [whoAt, whoAt + who.length] : null };
}
