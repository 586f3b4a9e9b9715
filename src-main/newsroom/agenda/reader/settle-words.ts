import { placeAlone, saidClosed, withoutNote } from '../../../text/said-inside.ts';
import type { Draft, Piece } from './draft.ts';
import { readTime } from './times.ts';
import { readCall } from './told.ts';

/**
 * The last look at what everybody will read: no telephone number and no note to colleagues stays in a title or a place, and words that
 * say an event is closed close it, where nothing else said so.
 */
export function settleWords(draft: Draft): void {
  draft.title = kept(draft, draft.title, withoutNote);
  draft.venue = kept(draft, draft.venue, placeAlone);
  for (const piece of [draft.title, draft.venue, draft.organizer])
    if (piece && draft.startClock && secondClock(piece.value)) draft.notUnderstood.push(...piece.spans);
  for (const piece of [draft.title, draft.venue, draft.note]) {
    if (!piece || saidClosed([piece.value]) === null) continue;
    if (draft.pressAccess === null) draft.pressAccess = { value: 'closed', spans: piece.spans, assumed: true };
    else if (draft.pressAccess.value === 'open' && piece !== draft.note) draft.notUnderstood.push(...piece.spans);
  }
}

/** An hour within a name or a place is that of another event, or of something nobody has read: a person has to look. */
const secondClock = (text: string): boolean =>
  /\d/u.test(text) && readTime(text.replace(/\d{1,2}[.:]\d{3}/gu, ' ')) !== null;

/** What is left of a piece; what goes is kept as a note, because a person may need it. */
function kept(draft: Draft, piece: Piece<string> | null, clean: (text: string) => string): Piece<string> | null {
  if (piece === null) return null;
  let value = clean(piece.value);
  for (let number = readCall(value); number !== null; number = readCall(value)) {
    const at = value.indexOf(number);
    value = `${value.slice(0, at)}${value.slice(at + number.length)}`.replace(/[\s,;:(–—-]+(?=\)?\s*$)/u, '').trim();
  }
  if (value === piece.value.trim()) return piece;
  const note = { value: piece.value, spans: piece.spans, assumed: true };
  draft.note = draft.note
    ? { ...draft.note, value: `${draft.note.value}\n${note.value}`, spans: [...draft.note.spans, ...note.spans] }
    : note;
  if (value === '') {
    draft.notUnderstood.push(...piece.spans);
    return null;
  }
  return { ...piece, value, assumed: true };
}
