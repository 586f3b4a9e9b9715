import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileText, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReleaseState } from '../../../src-main/contract/release-nouns.ts';
import { client } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { List } from '../../components/list.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { CreateRelease } from './create-release.tsx';
import { ReleaseRow } from './release-row.tsx';
import classes from './releases.module.css';
import { type Shown, shownKinds } from './shown.ts';

const states: Readonly<Record<Shown, readonly ReleaseState[]>> = {
  semua: [],
  saya: [],
  ditulis: ['draft', 'returned'],
  acc: ['submitted'],
  disetujui: ['approved', 'distributed'],
  dicabut: ['withdrawn'],
};

/** Siaran Pers: every release this person may see, the newest change first. */
export function ReleaseList() {
  const w = useWords().releases;
  const may = useMay();
  const fromEvents = may('releases.write') && may('agenda.read');
  const navigate = useNavigate();
  const { tampil: shown, cari } = useSearch({ from: '/siaran-pers' });
  const [search, setSearch] = useState(cari);
  const [wanted] = useDebouncedValue(search, 200);
  const found = useQuery({
    ...client.releases.list.queryOptions({
      input: { states: [...states[shown]], mine: shown === 'saya', search: wanted.trim() },
    }),
    placeholderData: keepPreviousData,
  });
  const names: Readonly<Record<Shown, string>> = {
    semua: w.all,
    saya: w.mine,
    ditulis: w.working,
    acc: w.submitted,
    disetujui: w.approved,
    dicabut: w.withdrawn,
  };
  const filtered = shown !== 'semua' || wanted.trim() !== '';
  return (
    <>
      <PageHeader title={w.list} about={w.listAbout} acts={<CreateRelease />} />
      <div className={classes.filters}>
        <Select
          aria-label={w.shown}
          data={shownKinds.map((value) => ({ value, label: names[value] }))}
          value={shown}
          onChange={(value) =>
            void navigate({
              to: '/siaran-pers',
              search: { tampil: (value ?? 'semua') as Shown, cari: search },
              replace: true,
            })
          }
          className={classes.shown ?? ''}
        />
        <TextInput
          aria-label={w.search}
          placeholder={w.search}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          value={search}
          onChange={(event) => {
            const next = event.currentTarget.value;
            setSearch(next);
            void navigate({ to: '/siaran-pers', search: { tampil: shown, cari: next }, replace: true });
          }}
          className={classes.search ?? ''}
          data-filter
        />
      </div>
      <Problem error={found.error} />
      {found.data === undefined ? (
        found.isPending ? (
          <SkeletonRows rows={8} height={56} />
        ) : null
      ) : (
        <List
          label={w.list}
          items={found.data}
          idOf={(release) => release.id}
          nameOf={(release) => release.title || w.untitled}
          row={(release) => <ReleaseRow release={release} />}
          onOpen={(release) => void navigate({ to: '/siaran-pers/$releaseId', params: { releaseId: release.id } })}
          empty={
            filtered ? (
              <EmptyState icon={IconSearch} title={w.emptyFilterTitle} small>
                {w.emptyFilter}
              </EmptyState>
            ) : (
              <EmptyState
                icon={IconFileText}
                title={w.emptyTitle}
                acts={
                  fromEvents ? (
                    <Button variant="default" onClick={() => void navigate({ to: '/agenda' as '/' })}>
                      {w.toAgenda}
                    </Button>
                  ) : null
                }
              >
                {fromEvents ? w.empty : may('releases.write') ? w.emptyBlank : w.emptyRead}
              </EmptyState>
            )
          }
        />
      )}
    </>
  );
}
