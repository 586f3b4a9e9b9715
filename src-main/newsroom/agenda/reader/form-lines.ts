import { isFurniture, kindOfTitle, type Opening } from './fields.ts';
import { type Labelled, readColumn } from './labels.ts';
import { forwarded } from './polite.ts';
import { readTime } from './times.ts';

/** What a line is that has nothing in it to keep: `item`: `KEGIATAN 2`, what follows is another one; `cells`: a table comes one cell to a line. */
export type Form = 'empty' | 'item' | 'cells' | 'words';

const off = /^(?:nihil|kosong|libur|tidak ada(?: kegiatan| agenda)?)[.\s]*$/iu;
const dayOff =
  /^(?:hari\s+)?(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad|sen|sel|rab|kam|jum|sab|min)(?:[\s,/]+[\d\p{L}/.-]+){0,3}\s*[:=–—-]\s*(?:libur(?: nasional)?|nihil|kosong|off|tidak ada(?: kegiatan| agenda| acara)?)(?:\s*\/\s*(?:libur|kosong|nihil|off))?[.\s]*$/iu;
/** `siang kosong`, `sisanya nihil`: a part of a day with nothing in it. */
const restOff =
  /^(?:(?:hari ini|besok|sisa(?:nya)?|selebihnya|selanjutnya|(?:setelah|sesudah|habis|sehabis|abis) (?:itu|makan siang|jumatan|istirahat)|(?:mulai |dari )?(?:pagi|siang|sore|malam)(?:nya| hari(?:nya)?| ini)?)(?:\s*(?:s\.?d\.?|sampai|-|–|dan|&|,|\/)\s*(?:siang|sore|malam)(?:nya)?)*)\s*[:=–—-]?\s*(?:(?:masih|tetap|semua|semuanya|bapak|beliau)\s+)*(?:kosong|nihil|libur|off|free|lowong|blank|istirahat|tidak ada(?: kegiatan| agenda| acara)?|blm ada|belum ada(?: kegiatan| agenda| acara)?)(?:\s*\/\s*(?:kosong|libur|nihil))?[.\s]*$/iu;
/** `Senin : Libur`: a day with nothing on it. */
export const isDayOff = (text: string): boolean =>
  text.length <= 80 && (dayOff.test(text) || restOff.test(text.replace(/^[^\p{L}\p{N}]+/u, '')));
const courtesies =
  /(?<!\p{L})(?:t(?:e|a)rima\s?kasih|tarimo kasih|terimakasih|trims|matur|n[uy]wun|suksma|nuhun|mauliate|epang|kurru|tabea|amin|aamiin|barakallah\p{L}*|wassalam\p{L}*|salam|hormat|maaf|(?:mohon|mhn|minta) (?:arahan|petunjuk|perkenan|doa|dukungan|koreksi)\p{L}*|koreksi|(?:kami |kita )?(?:laporkan|sampaikan|haturkan)|sehat selalu|tetap semangat|selamat (?:bertugas|beraktivitas|beristirahat|berakhir pekan))(?!\p{L})|🙏/iu;
/** `Mohon arahan dan koreksinya Ndan 🙏`: words of politeness and nothing else. */
function isCourtesy(body: string): boolean {
  const words = body.split(/\s+/u).length;
  return words <= 14 && !/\d/u.test(body) && courtesies.test(body) && !kindOfTitle(body) && !/:\s*\S/u.test(body);
}
const ordinal = /^(?:kegiatan|acara|agenda|giat)\s*(?:ke\s*-?\s*|no\.?\s*)?\d{1,2}\s*[:.)]?$/iu;

/**
 * A line with nothing to keep before or between items: a greeting, a forwarding mark, the heading of a column. Null when it says something.
 * @param body what stands behind its numbering
 * @param changes whether the line is a sentence that changes an event; asked only where all else says that it is none
 */
export function formOf(
  body: string,
  label: Labelled | null,
  opening: Opening | null,
  around: { readonly empty: boolean; readonly gap: boolean; readonly cells: boolean },
  changes: () => boolean,
): Form | null {
  if (opening && body.trim() === '' && !around.cells) return 'empty';
  if (opening && off.test(body)) return 'words';
  if (!label && ordinal.test(body)) return 'item';
  if (forwarded.test(body)) return 'words';
  if (!label && !opening && (around.empty || around.gap) && isCourtesy(body) && !changes()) return 'words';
  if (label || opening || !(around.empty || around.gap)) return null;
  const column = body.length <= 40 && !body.includes(':') ? readColumn(body) : null;
  if (column !== null && (around.empty || around.cells)) return column === 'none' ? 'cells' : 'words';
  return around.empty && isFurniture(body) && !readTime(body) && !changes() ? 'words' : null;
}
