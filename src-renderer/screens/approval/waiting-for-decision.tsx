import { useQuery } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { WaitingList } from './inbox.tsx';

/** For Beranda: what waits for this person's decision; nothing where nothing waits or the person decides nothing. */
export function WaitingForDecision() {
  const w = useWords().approval;
  const decides = useMay()('releases.decide');
  const inbox = useQuery(client.approval.inbox.queryOptions({ input: {}, enabled: decides }));
  if (!decides || inbox.data === undefined || inbox.data.length === 0) return null;
  return (
    <section aria-label={w.inbox}>
      <h2>{w.inbox}</h2>
      <WaitingList />
    </section>
  );
}
