import type { Event } from '../../../contract/agenda-nouns.ts';
import type { Language, Zone } from '../../../contract/basics.ts';
import type { Official } from '../../../contract/register.ts';
import { calledOf, speechOf } from './day-sheet.ts';

/** One event as a calendar knows it. */
export interface CalendarEntry {
  readonly event: Pick<
    Event,
    | 'id'
    | 'title'
    | 'state'
    | 'start'
    | 'end'
    | 'openEnd'
    | 'zone'
    | 'startsAt'
    | 'venue'
    | 'kind'
    | 'version'
    | 'seriesId'
    | 'seriesDay'
  >;
  /** `Wali Kota`, `Wakil Wali Kota: diwakili Sekda`. */
  readonly leaders: readonly { readonly name: string; readonly delegate: string | null; readonly absent: boolean }[];
  readonly organizer: string;
  readonly dressCode: string;
  readonly transitRoom: string;
  readonly companions: string;
  readonly officer: string;
  readonly speech: string | null;
  readonly crew: readonly { readonly role: Event['crew'][number]['role']; readonly name: string }[];
  readonly reason: string;
  /** RFC 3339 instant of its last change. */
  readonly changedAt: string;
}

/** Occurrences that come from one rule. */
export interface CalendarSeries {
  readonly id: string;
  /** RRULE without its name. */
  readonly rule: string;
  /** Local wall time of the first at `zone`. */
  readonly start: string;
  readonly zone: Zone;
  /** Every day the rule gives, by day; some may be left out. */
  readonly days: readonly string[];
}

/** A file of events, or what a subscription gives. */
export interface CalendarFile {
  readonly language: Language;
  /** How calendar programs list it: `Agenda Wali Kota`. */
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
  readonly series: readonly { readonly series: CalendarSeries; readonly entries: readonly CalendarEntry[] }[];
  /** Minutes before the start that a reminder rings; null for none. */
  readonly alarmMinutes: number | null;
  /** What programs are told to ask again after, in minutes; null for a file. */
  readonly refreshMinutes: number | null;
}

/**
 * Events in the shape of a calendar; they have passed their edition's gate. Cancelled ones stay, marked so: else they would live on
 * in copies.
 */
export function calendarEntries(
  events: readonly Event[],
  officials: readonly Official[],
  changedAt: ReadonlyMap<string, string>,
): CalendarEntry[] {
  const named = (id: string) => calledOf(officials.find((official) => official.id === id));
  return events.map((event) => ({
    event,
    leaders: event.attendance.map((answer) => ({
      name: named(answer.officialId),
      delegate:
        answer.answer === 'delegated'
          ? answer.delegateId
            ? named(answer.delegateId)
            : (answer.delegateName ?? '')
          : null,
      absent: answer.answer === 'absent',
    })),
    organizer: event.organizer,
    dressCode: event.dressCode,
    transitRoom: event.transitRoom,
    companions: event.companions,
    officer: event.protocolOfficer.name,
    speech: speechOf(event, officials),
    crew: event.crew.map(({ role, name }) => ({ role, name })),
    reason: event.stateReason ?? '',
    changedAt: changedAt.get(event.id) ?? event.startsAt,
  }));
}
