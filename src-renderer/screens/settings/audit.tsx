import { Button, Select } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { dayOf, dayText } from '../../../src-main/words/when.ts';
import { client, rpc } from '../../client.ts';
import { Confirm } from '../../components/confirm.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useMay, useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './audit.module.css';
import { AuditLine } from './audit-line.tsx';

const PAGE = 50;

/** Jejak Audit: who did what, and whether the chain still holds. */
export function Audit() {
  const w = useWords();
  const language = useLanguage();
  const { zone } = useOffice();
  const navigate = useNavigate();
  const { jenis, id } = useSearch({ from: '/pengaturan/jejak-audit' });
  const lines = useInfiniteQuery(
    client.audit.list.infiniteOptions({
      input: (before: number | undefined) => ({
        limit: PAGE,
        ...(before === undefined ? {} : { before }),
        ...(jenis ? { subjectKind: jenis } : {}),
        ...(id ? { subjectId: id } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.seq),
    }),
  );
  const end = useQuery(client.audit.end.queryOptions());
  const verify = useMutation({ mutationFn: () => rpc.audit.verify() });
  const mayBeginAnew = useMay()('people.manage') && end.data === 'other';
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const number = new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB');
  const all = lines.data?.pages.flat() ?? [];
  const kinds = w.audit.kinds as Record<string, string>;

  return (
    <>
      <PageHeader
        title={w.settings.audit}
        about={w.settings.auditAbout}
        acts={
          <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
            {w.settings.verify}
          </Button>
        }
      />
      <div role="status">
        {verify.data ? (
          verify.data.brokenAt === null ? (
            <p className={verify.data.endChecked && verify.data.anewAt === null ? classes.holds : classes.open}>
              {(verify.data.endChecked ? w.settings.verified : w.settings.verifiedOpen)(
                number.format(verify.data.lines),
              )}
              {verify.data.anewAt === null ? null : ` ${w.settings.anchoredAnew(number.format(verify.data.anewAt))}`}
            </p>
          ) : null
        ) : null}
      </div>
      <Problem
        error={verify.error ?? lines.error}
        act={
          mayBeginAnew ? (
            <Button variant="default" size="xs" onClick={() => setAsking(true)}>
              {w.settings.endBeginAnew}
            </Button>
          ) : null
        }
      >
        {verify.data && verify.data.brokenAt !== null
          ? w.settings.broken(number.format(verify.data.brokenAt))
          : end.data === 'other'
            ? w.settings.endBroken
            : undefined}
      </Problem>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={w.settings.endBeginAnewTitle}
        act={w.settings.endBeginAnew}
        onConfirm={async () => {
          await rpc.audit.acknowledge();
          verify.reset();
          await queries.invalidateQueries({ queryKey: client.audit.key() });
        }}
      >
        {w.settings.endBeginAnewAbout}
      </Confirm>
      <div className={classes.filter}>
        <Select
          label={w.settings.auditKind}
          data-filter
          w={220}
          data={[
            { value: '', label: w.settings.auditAll },
            ...Object.entries(kinds).map(([value, label]) => ({ value, label })),
          ]}
          value={jenis ?? ''}
          onChange={(kind) =>
            void navigate({ to: '/pengaturan/jejak-audit', search: kind ? { jenis: kind } : {}, replace: true })
          }
        />
        {id ? (
          <Button
            variant="subtle"
            onClick={() => void navigate({ to: '/pengaturan/jejak-audit', search: {}, replace: true })}
          >
            {w.settings.auditOne} · {w.settings.auditShowAll}
          </Button>
        ) : null}
      </div>
      {lines.isPending ? <SkeletonRows rows={8} /> : null}
      {lines.data && all.length === 0 ? (
        <EmptyState icon={IconHistory} title={w.settings.auditEmpty}>
          {w.settings.auditEmptyAbout}
        </EmptyState>
      ) : null}
      <div>
        {all.map((line, index) => {
          const day = dayOf(line.at, zone);
          const before = all[index - 1];
          const newDay = !before || dayOf(before.at, zone) !== day;
          return (
            <Fragment key={line.seq}>
              {newDay ? <h2 className={classes.day}>{dayText(day, language)}</h2> : null}
              <AuditLine line={line} />
            </Fragment>
          );
        })}
      </div>
      {lines.hasNextPage ? (
        <Button variant="default" mt="md" loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
          {w.settings.auditMore}
        </Button>
      ) : all.length > 0 ? (
        <p className={classes.start}>{w.settings.auditStart}</p>
      ) : null}
    </>
  );
}
