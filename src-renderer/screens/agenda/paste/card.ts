import type { Event } from '../../../../src-main/contract/agenda-nouns.ts';
import type {
  DoubtCode,
  Proposal,
  ProposalAct,
  ReadLeader,
  Span,
} from '../../../../src-main/contract/agenda-reading.ts';
import type { When } from '../when.ts';

/** Fields of a card that are plain text. */
export const textFields = ['venue', 'organizer', 'dressCode', 'companions', 'transitRoom', 'note'] as const;
export type TextField = (typeof textFields)[number];

/** Fields that have parts of their own; a person writes them as in a message, and the core reads them. */
export const toldFields = ['leaders', 'protocolOfficer', 'contact', 'speech', 'crew', 'visit', 'rundown'] as const;
export type ToldField = (typeof toldFields)[number];

type Told = Pick<Proposal, ToldField>;
type Texts = Readonly<Record<TextField, string>>;

/** A proposal on its card: what was read, and what the person has corrected. */
export interface Card extends Told, Texts {
  readonly proposal: Proposal;
  readonly act: ProposalAct;
  /** The event that it changes, or that is the same; null for a new one, and while a person has still to choose. */
  readonly target: string | null;
  /** A person has said that it is a new event, or which one is meant. */
  readonly chosen: boolean;
  readonly title: string;
  /** Of a change: only what a person typed; else it follows from the text and the event. */
  readonly when: When | null;
  /** Something was typed for its end that is no time, or not yet. */
  readonly unclear: boolean;
  readonly reason: string;
  /** Where its event is one of a series: for this date alone, or for all that follow too. */
  readonly scope: 'one' | 'following';
  readonly pressAccess: Proposal['pressAccess'];
  readonly releaseNeeded: Proposal['releaseNeeded'];
  readonly state: 'open' | 'accepted' | 'skipped';
  /** The event that it became, or changed. */
  readonly eventId: string | null;
}

/** The card of a proposal that nobody has touched. */
export function cardOf(proposal: Proposal): Card {
  const text = (field: TextField) => proposal[field]?.value ?? '';
  return {
    proposal,
    act: proposal.act.value === 'add' && proposal.knownEventId !== null ? 'change' : proposal.act.value,
    target: proposal.knownEventId,
    chosen: false,
    title: proposal.title?.value ?? '',
    when: proposal.act.value === 'add' && proposal.knownEventId === null ? whenOf(proposal) : null,
    unclear: false,
    venue: text('venue'),
    organizer: text('organizer'),
    dressCode: text('dressCode'),
    companions: text('companions'),
    transitRoom: text('transitRoom'),
    note: text('note'),
    reason: proposal.reason?.value ?? '',
    scope: 'one',
    leaders: proposal.leaders,
    protocolOfficer: proposal.protocolOfficer,
    contact: proposal.contact,
    speech: proposal.speech,
    crew: proposal.crew,
    visit: proposal.visit,
    rundown: proposal.rundown,
    pressAccess: proposal.pressAccess,
    releaseNeeded: proposal.releaseNeeded,
    state: 'open',
    eventId: null,
  };
}

/** Whether these words are lines of their own: an event that was not recognised may stand there. */
export function isOwnLine(text: string, { start, end }: Span): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const [behind = ''] = text.slice(end).split('\n', 1);
  return !/[\p{L}\p{N}]/u.test(before + behind);
}

/**
 * Words that stand under one event and are another: a card of their own behind it, of the same day, and gone from the card they hung on,
 * where their place in a note would be a false one. What else is known of it a person types.
 */
export function takenApart(card: Card, span: Span, words: string): { rest: Card; own: Card } {
  const { proposal } = card;
  const { key, day, zone, doubts } = proposal;
  const isOther = (one: Span) => one.start !== span.start;
  const own: Proposal = {
    ...cleared,
    key: `${key}+${span.start}`,
    act: { value: 'add', spans: [], assumed: false },
    span,
    title: { value: words.replace(/^[^\p{L}\p{N}]+/u, ''), spans: [span], assumed: false },
    day,
    zone: { ...zone, spans: [] },
    // whom the heading names leads all that stands below it
    leaders: proposal.leaders.filter(
      ({ spans }) => spans.length > 0 && spans.every(({ end }) => end <= proposal.span.start),
    ),
    doubts: [...doubts.filter(({ code }) => ofDay.has(code)), { code: 'time_missing', spans: [], params: {} }],
  };
  const rest = { ...proposal, notUnderstood: proposal.notUnderstood.filter(isOther) };
  return { rest: { ...card, proposal: rest }, own: cardOf(own) };
}

const ofDay: ReadonlySet<DoubtCode> = new Set(['day_assumed', 'year_assumed', 'weekday_differs', 'day_impossible']);

