import type { Attendance, Event, EventChange } from '../../contract/agenda-nouns.ts';
import type { Contact, Duty, Speech } from '../../contract/event-parts.ts';
import { saidClosed } from '../../text/said-inside.ts';
import { staysInside } from '../../text/stays-inside.ts';
import type { Caller } from '../caller.ts';
import { isOutside, maySee } from './may-see.ts';
import { forEdition } from './outgoing/edition.ts';
import { withoutPhones } from './outgoing/without-phones.ts';

/** What the office tells itself: of no concern to who only looks. */
const inside: ReadonlySet<string> = new Set([
  'note',
  'rundown',
  'requiredPhotos',
  'visit',
  'externalUid',
  'openDespite',
]);

/** Events as this caller may read them: who only looks gets them without telephone numbers, notes and instructions. */
export function eventsFor<E extends Event>(caller: Pick<Caller, 'roles'>, events: readonly E[]): Event[] {
  return isOutside(caller) ? forEdition(events, 'calendar') : [...events];
}

/**
 * The history of an event, oldest first, as this caller may read it. Who only looks learns nothing of the time when it was closed, by its
 * field or by its words, nor what their copy of the event does not say.
 * @param event as it is after the last of these lines, whole
 * @param lines without a gap up to now; they may begin anywhere
 */
export function historyFor<L extends EventChange>(
  caller: Pick<Caller, 'roles'>,
  event: Event,
  lines: readonly L[],
): L[] {
  if (!isOutside(caller)) return [...lines];
  return openLines(caller, event, lines).flatMap((line) => {
    const changes = line.changes
      .filter(({ field, old, new: now }) => !inside.has(field) && !closes(old) && !closes(now))
      .map(({ field, old, new: now }) => ({ field, old: said(field, old), new: said(field, now) }));
    if (changes.length === 0 && line.changes.length > 0) return [];
    return [{ ...line, changes, reason: line.reason === null ? null : reasonFor(caller, line.reason) }];
  });
}

/** The lines since it was last closed: before each of them, and after it, this caller might have known of the event. */
function openLines<L extends EventChange>(caller: Pick<Caller, 'roles'>, event: Event, lines: readonly L[]): L[] {
  const open: L[] = [];
  let then = event;
  for (const line of [...lines].reverse()) {
    if (!maySee(caller, then)) break;
    then = { ...then, ...Object.fromEntries(line.changes.map(({ field, old }) => [field, old])) } as Event;
    // what opened it tells what it was
    if (line.act !== 'added' && !maySee(caller, then)) break;
    open.push(line);
  }
  return open.reverse();
}

/** Words that say "not for the public" stand for themselves, whatever the event is by now. */
const closes = (value: unknown): boolean => typeof value === 'string' && saidClosed([value]) !== null;

/** Why something was changed: who only looks is told no numbers, and nothing that was said among colleagues. */
export function reasonFor(caller: Pick<Caller, 'roles'>, reason: string): string | null {
  if (!isOutside(caller)) return reason;
  return staysInside(reason) ? null : withoutPhones(reason);
}

/** What a notice says has changed: a place that was closed by its words is not told to who only looks. */
export function toldFor<C extends { old: unknown; new: unknown }>(
  caller: Pick<Caller, 'roles'>,
  changes: readonly C[],
): C[] {
  return isOutside(caller) ? changes.filter((change) => !closes(change.old) && !closes(change.new)) : [...changes];
}

/** One value of a field without numbers and instructions, as `forEdition` says the field. */
function said(field: string, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (typeof value === 'string') return withoutPhones(value);
  if (field === 'attendance')
    return (value as Attendance[]).map((answer) => ({
      ...answer,
      delegateName: answer.delegateName === null ? null : withoutPhones(answer.delegateName),
      instruction: null,
    }));
  if (field === 'protocolOfficer' || field === 'contact')
    return { name: withoutPhones((value as Contact).name), phone: '' };
  if (field === 'speech') return { ...(value as Speech), speaker: withoutPhones((value as Speech).speaker) };
  if (field === 'crew') {
    const named = (duty: Duty) => ({ ...duty, name: withoutPhones(duty.name) });
    return Array.isArray(value) ? value.map(named) : named(value as Duty);
  }
  return value;
}

/** Whether words that were looked for stand in what this caller may read; the store looks into notes as well. */
export function holdsWords({ title, venue, organizer }: Event, text: string | undefined): boolean {
  const all = `${title}\n${venue}\n${organizer}`.toLowerCase();
  return (text ?? '')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
