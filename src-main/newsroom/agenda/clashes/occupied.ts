import type { Event } from '../../../contract/agenda-nouns.ts';
import type { Id } from '../../../contract/basics.ts';

/** An event without an end surely takes this long; a meeting that begins ten minutes later cannot be gone to as well. */
const SURE_MINUTES = 15;
const LONG_HOURS = 12;
const MINUTE = 60_000;

/** When an event takes people and its room, in milliseconds since 1970. */
export interface Taken {
  readonly from: number;
  /** As written, or as long as such events usually take. */
  readonly to: number;
  /** Until when it surely lasts. */
  readonly sureTo: number;
}

/** @param assumedMinutes how long an event is thought to last whose end is not known */
export function takenBy(event: Pick<Event, 'startsAt' | 'start' | 'end'>, assumedMinutes: number): Taken {
  const from = Date.parse(event.startsAt);
  if (event.end === null) return { from, to: from + assumedMinutes * MINUTE, sureTo: from + SURE_MINUTES * MINUTE };
  // both are local times of one zone, and no zone of Indonesia ever moves its clocks; for a month of events a calendar is slow
  const to = from + Date.parse(`${event.end}Z`) - Date.parse(`${event.start}Z`);
  // a fair of three days does not hold a leader for three days
  return { from, to, sureTo: to - from > LONG_HOURS * 60 * MINUTE ? from + SURE_MINUTES * MINUTE : to };
}

/** Somebody whom an event takes. */
export interface Taking {
  /** Tells people apart: an official, a person of the office, or a name from outside. */
  readonly who: string;
  readonly kind: 'leader' | 'crew';
  readonly officialId: Id | null;
  readonly standsInFor: Id | null;
  readonly name: string | null;
}

/**
 * Whom an event takes: leaders who come or may come, who stands in for those who do not, who receives guests, and the crew. Who was
 * only told by name cannot be told apart from a namesake and is left out among leaders.
 */
export function peopleOf(event: Pick<Event, 'attendance' | 'crew' | 'visit'>): Taking[] {
  const people = new Map<string, Taking>();
  const take = (officialId: Id, standsInFor: Id | null) => {
    const who = `official ${officialId}`;
    if (!people.has(who)) people.set(who, { who, kind: 'leader', officialId, standsInFor, name: null });
  };
  for (const answer of event.attendance) {
    if (answer.answer === 'unknown' || answer.answer === 'attends') take(answer.officialId, null);
    if (answer.answer === 'delegated' && answer.delegateId) take(answer.delegateId, answer.officialId);
  }
  if (event.visit?.receiverId) take(event.visit.receiverId, null);
  for (const duty of event.crew) {
    const who = duty.userId === null ? `name ${duty.name.trim().toLowerCase()}` : `user ${duty.userId}`;
    if (!people.has(who)) people.set(who, { who, kind: 'crew', officialId: null, standsInFor: null, name: duty.name });
  }
  return [...people.values()];
}

/** Not rooms that two events could fight for. */
const nowhere =
  /^(?:|-+|zoom|zoom meeting|google meet|daring|online|virtual|via zoom|menyusul|menyesuaikan|tentatif|tbc|tba|situasional|lapangan|masing masing.*|.*(?:zoom|google meet|\bdaring\b|\bvirtual\b).*)$/u;

/** One room however it is written: `Ruang Sewaka`, `R. Sewaka`, `ruang  sewaka.`; null where no room is meant. */
export function roomOf(venue: string): string | null {
  const plain = venue
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:di|bertempat di|tempat)\s+/u, '')
    .replace(/\b(?:r|rg|rng|ruangan)\b/gu, 'ruang')
    .replace(/\b(?:gd|gdg)\b/gu, 'gedung')
    .replace(/\b(?:lt)\b/gu, 'lantai')
    .replace(/\b(?:ktr)\b/gu, 'kantor');
  return nowhere.test(plain) ? null : plain;
}

/** Whether a place can hold only one event at a time: a room, not an office with many rooms. */
export function isOneRoom(room: string): boolean {
  return /(?:^|\s)(?:ruang|aula|ballroom|auditorium|pendopo|pendapa|wantilan|bale|sabha|hall|meeting room)(?:\s|$)/u.test(
    room,
  );
}
