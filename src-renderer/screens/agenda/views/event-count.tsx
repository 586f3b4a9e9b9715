import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { EventGlance, SpanFilter } from '../../../../src-main/contract/agenda-span.ts';
import { client } from '../../../client.ts';
import { useWords } from '../../../words/words.tsx';
import type { AgendaSearch } from '../routes.tsx';
import { officeDays } from './placing.ts';
import { useSayGlance } from './say-glance.tsx';
import type { AgendaView } from './spans.ts';
import classes from './views.module.css';

/** What the core is asked to leave out, by the filters of the address. */
export function filterOf(search: AgendaSearch): SpanFilter {
  return {
    ...(search.cari ? { text: search.cari } : {}),
    ...(search.pimpinan ? { leaderId: search.pimpinan } : {}),
    ...(search.petugas ? { crewId: search.petugas } : {}),
    ...(search.jenis ? { kinds: [search.jenis] } : {}),
    ...(search.keadaan ? { states: [search.keadaan] } : {}),
    ...(search.rilis ? { releaseNeeded: true } : {}),
    ...(search.akses ? { press: search.akses === 'publik' ? 'public' : 'closed' } : {}),
  };
}

/** The events of what is shown; those of the span before stand until they are here. The list asks for its own, page by page. */
export function useSpanEvents(view: AgendaView, span: { from: string; to: string }, filter: SpanFilter) {
  return useQuery({
    ...client.agenda.span.queryOptions({ input: { ...span, ...filter }, placeholderData: keepPreviousData }),
    enabled: view !== 'daftar',
  });
}

interface EventCountProps {
  readonly view: AgendaView;
  readonly day: string;
  readonly span: { readonly from: string; readonly to: string };
  readonly search: AgendaSearch;
  /** `Besok`, where the heading does not say it. */
  readonly near: string | null;
}

/** How near the day is and how many events are shown. Counted here, so that the whole screen is not drawn once more for a number. */
export function EventCount({ view, day, span, search, near }: EventCountProps) {
  const w = useWords();
  const { zone } = useSayGlance();
  const query = useSpanEvents(view, span, filterOf(search));
  const isThere = view !== 'daftar' && query.data !== undefined && !query.isPlaceholderData;
  const inMonth = (event: EventGlance) => officeDays(event, zone).first.slice(0, 7) === day.slice(0, 7);
  const found = query.data?.events ?? [];
  const count = view === 'bulan' ? found.filter(inMonth).length : found.length;
  return (
    <>
      {near === null ? null : <span className={classes.near}>{near}</span>}
      {near !== null && isThere ? ' · ' : ''}
      {isThere ? w.agenda.count(count) : '\u00a0'}
    </>
  );
}
