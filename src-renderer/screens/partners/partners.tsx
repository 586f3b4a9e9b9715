import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconAddressBook,
  IconBuildingBroadcastTower,
  IconClipboardText,
  IconPlus,
  IconSearch,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Group, Journalist, Outlet } from '../../../src-main/contract/partners.ts';
import { client } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Beside } from '../../components/inspector.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { GroupForm } from './group-form.tsx';
import { JournalistForm } from './journalist-form.tsx';
import { OutletForm } from './outlet-form.tsx';
import { NEW, showPart } from './partner-part.tsx';
import classes from './partners.module.css';
import { PasteJournalists } from './paste-journalists.tsx';
import type { PartnerPart } from './routes.tsx';

/** Mitra Media: who gets press releases. A list for each part, its form beside it. */
export function Partners() {
  const w = useWords();
  const navigate = useNavigate();
  const write = useMay()('partners.write');
  // on a phone the form takes the place of the list; Esc or Batal brings it back
  const phone = useMediaQuery('(max-width: 600px)');
  const { bagian: part, id } = useSearch({ from: '/mitra' });
  const [filter, setFilter] = useState('');
  const [pasting, setPasting] = useState(false);
  const journalists = useQuery(client.partners.journalists.queryOptions());
  const outlets = useQuery(client.partners.outlets.queryOptions());
  const groups = useQuery(client.partners.groups.queryOptions());
  const open = (next?: string) =>
    void navigate({ to: '/mitra', search: next ? { bagian: part, id: next } : { bagian: part } });
  const close = () => open();
  const outletName = (outletId: string | null) => outlets.data?.find((outlet) => outlet.id === outletId)?.name ?? '';

  const names = { wartawan: w.partners.journalists, media: w.partners.outlets, grup: w.partners.groups };
  const addWords = { wartawan: w.partners.addJournalist, media: w.partners.addOutlet, grup: w.partners.addGroup };
  const pasteButton = (
    <Button
      variant="default"
      leftSection={<IconClipboardText size={16} stroke={1.6} aria-hidden />}
      onClick={() => setPasting(true)}
    >
      {w.partners.paste}
    </Button>
  );

  const place = {
    words: w,
    filter,
    openId: id,
    mayWrite: write,
    onOpen: (next: string) => open(next),
    onClose: close,
  };
  const parts = {
    wartawan: () =>
      showPart<Journalist>(
        {
          label: w.partners.journalists,
          items: journalists.data,
          wordsOf: (one) => [one.name, one.email, one.desk, outletName(one.outletId)],
          cells: (one) => (
            <>
              <span className={classes.soft}>{one.email}</span>
              <span>{[outletName(one.outletId), one.desk].filter(Boolean).join(' · ')}</span>
            </>
          ),
          empty: (
            <EmptyState icon={IconAddressBook} title={w.partners.noJournalists} acts={write ? pasteButton : null}>
              {w.partners.noJournalistsAbout}
            </EmptyState>
          ),
          newTitle: w.partners.newJournalist,
          form: (one) => <JournalistForm journalist={one} outlets={outlets.data ?? []} onDone={close} />,
        },
        place,
      ),
    media: () =>
      showPart<Outlet>(
        {
          label: w.partners.outlets,
          items: outlets.data,
          wordsOf: (one) => [one.name, one.city, one.website],
          cells: (one) => (
            <>
              <span className={classes.soft}>
                {[w.partners.kinds[one.kind], one.city, one.website].filter(Boolean).join(' · ')}
              </span>
              <span className={classes.soft}>
                {w.partners.people((journalists.data ?? []).filter((person) => person.outletId === one.id).length)}
              </span>
            </>
          ),
          empty: (
            <EmptyState icon={IconBuildingBroadcastTower} title={w.partners.noOutlets}>
              {w.partners.noOutletsAbout}
            </EmptyState>
          ),
          newTitle: w.partners.newOutlet,
          form: (one) => <OutletForm outlet={one} onDone={close} />,
        },
        place,
      ),
    grup: () =>
      showPart<Group>(
        {
          label: w.partners.groups,
          items: groups.data,
          wordsOf: (one) => [one.name, one.note],
          cells: (one) => (
            <>
              <span className={classes.soft}>
                {one.kind === 'email' ? w.partners.membersCount(one.memberIds.length) : one.note}
              </span>
              <span className={classes.soft}>{w.partners.groupKinds[one.kind]}</span>
            </>
          ),
          empty: (
            <EmptyState icon={IconUsersGroup} title={w.partners.noGroups}>
              {w.partners.noGroupsAbout}
            </EmptyState>
          ),
          newTitle: w.partners.newGroup,
          form: (one) => <GroupForm group={one} journalists={journalists.data ?? []} onDone={close} />,
        },
        place,
      ),
  } satisfies Record<PartnerPart, unknown>;
  const { count, list, beside } = parts[part]();
  const query = { wartawan: journalists, media: outlets, grup: groups }[part];
  return (
    <>
      <PageHeader
        title={w.partners.title}
        about={w.partners.about}
        acts={
          write ? (
            <>
              {part === 'wartawan' ? pasteButton : null}
              <Button
                variant={beside === null ? 'filled' : 'default'}
                leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
                onClick={() => open(NEW)}
                data-primary={beside === null || undefined}
                data-new
              >
                {addWords[part]}
              </Button>
            </>
          ) : null
        }
      />
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={w.partners.parts}
          value={part}
          onChange={(value) => {
            setFilter('');
            void navigate({ to: '/mitra', search: { bagian: value as PartnerPart } });
          }}
          data={(['wartawan', 'media', 'grup'] as const).map((value) => ({ value, label: names[value] }))}
        />
        <TextInput
          aria-label={w.partners.filter}
          placeholder={w.partners.filter}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          className={classes.filter ?? ''}
          data-filter
        />
        {query.data && count > 0 ? <span className={classes.count}>{count}</span> : null}
      </div>
      <Problem error={query.error} />
      {phone && beside !== null ? (
        beside
      ) : (
        <Beside inspector={beside}>
          {query.data ? list : query.isPending ? <SkeletonRows rows={8} height={36} /> : null}
        </Beside>
      )}
      <PasteJournalists opened={pasting} groups={groups.data ?? []} onClose={() => setPasting(false)} />
    </>
  );
}
