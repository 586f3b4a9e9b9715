import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayOf, relativeDayText } from '../../../src-main/words/when.ts';
import { client } from '../../client.ts';
import { useNow } from '../../components/when.tsx';
import { useMay, useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { ClashLines } from '../agenda/views/clash-lines.tsx';
import { plusDays } from '../roster/slots.ts';
import classes from './home.module.css';
import { Section } from './section.tsx';

/** So many days ahead are looked at, and so many clashes are told one by one. */
const AHEAD_DAYS = 7;
const TOLD = 4;

/** Clashes of the coming days that nobody has answered for; looked for only for who keeps the agenda. */
export function useOpenClashes() {
  const keeps = useMay()('agenda.write');
  const { zone } = useOffice();
  const from = dayOf(useNow(), zone);
  return useQuery(
    client.agenda.openClashes.queryOptions({ input: { from, to: plusDays(from, AHEAD_DAYS) }, enabled: keeps }),
  );
}

/** The same, one by one. */
export function OpenClashes() {
  const w = useWords();
  const language = useLanguage();
  const { zone } = useOffice();
  const today = dayOf(useNow(), zone);
  const open = useOpenClashes();
  const found = (open.data ?? []).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  if (found.length === 0) return null;
  return (
    <Section
      title={w.agendaRules.clashesTitle(found.length)}
      folded={found.length > 1 ? [...new Set(found.map(({ eventTitle }) => eventTitle))].join(' · ') : undefined}
    >
      <ul className={classes.clashes}>
        {found.slice(0, TOLD).map((clash) => (
          <li key={clash.key}>
            <Link to="/agenda/$eventId" params={{ eventId: clash.eventId }}>
              {clash.eventTitle}
            </Link>{' '}
            <span className={classes.clashDay}>{relativeDayText(clash.day, today, language)}</span>
            <br />
            <ClashLines clashes={[clash]} plain />
          </li>
        ))}
      </ul>
      {found.length > TOLD ? (
        <p className={classes.clashDay}>{w.agendaRules.clashesMore(found.length - TOLD)}</p>
      ) : null}
    </Section>
  );
}
