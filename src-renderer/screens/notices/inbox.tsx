import { Button } from '@mantine/core';
import { IconBell, IconChecks } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { List } from '../../components/list.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useWords } from '../../words/words.tsx';
import { NoticeRow } from './notice-row.tsx';
import { useOpenNotice } from './open-notice.ts';
import { sayNotice } from './say-told.ts';

/** *Untuk Anda*: what the office has told this person. */
export function Inbox() {
  const w = useWords();
  const queries = useQueryClient();
  const open = useOpenNotice();
  const list = useQuery(client.notices.list.queryOptions());
  const read = useMutation(
    client.notices.read.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: client.notices.key() }),
    }),
  );
  const unread = list.data?.notices.filter((notice) => !notice.read) ?? [];
  return (
    <>
      <PageHeader
        title={w.notices.title}
        about={w.notices.about}
        acts={
          unread.length > 0 ? (
            <Button
              variant="default"
              leftSection={<IconChecks size={16} stroke={1.8} aria-hidden />}
              loading={read.isPending}
              onClick={() => read.mutate({ ids: unread.map(({ id }) => id) })}
            >
              {w.notices.readAll}
            </Button>
          ) : null
        }
      />
      <Problem error={list.error ?? read.error} />
      {list.isPending ? <SkeletonRows rows={5} height={56} /> : null}
      {list.data ? (
        <List
          label={w.notices.title}
          items={list.data.notices}
          idOf={(notice) => notice.id}
          nameOf={(notice) => `${sayNotice(notice, w)} ${notice.event?.title ?? ''}`}
          row={(notice) => <NoticeRow notice={notice} />}
          onOpen={open}
          empty={
            <EmptyState icon={IconBell} title={w.notices.empty}>
              {w.notices.emptyAbout}
            </EmptyState>
          }
        />
      ) : null}
    </>
  );
}
