import type { Piece } from './draft.ts';
import { isDress, isOnline, isUnchanged, looksLikeAgency, looksLikePlace } from './fields.ts';
import { readLabel } from './labels.ts';
import { readLeaders } from './leaders.ts';
import { type Line, spanOf } from './lines.ts';
import type { Place } from './place.ts';
import { idem, takeField } from './take-field.ts';
import { takeAnswer, takeLeaders } from './take-leaders.ts';
import { continues, takePlace, takeTitle } from './take-title.ts';
import { flexible, takeRemark } from './take-value.ts';

/** A piece of a line between separators: dress code, place, leaders, the title, by what it looks like. */
export function takeSegment(place: Place, from: number, to: number, noTitle = false): void {
  const { draft, context, line, number, setting } = place;
  const text = line.text.slice(from, to);
  const label = from > 0 ? readLabel(text) : null;
  if (label) {
    takeField(place, from, from + label.valueFrom, to, label.field);
    return;
  }
  if (idem.test(text)) {
    // "idem" instead of a name tells of the day; without one before it is not understood
    if (context.day !== null && draft.title === null) draft.pass(line, from, to);
    else if (draft.title !== null || draft.day !== null || context.last.day === null) draft.miss(line, from, to);
    else draft.day = context.last.day;
    return;
  }
  if (takeRemark(draft, line, from, to) || isUnchanged(text)) return;
  if (/^(?:tempat|lokasi|venue)(?:nya)?\s+(?:menyusul|tentatif|menyesuaikan)$/iu.test(text)) {
    draft.put('note', line, from, to, '\n');
    return;
  }
  if (takeSpeechHere(place, from, to, noTitle)) return;
  if (/^(?:pagi|siang|sore|malam)(?: (?:ini|hari|nanti))?$/iu.test(text)) {
    draft.pass(line, from, to);
    return;
  }
  if (takeLeaders(place, from, to) || (draft.title !== null && takeAnswer(place, from, to))) return;
  if (draft.dressCode === null && isDress(text)) {
    draft.put('dressCode', line, from, to);
    return;
  }
  if (draft.title === null && !noTitle) {
    // "Diberitahukan kepada seluruh ASN, besok akan dilaksanakan ..."
    if (
      to < line.text.length &&
      /^(?:di(?:beritahukan|sampaikan|informasikan|umumkan))\s+kepada\s[^:]{3,120}$/iu.test(text)
    ) {
      draft.pass(line, from, to);
      return;
    }
    takeTitle(place, from, to);
    return;
  }
  if (draft.tellsOld && (looksLikePlace(text) || /^di\s/iu.test(text))) {
    takeField(place, from, from, to, 'wasVenue');
    return;
  }
  // "pk. 10.00 wita di Renon"
  if (draft.venue === null && /^(?:di|@)\s+\S/iu.test(text) && text.split(/\s+/u).length <= 7) {
    takePlace(place, from + (/^(?:di|@)\s+/iu.exec(text)?.[0].length ?? 0), to);
    return;
  }
  // a place by its name wins over a line that only stood where places stand
  if (draft.venue?.assumed && number > draft.titleLine && looksLikePlace(text) && from === 0) {
    draft.notUnderstood.push(...draft.venue.spans);
    draft.venue = null;
  }
  if ((draft.venue === null || isOnline(draft.venue.value)) && looksLikePlace(text)) {
    const lead = /^(?:di\s+|@\s*)/iu.exec(text)?.[0].length ?? 0;
    takePlace(place, from + lead, to);
    return;
  }
  if (draft.venue === null && isOnline(text)) {
    draft.put('venue', line, from, to);
    return;
  }
  if (draft.organizer === null && looksLikeAgency(text, setting.agencies)) {
    draft.put('organizer', line, from, to);
    return;
  }
  if (continues(draft, line, number, text)) {
    draft.putTitle(line, number, from, to);
    return;
  }
  // `time | title | place`: what stands third is the place, most likely
  if (draft.venue === null && draft.titleLine === number && text.length <= 80 && markBefore(line, from)) {
    draft.put('venue', line, from, to);
    if (draft.venue) draft.venue = { ...(draft.venue as Piece<string>), assumed: true };
    return;
  }
  if (placeUnder(place, from, to, text)) return;
  // behind the hour and the place only the dress is left that may still be anything
  if (
    draft.startClock !== null &&
    draft.venue !== null &&
    draft.dressCode === null &&
    from === 0 &&
    /^(?:menyesuaikan|bebas)[.!]?$/iu.test(text)
  ) {
    draft.dressCode = { value: text.trim(), spans: [spanOf(line, from, to) ?? line.span], assumed: true };
    return;
  }
  draft.miss(line, from, to);
}

/** The line under the name of an event that has its hour and nothing else: most likely the place. A person is asked to look. */
function placeUnder({ draft, line, number }: Place, from: number, to: number, text: string): boolean {
  const bare = draft.venue === null && draft.organizer === null && draft.dressCode === null && draft.note === null;
  if (!bare || draft.startClock === null || number !== draft.titleLine + 1) return false;
  if (line.text.slice(from).trim() !== text || from > 0 || text.split(/\s+/u).length > 7 || text.length > 70)
    return false;
  if (flexible.test(text) || !/^[\p{Lu}\d]/u.test(text) || /[:;?!🙏]|\d[.:]\d\d/u.test(text)) return false;
  draft.put('venue', line, from, to);
  if (draft.venue) draft.venue = { ...(draft.venue as Piece<string>), assumed: true };
  return true;
}

/** `Sambutan Bupati` behind a title; what follows a comma is not of the speech. */
function takeSpeechHere(place: Place, from: number, to: number, noTitle: boolean): boolean {
  const { draft, line, setting } = place;
  const text = line.text.slice(from, to);
  const lead = /^(?:ada |perlu )?sambutan(?:$|\s+(?:oleh\s+)?)/iu.exec(text)?.[0].length ?? 0;
  if (lead === 0 || draft.speech !== null || (draft.title === null && !noTitle)) return false;
  if (lead === text.length) {
    takeField(place, from, from, to, 'speech');
    return true;
  }
  const comma = text.indexOf(',', lead);
  for (const end of [to, ...(comma > 0 ? [from + comma] : [])]) {
    if (!readLeaders(line, from + lead, end, setting.leaders)) continue;
    takeField(place, from, from + lead, end, 'speech');
    if (end < to) draft.miss(line, end + 1, to);
    return true;
  }
  return false;
}

function markBefore(line: Line, from: number): boolean {
  return /[|,.–—-]\s*$/u.test(line.text.slice(Math.max(0, from - 4), from));
}
