import type { Zone } from '../../../src-main/contract/basics.ts';

/** A time as it was understood: local wall times at `zone`, `2025-11-20T08:00`. */
export interface When {
  readonly start: string;
  readonly end: string | null;
  readonly openEnd: boolean;
  readonly zone: Zone;
}

/** The time of an event. */
export function whenOf(event: When): When {
  return { start: event.start, end: event.end, openEnd: event.openEnd, zone: event.zone };
}
