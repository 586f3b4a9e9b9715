import type { ReactNode } from 'react';

/** What is shared: a day's agenda, perhaps of one leader and with the days after it, or one event. */
export type Subject =
  | { readonly kind: 'day'; readonly day: string; readonly days?: Span }
  | { readonly kind: 'event'; readonly id: string };

export type Edition = 'internal' | 'public';

/** What the forms of sharing have in common. */
export interface Shared {
  readonly of: Subject;
  readonly edition: Edition;
  /** First and last day; of an event its own day, null until it is known. */
  readonly from: string | null;
  readonly to: string | null;
  readonly leaderId: string | null;
  /** The choices that all forms have in common, with those of one form beside them. */
  readonly choose: (more?: ReactNode) => ReactNode;
}

/** How many days: today's, three, a week. */
export const spans = ['1', '3', '7'] as const;
export type Span = (typeof spans)[number];

/** The day so many days after. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
