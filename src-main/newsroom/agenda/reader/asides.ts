import type { Proposal } from '../../../contract/agenda-reading.ts';
import { onlySpeaksOfPublicity, saysNo } from '../../../text/publicity.ts';
import { saidClosed } from '../../../text/said-inside.ts';
import { readLabel } from './labels.ts';
import { spanOf } from './lines.ts';
import type { Place } from './place.ts';
import { takeLeaders } from './take-leaders.ts';
import { takeContact } from './take-told.ts';
import { readCall } from './told.ts';

/**
 * Words among colleagues between the words of an event: who may report, whom to call, what to bear in mind. They stand behind a comma, a
 * dash, a point or in brackets, wherever the line has its place and its leaders, and are never a part of those.
 */

const media = '(?:media|pers|umum|wartawan|publik|liputan|peliputan)';
const access: readonly (readonly [PressAccess, RegExp])[] = [
  [
    'closed',
    new RegExp(
      `^(?:(?:acara|kegiatan|sifat(?:nya)?|bersifat)\\s*:?\\s*)?tertutup(?:\\s+(?:(?:untuk|utk|bagi|dari)\\s+)?${media})*(?:\\s+(?:ya|nggih|saja))?[.!]*$`,
      'iu',
    ),
  ],
  [
    'closed',
    /^(?:(?:khusus|hanya|untuk|utk|bersifat)\s+)?(?:kalangan\s+)?(?:internal|intern)(?:\s+(?:saja|only))?[.!]*$/iu,
  ],
  ['closed', /^(?:bersifat\s+)?(?:sangat\s+)?rahasia(?:\s+negara)?[.!]*$/iu],
  [
    'limited',
    new RegExp(
      `^(?:(?:untuk|utk)\\s+)?(?:${media}\\s+)?terbatas(?:\\s+(?:(?:untuk|utk|bagi)\\s+)?${media})*[.!]*$`,
      'iu',
    ),
  ],
  [
    'open',
    new RegExp(
      `^(?:(?:acara|kegiatan)\\s+)?terbuka(?:\\s+(?:untuk|utk|bagi)\\s+${media}(?:\\s*(?:dan|&)\\s*${media})*)?[.!]*$|^(?:boleh|silakan|dapat|bisa|mohon|mhn|tolong)\\s+(?:diliput|liputan|peliputan)(?:\\s+media)?(?:\\s+ya)?[.!]*$|^(?:rekan[\\s-]*)?(?:media|pers|wartawan)\\s+(?:juga\\s+)?(?:diundang|dipersilakan|boleh\\s+(?:masuk|meliput|hadir))[.!]*$`,
      'iu',
    ),
  ],
];
const calls =
  /^(?:(?:mohon|tolong|harap|silakan|untuk|mhn)\s+)?(?:konfirmasi(?:kan)?|konfirm|hubungi|hub|menghubungi|kontak|cp|contact person|narahubung|info(?:rmasi)?)(?!\p{L})(?:\s+(?:ke|kepada|lewat|via|melalui|hubungi|dengan))*\s*[:.]?\s*/iu;
const notes = /^(?:catatan|cat\.?|nb|n\.b\.?|note|ket\.?|keterangan)\s*:\s*(?=\S)/iu;
const unsettled = /^(?:waktu(?:nya)?\s+|jam(?:nya)?\s+)?(?:menyesuaikan|situasional|kondisional|tentatif|tbc)$/iu;
/** `bpk wabup mendampingi` */
const alongside = /^(?<who>\p{L}.{2,40}?)\s+(?:(?:yg|yang|ikut|akan)\s+)*(?:mendampingi|dampingi)$/iu;
const part =
  /^(?:(?:sebagai|selaku)\s+)?(?:irup|inspektur upacara|pembina (?:upacara|apel)|pemimpin (?:upacara|apel))$/iu;
/** `dipimpin Pak Wali`, where nothing else names a leader. */
const ledBy = /^dipimpin\s+(?:langsung\s+)?(?:oleh\s+)?(?=\p{L})/iu;
const bring = /^(?:(?:mohon|harap|agar)\s+)?(?:bawa|membawa|siapkan|menyiapkan)\s+\p{L}/iu;
/** `di Sewaka tidak untuk diliput`: words that say so without a mark before them. */
const unmarked = /\s(?=\p{L})/gu;
const opens = /^terbuka\s+(?:untuk|utk|bagi)\s/iu;
const cuts = /[|,;()[\]]|(?<=\|\s?):|\.(?=\s)|(?<=\s)(?:-{1,2}|–|—|\/)(?=\s)/gu;

type PressAccess = NonNullable<Proposal['pressAccess']>['value'];
type Range = [number, number];

/** The clauses of a line between its separators, from `from` on. */
function clauses(work: string, from: number, to: number): Range[] {
  const found: Range[] = [];
  let start = from;
  for (const cut of work.slice(from, to).matchAll(cuts)) {
    found.push([start, from + cut.index]);
    start = from + cut.index + cut[0].length;
  }
  found.push([start, to]);
  return found
    .map(([first, last]): Range => {
      const text = work.slice(first, last);
      const lead = text.length - text.trimStart().length;
      return [first + lead, Math.max(first + lead, last - (text.length - text.trimEnd().length))];
    })
    .filter(([first, last]) => last > first);
}

