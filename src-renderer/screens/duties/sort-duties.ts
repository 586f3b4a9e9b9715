import type { Event } from '../../../src-main/contract/agenda-nouns.ts';
import { type Duty, type DutyState, dutyStates } from '../../../src-main/contract/event-parts.ts';

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

/** What is to be said next. Nobody is asked any more whether they accept, or have arrived at, what is over. */
export function nextStep({ duty, event }: MyDuty, today: string): { from: NotDone; to: DutyState } | null {
  const over = event.day < today && (duty.state === 'assigned' || duty.state === 'accepted');
  const from = over ? 'on_site' : duty.state;
  const to = dutyStates[dutyStates.indexOf(from) + 1];
  return from === 'done' || !to ? null : { from, to };
}
type NotDone = Exclude<DutyState, 'done'>;

/** @param today `2025-11-20` at the office */
export function sortDuties(all: readonly MyDuty[], today: string): SortedDuties {
  const byStart = all.toSorted((one, other) => one.event.startsAt.localeCompare(other.event.startsAt));
  return {
    today: byStart.filter(({ event }) => event.day === today),
    waiting: byStart.filter((one) => one.event.day < today && one.duty.state !== 'done' && !isOff(one)),
    coming: byStart.filter(({ event }) => event.day > today),
  };
}
