import { readDay } from './dates.ts';
import type { Setting } from './draft.ts';
import { readPerson } from './people.ts';

const calls =
  /^(?:(?:kepada\s+)?(?:yth\.?|ysh\.?|dear|halo|hai|om swastyastu|selamat (?:pagi|siang|sore|malam)|salam)[\s,.:]*)?(?:(?:rekan|teman|kawan|sahabat|bapak|ibu|insan)[\p{L}\d/ -]{0,40}?[\s,.:]+)?(?:(?:dengan hormat|dgn hormat|kami|kita|kembali)[\s,]+)*(?:(?:mohon|mhn|undangan|mengundang|permohonan|bantu(?:an)?|minta|ajakan)\s+){1,3}(?:(?:bantuan|untuk|utk|kehadiran|hadir|dan|dapat|dpt|kesediaan|rekan\S*|media)\s+){0,4}(?:peliputan|liputan|diliput|meliput|publikasi|kehadiran media)(?:nya)?(?:\s+(?:acara|kegiatan|agenda|pada|media|rekan\S*|untuk|utk|berikut|sbb)){0,3}(?=[\s:,–—-]|$)/iu;

/**
 * `Yth rekan2 media, mohon peliputan: Wali Kota ...`: words to the media before the event that they are asked to. How long they are, with
 * the mark behind them; 0 where none stand there, and where what follows is neither set apart nor a leader or a day.
 */
export function callToMedia(text: string, { leaders, today }: Setting): number {
  const match = calls.exec(text);
  if (!match) return 0;
  const gap = /^\s*[:,–—-]?\s*/u.exec(text.slice(match[0].length))?.[0] ?? '';
  const rest = text.slice(match[0].length + gap.length);
  const apart = /[:,–—-]/u.test(gap) || rest === '';
  const told = readPerson(rest, leaders, false) !== null || readDay(rest.slice(0, 40), today)?.from === 0;
  return apart || told ? match[0].length + gap.length : 0;
}