/** A proposal of which nothing was read. */
const cleared = {
  was: { day: null, startClock: null, venue: null },
  reason: null,
  kind: null,
  startClock: null,
  shift: null,
  endClock: null,
  endDay: null,
  openEnd: null,
  venue: null,
  organizer: null,
  dressCode: null,
  companions: null,
  note: null,
  pressAccess: null,
  releaseNeeded: null,
  tentative: null,
  transitRoom: null,
  protocolOfficer: null,
  contact: null,
  speech: null,
  rundown: null,
  crew: null,
  visit: null,
  letter: null,
  leaders: [],
  notUnderstood: [],
  knownEventId: null,
  candidates: [],
} satisfies Partial<Proposal>;

/** The time as the text has it; null where day or clock is missing. */
export function whenOf({ day, startClock, endClock, endDay, openEnd, zone }: Proposal): When | null {
  if (!day || !startClock) return null;
  return {
    start: `${day.value}T${startClock.value}`,
    end: endClock && endDay ? `${endDay}T${endClock.value}` : null,
    openEnd: openEnd?.value ?? false,
    zone: zone.value,
  };
}

/** The card when a person says which event is meant; null: a new one. */
export function withTarget(card: Card, target: string | null): Card {
  if (target === null) return { ...card, act: 'add', target, chosen: true, scope: 'one', when: whenOf(card.proposal) };
  const act = card.proposal.act.value === 'add' ? 'change' : card.proposal.act.value;
  return { ...card, act, target, chosen: true, scope: 'one', when: null };
}

/** The card when a person says that another event is meant than the one that was found. */
export function withoutTarget(card: Card): Card {
  return { ...card, target: null, chosen: true, scope: 'one', when: null };
}

/** Whether a person has still to say which event is meant. */
export const needsTarget = (card: Card): boolean => card.act !== 'add' && card.target === null;

/** A leader as one writes it in a message: `Sekda (diwakili Asisten I)`. */
export function leaderText(leader: ReadLeader, called: (id: string) => string): string {
  const name = leader.officialId ? called(leader.officialId) : leader.called;
  const by = leader.delegateName ?? '';
  if (leader.answer === 'delegated') return name === '' ? `diwakili ${by}` : `${name} (diwakili ${by})`;
  if (leader.answer === 'absent') return `${name} (tidak hadir)`;
  return leader.answer === 'attends' ? `${name} (hadir)` : name;
}

const roleWords = { writer: 'tulis', photographer: 'foto', videographer: 'video', social: 'medsos' } as const;

/** A told field as one would write it in a message; the reader reads it back as the same. */
export function toldText(card: Pick<Card, ToldField>, field: ToldField, called: (id: string) => string): string {
  switch (field) {
    case 'leaders':
      return card.leaders.map((leader) => leaderText(leader, called)).join(', ');
    case 'protocolOfficer':
    case 'contact': {
      const told = card[field]?.value;
      return told ? `${told.name} ${told.phone}`.trim() : '';
    }
    case 'speech': {
      const told = card.speech?.value;
      if (!told) return '';
      return !told.needed ? 'tidak' : told.speaker === '' ? 'ya' : `ya, oleh ${told.speaker}`;
    }
    case 'crew':
      return (card.crew?.value ?? []).map((one) => `${one.name} (${roleWords[one.role]})`).join(', ');
    case 'visit': {
      const told = card.visit?.value;
      return told ? [told.delegation, told.size ? `${told.size} orang` : ''].filter(Boolean).join(', ') : '';
    }
    case 'rundown':
      return (card.rundown?.value ?? [])
        .map((one) => (one.clock ? `${one.clock.replace(':', '.')} ${one.what}` : one.what))
        .join('\n');
  }
}

const labels: Readonly<Record<ToldField, string>> = {
  leaders: 'Dihadiri',
  protocolOfficer: 'PIC Protokol',
  contact: 'Narahubung',
  speech: 'Sambutan',
  crew: 'Liputan',
  visit: 'Rombongan',
  rundown: 'Susunan Acara',
};

/** A message that says only this field, so that the core reads what a person typed into it. */
export function askFor(field: ToldField, text: string): string {
  return `Acara: Rapat\nWaktu: 08.00\n${labels[field]}:${field === 'rundown' ? '\n' : ' '}${text}`;
}

/** What the core read for the field; null where it did not understand all of it. */
export function answerFor(field: ToldField, proposal: Proposal | undefined): Pick<Card, ToldField>[ToldField] | null {
  if (!proposal || proposal.notUnderstood.length > 0 || proposal.note !== null) return null;
  if (field === 'leaders')
    return proposal.leaders.length > 0
      ? proposal.leaders.map((one) => ({ ...one, spans: [], delegateSpans: [] }))
      : null;
  const told = proposal[field];
  return told ? { ...told, spans: [], assumed: false } : null;
}

/** The event that a card changes. */
export function targetOf(card: Card, events: readonly Event[]): Event | null {
  return events.find((event) => event.id === card.target) ?? null;
}
