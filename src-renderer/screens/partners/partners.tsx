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
import { type ReactNode, useState } from 'react';
import type { Group, Journalist, Outlet } from '../../../src-main/contract/partners.ts';
import { client } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Beside, Inspector } from '../../components/inspector.tsx';
import { List } from '../../components/list.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { Chip } from '../../components/state-chip.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { GroupForm } from './group-form.tsx';
import { JournalistForm } from './journalist-form.tsx';
import { OutletForm } from './outlet-form.tsx';
import classes from './partners.module.css';
import { PasteJournalists } from './paste-journalists.tsx';
import type { PartnerPart } from './routes.tsx';

/** `id` in the address while something new is typed. */
const NEW = 'baru';

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

  const found = (words: readonly string[]) => {
    const wanted = filter.trim().toLocaleLowerCase();
    return wanted === '' || words.some((word) => word.toLocaleLowerCase().includes(wanted));
  };
  const names = { wartawan: w.partners.journalists, media: w.partners.outlets, grup: w.partners.groups };
  const addWords = { wartawan: w.partners.addJournalist, media: w.partners.addOutlet, grup: w.partners.addGroup };
  const nothing = (empty: ReactNode) =>
    filter.trim() === '' ? (
      empty
    ) : (
      <EmptyState icon={IconSearch} title={w.partners.nothingFound} small>
        {w.partners.nothingFoundAbout}
      </EmptyState>
    );
  const pasteButton = (
    <Button
      variant="default"
      leftSection={<IconClipboardText size={16} stroke={1.6} aria-hidden />}
      onClick={() => setPasting(true)}
    >
      {w.partners.paste}
    </Button>
  );

  const shownJournalists = (journalists.data ?? []).filter((one) =>
    found([one.name, one.email, one.desk, outletName(one.outletId)]),
  );
  const shownOutlets = (outlets.data ?? []).filter((one) => found([one.name, one.city, one.website]));
  const shownGroups = (groups.data ?? []).filter((one) => found([one.name, one.note]));
  const list = {
    wartawan: () => (
      <List<Journalist>
        label={w.partners.journalists}
        items={shownJournalists}
        idOf={(one) => one.id}
        nameOf={(one) => one.name}
        openId={id}
        onOpen={(one) => open(one.id)}
        dense
        row={(one) => (
          <div className={classes.row} data-inactive={one.active ? undefined : true}>
            <span className={classes.strong}>{one.name}</span>
            <span className={classes.soft}>{one.email}</span>
            <span>{[outletName(one.outletId), one.desk].filter(Boolean).join(' · ')}</span>
            <span>{one.active ? null : <Chip tone="grey">{w.partners.inactive}</Chip>}</span>
          </div>
        )}
        empty={nothing(
          <EmptyState icon={IconAddressBook} title={w.partners.noJournalists} acts={write ? pasteButton : null}>
            {w.partners.noJournalistsAbout}
          </EmptyState>,
        )}
      />
    ),
    media: () => (
      <List<Outlet>
        label={w.partners.outlets}
        items={shownOutlets}
        idOf={(one) => one.id}
        nameOf={(one) => one.name}
        openId={id}
        onOpen={(one) => open(one.id)}
        dense
        row={(one) => (
          <div className={classes.row} data-inactive={one.active ? undefined : true}>
            <span className={classes.strong}>{one.name}</span>
            <span className={classes.soft}>
              {[w.partners.kinds[one.kind], one.city, one.website].filter(Boolean).join(' · ')}
            </span>
            <span className={classes.soft}>
              {w.partners.people((journalists.data ?? []).filter((person) => person.outletId === one.id).length)}
            </span>
            <span>{one.active ? null : <Chip tone="grey">{w.partners.inactive}</Chip>}</span>
          </div>
        )}
        empty={nothing(
          <EmptyState icon={IconBuildingBroadcastTower} title={w.partners.noOutlets}>
            {w.partners.noOutletsAbout}
          </EmptyState>,
        )}
      />
    ),
    grup: () => (
      <List<Group>
        label={w.partners.groups}
        items={shownGroups}
        idOf={(one) => one.id}
        nameOf={(one) => one.name}
        openId={id}
        onOpen={(one) => open(one.id)}
        dense
        row={(one) => (
          <div className={classes.row}>
            <span className={classes.strong}>{one.name}</span>
            <span className={classes.soft}>
              {one.kind === 'email' ? w.partners.membersCount(one.memberIds.length) : one.note}
            </span>
            <span className={classes.soft}>{w.partners.groupKinds[one.kind]}</span>
            <span />
          </div>
        )}
        empty={nothing(
          <EmptyState icon={IconUsersGroup} title={w.partners.noGroups}>
            {w.partners.noGroupsAbout}
          </EmptyState>,
        )}
      />
    ),
  } satisfies Record<PartnerPart, () => ReactNode>;

  const inspector = (): ReactNode => {
    if (id === undefined || !write) return null;
    const isNew = id === NEW;
    if (part === 'wartawan') {
      const one = journalists.data?.find((candidate) => candidate.id === id) ?? null;
      return one === null && !isNew ? null : (
        <Inspector title={one?.name ?? w.partners.newJournalist} onClose={close}>
          <JournalistForm key={`${id}.${one?.version}`} journalist={one} outlets={outlets.data ?? []} onDone={close} />
        </Inspector>
      );
    }
    if (part === 'media') {
      const one = outlets.data?.find((candidate) => candidate.id === id) ?? null;
      return one === null && !isNew ? null : (
        <Inspector title={one?.name ?? w.partners.newOutlet} onClose={close}>
          <OutletForm key={`${id}.${one?.version}`} outlet={one} onDone={close} />
        </Inspector>
      );
    }
    const one = groups.data?.find((candidate) => candidate.id === id) ?? null;
    return one === null && !isNew ? null : (
      <Inspector title={one?.name ?? w.partners.newGroup} onClose={close}>
        <GroupForm key={`${id}.${one?.version}`} group={one} journalists={journalists.data ?? []} onDone={close} />
      </Inspector>
    );
  };

  const beside = inspector();
  const query = { wartawan: journalists, media: outlets, grup: groups }[part];
  const count = { wartawan: shownJournalists, media: shownOutlets, grup: shownGroups }[part].length;
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
          {query.data ? list[part]() : query.isPending ? <SkeletonRows rows={8} height={36} /> : null}
        </Beside>
      )}
      <PasteJournalists opened={pasting} groups={groups.data ?? []} onClose={() => setPasting(false)} />
    </>
  );
}
