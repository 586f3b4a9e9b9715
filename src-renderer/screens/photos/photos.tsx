import { Button } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useMay } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { AddPhotos } from './add-photos.tsx';
import { PhotoDesk } from './photo-desk.tsx';

/** Photos asked for at once; more come when one nears the end. */
const step = 300;

/** Foto: the whole archive, newest first. */
export function Photos() {
  const { photos: words } = useWords();
  const language = useLanguage();
  const may = useMay();
  const list = useInfiniteQuery(
    client.photos.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: step, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  const { pages } = list.data ?? {};
  const photos = useMemo(() => pages?.flatMap((page) => page.photos) ?? [], [pages]);
  const total = pages?.[0]?.total ?? 0;
  const editable = may('photos.write');
  const more = list.hasNextPage && !list.isFetching ? () => void list.fetchNextPage() : undefined;
  return (
    <>
      <PageHeader
        title={words.title}
        about={photos.length > 0 ? words.about(total.toLocaleString(language)) : null}
        acts={editable && photos.length > 0 ? <AddPhotos eventId={null} primary /> : null}
      />
      <Problem error={list.error} />
      {list.isPending ? <SkeletonRows /> : null}
      {list.data && photos.length === 0 ? (
        editable ? (
          <AddPhotos eventId={null} wide primary />
        ) : (
          <EmptyState icon={IconPhoto} title={words.none}>
            {words.noneReadOnly}
          </EmptyState>
        )
      ) : null}
      {photos.length > 0 ? <PhotoDesk photos={photos} total={total} {...(more && { onEnd: more })} /> : null}
      {list.hasNextPage ? (
        <Button variant="subtle" mt="md" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {words.more}
        </Button>
      ) : null}
    </>
  );
}
