import { Button } from '@mantine/core';
import { IconFileOff, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Release } from '../../../src-main/contract/release-nouns.ts';
import { client } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Beside, Inspector } from '../../components/inspector.tsx';
import { NotThere } from '../../components/not-there.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { StateChip } from '../../components/state-chip.tsx';
import { ReleaseEditor } from '../../editor/release-editor.tsx';
import { SaveSign } from '../../editor/save-sign.tsx';
import { useTextSync } from '../../editor/use-text-sync.ts';
import { useCrumb } from '../../frame/crumbs.tsx';
import { useMay, useMe } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { ReleaseDecisions } from '../approval/release-decisions.tsx';
import { ReleaseDeliveries } from '../distribution/release-deliveries.tsx';
import { ReleasePhotos } from '../photos/release-photos.tsx';
import { ApprovedText } from './approved-text.tsx';
import { ReleaseDetails } from './release-details.tsx';
import classes from './releases.module.css';

/** One release: its working text for who may read drafts, what was approved for who only looks. */
export function ReleaseScreen() {
  const { releaseId } = useParams({ from: '/siaran-pers/$releaseId' });
  const drafts = useMay()('releases.drafts');
  const found = useQuery(client.releases.get.queryOptions({ input: { releaseId } }));
  return drafts && found.data?.shows !== 'approved' ? <WorkingText /> : <ApprovedText releaseId={releaseId} />;
}

/** The text to write or to read, and beside it what surrounds the text. */
function WorkingText() {
  const words = useWords();
  const w = words.releases;
  const { releaseId } = useParams({ from: '/siaran-pers/$releaseId' });
  const me = useMe();
  const found = useQuery(client.releases.get.queryOptions({ input: { releaseId } }));
  const { sync, text } = useTextSync(releaseId, me.userId);
  const [asked, setAsked] = useState(0);
  const release = found.data;
  useCrumb(release === undefined ? null : release.title || w.untitled);

  useEffect(() => {
    if (sync === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 's')
        return;
      event.preventDefault();
      sync.flush();
      setAsked((times) => times + 1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [sync]);
  // After a gap in the happenings the release is asked for again; then words of others may have been missed, too.
  useEffect(() => {
    if (found.dataUpdatedAt > 0) void sync?.pull();
  }, [sync, found.dataUpdatedAt]);

  const back = { to: '/siaran-pers', word: words.frame.releases };
  if (text?.phase === 'failed') return <NotThere error={text.error} back={back} />;
  if (found.error && release === undefined) return <NotThere error={found.error} back={back} />;
  const editable = text?.access === 'write' && !text.tooNew;
  const inspector =
    release === undefined ? null : (
      <Inspector title={w.details} quiet>
        <div className={classes.parts}>
          <ReleaseDecisions release={release} beforeSubmit={async () => sync?.settled()} />
          {release.approvedVersion === null ? null : <Sent releaseId={release.id} />}
          <ReleaseDetails release={release} editable={editable} />
          <ReleasePhotos releaseId={release.id} photoIds={release.photoIds} editable={editable} />
        </div>
      </Inspector>
    );
  return (
    <Beside inspector={inspector}>
      <h1 className="k-unseen" tabIndex={-1} data-page-title>
        {release?.title || w.untitled}
      </h1>
      <div className={classes.head}>
        {release === undefined ? null : <StateChip of="release" state={release.state} />}
        {sync !== null && text?.phase === 'ready' && text.access !== 'read' ? (
          <SaveSign sync={sync} asked={asked} />
        ) : null}
      </div>
      <Problem error={found.error} />
      {release === undefined || text === null ? null : (
        <Notices release={release} access={text.access} late={text.late} />
      )}
      {text?.tooNew ? (
        <EmptyState
          icon={IconLock}
          title={w.locked}
          acts={<Button onClick={() => window.location.reload()}>{words.frame.reload}</Button>}
        >
          {w.tooNew}
        </EmptyState>
      ) : text?.phase === 'ready' ? (
        <ReleaseEditor key={text.doc.guid} doc={text.doc} editable={editable} />
      ) : text?.away ? (
        <EmptyState icon={IconFileOff} title={w.awayTitle}>
          {w.away}
        </EmptyState>
      ) : (
        <SkeletonRows rows={10} height={32} />
      )}
    </Beside>
  );
}

/** Where the approved text went; for who may see it. */
function Sent({ releaseId }: { readonly releaseId: string }) {
  const w = useWords();
  if (!useMay()('distribution.read')) return null;
  return (
    <section>
      <h3 className={classes.partHead}>{w.distribution.deliveries}</h3>
      <ReleaseDeliveries releaseId={releaseId} />
    </section>
  );
}

interface NoticesProps {
  readonly release: Release;
  readonly access: 'write' | 'locked' | 'read';
  readonly late: boolean;
}

/** Why one cannot type, and words that came too late. */
function Notices({ release, access, late }: NoticesProps) {
  const w = useWords().releases;
  const why =
    release.state === 'submitted'
      ? w.lockedSubmitted
      : release.state === 'withdrawn'
        ? w.lockedWithdrawn
        : release.state === 'approved' || release.state === 'distributed'
          ? w.lockedApproved
          : null;
  return (
    <>
      {access === 'locked' && why !== null ? (
        <p className={classes.notice} data-tone="grey">
          <IconLock size={16} stroke={1.8} aria-hidden />
          <span>
            <strong>{w.locked}.</strong> {why}
          </span>
        </p>
      ) : null}
      {late || release.late.count > 0 ? (
        <p className={classes.notice} data-tone="amber" role="status">
          <span>{late ? w.lateMine : w.lateAll(release.late.count, release.late.names.join(', '))}</span>
        </p>
      ) : null}
    </>
  );
}
