import type { AcceptedProposal } from '../../../../src-main/contract/agenda.ts';
import type { Proposal, Span } from '../../../../src-main/contract/agenda-reading.ts';
import type { When } from '../when-field.tsx';

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
export function toAccept(card: Card): AcceptedProposal {
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

export type Mark = 'heading' | 'time' | 'title' | 'place' | 'people' | 'other' | 'assumed' | 'missed' | 'passed';

export interface Piece {
  readonly text: string;
  readonly mark: Mark | null;
  /** Keys of the proposals it was read for. */
  readonly keys: readonly string[];
}

interface MarkedSpan extends Span {
  readonly mark: Mark;
  readonly key: string | null;
}

/** The original cut into pieces, each with what it was understood as. What is not understood wins over everything. */
export function piecesOf(
  text: string,
  reading: {
    proposals: readonly Proposal[];
    headings: readonly Span[];
    passedOver: readonly Span[];
    notUnderstood: readonly Span[];
  },
): Piece[] {
  const spans: MarkedSpan[] = [];
  const add = (mark: Mark, list: readonly Span[], key: string | null = null) => {
    for (const span of list) spans.push({ ...span, mark, key });
  };
  add('passed', reading.passedOver);
  add('heading', reading.headings);
  for (const proposal of reading.proposals) {
    const { key } = proposal;
    const field = (mark: Mark, piece: { spans: Span[]; assumed: boolean } | null) => {
      if (piece) add(piece.assumed ? 'assumed' : mark, piece.spans, key);
    };
    field('other', proposal.organizer);
    field('other', proposal.dressCode);
    field('other', proposal.note);
    field('other', proposal.pressAccess);
    field('other', proposal.releaseNeeded);
    field('other', proposal.tentative);
    field('people', proposal.companions);
    field('title', proposal.title);
    field('place', proposal.venue);
    field('time', proposal.startClock);
    field('time', proposal.endClock);
    field('time', proposal.openEnd);
    if (proposal.zone.spans.length > 0 && !proposal.zone.assumed) field('time', proposal.zone);
    for (const leader of proposal.leaders) add('people', [...leader.spans, ...leader.delegateSpans], key);
    for (const doubt of proposal.doubts) {
      if (!['leader_unknown', 'delegate_unknown', 'zone_assumed'].includes(doubt.code))
        add('assumed', doubt.spans, key);
    }
    add('missed', proposal.notUnderstood, key);
  }
  add('missed', reading.notUnderstood);
  const edges = [...new Set([0, text.length, ...spans.flatMap((span) => [span.start, span.end])])].sort(
    (a, b) => a - b,
  );
  const pieces: Piece[] = [];
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1];
    if (to === undefined || to <= from) continue;
    const over = spans.filter((span) => span.start <= from && span.end >= to);
    const mark = over.at(-1)?.mark ?? null;
    const keys = [...new Set(over.flatMap((span) => (span.key ? [span.key] : [])))];
    pieces.push({ text: text.slice(from, to), mark, keys });
  }
  return pieces;
}
