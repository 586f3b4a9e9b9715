import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Sheet } from '../../../src-main/contract/approval-nouns.ts';
import type { Manifest } from '../../../src-main/contract/release-nouns.ts';
import { client } from '../../client.ts';
import { NotThere } from '../../components/not-there.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useCrumb } from '../../frame/crumbs.tsx';
import { onHappening } from '../../happenings.ts';
import { useWords } from '../../words/words.tsx';
import { ApprovalSheet } from './approval-sheet.tsx';

/**
 * Satu lembar ACC. What lies before the reader never moves under the eyes: a newer text is announced and opened by a press, and
 * then marked against what was read.
 */
export function SheetScreen() {
  const w = useWords();
  const { releaseId } = useParams({ from: '/siaran-pers/$releaseId/acc' });
  const cache = useQueryClient();
  const found = useQuery(client.approval.sheet.queryOptions({ input: { releaseId } }));
  const [seen, setSeen] = useState<{ sheet: Sheet; readBefore: Manifest | null } | null>(null);
  const fresh = found.data;
  const title = seen?.sheet.manifest.title;
  useCrumb(title === undefined ? null : title || w.releases.untitled);

  useEffect(() => {
    // Typing alone says nothing to the lists, but here a reader must learn of it.
    return onHappening((happening) => {
      const here = happening.kind === 'release.text' && happening.releaseId === releaseId;
      if (here || happening.kind === 'photos.changed')
        void cache.invalidateQueries({ queryKey: client.approval.sheet.key() });
    });
  }, [cache, releaseId]);
  useEffect(() => {
    if (fresh === undefined) return;
    setSeen((before) => {
      if (before === null || before.sheet.release.id !== fresh.release.id) return { sheet: fresh, readBefore: null };
      // The same words: what stands around them may be shown at once.
      return before.sheet.contentHash === fresh.contentHash ? { ...before, sheet: fresh } : before;
    });
  }, [fresh]);

  if (seen === null)
    return found.error ? (
      <NotThere error={found.error} back={{ to: '/siaran-pers', word: w.frame.releases }} />
    ) : (
      <SkeletonRows rows={8} height={36} />
    );
  const moved = fresh !== undefined && fresh.contentHash !== seen.sheet.contentHash;
  return (
    <ApprovalSheet
      key={releaseId}
      sheet={seen.sheet}
      readBefore={seen.readBefore}
      moved={moved}
      onSeeNew={() => {
        if (fresh !== undefined) setSeen({ sheet: fresh, readBefore: fresh.frozen ? null : seen.sheet.manifest });
      }}
      onDecided={async () => {
        const { data } = await found.refetch();
        if (data !== undefined) setSeen({ sheet: data, readBefore: null });
      }}
      onRefused={() => void found.refetch()}
    />
  );
}
