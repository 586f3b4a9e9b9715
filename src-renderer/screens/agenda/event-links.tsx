import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Event } from '../../../src-main/contract/agenda-nouns.ts';
import type { DeliveryState } from '../../../src-main/contract/delivery-nouns.ts';
import { client } from '../../client.ts';
import { List } from '../../components/list.tsx';
import { Problem } from '../../components/problem.tsx';
import { StateChip } from '../../components/state-chip.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { EventPhotos } from '../photos/event-photos.tsx';
import { CreateRelease } from '../releases/create-release.tsx';
import { ReleaseRow } from '../releases/release-row.tsx';
import classes from './agenda.module.css';

/** What grows on an event: its releases with their deliveries, and its photos. */
export function EventLinks({ event }: { readonly event: Event }) {
  return (
    <>
      <EventReleases event={event} />
      <EventPhotos eventId={event.id} />
    </>
  );
}

function EventReleases({ event }: { readonly event: Event }) {
  const w = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const read = may('releases.read');
  const releases = useQuery({ ...client.releases.list.queryOptions({ input: { eventId: event.id } }), enabled: read });
  if (!read) return null;
  const found = releases.data ?? [];
  return (
    <section className={classes.section} aria-label={w.agenda.release}>
      <div className={classes.sectionLine}>
        <h2 className={classes.sectionHead}>{w.agenda.release}</h2>
        {releases.data ? <CreateRelease eventId={event.id} quiet={found.length > 0} /> : null}
      </div>
      <Problem error={releases.error} />
      {releases.data && found.length === 0 ? <p className={classes.nothing}>{w.agenda.noRelease}</p> : null}
      <List
        label={w.agenda.release}
        items={found}
        idOf={(release) => release.id}
        nameOf={(release) => release.title}
        row={(release) => <ReleaseRow release={release} />}
        onOpen={(release) => void navigate({ to: '/siaran-pers/$releaseId', params: { releaseId: release.id } })}
      />
      {may('distribution.read')
        ? found
            .filter(
              (release) => release.number !== null || ['approved', 'distributed', 'withdrawn'].includes(release.state),
            )
            .map((release) => <Delivered key={release.id} releaseId={release.id} />)
        : null}
    </section>
  );
}

/** How far a release has come: `12 Terkirim · 1 Perlu dicek`. */
function Delivered({ releaseId }: { readonly releaseId: string }) {
  const w = useWords();
  const sent = useQuery(client.distribution.byRelease.queryOptions({ input: { releaseId } }));
  const counts = new Map<DeliveryState, number>();
  for (const delivery of sent.data?.deliveries ?? []) counts.set(delivery.state, (counts.get(delivery.state) ?? 0) + 1);
  if (counts.size === 0) return null;
  return (
    <p className={classes.delivered}>
      {w.agenda.deliveries}:
      {[...counts].map(([state, count]) => (
        <span key={state}>
          {count} <StateChip of="delivery" state={state} />
        </span>
      ))}
    </p>
  );
}
