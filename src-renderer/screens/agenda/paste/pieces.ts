import type { Proposal, Span } from '../../../../src-main/contract/agenda-reading.ts';

export type Mark = 'heading' | 'time' | 'title' | 'place' | 'people' | 'other' | 'assumed' | 'missed' | 'passed';

export interface Piece {
  readonly text: string;
  readonly mark: Mark | null;
  /** Keys of the proposals it was read for. */
  readonly keys: ReadonlySet<string>;
}

/** Doubts that speak of no words of the text. */
const quiet: ReadonlySet<string> = new Set([
  'leader_unknown',
  'delegate_unknown',
  'zone_assumed',
  'target_missing',
  'target_unclear',
]);

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
    field('other', proposal.transitRoom);
    field('other', proposal.speech);
    field('other', proposal.rundown);
    field('other', proposal.reason);
    field('other', proposal.letter?.number ?? null);
    field('other', proposal.letter?.day ?? null);
    field('other', proposal.letter?.subject ?? null);
    field('people', proposal.protocolOfficer);
    field('people', proposal.contact);
    field('people', proposal.crew);
    field('people', proposal.companions);
    field('title', proposal.title);
    field('place', proposal.venue);
    field('time', proposal.startClock);
    field('time', proposal.endClock);
    field('time', proposal.openEnd);
    field('time', proposal.was.day);
    field('time', proposal.was.startClock);
    field('place', proposal.was.venue);
    // what happens to the event stands out as its heading does
    if (proposal.act.value !== 'add') field('heading', { ...proposal.act, assumed: false });
    if (proposal.visit) add('title', proposal.visit.spans, key);
    if (proposal.zone.spans.length > 0 && !proposal.zone.assumed) field('time', proposal.zone);
    for (const leader of proposal.leaders) add('people', [...leader.spans, ...leader.delegateSpans], key);
    for (const { code, spans: at } of proposal.doubts) {
      if (code === 'day_impossible') add('missed', at, key);
      else if (!quiet.has(code)) add('assumed', at, key);
    }
    add('missed', proposal.notUnderstood, key);
  }
  add('missed', reading.notUnderstood);
  return cutAt(text, spans);
}

/** One way along the text: what begins and ends at each edge, never all spans again. Where spans lie over each other the later wins. */
function cutAt(text: string, spans: readonly MarkedSpan[]): Piece[] {
  const edges = new Map<number, { begin: number[]; end: number[] }>();
  const edge = (at: number) => {
    const known = edges.get(at) ?? { begin: [], end: [] };
    edges.set(at, known);
    return known;
  };
  edge(0);
  edge(text.length);
  for (const [order, span] of spans.entries()) {
    if (span.end <= span.start) continue;
    edge(span.start).begin.push(order);
    edge(span.end).end.push(order);
  }
  const places = [...edges.keys()].sort((a, b) => a - b);
  const over = new Set<number>();
  const pieces: Piece[] = [];
  for (const [index, from] of places.entries()) {
    const { begin, end } = edge(from);
    for (const order of end) over.delete(order);
    for (const order of begin) over.add(order);
    const to = places[index + 1];
    if (to === undefined) continue;
    let top = -1;
    const keys = new Set<string>();
    for (const order of over) {
      top = Math.max(top, order);
      const key = spans[order]?.key;
      if (key) keys.add(key);
    }
    pieces.push({ text: text.slice(from, to), mark: spans[top]?.mark ?? null, keys });
  }
  return pieces;
}
