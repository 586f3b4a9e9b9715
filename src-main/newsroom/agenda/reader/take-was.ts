import { readDay } from './dates.ts';
import { looksLikePlace } from './fields.ts';
import type { FieldName } from './labels.ts';
import { spanOf } from './lines.ts';
import type { Place } from './place.ts';
import { readTime } from './times.ts';

/** What a field was until now, from words that were struck out. */
export function takeStruck(place: Place, field: FieldName): boolean {
  const [struck] = place.line.struck;
  if (!struck || !['time', 'venue', 'day', 'newTime', 'newVenue'].includes(field)) return false;
  const span = { start: struck.start, end: struck.end };
  const taken = putWas(place, field, struck.text, span);
  if (taken) place.draft.act ??= { value: 'change', spans: [], assumed: true };
  return taken;
}

/** Puts words that tell how it was until now. False when they tell nothing of the kind. */
export function takeWas(place: Place, field: FieldName, from: number, to: number, text: string): boolean {
  const span = spanOf(place.line, from, to);
  return span !== null && putWas(place, field, text, span);
}

function putWas(
  { draft, setting }: Place,
  field: FieldName,
  text: string,
  span: { start: number; end: number },
): boolean {
  if (field === 'venue' || field === 'newVenue' || field === 'wasVenue') {
    const value = text.trim().replace(/^(?:bertempat\s+)?(?:di\s+|@\s*)(?=\S)/iu, '');
    if (value === '') return false;
    draft.was.venue ??= { value, spans: [span], assumed: false };
    return true;
  }
  const day = readDay(text, setting.today);
  const rest = day ? `${text.slice(0, day.from)}${' '.repeat(day.to - day.from)}${text.slice(day.to)}` : text;
  const time = readTime(rest, field !== 'day' && /^\s*(?:pukul|pkl|jam|\d)/iu.test(rest));
  if (field === 'wasTime' && !day && !time && looksLikePlace(text.trim()))
    return putWas({ draft, setting } as Place, 'wasVenue', text, span);
  if (day?.day) draft.was.day ??= { value: day.day, spans: [span], assumed: day.assumed !== null };
  if (time) draft.was.startClock ??= { value: time.start, spans: [span], assumed: false };
  // "Semula: pukul 10.00 Wita di Anjungan Karamumus"
  const at =
    time && field === 'wasTime'
      ? /^[\s,]*(?:bertempat\s+)?(?:di\s+|@\s*)(?<where>\p{L}.{2,120})$/iu.exec(rest.slice(time.to))
      : null;
  if (at?.groups?.where) draft.was.venue ??= { value: at.groups.where.trim(), spans: [span], assumed: false };
  return Boolean(day?.day || time);
}
