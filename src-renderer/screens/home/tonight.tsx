import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { clockText, zoneShort } from '../../../src-main/words/when.ts';
import { client } from '../../client.ts';
import { useMay } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { useSaySpan } from '../roster/say-span.ts';
import classes from './home.module.css';
import { Section, Unseen } from './section.tsx';

/** *Piket malam ini*: who is on duty now or soon, and in whose place. Where nobody is, who fills the roster is led to it. */
export function Tonight() {
  const w = useWords();
  const language = useLanguage();
  const may = useMay();
  const span = useSaySpan();
  const tonight = useQuery(client.roster.tonight.queryOptions({ enabled: may('agenda.read') }));
  if (!may('agenda.read')) return null;
  if (!tonight.data) return <Unseen error={tonight.error} />;
  if (tonight.data.length === 0 && !may('agenda.write')) return null;
  // on a holiday's morning, and beside a longer stand-in, it is not the night alone
  const title = tonight.data.some((entry) => entry.part !== 'night') ? w.roster.todayOnDuty : w.roster.tonight;
  return (
    <Section title={title} more={{ to: '/piket', word: w.roster.open }}>
      {tonight.data.length === 0 ? (
        <p className={classes.soft}>
          {w.roster.noneTonight}. <Link to="/piket">{w.roster.fillIt}</Link>
        </p>
      ) : (
        <dl className={classes.duties}>
          {tonight.data.map((entry) => (
            <div key={entry.id}>
              <dt>{w.roster.duties[entry.duty]}</dt>
              <dd>
                <strong>{entry.userName}</strong>
                {entry.insteadOf ? ` ${w.roster.insteadOfName(entry.insteadOf.name)}` : ''}{' '}
                <span className={classes.soft}>
                  {entry.part === 'span'
                    ? span(entry)
                    : `${clockText(entry.start, language)}–${clockText(entry.end, language)} ${zoneShort(entry.zone)}`}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
