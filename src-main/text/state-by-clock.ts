import type { Event, EventState } from '../contract/agenda-nouns.ts';

/** Nobody knows when an event without an end is over; as long as this it is said to go on. */
export const OPEN_MINUTES = 180;
/** A person who said that it goes on is believed this much longer than its end: events run late. */
export const LATE_MINUTES = 360;

/**
 * The state an event is seen in now. A confirmed one whose time has come goes on, and is over after its end, without anybody pressing
 * for it. What is kept stays what people said: this writes nothing, and history shows no act that nobody did. What was never confirmed
 * stays unconfirmed, because nobody knows whether it took place; what was put off or called off stays so.
 * @param event with the instant of its start and its local times
 * @param now RFC 3339 UTC
 */
export function stateByClock(event: Pick<Event, 'state' | 'start' | 'end' | 'startsAt'>, now: string): EventState {
  if (event.state !== 'confirmed' && event.state !== 'ongoing') return event.state;
  const start = Date.parse(event.startsAt);
  const at = Date.parse(now);
  // both local times are of the event's zone, and no zone of Indonesia ever moves its clocks
  const lasts =
    event.end === null ? OPEN_MINUTES * 60_000 : Date.parse(`${event.end}Z`) - Date.parse(`${event.start}Z`);
  const over = start + lasts + (event.state === 'ongoing' ? LATE_MINUTES * 60_000 : 0);
  if (at >= over) return 'done';
  return at >= start ? 'ongoing' : event.state;
}
