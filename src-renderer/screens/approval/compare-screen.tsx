import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Manifest } from '../../../src-main/contract/release-nouns.ts';
import { changesBetween } from '../../../src-main/text/word-diff.ts';
import { client } from '../../client.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useCrumb } from '../../frame/crumbs.tsx';
import { useWords } from '../../words/words.tsx';
import { MarkedBody, MarkedWords } from './marked-text.tsx';
import classes from './sheet.module.css';
import { SheetPhotos } from './sheet-photos.tsx';

/** Two versions in one text: what came is underlined, what went is struck through. */
export function CompareScreen() {
  const w = useWords().approval;
  const { releaseId } = useParams({ from: '/siaran-pers/$releaseId/bandingkan' });
  const { lama, baru } = useSearch({ from: '/siaran-pers/$releaseId/bandingkan' });
  const pair = useQuery(
    client.approval.compare.queryOptions({ input: { releaseId, older: lama, newer: baru ?? null } }),
  );
  useCrumb(pair.data?.newer.title);
  const newer = baru === undefined ? w.draftNow : w.versionLine(baru);
  return (
    <article className={classes.sheet}>
      <PageHeader
        title={w.compareTitle(w.versionLine(lama), newer)}
        acts={
          <Button
            variant="default"
            leftSection={<IconFileText size={16} stroke={1.8} aria-hidden />}
            renderRoot={(props) => <Link to="/siaran-pers/$releaseId" params={{ releaseId }} data-back {...props} />}
          >
            {w.toText}
          </Button>
        }
      />
      <Problem error={pair.error} />
      {pair.data === undefined ? (
        pair.error ? null : (
          <SkeletonRows rows={8} height={36} />
        )
      ) : (
        <Changes older={pair.data.older} newer={pair.data.newer} />
      )}
    </article>
  );
}

function Changes({ older, newer }: { readonly older: Manifest; readonly newer: Manifest }) {
  const w = useWords().approval;
  const changes = useMemo(() => changesBetween(older, newer), [older, newer]);
  return (
    <>
      <p className={classes.soft}>{w.changeCount(changes.added, changes.removed)}</p>
      <h2 className={classes.headline} lang="id">
        <MarkedWords words={changes.title} marks />
      </h2>
      <MarkedBody blocks={changes.blocks} marks />
      <SheetPhotos photos={newer.photos} changes={changes.photos} marks />
    </>
  );
}
