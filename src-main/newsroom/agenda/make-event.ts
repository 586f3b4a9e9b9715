import { Temporal } from 'temporal-polyfill';
import type { Attendance, Event, EventFields, NewEvent } from '../../contract/agenda-nouns.ts';
import type { Id } from '../../contract/basics.ts';
import type { Duty } from '../../contract/event-parts.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { assigned } from './crew.ts';

/** Fields whose change after confirmation makes a revision (domain.md 1.4: time, venue, dress, leader). */
export const revisedFields = ['start', 'end', 'openEnd', 'zone', 'venue', 'dressCode', 'attendance'] as const;

/** What of an event is settled here; duties have their own rule in `crew.ts`. */
type Settled = Pick<EventFields, 'start' | 'end' | 'openEnd' | 'attendance'>;

/** Settles what a person said: an end makes the open end untrue, a delegate belongs only to who is represented. */
export function settleFields<T extends Settled>(fields: T): Outcome<T> {
  const end = fields.end;
  if (end !== null && end <= fields.start) return refused('end_before_start', {}, 'end');
  const attendance: Attendance[] = [];
  for (const [index, answer] of fields.attendance.entries()) {
    const delegated = answer.answer === 'delegated';
    if (delegated && !answer.delegateId && !answer.delegateName) {
      return refused('delegate_needed', {}, `attendance.${index}.delegateName`);
    }
    if (attendance.some((other) => other.officialId === answer.officialId)) continue;
    attendance.push(delegated ? answer : { ...answer, delegateId: null, delegateName: null });
  }
  return done({ ...fields, openEnd: end === null && fields.openEnd, attendance });
}

/** A new event of what a person said, with what follows from it; its crew is settled by `settleCrew`. */
export function makeEvent(id: Id, input: NewEvent, crew: readonly Duty[]): Outcome<Event> {
  const settled = settleFields(input);
  if (!settled.ok) return settled;
  const fields = settled.value;
  return done({
    id,
    kind: fields.kind,
    title: fields.title,
    state: fields.state,
    start: fields.start,
    end: fields.end,
    openEnd: fields.openEnd,
    zone: fields.zone,
    ...derived(fields),
    venue: fields.venue,
    organizer: fields.organizer,
    dressCode: fields.dressCode,
    companions: fields.companions,
    note: fields.note,
    pressAccess: fields.pressAccess,
    openDespite: fields.openDespite,
    releaseNeeded: fields.releaseNeeded,
    attendance: fields.attendance,
    transitRoom: fields.transitRoom,
    protocolOfficer: fields.protocolOfficer,
    contact: fields.contact,
    speech: fields.speech,
    rundown: fields.rundown,
    requiredPhotos: fields.requiredPhotos,
    visit: fields.visit,
    crew: [...crew],
    seriesId: null,
    seriesDay: null,
    externalUid: fields.externalUid,
    stateReason: null,
    revision: fields.state === 'confirmed' ? 1 : 0,
    version: 1,
  });
}

/** Day and instant of the start. */
export function derived(fields: Pick<EventFields, 'start' | 'zone'>): Pick<Event, 'startsAt' | 'day'> {
  const instant = Temporal.PlainDateTime.from(fields.start).toZonedDateTime(fields.zone).toInstant();
  return { startsAt: instant.toString({ fractionalSecondDigits: 3 }), day: fields.start.slice(0, 10) };
}

/** Which fields differ, old -> new. */
export function differences(
  before: EventFields,
  after: EventFields,
): { field: keyof EventFields; old: unknown; new: unknown }[] {
  const fields = Object.keys(before) as (keyof EventFields)[];
  return fields
    .map((field) => ({ field, old: told(before, field), new: told(after, field) }))
    .filter((one) => compared.has(one.field) && JSON.stringify(one.old) !== JSON.stringify(one.new));
}

const told = (fields: EventFields, field: keyof EventFields): unknown =>
  field === 'crew' ? assigned(fields.crew) : fields[field];

const compared: ReadonlySet<string> = new Set<keyof EventFields>([
  'kind',
  'title',
  'start',
  'end',
  'openEnd',
  'zone',
  'venue',
  'organizer',
  'dressCode',
  'companions',
  'note',
  'pressAccess',
  'openDespite',
  'releaseNeeded',
  'attendance',
  'transitRoom',
  'protocolOfficer',
  'contact',
  'speech',
  'rundown',
  'requiredPhotos',
  'visit',
  'crew',
]);
