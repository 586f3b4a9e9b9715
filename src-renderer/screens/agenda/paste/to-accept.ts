import type { ProposalToAccept } from '../../../../src-main/contract/agenda-accept.ts';
import type { Proposal } from '../../../../src-main/contract/agenda-reading.ts';
import type { When } from '../when.ts';

/** A proposal on its card: what was read, and what the person has corrected. */
export interface Card {
  readonly proposal: Proposal;
  readonly title: string;
  readonly when: When | null;
  readonly venue: string;
  readonly note: string;
  readonly state: 'open' | 'accepted' | 'skipped';
  /** The event that it became. */
  readonly eventId: string | null;
}

/** The card of a proposal that nobody has touched. */
export function cardOf(proposal: Proposal): Card {
  const { day, startClock, endClock, endDay, openEnd, zone } = proposal;
  return {
    proposal,
    title: proposal.title?.value ?? '',
    when:
      day && startClock
        ? {
            start: `${day.value}T${startClock.value}`,
            end: endClock && endDay ? `${endDay}T${endClock.value}` : null,
            openEnd: openEnd?.value ?? false,
            zone: zone.value,
          }
        : null,
    venue: proposal.venue?.value ?? '',
    note: proposal.note?.value ?? '',
    state: 'open',
    eventId: null,
  };
}

/** Whether it can become an event: it needs a name and a time. */
export function isComplete(card: Card): boolean {
  return card.title.trim() !== '' && card.when !== null;
}

/** The first day of the events that these cards became, or stood for already; null when there is none. */
export function firstDayOf(cards: readonly Card[]): string | null {
  const days = (chosen: readonly Card[]) =>
    chosen.flatMap(({ when }) => (when ? [when.start.slice(0, 10)] : [])).sort();
  const known = cards.filter((card) => card.proposal.knownEventId !== null);
  const [first] = days(cards.filter((card) => card.state === 'accepted'));
  return first ?? days(known)[0] ?? known[0]?.proposal.day?.value ?? null;
}

/** What the core is asked to accept. Only for a complete card. */
export function toAccept(card: Card): ProposalToAccept {
  const { proposal, when } = card;
  if (!when) throw new Error('a card without a time cannot be accepted');
  return {
    key: proposal.key,
    kind: proposal.kind?.value ?? 'lainnya',
    title: card.title.trim(),
    start: when.start,
    end: when.end,
    openEnd: when.openEnd,
    zone: when.zone,
    venue: card.venue.trim(),
    organizer: proposal.organizer?.value ?? '',
    dressCode: proposal.dressCode?.value ?? '',
    companions: proposal.companions?.value ?? '',
    note: card.note,
    pressAccess: proposal.pressAccess?.value ?? 'open',
    releaseNeeded: proposal.releaseNeeded?.value ?? false,
    // An agenda that was sent round is settled, unless it says otherwise.
    state: proposal.tentative?.value ? 'tentative' : 'confirmed',
    attendance: proposal.leaders.map((leader) => ({
      officialId: leader.officialId,
      called: leader.called,
      answer: leader.answer,
      delegateId: leader.delegateId,
      delegateName: leader.delegateId ? null : leader.delegateName,
      instruction: null,
    })),
  };
}
