import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Release } from '../../../src-main/contract/release-nouns.ts';
import { client } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StateChip } from '../../components/state-chip.tsx';
import { When } from '../../components/when.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { CreateRelease } from '../releases/create-release.tsx';
import classes from './home.module.css';
import { Section, Unseen } from './section.tsx';

const SHOWN = 5;

/** Own drafts; what came back stands first, because somebody waits for it. */
export function MyDrafts() {
  const w = useWords();
  const may = useMay();
  const write = may('releases.write');
  const drafts = useQuery(
    client.releases.list.queryOptions({
      input: { mine: true, states: ['returned', 'draft'], limit: 100 },
      enabled: write,
    }),
  );
  if (!write) return null;
  const rows = [...(drafts.data ?? [])].sort((a, b) => Number(b.state === 'returned') - Number(a.state === 'returned'));
  // Who decides seldom writes; how to begin is no news on their page.
  if (rows.length === 0 && may('releases.decide') && !drafts.error) return null;
  return (
    <Section title={w.home.drafts} count={rows.length} more={{ to: '/siaran-pers', word: w.home.allReleases }}>
      <Problem error={drafts.error} />
      {drafts.isPending ? <SkeletonRows rows={3} /> : null}
      {drafts.data && rows.length === 0 ? (
        may('agenda.read') ? (
          <EmptyState small title={w.home.draftsEmpty}>
            {w.home.draftsEmptyAbout}
          </EmptyState>
        ) : (
          // Who sees no agenda hands in what they bring themselves.
          <EmptyState small title={w.home.draftsEmpty} acts={<CreateRelease quiet />}>
            {w.home.draftsEmptyBlank}
          </EmptyState>
        )
      ) : null}
      <ReleaseRows rows={rows.slice(0, SHOWN)} />
      {rows.length > SHOWN ? <p className={classes.soft}>{w.home.moreDrafts(rows.length - SHOWN)}</p> : null}
    </Section>
  );
}

/** Approved, and nobody has sent it; asked for only for those who may. */
export function useReadyToSend() {
  const send = useMay()('distribution.send');
  return useQuery(client.releases.list.queryOptions({ input: { states: ['approved'], limit: 100 }, enabled: send }));
}

/** The same, the newest first. */
export function ReadyToSend() {
  const w = useWords();
  const send = useMay()('distribution.send');
  const ready = useReadyToSend();
  if (!send) return null;
  if (!ready.data) return <Unseen error={ready.error} />;
  if (ready.data.length === 0) return null;
  return (
    <Section title={w.home.ready} count={ready.data.length}>
      <ReleaseRows rows={ready.data.slice(0, SHOWN)} />
      {ready.data.length > SHOWN ? (
        <p className={classes.soft}>{w.home.moreDrafts(ready.data.length - SHOWN)}</p>
      ) : null}
    </Section>
  );
}

function ReleaseRows({ rows }: { readonly rows: readonly Release[] }) {
  const w = useWords();
  return (
    <ul className={classes.rows}>
      {rows.map((release) => (
        <li key={release.id}>
          <Link to={`/siaran-pers/${release.id}` as '/'} className={classes.row}>
            <span className={classes.main}>
              <span className={classes.headline}>{release.title || w.home.untitled}</span>
              <span className={classes.soft}>
                {release.createdBy.name} · {w.home.words(release.words)} · <When at={release.changedAt} />
              </span>
            </span>
            <StateChip of="release" state={release.state} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
