import { Temporal } from 'temporal-polyfill';
import type { Event } from '../../../contract/agenda-nouns.ts';
import type { Id, Language, Zone } from '../../../contract/basics.ts';
import type { Official } from '../../../contract/register.ts';
import { type Edition, forEdition, officialsFor } from './edition.ts';

/** What an event says on paper, words of the office only; labels and times are put in by who prints it. */
export interface SheetItem {
  readonly event: Pick<
    Event,
    'id' | 'title' | 'start' | 'end' | 'openEnd' | 'zone' | 'state' | 'revision' | 'pressAccess'
  >;
  /** 1, 2, 3 within its leader's day. */
  readonly number: number;
  /** `Sekda`, with what they were told; null where the leader comes. */
  readonly delegate: { readonly name: string; readonly instruction: string } | null;
  readonly absent: boolean;
  readonly venue: string;
  readonly organizer: string;
  readonly dressCode: string;
  readonly transitRoom: string;
  readonly companions: string;
  readonly officer: Event['protocolOfficer'];
  readonly contact: Event['contact'];
  /** Who speaks; empty where nobody does, null where it is not said who. */
  readonly speech: string | null;
  readonly note: string;
}

export interface LeaderDay {
  /** `Wali Kota`; null for events without a leader. */
  readonly leader: string | null;
  readonly items: readonly SheetItem[];
}

export interface SheetDay {
  readonly day: string;
  readonly leaders: readonly LeaderDay[];
  /** Highest revision of what stands there; 0 where nothing was changed after it was confirmed. */
  readonly revision: number;
}

/** The head of a paper: lines and emblem of the office. */
export interface PaperHead {
  readonly lines: readonly string[];
  readonly footer: string;
  /** PNG or JPEG. */
  readonly logo: { readonly bytes: Uint8Array; readonly type: 'image/png' | 'image/jpeg' } | null;
}

/** *Agenda Harian Pimpinan* of one day or several, ready to be printed. */
export interface DaySheet {
  readonly language: Language;
  readonly edition: Exclude<Edition, 'calendar'>;
  /** `list`: one leader's events below each other. `matrix`: times downwards, leaders across. */
  readonly arrangement: 'list' | 'matrix';
  /** The one leader it is for; null for all. */
  readonly leader: string | null;
  readonly days: readonly SheetDay[];
  readonly head: PaperHead;
  /** Local wall time when it is made, and the office's zone. */
  readonly madeAt: string;
  readonly zone: Zone;
}

export interface SheetChoice {
  readonly from: string;
  readonly to: string;
  readonly edition: Exclude<Edition, 'calendar'>;
  readonly arrangement: 'list' | 'matrix';
  readonly leaderId: Id | null;
  readonly language: Language;
}

/** States in which an event does not take place then. */
const off: readonly Event['state'][] = ['cancelled', 'postponed'];

/**
 * Puts events into the order of the sheet: by day, by leader in the order of the register, by start. An event of two leaders stands
 * under both; what was cancelled or put off is out.
 */
export function daySheet(
  choice: SheetChoice,
  events: readonly Event[],
  register: readonly Official[],
  made: { readonly head: PaperHead; readonly at: string; readonly zone: Zone },
): DaySheet {
  const officials = officialsFor(register, choice.edition);
  const shown = forEdition(events, choice.edition).filter((event) => !off.includes(event.state));
  const days: SheetDay[] = daysBetween(choice.from, choice.to).map((day) => {
    const today = shown.filter((event) => event.day === day);
    return {
      day,
      leaders: leaderDays(today, choice, officials),
      revision: Math.max(0, ...today.map((event) => event.revision)),
    };
  });
  const leader = officials.find(({ id }) => id === choice.leaderId);
  return {
    language: choice.language,
    edition: choice.edition,
    arrangement: choice.arrangement,
    leader: choice.leaderId === null ? null : calledOf(leader),
    days,
    head: made.head,
    madeAt: made.at,
    zone: made.zone,
  };
}

function leaderDays(events: readonly Event[], choice: SheetChoice, officials: readonly Official[]): LeaderDay[] {
  const ids = new Set(events.flatMap((event) => event.attendance.map(({ officialId }) => officialId)));
  const inOrder = [
    ...officials.filter(({ id }) => ids.has(id)).map(({ id }) => id),
    ...[...ids].filter((id) => !officials.some((official) => official.id === id)),
  ].filter((id) => choice.leaderId === null || id === choice.leaderId);
  const found: LeaderDay[] = inOrder.map((id) => ({
    leader: calledOf(officials.find((official) => official.id === id)),
    items: events
      .filter((event) => event.attendance.some(({ officialId }) => officialId === id))
      .map((event, at) => item(event, at + 1, id, officials)),
  }));
  if (choice.leaderId !== null) return found;
  const others = events.filter((event) => event.attendance.length === 0);
  if (others.length > 0) {
    found.push({ leader: null, items: others.map((event, at) => item(event, at + 1, null, officials)) });
  }
  return found;
}

function item(event: Event, number: number, leaderId: Id | null, officials: readonly Official[]): SheetItem {
  const answer = event.attendance.find(({ officialId }) => officialId === leaderId);
  const delegate = answer?.answer === 'delegated' ? answer : null;
  return {
    event,
    number,
    delegate: delegate && {
      name: delegate.delegateId
        ? calledOf(officials.find(({ id }) => id === delegate.delegateId))
        : (delegate.delegateName ?? ''),
      instruction: delegate.instruction ?? '',
    },
    absent: answer?.answer === 'absent',
    venue: event.venue,
    organizer: event.organizer,
    dressCode: event.dressCode,
    transitRoom: event.transitRoom,
    companions: event.companions,
    officer: event.protocolOfficer,
    contact: event.contact,
    speech: speechOf(event, officials),
    note: event.note,
  };
}

/** Who speaks: a name, null where words are needed and nobody said whose, empty where none are. */
export function speechOf(event: Pick<Event, 'speech'>, officials: readonly Official[]): string | null {
  const { needed, officialId, speaker } = event.speech;
  const name = officialId ? calledOf(officials.find(({ id }) => id === officialId)) : speaker.trim();
  if (name !== '') return name;
  return needed ? null : '';
}

/** What an agenda calls an official; a dash for one that is not known any more. */
export function calledOf(official: Official | undefined): string {
  return official?.shortPosition || official?.name || '–';
}

/** Every day from `from` to `to`, both included; at most 366. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from(from); days.length < 366 && day.toString() <= to; day = day.add({ days: 1 })) {
    days.push(day.toString());
  }
  return days;
}
