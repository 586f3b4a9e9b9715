import { useQueries } from '@tanstack/react-query';
import type { Accepted } from '../../../../src-main/contract/agenda-accept.ts';
import { client } from '../../../client.ts';
import { countDoubles, type Doubles, isOpenDouble } from '../doubles.ts';
import { dayAfter } from '../share/subject.ts';
import type { Card } from './card.ts';

/** So many days are asked for at once, and so many times; what lies beyond is told on Beranda and in the agenda. */
const AT_ONCE_DAYS = 60;
const MOST_SPANS = 6;

export interface Landed {
  /** Doubles that nobody has answered for. */
  readonly count: Doubles;
  /** The accepted events that are in them. */
  readonly eventIds: readonly string[];
}

/** What was accepted and stands against something else: told, and never in the way of accepting. */
export function useLandedClashes(
  acceptings: readonly Accepted[],
  cards: readonly Card[],
  dayOfEvent: (id: string) => string | null,
): Landed {
  const ids = new Set(acceptings.flatMap((one) => [...one.events, ...one.changes].map((event) => event.id)));
  const days = cards
    .filter((card) => card.eventId !== null && ids.has(card.eventId))
    .flatMap((card) => [
      card.when?.start.slice(0, 10) ?? card.proposal.day?.value ?? null,
      card.target === null ? null : dayOfEvent(card.target),
    ])
    .filter((day) => day !== null);
  const answers = useQueries({
    queries: spansOf(days).map((input) => client.agenda.openClashes.queryOptions({ input })),
  });
  const found = answers
    .flatMap((answer) => answer.data ?? [])
    .filter((clash) => isOpenDouble(clash) && (ids.has(clash.eventId) || ids.has(clash.other?.id ?? '')));
  const eventIds = found.map((clash) => (ids.has(clash.eventId) ? clash.eventId : (clash.other?.id ?? '')));
  return { count: countDoubles(found), eventIds: [...new Set(eventIds)] };
}

/** The days as few spans that can be asked for. */
function spansOf(days: readonly string[]): { from: string; to: string }[] {
  const spans: { from: string; to: string }[] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = spans.at(-1);
    if (last && day <= dayAfter(last.from, AT_ONCE_DAYS)) last.to = day;
    else spans.push({ from: day, to: day });
  }
  return spans.slice(0, MOST_SPANS);
}
