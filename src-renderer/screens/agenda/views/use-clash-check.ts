import { queryOptions } from '@tanstack/react-query';
import { type EventFields, type EventState, newEventSchema } from '../../../../src-main/contract/agenda-nouns.ts';
import type { Clash } from '../../../../src-main/contract/clashes.ts';
import { client, rpc } from '../../../client.ts';

/**
 * What would newly clash if an event were kept with these fields, or in this state; what clashed before it was touched is not told
 * again, unless it was only to be looked at then and must be answered for now.
 */
export function clashCheck(eventId: string, mine: Partial<EventFields>, to?: EventState) {
  return queryOptions({
    queryKey: [...client.agenda.key(), 'clash-check', eventId, mine, to ?? null],
    queryFn: async (): Promise<Clash[]> => {
      const [event, before] = await Promise.all([rpc.agenda.get({ id: eventId }), rpc.agenda.clashes({ id: eventId })]);
      const state = event.state === 'proposed' || event.state === 'tentative' ? event.state : 'confirmed';
      const wanted = newEventSchema.parse({ ...event, ...mine, state });
      const known = new Map(before.map((clash) => [clash.key, clash.weight]));
      const after = await rpc.agenda.checkClashes({ id: eventId, event: wanted, state: to });
      return after.filter(({ key, weight }) => !known.has(key) || (weight === 'sure' && known.get(key) !== 'sure'));
    },
    staleTime: 0,
    gcTime: 10_000,
  });
}
