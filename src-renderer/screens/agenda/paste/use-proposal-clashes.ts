import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { ProposalToAccept } from '../../../../src-main/contract/agenda-accept.ts';
import type { Attendance, EventFields, EventState } from '../../../../src-main/contract/agenda-nouns.ts';
import type { Clash } from '../../../../src-main/contract/clashes.ts';
import { client } from '../../../client.ts';
import { clashCheck } from '../views/use-clash-check.ts';
import type { Card } from './card.ts';
import { type Meaning, toAccept } from './to-accept.ts';

/** More cards than this are looked at when they are in the agenda. */
const MOST = 200;
/** Changes are looked at one by one; a message has few of them. */
const MOST_CHANGES = 20;

interface Turned {
  readonly key: string;
  readonly id: string;
  readonly mine: Partial<EventFields>;
}

/** What the open cards would clash with when they are accepted, by their keys; asked for when typing rests. */
export function useProposalClashes(
  cards: readonly Card[],
  meaning: (card: Card) => Meaning,
): ReadonlyMap<string, readonly Clash[]> {
  const open = cards.filter((card) => card.state === 'open');
  const wanted = open
    .filter((card) => card.act === 'add' && card.when !== null && card.title.trim() !== '')
    .slice(0, MOST)
    .map((card) => toAccept(card));
  const [settled] = useDebouncedValue(JSON.stringify(wanted), 400);
  const proposals = JSON.parse(settled) as ProposalToAccept[];
  const found = useQuery({
    ...client.agenda.checkProposals.queryOptions({ input: { proposals } }),
    enabled: proposals.length > 0,
    placeholderData: keepPreviousData,
    select: byKey,
  });
  const [turned] = useDebouncedValue(JSON.stringify(open.flatMap((card) => turnedBy(card, meaning(card)))), 400);
  const changes = (JSON.parse(turned) as Turned[]).slice(0, MOST_CHANGES);
  const checked = useQueries({ queries: changes.map(({ id, mine }) => clashCheck(id, mine)) });
  const all = new Map(found.data ?? nothing);
  for (const [index, { key }] of changes.entries()) {
    const clashes = (checked[index]?.data ?? []).filter((clash) => clash.answered === null);
    if (clashes.length > 0) all.set(key, clashes);
  }
  return all;
}

const nothing: ReadonlyMap<string, readonly Clash[]> = new Map();
const ended: readonly EventState[] = ['cancelled', 'postponed'];

/** What a change makes of its event, where that can clash. */
function turnedBy(card: Card, meaning: Meaning): Turned[] {
  if (meaning.kind !== 'change' || card.act === 'cancel' || card.act === 'postpone') return [];
  const { event, change } = meaning;
  if (ended.includes(event.state)) return [];
  const { fields = {}, attendance = [] } = change.input;
  const answers = attendance.flatMap(({ called: _, officialId, ...one }): Attendance[] =>
    officialId === null ? [] : [{ ...one, officialId }],
  );
  const mine = {
    ...fields,
    ...(answers.length === 0
      ? {}
      : {
          attendance: [
            ...event.attendance.filter((one) => !answers.some((answer) => answer.officialId === one.officialId)),
            ...answers,
          ],
        }),
  } as Partial<EventFields>;
  return Object.keys(mine).length === 0 ? [] : [{ key: card.proposal.key, id: event.id, mine }];
}

function byKey(found: readonly { key: string; clashes: readonly Clash[] }[]): ReadonlyMap<string, readonly Clash[]> {
  return new Map(found.map(({ key, clashes }) => [key, clashes.filter((clash) => clash.answered === null)]));
}
