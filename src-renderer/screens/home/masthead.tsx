import { useQuery } from '@tanstack/react-query';
import { clockText, dayOf, localOf, longDateText, weekdayText, zoneShort } from '../../../src-main/words/when.ts';
import { client } from '../../client.ts';
import { useNow } from '../../components/when.tsx';
import { useMay, useMe, useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './home.module.css';

/** The head of the day, like the head of a newspaper: the date, and in one sentence what waits. */
export function Masthead() {
  const w = useWords();
  const language = useLanguage();
  const me = useMe();
  const office = useOffice();
  const now = useNow();
  const today = dayOf(now, office.zone);
  const local = localOf(now, office.zone);
  const facts = useFacts(today);
  const hour = Number(local.slice(11, 13));
  const hello =
    hour < 4
      ? w.home.evening
      : hour < 11
        ? w.home.morning
        : hour < 15
          ? w.home.noon
          : hour < 18
            ? w.home.afternoon
            : w.home.evening;
  const sentence = facts.join(', ');
  return (
    <header className={classes.masthead}>
      <div className={classes.dateline}>
        <h1 tabIndex={-1} data-page-title>
          <span>{weekdayText(today, language)},</span> {longDateText(today, language)}
        </h1>
        <time dateTime={now} className={classes.clock}>
          {clockText(local, language)} {zoneShort(office.zone)}
        </time>
      </div>
      <p className={classes.sentence}>
        {hello(me.name.split(' ').slice(0, 3).join(' '))}{' '}
        {sentence ? `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.` : null}
      </p>
    </header>
  );
}

/** What is mine to know, in the order of urgency; empty until it is known. */
function useFacts(today: string): readonly string[] {
  const w = useWords();
  const may = useMay();
  const events = useQuery(
    client.agenda.list.queryOptions({ input: { from: today, to: today }, enabled: may('agenda.read') }),
  );
  const counts = useQuery(client.approval.counts.queryOptions({ input: {}, enabled: may('releases.read') }));
  const overview = useQuery(
    client.distribution.overview.queryOptions({ input: {}, enabled: may('distribution.read') }),
  );
  if (events.isLoading || counts.isLoading || overview.isLoading) return [];
  const facts: string[] = [];
  if (events.data) facts.push(w.home.eventsToday(events.data.length));
  const mine: string[] = [];
  if (counts.data?.toDecide) mine.push(w.home.toDecide(counts.data.toDecide));
  if (counts.data?.returned) mine.push(w.home.returned(counts.data.returned));
  if (overview.data?.trouble.length) mine.push(w.home.trouble(overview.data.trouble.length));
  // calm is said only of what was seen: an answer that did not come is no good news
  const unseen = counts.isError || overview.isError;
  facts.push(...(mine.length > 0 || unseen ? mine : [w.home.calm]));
  return facts;
}