/** Whether words are a remark on who may report, and which. */
export function readAccess(text: string): PressAccess | null {
  if (text.length > 60) return null;
  const plain = access.find(([, pattern]) => pattern.test(text.trim()))?.[0] ?? null;
  const said = plain === 'closed' ? null : saidClosed([text]);
  // the name of an event may say it
  if (said === null || /^(?:rapat|pertemuan|kunjungan|jamuan|audiensi)(?!\p{L})/iu.test(said)) return plain;
  return onlySpeaksOfPublicity(text.replace(said, ' ')) ? 'closed' : null;
}

/**
 * Takes such words out of `work`, which stands for the line with what is understood already blanked out.
 * @returns the places they stood at, with their brackets and the separator before them
 */
export function takeAsides(place: Place, work: string, from: number, to: number, free = true): Range[] {
  const { line } = place;
  const taken: Range[] = [];
  for (const [start, end] of clauses(work, from, to)) {
    const text = line.text.slice(start, end);
    const note = notes.exec(text)?.[0].length ?? 0;
    // a note of its own line is a field
    if (note > 0 && /[\p{L}\p{N}]/u.test(work.slice(from, start))) {
      place.field(place, start, start + note, to, 'remark');
      taken.push([separatorBefore(work, from, start), to]);
      break;
    }
    const behind = /[\p{L}\p{N}]/u.test(work.slice(from, start));
    const at =
      takeAside(place, start, end, text, behind) ??
      (free && !behind && takeUnsettled(place, start, end, text) ? start : null);
    if (at === null) continue;
    const closing = /^\s*[)\]]/u.exec(work.slice(end, to))?.[0].length ?? 0;
    taken.push([separatorBefore(work, from, at), end + (at === start ? closing : 0)]);
  }
  return taken;
}

const saysAccess = (text: string): boolean => /terbuka\s/iu.test(text) || saidClosed([text]) !== null;

/** `tdk utk media` and `tertutup utk media` close where they begin; the name of a place before them is none of it. */
const closesHere = (words: string): boolean =>
  saysNo(words)?.start === 0 || /^(?:tertutup|closed)\s+(?:untuk|utk|bagi|for)\s/iu.test(words);

/** Takes a clause, or the end of it; where what was taken begins. */
function takeAside(place: Place, start: number, end: number, text: string, behind: boolean): number | null {
  const { draft, context, line } = place;
  const span = spanOf(line, start, end);
  if (!span) return null;
  const said = readAccess(text);
  if (said) {
    draft.pressAccess = { value: said, spans: [span], assumed: false };
    return start;
  }
  for (const gap of saysAccess(text) ? text.matchAll(unmarked) : []) {
    const words = text.slice(gap.index + 1);
    const tail = readAccess(words);
    if (!tail || gap.index < 3 || !(tail === 'closed' ? closesHere(words) : opens.test(words))) continue;
    const at = spanOf(line, start + gap.index, end);
    draft.pressAccess = { value: tail, spans: at ? [at] : [], assumed: false };
    return start + gap.index;
  }
  const beside = alongside.exec(text)?.groups?.who;
  if (beside) {
    draft.put('companions', line, start, start + beside.length, ', ');
    return start;
  }
  const led =
    behind && draft.leaders.length === 0 && context.leaders.length === 0 ? (ledBy.exec(text)?.[0].length ?? 0) : 0;
  if (led > 0 && takeLeaders(place, start + led, end)) {
    draft.put('note', line, start, end, '\n');
    return start;
  }
  if (behind && (part.test(text) || bring.test(text))) {
    draft.put('note', line, start, end, '\n');
    return start;
  }
  if (readCall(text) === null) return null;
  const call = calls.exec(text)?.[0].length ?? 0;
  if (call > 0) {
    takeContact(place, 'contact', start, start + call, end);
    return start;
  }
  // "Bu Ayu 0812...": a number behind something else is somebody to call
  const words = text.split(/[\d+]/u)[0]?.trim().split(/\s+/u).length ?? 0;
  if (!behind || words > 4 || readLabel(text) !== null) return null;
  takeContact(place, 'contact', start, start, end);
  return start;
}

/** `14.00 menyesuaikan, kunjungan`: the hour is told, and may change. */
function takeUnsettled({ draft, line }: Place, start: number, end: number, text: string): boolean {
  const span = spanOf(line, start, end);
  if (draft.startClock === null || draft.title !== null || !span || !unsettled.test(text)) return false;
  draft.tentative = { value: true, spans: [span], assumed: false };
  return true;
}

const separatorBefore = (work: string, from: number, start: number): number =>
  from + (/[\s,;.([–—-]*$/u.exec(work.slice(from, start))?.index ?? start - from);

/** Takes such words from the end of a field's value; where the rest of it ends. What stands between them is not understood. */
export function takeAsidesBehind(place: Place, from: number, to: number): number {
  const taken = takeAsides(place, place.line.text, from, to, false);
  const [first] = taken;
  if (!first) return to;
  let at = first[0];
  for (const [start, end] of taken) {
    if (/[\p{L}\p{N}]/u.test(place.line.text.slice(at, start))) place.draft.miss(place.line, at, start);
    at = end;
  }
  if (/[\p{L}\p{N}]/u.test(place.line.text.slice(at, to))) place.draft.miss(place.line, at, to);
  return first[0];
}
