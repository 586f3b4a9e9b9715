import { useQuery } from '@tanstack/react-query';
import { client } from '../client.ts';
import { useMay } from '../frame/session.tsx';
import { isOff } from './duties/sort-duties.ts';
import { useNews } from './notices/changed-news.tsx';

/**
 * How many things wait for this person, per module path; the rail shows it. A slice adds its line:
 * `'/siaran-pers': useQuery(client.releases.inbox.queryOptions(...)).data?.length ?? 0`.
 */
export function useWaiting(): Readonly<Record<string, number>> {
  const may = useMay();
  const approval = useQuery(client.approval.counts.queryOptions({ input: {}, enabled: may('releases.read') })).data;
  const duties = useQuery(client.agenda.myDuties.queryOptions({ enabled: may('agenda.duties') })).data ?? [];
  const unanswered = duties.filter((one) => one.duty.state === 'assigned' && !isOff(one)).length;
  const { news, more } = useNews(may('agenda.read'));
  return {
    '/': news.length + more,
    '/tugas': unanswered,
    '/siaran-pers': (approval?.toDecide ?? 0) + (approval?.returned ?? 0),
  };
}
