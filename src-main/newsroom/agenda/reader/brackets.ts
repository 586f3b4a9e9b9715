import { isDress, isOnline, isUnchanged, looksLikeAgency, looksLikePlace } from './fields.ts';
import { readLabel } from './labels.ts';
import { readLeaders } from './leaders.ts';
import { spanOf } from './lines.ts';
import { readPositionHeld } from './people.ts';
import type { Place } from './place.ts';
import { takeField } from './take-field.ts';
import { takeAnswer, takeLeaders } from './take-leaders.ts';
import { takeSegment } from './take-segment.ts';
import { takePlace } from './take-title.ts';
import { takeDelegate, takeRemark } from './take-value.ts';

/** What is to be done there, in brackets. */
const aside =
  /^(?:sambutan(?=\s*[,&+])|serahkan|menyerahkan|membuka|doa|baca|membaca|mohon|sekaligus|dilanjutkan|lanjut|kumpul|seharian|full day|bawa|membawa|berangkat)(?!\p{L})/iu;

/** What stands in brackets behind a title: who stands in, a remark, a dress code, who comes. */
export function takeBracket(place: Place, start: number, inner: string): boolean {
  const { draft, context, line, setting } = place;
  const end = start + inner.length;
  const delegate = /^(?:diwakili|diwakilkan|disposisi|didisposisikan)(?:\s+(?:oleh|kepada|ke))?\s*:?\s+/iu.exec(inner);
  if (delegate) return takeDelegate(draft, context, line, start + delegate[0].length, end, setting, true);
  if (inner.includes(',') && takeList(place, start, inner)) return true;
  if (takeRemark(draft, line, start, end)) return true;
  if (/^(?:baru|new|tambahan|agenda baru|update|revisi)$/iu.test(inner)) {
    draft.pass(line, start, end);
    return true;
  }
  const size =
    /^(?:jumlah\s+)?(?:rombongan|delegasi|tamu|peserta)?\s*:?\s*(?:±|\+\/-|sekitar|sebanyak)?\s*(\d{1,4})\s*(?:orang|org|pax)$/iu.exec(
      inner,
    );
  if (size && /kunjungan|kunker|terima|tamu|studi|kaji/iu.test(line.text.slice(0, start))) {
    draft.takeVisit(line, start, end, { delegation: '', size: Number(size[1]) });
    return true;
  }
  if (draft.startClock !== null && unsettled.test(inner)) {
    const span = spanOf(line, start, end);
    draft.tentative = { value: true, spans: span ? [span] : [], assumed: false };
    return true;
  }
  if (takeInstead(place, start, inner)) return true;
  if (aside.test(inner)) {
    draft.put('note', line, start, end, '\n');
    return true;
  }
  if (isUnchanged(inner)) {
    draft.pass(line, start, end);
    return true;
  }
  if (draft.dressCode === null && isDress(inner)) {
    draft.put('dressCode', line, start, end);
    return true;
  }
  const label = readLabel(inner);
  if (label && label.field !== 'title' && label.field !== 'day' && label.field !== 'time') {
    takeField(place, start, start + label.valueFrom, end, label.field);
    return true;
  }
  const pair = /^(?:bapak|bpk\.?)\s*(?:&|\+|dan|beserta|bersama)\s*(?=ibu$)/iu.exec(inner)?.[0].length ?? 0;
  if (pair > 0) return draft.put('companions', line, start + pair, end, ', ');
  if (takeLeaders(place, start, end) || takeAnswer(place, start, end)) return true;
  if (/(?<!\p{L})(?:tidak|tdk|tetap|akan)\s+(?:\p{L}+\s+)?hadir$/iu.test(inner)) {
    draft.miss(line, start, end);
    return true;
  }
  const side = /^(?:bersama|didampingi|dengan|dgn|beserta)(?:\s+oleh)?\s+(?=\p{L})/iu.exec(inner);
  if (side && readPositionHeld(inner.slice(side[0].length).split(/\s*(?:,|&|(?<!\p{L})dan(?!\p{L}))/iu)[0] ?? '')) {
    draft.put('companions', line, start + side[0].length, end, ', ');
    return true;
  }
  if (draft.venue === null && looksLikePlace(inner) && !/^[\p{Lu}\d]{2,10}$/u.test(inner)) {
    takePlace(place, start, end);
    return true;
  }
  // "FGD Kota Layak Anak (DP3A)": an agency of the register, and not the short form of the words before
  const known = setting.agencies.some((agency) => agency !== '' && agency.toLowerCase() === inner.trim().toLowerCase());
  if (known && draft.organizer === null && !abbreviates(inner, line.text.slice(0, start)))
    return draft.put('organizer', line, start, end);
  // "(BPBD)" in a line of its own
  if (draft.organizer !== null || draft.title === null || !looksLikeAgency(inner, setting.agencies)) return false;
  if (!/^[\s(]*$/u.test(line.text.slice(0, start).replace(/^[^\p{L}\p{N}(]*/u, ''))) return false;
  return draft.put('organizer', line, start, end);
}

const abbreviates = (short: string, words: string): boolean => {
  const initials = (words.match(/\p{L}+/gu) ?? []).map((word) => word[0]?.toLowerCase()).join('');
  return initials.includes((short.match(/\p{L}/gu) ?? []).slice(0, 3).join('').toLowerCase());
};

const unsettled = /^(?:waktu(?:nya)?\s+|jam(?:nya)?\s+)?(?:menyesuaikan|situasional|kondisional)$/iu;

/** `(gantikan WK)` in the list of the one who stands in. */
function takeInstead({ draft, context, line, setting }: Place, start: number, inner: string): boolean {
  const verb = /^(?:(?:meng)?gantikan|mewakili|wakili|a\.?n\.?|atas nama)\s+/iu.exec(inner)?.[0].length ?? 0;
  const [one] = context.leaders;
  if (verb === 0 || !one || context.leaders.length > 1 || draft.ownLeaders) return false;
  const whom = readLeaders(line, start + verb, start + inner.length, setting.leaders);
  if (!whom) return false;
  draft.leaders = whom.map(({ name: _name, ...leader }) => ({
    ...leader,
    answer: 'delegated' as const,
    delegateName: one.called,
    delegateId: one.officialId,
    delegateSpans: one.spans,
  }));
  draft.ownLeaders = true;
  return true;
}

/** `(R. Rapat Sekda, PDH, pendamping: Kadis Kominfo)`: only where each piece says what it is. */
function takeList(place: Place, start: number, inner: string): boolean {
  const { draft, setting } = place;
  const pieces: { from: number; text: string }[] = [];
  let from = 0;
  for (const text of inner.split(',')) {
    pieces.push({ from: start + from + (text.length - text.trimStart().length), text: text.trim() });
    from += text.length + 1;
  }
  const plain = (text: string) =>
    isDress(text) ||
    isOnline(text) ||
    looksLikePlace(text) ||
    readLabel(text) !== null ||
    looksLikeAgency(text, setting.agencies);
  if (draft.title === null && pieces.length > 6) return false;
  if (!pieces.every(({ text }) => text !== '' && plain(text))) return false;
  for (const piece of pieces) takeSegment(place, piece.from, piece.from + piece.text.length, true);
  return true;
}
