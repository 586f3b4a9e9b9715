import { useQuery } from '@tanstack/react-query';
import type { EventState } from '../../../src-main/contract/agenda-nouns.ts';
import { client } from '../../client.ts';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { isOff } from '../duties/sort-duties.ts';
import { useOpenClashes } from './open-clashes.tsx';
import { useReadyToSend } from './releases-of-mine.tsx';

/** A thing of the day in words; with a place of its own where this page does not show it. */
interface Fact {
  readonly words: string;
  readonly to?: string;
}

const unsettled: readonly EventState[] = ['proposed', 'tentative'];
const off: readonly EventState[] = ['cancelled', 'postponed'];

/**
 * What is mine to know, in the order of urgency; empty until it is known. Calm is said only where everything that could wait was looked
 * at and nothing does.
 * @param today and tomorrow, as days of the office
 */
export function useWhatWaits(today: string, tomorrow: string): readonly Fact[] {
  const w = useWords();
  const may = useMay();
  const keeps = may('agenda.write');
  const days = useQuery(
    client.agenda.list.queryOptions({ input: { from: today, to: tomorrow }, enabled: may('agenda.read') }),
  );
  const decisions = useQuery(client.approval.counts.queryOptions({ input: {}, enabled: may('releases.read') }));
  const overview = useQuery(
    client.distribution.overview.queryOptions({ input: {}, enabled: may('distribution.read') }),
  );
  const duties = useQuery(client.agenda.myDuties.queryOptions({ enabled: may('agenda.duties') }));
  const letters = useQuery(client.invitations.list.queryOptions({ input: { states: ['waiting'] }, enabled: keeps }));
  const clashes = useOpenClashes();
  const ready = useReadyToSend();
  const looks = [days, decisions, overview, duties, letters, clashes, ready];
  if (looks.some((look) => look.isLoading)) return [];

  const facts: Fact[] = [];
  if (days.data) {
    const here = days.data.filter((event) => event.day === today && !off.includes(event.state));
    facts.push({ words: w.home.eventsToday(here.length) });
  }
  const waits: Fact[] = [];
  const tell = (count: number | undefined, words: (n: number) => string, to?: string) => {
    if (count) waits.push(to === undefined ? { words: words(count) } : { words: words(count), to });
  };
  tell(decisions.data?.toDecide, w.home.toDecide);
  tell(decisions.data?.returned, w.home.returned);
  tell(
    duties.data?.filter((one) => one.duty.state === 'assigned' && !isOff(one)).length,
    w.duties.unanswered,
    '/tugas',
  );
  tell(clashes.data?.length, w.home.clashes);
  const open = days.data?.filter((event) => event.day === tomorrow && unsettled.includes(event.state)).length;
  tell(keeps ? open : 0, w.home.unconfirmedTomorrow, `/agenda?tanggal=${tomorrow}`);
  tell(letters.data?.length, w.home.letters, '/undangan');
  tell(ready.data?.length, w.home.toSend);
  tell(overview.data?.trouble.length, w.home.trouble);
  const unseen = looks.some((look) => look.isError);
  return [...facts, ...(waits.length > 0 || unseen ? waits : [{ words: w.home.calm }])];
}
