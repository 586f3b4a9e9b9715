import { readOpening } from './fields.ts';
import { spanOf } from './lines.ts';
import type { Place } from './place.ts';
import { readTime } from './times.ts';
import { readContact, type readCrew, readPhone, type readSpeech } from './told.ts';

type Speech = NonNullable<ReturnType<typeof readSpeech>>;
type Crew = NonNullable<ReturnType<typeof readCrew>>;

/** One line of the Susunan Acara: `08.30 Registrasi`, `1. Pembukaan`, `09.00 - 09.10 Laporan`. */
export function takeRundownLine(place: Place, from: number, to: number): void {
  const { draft, line } = place;
  const raw = line.text.slice(from, to);
  const time = readTime(raw);
  const leads = time !== null && /^[^\p{L}\p{N}]*$/u.test(raw.slice(0, time.from));
  const what = (leads ? raw.slice(time.to) : raw)
    .replace(/[\s;,]+(?:dan|serta)[\s;,]*$/iu, '')
    .replace(/^[\s:;|,–—-]+|[\s;,]+$/gu, '')
    .slice(0, 200);
  const span = spanOf(line, from, to);
  if (what === '' || !span) return;
  const item = { clock: leads ? time.start : null, what };
  draft.rundown = draft.rundown
    ? { ...draft.rundown, value: [...draft.rundown.value, item].slice(0, 60), spans: [...draft.rundown.spans, span] }
    : { value: [item], spans: [span], assumed: false };
}

/** `Agenda:` of a letter is what is gone through there, and no event. False for any other line. */
export function takeLetterAgenda(place: Place, from: number): boolean {
  const { draft, context, line } = place;
  const { letter } = context;
  if (letter && draft.title === null && !letter.subject && !letter.held) return false;
  if (!letter || !/^agenda\s*:/iu.test(line.text.slice(from))) return false;
  const start = from + line.text.slice(from).indexOf(':') + 1;
  draft.touch(line);
  const value = line.text.slice(start).trim().toLowerCase();
  // the name again
  if (value !== '' && [letter.held, letter.subject, draft.title].some((name) => name?.value.toLowerCase() === value))
    return true;
  draft.inRundown = true;
  takeRundownLine(place, start + (readOpening(line.text.slice(start).trimStart())?.length ?? 0) + 1, line.text.length);
  return true;
}

/** Puts a speech or a crew that was read. False when none was. */
export function takeTold(place: Place, field: 'speech', from: number, to: number, value: Speech | null): boolean;
export function takeTold(place: Place, field: 'crew', from: number, to: number, value: Crew | null): boolean;
export function takeTold(
  { draft, line }: Place,
  field: 'speech' | 'crew',
  from: number,
  to: number,
  value: Speech | Crew | null,
): boolean {
  const span = spanOf(line, from, to);
  if (value === null || !span) return false;
  const spans = [...(draft[field]?.spans ?? []), span];
  if (field === 'speech') draft.speech = { value: value as Speech, spans, assumed: false };
  else draft.crew = { value: [...(draft.crew?.value ?? []), ...(value as Crew)].slice(0, 30), spans, assumed: false };
  return true;
}

/** Puts whom to call, or the number of whom the line above named. */
export function takeContact(
  { draft, line }: Place,
  field: 'officer' | 'contact' | 'phone',
  labelFrom: number,
  from: number,
  to: number,
): void {
  const value = line.text.slice(from, to).trim();
  const span = spanOf(line, from, to);
  if (!span) return;
  if (field === 'phone') {
    const of = draft.lastContact ?? 'contact';
    const phone = readPhone(value);
    const before = draft[of];
    if (phone === null || before?.value.phone) draft.put('note', line, labelFrom, to, '\n');
    else
      draft[of] = {
        value: { name: before?.value.name ?? '', phone },
        spans: [...(before?.spans ?? []), span],
        assumed: false,
      };
    return;
  }
  const of = field === 'officer' ? 'protocolOfficer' : 'contact';
  const told = readContact(value);
  if (told === null || draft[of] !== null) {
    draft.put('note', line, labelFrom, to, '\n');
    return;
  }
  draft[of] = { value: told, spans: [span], assumed: false };
  draft.lastContact = of;
}
