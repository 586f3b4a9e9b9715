import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { client } from '../../client.ts';
import { StateChip } from '../../components/state-chip.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import classes from './home.module.css';
import { Section, Unseen } from './section.tsx';

const SHOWN = 4;

/** Rows of the ledger that need a person; hidden when there are none. */
export function DeliveriesInTrouble() {
  const w = useWords();
  const read = useMay()('distribution.read');
  const overview = useQuery(client.distribution.overview.queryOptions({ input: {}, enabled: read }));
  const trouble = overview.data?.trouble ?? [];
  if (!read) return null;
  if (!overview.data) return <Unseen error={overview.error} />;
  if (trouble.length === 0) return null;
  return (
    <Section title={w.home.deliveries} count={trouble.length} more={{ to: '/distribusi', word: w.home.toDistribution }}>
      <ul className={classes.rows}>
        {trouble.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <Link to={`/distribusi/${row.releaseId}` as '/'} className={classes.row}>
              <span className={classes.main}>
                <span className={classes.strong}>{row.recipientName}</span>
                <span className={classes.soft}>{row.answer || row.outlet || row.recipientAddress}</span>
              </span>
              <StateChip of="delivery" state={row.state} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
