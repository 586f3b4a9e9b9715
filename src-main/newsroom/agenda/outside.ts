import type { Attendance, Event, EventChange } from '../../contract/agenda-nouns.ts';
import type { Contact, Duty, Speech } from '../../contract/event-parts.ts';
import type { Caller } from '../caller.ts';
import { isOutside } from './may-see.ts';
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
 * The history of an event, oldest first, as this caller may read it. Who only looks learns nothing of the time when it was closed, nor
 * what their copy of the event does not say.
 */
export function historyFor(caller: Pick<Caller, 'roles'>, lines: readonly EventChange[]): EventChange[] {
  if (!isOutside(caller)) return [...lines];
  const opened = lines.findLastIndex(({ changes }) =>
    changes.some(({ field, old }) => field === 'pressAccess' && old === 'closed'),
  );
  return lines.slice(opened + 1).flatMap((line) => {
    const changes = line.changes
      .filter(({ field }) => !inside.has(field))
      .map(({ field, old, new: now }) => ({ field, old: said(field, old), new: said(field, now) }));
    if (changes.length === 0 && line.changes.length > 0) return [];
    return [{ ...line, changes, reason: line.reason === null ? null : withoutPhones(line.reason) }];
  });
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
