import { useQuery } from '@tanstack/react-query';
import { dayOf, dayText } from '../../../src-main/words/when.ts';
import { client } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useNow } from '../../components/when.tsx';
import { useMay, useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { EventList } from './day-list.tsx';
import { DoubledEvents } from './views/doubled.tsx';

/** Today's events, for Beranda. */
export function TodayAgenda() {
  const w = useWords();
  const language = useLanguage();
  const { zone } = useOffice();
  const may = useMay();
  const today = dayOf(useNow(), zone);
  const events = useQuery(client.agenda.list.queryOptions({ input: { from: today, to: today } }));
  if (events.error) return <Problem error={events.error} />;
  if (!events.data) return <SkeletonRows rows={3} height={52} />;
  return (
    <DoubledEvents spans={[{ from: today, to: today }]}>
      <EventList
        label={dayText(today, language)}
        events={events.data}
        empty={
          <EmptyState small title={w.agenda.emptyToday}>
            {may('agenda.write') ? w.agenda.emptyTodayHelp : w.agenda.emptyTodayWait}
          </EmptyState>
        }
      />
    </DoubledEvents>
  );
}
