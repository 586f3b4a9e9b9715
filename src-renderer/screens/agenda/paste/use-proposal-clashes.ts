import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ProposalToAccept } from '../../../../src-main/contract/agenda-accept.ts';
import type { Clash } from '../../../../src-main/contract/clashes.ts';
import { client } from '../../../client.ts';
import type { Card } from './card.ts';
import { toAccept } from './to-accept.ts';

/** More cards than this are looked at when they are in the agenda. */
const MOST = 200;

/** What new events of the cards would clash with, by the key of the card; asked for when typing rests. */
export function useProposalClashes(cards: readonly Card[]): ReadonlyMap<string, readonly Clash[]> {
  const wanted = cards
    .filter((card) => card.state === 'open' && card.act === 'add' && card.when !== null && card.title.trim() !== '')
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
  return found.data ?? nothing;
}

const nothing: ReadonlyMap<string, readonly Clash[]> = new Map();

function byKey(found: readonly { key: string; clashes: readonly Clash[] }[]): ReadonlyMap<string, readonly Clash[]> {
  return new Map(found.map(({ key, clashes }) => [key, clashes.filter((clash) => clash.answered === null)]));
}
