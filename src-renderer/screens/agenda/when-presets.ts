import { Temporal } from 'temporal-polyfill';
import type { When } from './when.ts';

/** The same event so many minutes later (or earlier); it lasts as long as before. */
export function movedBy(when: When, minutes: number): When {
  const move = (local: string) =>
    Temporal.PlainDateTime.from(local).add({ minutes }).toString({ smallestUnit: 'minute' });
  return { ...when, start: move(when.start), end: when.end === null ? null : move(when.end) };
}

/** The same clocks so many days later. */
export function onAnotherDay(when: When, days: number): When {
  return movedBy(when, days * 24 * 60);
}
