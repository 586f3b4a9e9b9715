import type { Selectable } from 'kysely';
import type { Attendance, Event, EventChange } from '../../../contract/agenda-nouns.ts';
import type { Duty, Visit } from '../../../contract/event-parts.ts';
import type { Tables } from '../tables/index.ts';

/** What hangs on an event's row in tables of its own. */
export interface EventParts {
  readonly attendance: Attendance[];
  readonly crew: Duty[];
  readonly visit: Visit | null;
}

export function toAttendance(row: Selectable<Tables['event_attendance']>): Attendance {
  return {
    officialId: row.official_id,
    answer: row.answer as Attendance['answer'],
    delegateId: row.delegate_id,
    delegateName: row.delegate_name,
    instruction: row.instruction,
  };
}

export function toAttendanceRow(eventId: string, answer: Attendance, position: number): Tables['event_attendance'] {
  return {
    event_id: eventId,
    official_id: answer.officialId,
    position,
    answer: answer.answer,
    delegate_id: answer.delegateId,
    delegate_name: answer.delegateName,
    instruction: answer.instruction,
  };
}

export function toDuty(row: Selectable<Tables['duty']>): Duty {
  return {
    id: row.id,
    role: row.role as Duty['role'],
    userId: row.user_id,
    name: row.name,
    state: row.state as Duty['state'],
    stateAt: row.state_at,
  };
}

export function toDutyRow(eventId: string, duty: Duty, position: number): Tables['duty'] {
  return {
    id: duty.id,
    event_id: eventId,
    position,
    role: duty.role,
    user_id: duty.userId,
    name: duty.name,
    state: duty.state,
    state_at: duty.stateAt,
  };
}

export function toVisit(row: Selectable<Tables['event_visit']>): Visit {
  return {
    delegation: row.delegation,
    size: row.size,
    receiverId: row.receiver_id,
    receiverName: row.receiver_name,
    topics: row.topics,
    souvenir: row.souvenir,
  };
}

export function toVisitRow(eventId: string, visit: Visit): Tables['event_visit'] {
  return {
    event_id: eventId,
    delegation: visit.delegation,
    delegation_key: delegationKey(visit.delegation),
    size: visit.size,
    receiver_id: visit.receiverId,
    receiver_name: visit.receiverName,
    topics: visit.topics,
    souvenir: visit.souvenir,
  };
}

/** Two writings of one delegation: `DPRD Kab. Badung` and `dprd kabupaten badung`. */
export function delegationKey(delegation: string): string {
  return delegation
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\bkab\b/gu, 'kabupaten')
    .replace(/\bprov\b/gu, 'provinsi')
    .replace(/\bkec\b/gu, 'kecamatan');
}

export function toEvent(row: Selectable<Tables['event']>, parts: EventParts): Event {
  return {
    id: row.id,
    kind: row.kind as Event['kind'],
    title: row.title,
    state: row.state as Event['state'],
    start: row.start,
    end: row.end,
    openEnd: row.open_end === 1,
    zone: row.zone as Event['zone'],
    startsAt: row.starts_at,
    day: row.day,
    venue: row.venue,
    organizer: row.organizer,
    dressCode: row.dress_code,
    transitRoom: row.transit_room,
    protocolOfficer: { name: row.officer_name, phone: row.officer_phone },
    contact: { name: row.contact_name, phone: row.contact_phone },
    companions: row.companions,
    note: row.note,
    pressAccess: row.press_access as Event['pressAccess'],
    openDespite: row.open_despite,
    releaseNeeded: row.release_needed === 1,
    speech: {
      needed: row.speech_needed === 1,
      officialId: row.speech_official_id,
      speaker: row.speech_speaker,
    },
    rundown: JSON.parse(row.rundown) as Event['rundown'],
    requiredPhotos: JSON.parse(row.required_photos) as Event['requiredPhotos'],
    visit: parts.visit,
    attendance: parts.attendance,
    crew: parts.crew,
    seriesId: row.series_id,
    seriesDay: row.series_day,
    externalUid: row.external_uid,
    stateReason: row.state_reason,
    revision: row.revision,
    version: row.version,
  };
}

/** The event's own row; which fields are an occurrence's own is kept beside it. */
export function toEventRow(event: Event): Omit<Tables['event'], 'own_fields'> {
  return {
    id: event.id,
    kind: event.kind,
    title: event.title,
    state: event.state,
    start: event.start,
    end: event.end,
    open_end: event.openEnd ? 1 : 0,
    zone: event.zone,
    starts_at: event.startsAt,
    day: event.day,
    venue: event.venue,
    organizer: event.organizer,
    dress_code: event.dressCode,
    transit_room: event.transitRoom,
    officer_name: event.protocolOfficer.name,
    officer_phone: event.protocolOfficer.phone,
    contact_name: event.contact.name,
    contact_phone: event.contact.phone,
    companions: event.companions,
    note: event.note,
    press_access: event.pressAccess,
    open_despite: event.openDespite,
    release_needed: event.releaseNeeded ? 1 : 0,
    speech_needed: event.speech.needed ? 1 : 0,
    speech_official_id: event.speech.officialId,
    speech_speaker: event.speech.speaker,
    rundown: JSON.stringify(event.rundown),
    required_photos: JSON.stringify(event.requiredPhotos),
    series_id: event.seriesId,
    series_day: event.seriesDay,
    external_uid: event.externalUid,
    state_reason: event.stateReason,
    revision: event.revision,
    version: event.version,
  };
}

export function toChangeRow(change: EventChange): Tables['event_change'] {
  return {
    id: change.id,
    event_id: change.eventId,
    at: change.at,
    user_name: change.userName,
    act: change.act,
    version: change.version,
    revision: change.revision,
    changes: JSON.stringify(change.changes),
    reason: change.reason,
  };
}

export function toChange(row: Selectable<Tables['event_change']>): EventChange {
  return {
    id: row.id,
    eventId: row.event_id,
    at: row.at,
    userName: row.user_name,
    act: row.act as EventChange['act'],
    version: row.version,
    revision: row.revision,
    changes: JSON.parse(row.changes) as EventChange['changes'],
    reason: row.reason,
  };
}
