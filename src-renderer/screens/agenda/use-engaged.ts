import { useQuery } from '@tanstack/react-query';
import { type Event, newEventSchema } from '../../../src-main/contract/agenda-nouns.ts';
import { client, rpc } from '../../client.ts';
import { useOfficials } from './use-officials.ts';

/** As many leaders as one event has, and so many of the register are looked at. */
const AT_ONCE = 30;
const MOST = 150;

/**
 * Officials who are surely elsewhere at the time of an event, by the same rules by which clashes are found; empty until that is known.
 * @param enabled asked for only where somebody is to be chosen
 */
export function useEngaged(event: Event, enabled: boolean): ReadonlySet<string> {
  const { all } = useOfficials();
  const here = new Set(event.attendance.map(({ officialId }) => officialId));
  const ids = all
    .map(({ id }) => id)
    .filter((id) => !here.has(id))
    .slice(0, MOST);
  const found = useQuery({
    queryKey: [...client.agenda.key(), 'engaged', event.id, event.version, ids],
    queryFn: async () => {
      const state = event.state === 'proposed' || event.state === 'tentative' ? event.state : 'confirmed';
      const engaged: string[] = [];
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const attendance = ids
          .slice(from, from + AT_ONCE)
          .map((officialId) => ({ officialId, answer: 'attends', ...nobody }) as const);
        const wanted = newEventSchema.parse({ ...event, attendance, state });
        for (const clash of await rpc.agenda.checkClashes({ id: event.id, event: wanted }))
          if (clash.code === 'leader_double' && clash.weight === 'sure' && clash.officialId)
            engaged.push(clash.officialId);
      }
      return engaged;
    },
    enabled: enabled && ids.length > 0,
    staleTime: 30_000,
  });
  return new Set(found.data);
}

const nobody = { delegateId: null, delegateName: null, instruction: null };
