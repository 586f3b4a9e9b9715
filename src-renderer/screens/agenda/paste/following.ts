import type { Accepted, ChangeToAccept } from '../../../../src-main/contract/agenda-accept.ts';
import type { Event, EventFields } from '../../../../src-main/contract/agenda-nouns.ts';
import { rpc } from '../../../client.ts';
import { followingCheck } from '../views/series-scope.tsx';
import type { Card } from './card.ts';
import type { Meaning } from './to-accept.ts';

type Fields = NonNullable<ChangeToAccept['fields']>;
type Change = Extract<Meaning, { kind: 'change' }>;

/** An accepting; of a change that went for all dates that follow, what it takes to make them as they were. */
export type Accepting = Accepted & {
  readonly following?: { readonly before: Event; readonly fields: Fields | null };
};

/**
 * Whether a card must say if it means one date of a series or all that follow. Who stands in and what is put off are of one date, and a
 * letter belongs to the one it invites to.
 */
export function asksScope(card: Card, meaning: Meaning): meaning is Change {
  if (meaning.kind !== 'change' || meaning.event.seriesId === null || card.proposal.letter !== null) return false;
  const { attendance, state, fields } = meaning.change.input;
  if (attendance && attendance.length > 0) return false;
  return state === 'cancelled' || (!state && Object.keys(fields ?? {}).length > 0);
}

/** Whether this card is for its date and all that follow. */
export function isFollowing(card: Card, meaning: Meaning): meaning is Change {
  return card.scope === 'following' && asksScope(card, meaning);
}

/**
 * Changes or calls off a date and all that follow. The reason of the message answers for what clashes, which stands on the card.
 * @throws a refusal of the core, with the card's key for the page
 */
export async function acceptFollowing(card: Card, { event, change }: Change, reason: string): Promise<Accepting> {
  const seen = { id: event.id, version: event.version, reason };
  const fields = change.input.state === 'cancelled' ? null : (change.input.fields ?? {});
  const done = fields
    ? await rpc.agenda.changeFollowing({ ...seen, ...fields, clashReason: reason })
    : await rpc.agenda.cancelFollowing(seen);
  const { id, version } = done.event;
  return {
    events: [],
    changes: [{ key: card.proposal.key, id, version, changeIds: [] }],
    officialIds: [],
    following: { before: event, fields },
  };
}

/** Makes the dates as they were; false where they stay: what was called off to its end is no series any more. */
export async function takeBackFollowing({ changes, following }: Accepting, reason: string): Promise<boolean> {
  const [changed] = changes;
  if (!changed || !following?.fields) return false;
  const { before, fields } = following;
  const old = Object.fromEntries(Object.keys(fields).map((field) => [field, before[field as keyof Event]])) as Fields;
  const said = { reason, clashReason: reason };
  await rpc.agenda.changeFollowing({ ...old, ...said, id: changed.id, version: changed.version });
  return true;
}

/** What a card for all following dates would do; asked for only while it is chosen. */
export function cardFollowing({ event, change }: Change) {
  return followingCheck(event, (change.input.fields ?? {}) as Partial<EventFields>);
}
