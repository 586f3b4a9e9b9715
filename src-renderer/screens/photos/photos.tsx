import { Button } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useMay } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { AddPhotos } from './add-photos.tsx';
import { PhotoDesk } from './photo-desk.tsx';

const step = 200;

/** Foto: the whole archive, newest first. */
export function Photos() {
  const { photos: words } = useWords();
  const language = useLanguage();
  const may = useMay();
  const [limit, setLimit] = useState(step);
  const list = useQuery({
    ...client.photos.list.queryOptions({ input: { limit } }),
    placeholderData: keepPreviousData,
  });
  const photos = list.data?.photos ?? [];
  const editable = may('photos.write');
  return (
    <>
      <PageHeader
        title={words.title}
        about={list.data && photos.length > 0 ? words.about(list.data.total.toLocaleString(language)) : null}
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
      {photos.length > 0 ? <PhotoDesk photos={photos} /> : null}
      {list.data?.next ? (
        <Button
          variant="subtle"
          mt="md"
          onClick={() => setLimit(Math.min(1000, limit + step))}
          disabled={limit >= 1000}
        >
          {words.more}
        </Button>
      ) : null}
    </>
  );
}
