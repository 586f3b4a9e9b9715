import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Notice } from '../../../src-main/contract/notices.ts';
import { client, rpc } from '../../client.ts';

/** Goes to what a notice is about, and marks it as read. */
export function useOpenNotice(): (notice: Notice) => void {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return (notice) => {
    // all that was told of this event is seen there
    const others = queries.getQueryData(client.notices.list.queryKey())?.notices ?? [];
    const same = others.filter(({ read, event }) => !read && event !== null && event.id === notice.event?.id);
    const ids = [...new Set([...(notice.read ? [] : [notice.id]), ...same.map(({ id }) => id)])];
    // a line that is down leaves it unread, which is what it then is
    if (ids.length > 0)
      void rpc.notices
        .read({ ids })
        .then(() => queries.invalidateQueries({ queryKey: client.notices.key() }))
        .catch(() => {});
    void navigate(placeOf(notice));
  };
}

/** Where a notice leads. */
function placeOf({ kind, event, day }: Notice) {
  if (event) return { to: '/agenda/$eventId', params: { eventId: event.id } } as const;
  if (kind === 'on_roster') return { to: '/piket', search: day ? { bulan: day.slice(0, 7) } : {} } as const;
  return { to: '/agenda', search: day ? { tanggal: day } : {} } as const;
}
