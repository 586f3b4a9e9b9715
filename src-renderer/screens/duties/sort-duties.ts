import type { Event } from '../../../src-main/contract/agenda-nouns.ts';
import type { Duty } from '../../../src-main/contract/event-parts.ts';

export interface MyDuty {
  readonly duty: Duty;
  readonly event: Event;
}

/** A person's duties as they are looked at: what is today, what is past and not brought home yet, what comes. */
export interface SortedDuties {
  readonly today: readonly MyDuty[];
  readonly waiting: readonly MyDuty[];
  readonly coming: readonly MyDuty[];
}

/** Whether nothing is to be done for it any more. */
export function isOff({ event }: MyDuty): boolean {
  return event.state === 'cancelled' || event.state === 'postponed';
}

/** @param today `2025-11-20` at the office */
export function sortDuties(all: readonly MyDuty[], today: string): SortedDuties {
  const byStart = all.toSorted((one, other) => one.event.startsAt.localeCompare(other.event.startsAt));
  return {
    today: byStart.filter(({ event }) => event.day === today),
    waiting: byStart.filter((one) => one.event.day < today && one.duty.state !== 'done' && !isOff(one)),
    coming: byStart.filter(({ event }) => event.day > today),
  };
}
