import { queryOptions } from '@tanstack/react-query';
import { type EventFields, newEventSchema } from '../../../../src-main/contract/agenda-nouns.ts';
import type { Clash } from '../../../../src-main/contract/clashes.ts';
import { client, rpc } from '../../../client.ts';

/** What would newly clash if an event were kept with these fields; what clashed before it was touched is not told again. */
export function clashCheck(eventId: string, mine: Partial<EventFields>) {
  return queryOptions({
    queryKey: [...client.agenda.key(), 'clash-check', eventId, mine],
    queryFn: async (): Promise<Clash[]> => {
      const [event, before] = await Promise.all([rpc.agenda.get({ id: eventId }), rpc.agenda.clashes({ id: eventId })]);
      const state = event.state === 'proposed' || event.state === 'tentative' ? event.state : 'confirmed';
      const wanted = newEventSchema.parse({ ...event, ...mine, state });
      const known = new Set(before.map((clash) => clash.key));
      const after = await rpc.agenda.checkClashes({ id: eventId, event: wanted });
      return after.filter((clash) => !known.has(clash.key));
    },
    staleTime: 0,
    gcTime: 10_000,
  });
}
