import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { channelKinds } from '../../../src-main/contract/delivery-nouns.ts';
import { client } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { Chip } from '../../components/state-chip.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import classes from './distribution.module.css';
import { countStandings, isDone, standings } from './standing.ts';

/** Where a release went, in few lines, for the pages of the release and of its event. Nothing for who may not see it. */
export function ReleaseDeliveries({ releaseId }: { readonly releaseId: string }) {
  const w = useWords();
  const may = useMay()('distribution.read');
  const ledger = useQuery({ ...client.distribution.byRelease.queryOptions({ input: { releaseId } }), enabled: may });
  if (!may) return null;
  const rows = ledger.data?.deliveries ?? [];
  const sums = countStandings(rows.map(({ state }) => ({ state, count: 1 })));
  const needs = standings.filter(
    (one) => (one === 'unknown' || one === 'trouble' || one === 'toShare') && sums[one] > 0,
  );
  return (
    <section aria-label={w.distribution.deliveries} className={classes.beside}>
      <Problem error={ledger.error} />
      {ledger.data && rows.length === 0 ? <p className={classes.soft}>{w.distribution.notSentYet}</p> : null}
      {rows.length > 0 ? (
        <ul>
          {channelKinds.map((channel) => {
            const own = rows.filter((row) => row.channel === channel);
            if (own.length === 0) return null;
            return (
              <li key={channel}>
                {w.distribution.channels[channel]}:{' '}
                <span className={classes.soft}>{w.distribution.summary(own.filter(isDone).length, own.length)}</span>
              </li>
            );
          })}
        </ul>
      ) : null}
      {needs.length > 0 ? (
        <p className={classes.chips}>
          {needs.map((one) => (
            <Chip key={one} tone={one === 'toShare' ? 'amber' : 'red'}>
              {`${sums[one]} ${w.distribution[one].toLocaleLowerCase()}`}
            </Chip>
          ))}
        </p>
      ) : null}
      <Link to="/distribusi/$releaseId" params={{ releaseId }}>
        {w.distribution.openSend}
      </Link>
    </section>
  );
}
