import { useQuery } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { WaitingList } from '../approval/inbox.tsx';
import { Section, Unseen } from './section.tsx';

/** What waits for this person's decision, the longest waiting first; nothing where nothing waits. */
export function WaitingHere() {
  const w = useWords();
  const decides = useMay()('releases.decide');
  const inbox = useQuery(client.approval.inbox.queryOptions({ input: {}, enabled: decides }));
  if (!decides) return null;
  if (!inbox.data) return <Unseen error={inbox.error} />;
  if (inbox.data.length === 0) return null;
  return (
    <Section title={w.home.waiting} count={inbox.data.length}>
      <WaitingList />
    </Section>
  );
}
