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
    // what is gone through there
    if (field === 'title' && found && /:\s*(?:1\s*[.)].*)?$/u.test(body)) continue;
    if (field === 'title') return found || days > 0 ? 'named' : null;
    if (field === 'day' && found) break;
    if (field === 'day') days++;
    if (field === 'time' || field === 'venue') found = true;
    else if (!found && days === 0 && field === undefined) break;
  }
  return found ? 'block' : null;
}

const sentence =
  /(?:(?:undangan|surat|permohonan)\s+dari\s+(?<who>[^,:]{3,100}?)\s+(?:terkait|perihal|tentang|mengenai|untuk|dalam rangka)|(?:terkait|perihal|tentang|mengenai|acara|kegiatan|agenda|undangan|menghadiri|mengikuti|mengadakan|menyelenggarakan|melaksanakan|di(?:ada|laksana|selenggara)kannya|pelaksanaan|penyelenggaraan|(?:kehadiran\p{L}*|hadir)\s+(?:[\p{L}/.]+\s+){0,6}?(?:pada|dalam)))\s+(?:(?:menghadiri|mengikuti|acara|kegiatan|agenda)\s+)*(?<what>[^:]{5,250}?),?\s+(?:yang|yg|di\s?mana)\s+(?:insya\s?al+ah\s+)?(?:akan\s+)?di(?:laksana|selenggara|ada|gelar|mulai)\p{L}*(?!\p{L})[^.;]{0,60}$/iu;

/** `Diharapkan kehadirannya pada kegiatan Forum Konsultasi Publik:`, `menyampaikan Undangan dengan agenda Rapat` */
const plain =
  /(?:(?:kehadiran\p{L}*|hadir)\s+(?:[\p{L}/.]+\s+){0,4}?(?:pada|dalam)(?:\s+(?:acara|kegiatan)|(?=[^:]*:$))|undangan\s+(?:dengan\s+)?(?:agenda|acara|kegiatan))\s+(?<what>\p{Lu}[^:]{5,200}?)\s*[:.]?$/u;

/** The event and the host that a sentence announces, with where they stand in it; null in other words. */
export function announced(text: string): { what: [number, number]; who: [number, number] | null } | null {
  if (text.length > 700) return null;
  const match = sentence.exec(text) ?? plain.exec(text);
  const { what: whole, who }: { what?: string; who?: string } = match?.groups ?? {};
  // "acara Pujawali Pura Desa, pada :"
  const what = whole?.replace(/[\s,]+(?:pada|yang)[\s:]*$/iu, '');
  if (!match || !what || what.trim().split(/\s+/u).length < 2) return null;
  const at = match.index + match[0].indexOf(what, who ? match[0].indexOf(who) + who.length : 0);
  const whoAt = who ? match.index + match[0].indexOf(who) : 0;
  return { what: [at, at + what.length], who: who ? [whoAt, whoAt + who.length] : null };
}
