import type { CardLetter, ChangeToAccept, ProposalToAccept } from '../../../../src-main/contract/agenda-accept.ts';
import type { Event } from '../../../../src-main/contract/agenda-nouns.ts';
import { type Card, needsTarget, targetOf } from './card.ts';
import { type Change, changeOf, type Says } from './differences.ts';

/** What accepting a card means: a new event, a change, or nothing (it is there already, as it is). */
export type Meaning =
  | { readonly kind: 'add' }
  | { readonly kind: 'change'; readonly event: Event; readonly change: Change }
  | { readonly kind: 'same'; readonly event: Event }
  | { readonly kind: 'choose' };

export function meaningOf(card: Card, events: readonly Event[], says: Says): Meaning {
  if (card.act === 'add') return { kind: 'add' };
  const event = needsTarget(card) ? null : targetOf(card, events);
  if (event === null) return { kind: 'choose' };
  const change = changeOf(card, event, says);
  return change.differences.length === 0 ? { kind: 'same', event } : { kind: 'change', event, change };
}

/** Whether it can be accepted: a new event needs a name and a time, a change an event and something that is different. */
export function isComplete(card: Card, meaning: Meaning): boolean {
  const { when } = card;
  if (card.unclear || (when !== null && when.end !== null && when.end <= when.start)) return false;
  if (meaning.kind === 'change') return true;
  return meaning.kind === 'add' && card.title.trim() !== '' && when !== null;
}

/** Whether a piece of its words was not understood and is in no note yet: a person looks at such a card before it is taken. */
export function hasRed(card: Card, text: string): boolean {
  return card.proposal.notUnderstood.some(({ start, end }) => !card.note.includes(text.slice(start, end)));
}

/** Whether its words speak of publicity and say neither yes nor no, and nobody has said it yet. */
export function asksPress(card: Card): boolean {
  return card.pressAccess === null && card.proposal.doubts.some(({ code }) => code === 'press_unclear');
}

/** The first day of the events that these cards became or stand for; null when there is none. */
export function firstDayOf(cards: readonly Card[], events: readonly Event[]): string | null {
  const day = (card: Card) =>
    card.when?.start.slice(0, 10) ?? card.proposal.day?.value ?? targetOf(card, events)?.day ?? null;
  const days = (chosen: readonly Card[]) =>
    chosen
      .map(day)
      .filter((one) => one !== null)
      .sort();
  const [first] = days(cards.filter((card) => card.state === 'accepted'));
  return first ?? days(cards.filter((card) => card.target !== null))[0] ?? null;
}

/**
 * What the core is asked to add. Only for a complete card of a new event.
 * @param fileId the file it was read in, kept with its letter
 */
export function toAccept(card: Card, fileId?: string): ProposalToAccept {
  const { proposal, when } = card;
  if (!when) throw new Error('a card without a time cannot be accepted');
  const speech = card.speech?.value;
  const visit = card.visit?.value;
  return {
    key: proposal.key,
    kind: proposal.kind?.value ?? 'lainnya',
    title: card.title.trim(),
    start: when.start,
    end: when.end,
    openEnd: when.openEnd,
    zone: when.zone,
    venue: card.venue.trim(),
    organizer: card.organizer.trim(),
    dressCode: card.dressCode.trim(),
    companions: card.companions.trim(),
    transitRoom: card.transitRoom.trim(),
    note: [card.note, standInNote(card)].filter((part) => part !== '').join('\n'),
    pressAccess: card.pressAccess?.value ?? 'open',
    releaseNeeded: card.releaseNeeded?.value ?? false,
    ...(card.protocolOfficer ? { protocolOfficer: card.protocolOfficer.value } : {}),
    ...(card.contact ? { contact: card.contact.value } : {}),
    ...(speech ? { speech: { needed: speech.needed, officialId: null, speaker: speech.speaker } } : {}),
    ...(card.rundown ? { rundown: card.rundown.value } : {}),
    ...(card.crew ? { crew: card.crew.value } : {}),
    ...(visit && visit.delegation !== ''
      ? { visit: { ...visit, receiverId: null, receiverName: '', topics: '', souvenir: '' } }
      : {}),
    // An agenda that was sent round is settled, unless it says otherwise.
    state: proposal.tentative?.value ? 'tentative' : 'confirmed',
    attendance: card.leaders
      .filter((leader) => leader.officialId !== null || leader.called !== '')
      .map((leader) => ({
        officialId: leader.officialId,
        called: leader.called,
        answer: leader.answer,
        delegateId: leader.delegateId,
        delegateName: leader.delegateId ? null : leader.delegateName,
        instruction: null,
      })),
    letter: letterOf(card, fileId),
  };
}

/** Who stands in, where the text does not say for whom: a new event has no place for it but its note. */
function standInNote({ leaders }: Card): string {
  return leaders
    .filter((leader) => leader.officialId === null && leader.called === '' && leader.delegateName !== null)
    .map((leader) => `Diwakili: ${leader.delegateName}`)
    .join('\n');
}

/** The letter that a card comes from, to be kept with its event; null where it is from no letter. */
function letterOf(card: Card, fileId: string | undefined): CardLetter | null {
  const { letter, organizer, venue } = card.proposal;
  if (!letter) return null;
  const said = letter.subject?.value ?? '';
  const letterNo = letter.number?.value.slice(0, 120) ?? '';
  // most letters say only `Hal: Undangan`; then what they invite to says more
  const subject = /^undangan\W*$/iu.test(said) ? `${said} ${card.title}` : said || card.title || letterNo;
  if (subject.trim() === '') return null;
  return {
    subject: subject.trim().slice(0, 300),
    letterNo,
    letterDay: letter.day?.value ?? null,
    organizer: organizer?.value.slice(0, 300) ?? '',
    venue: venue?.value.slice(0, 300) ?? '',
    ...(fileId ? { fileId } : {}),
  };
}

/** What the core is asked to change. */
export function toChange(card: Card, change: Change, quoted: string, fileId?: string): ChangeToAccept {
  const reason = (card.reason.trim() || quoted).replace(/\s+/g, ' ').slice(0, 500);
  return { key: card.proposal.key, ...change.input, reason, letter: letterOf(card, fileId) };
}
