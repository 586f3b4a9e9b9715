import type { Attendance, Event, EventFields, NewEvent } from '../../../../src-main/contract/agenda-nouns.ts';
import type { Zone } from '../../../../src-main/contract/basics.ts';
import type {
  Assignment,
  Contact,
  Repeat,
  RundownItem,
  Speech,
  Visit,
} from '../../../../src-main/contract/event-parts.ts';
import { type When, whenOf } from '../when.ts';
import type { NewLeaders } from './new-leaders.ts';

/** What stands in the fields of an event. */
export interface EventValues extends Record<string, unknown> {
  title: string;
  kind: EventFields['kind'];
  when: When | null;
  /** Stand in for `when` where the core names the field of its refusal. */
  start: string;
  end: string;
  zone: Zone;
  openEnd: boolean;
  venue: string;
  organizer: string;
  dressCode: string;
  companions: string;
  note: string;
  transitRoom: string;
  protocolOfficer: Contact;
  contact: Contact;
  speech: Speech;
  rundown: RundownItem[];
  requiredPhotos: string[];
  visit: Visit | null;
  crew: Assignment[];
  pressAccess: EventFields['pressAccess'];
  openDespite: string;
  releaseNeeded: boolean;
  attendance: Attendance[];
  newLeaders: NewLeaders;
  state: NewEvent['state'];
  reason: string;
  /** Why what clashes for sure is kept all the same. */
  why: string;
  repeat: Repeat | null;
  scope: 'one' | 'following';
}

const nobody: Contact = { name: '', phone: '' };

/** The fields of an event as it is, or of one that is to be. */
export function valuesOf(event: Event | null, zone: Zone, start: Partial<EventValues> = {}): EventValues {
  return {
    title: event?.title ?? '',
    kind: event?.kind ?? 'lainnya',
    when: event ? whenOf(event) : null,
    start: '',
    end: '',
    zone: event?.zone ?? zone,
    openEnd: event?.openEnd ?? false,
    venue: event?.venue ?? '',
    organizer: event?.organizer ?? '',
    dressCode: event?.dressCode ?? '',
    companions: event?.companions ?? '',
    note: event?.note ?? '',
    transitRoom: event?.transitRoom ?? '',
    protocolOfficer: event?.protocolOfficer ?? nobody,
    contact: event?.contact ?? nobody,
    speech: event?.speech ?? { needed: false, officialId: null, speaker: '' },
    rundown: event?.rundown ?? [],
    requiredPhotos: event?.requiredPhotos ?? [],
    visit: event?.visit ?? null,
    crew: (event?.crew ?? []).map(({ role, userId, name }) => ({ role, userId, name })),
    pressAccess: event?.pressAccess ?? 'open',
    openDespite: event?.openDespite ?? '',
    releaseNeeded: event?.releaseNeeded ?? false,
    attendance: event?.attendance ?? [],
    newLeaders: {},
    state: 'confirmed',
    reason: '',
    why: '',
    repeat: null,
    scope: 'one',
    ...start,
    ...(start.when?.openEnd ? { openEnd: true } : {}),
  };
}

/** What the core is told: lines that were left empty are nothing. */
export function fieldsOf(values: EventValues): EventFields {
  const { when, zone, openEnd } = values;
  return {
    title: values.title,
    kind: values.kind,
    start: when?.start ?? '',
    end: when?.end ?? null,
    // what the time was read as, and nothing that stood there before
    openEnd: when ? when.end === null && when.openEnd : openEnd,
    zone,
    venue: values.venue,
    organizer: values.organizer,
    dressCode: values.dressCode,
    companions: values.companions,
    note: values.note,
    transitRoom: values.transitRoom,
    protocolOfficer: values.protocolOfficer,
    contact: values.contact,
    speech: values.speech.needed ? values.speech : { needed: false, officialId: null, speaker: '' },
    rundown: values.rundown.filter((item) => item.what.trim() !== ''),
    requiredPhotos: values.requiredPhotos,
    visit: values.visit,
    crew: values.crew.filter((one) => one.userId !== null || one.name.trim() !== ''),
    pressAccess: values.pressAccess,
    openDespite: values.openDespite,
    releaseNeeded: values.releaseNeeded,
    attendance: values.attendance,
  };
}
