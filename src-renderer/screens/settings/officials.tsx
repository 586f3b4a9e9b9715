import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { IconDots, IconId, IconPencil, IconPlus, IconSearch, IconUserOff, IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Official } from '../../../src-main/contract/register.ts';
import { client, rpc } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { Chip } from '../../components/state-chip.tsx';
import { useUndo } from '../../components/undo.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { Group } from './group.tsx';
import { OfficialForm } from './official-form.tsx';
import classes from './settings.module.css';

/** A list that the eye takes in at once needs no field to search it. */
const SEARCH_FROM = 9;

type Open = { readonly official: Official | null } | null;

/** Pejabat: the register that agendas, stand-ins and quotes name people from. */
export function Officials() {
  const w = useWords();
  const manage = useMay()('register.write');
  const query = useQuery(client.register.officials.queryOptions({ input: {} }));
  const [open, setOpen] = useState<Open>(null);
  const [typed, setTyped] = useState('');
  const all = query.data ?? [];
  const found = all.filter((official) => fits(official, typed));
  const groups = [
    { title: w.officials.leaders, of: found.filter(({ active, leader }) => active && leader) },
    { title: w.officials.others, of: found.filter(({ active, leader }) => active && !leader) },
    { title: w.officials.former, about: w.officials.formerHelp, of: found.filter(({ active }) => !active) },
  ];
  const add = manage ? (
    <Button
      leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
      onClick={() => setOpen({ official: null })}
      data-primary
      data-new
    >
      {w.officials.add}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={w.officials.title} about={w.officials.about} acts={add} />
      <Problem error={query.error} />
      {query.data ? null : <SkeletonRows rows={4} height={52} />}
      {all.length >= SEARCH_FROM ? (
        <TextInput
          type="search"
          aria-label={w.officials.find}
          placeholder={w.officials.find}
          leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          maw={360}
          mb="lg"
        />
      ) : null}
      {query.data && all.length === 0 ? (
        <EmptyState icon={IconId} title={w.officials.none}>
          {w.officials.noneHelp}
        </EmptyState>
      ) : null}
      {all.length > 0 && found.length === 0 ? (
        <EmptyState icon={IconSearch} title={w.officials.noneFound} small>
          {w.officials.noneFoundHelp}
        </EmptyState>
      ) : null}
      {groups.map(({ title, about, of }) =>
        of.length === 0 ? null : (
          <Group key={title} title={title} about={about}>
            <ul className={classes.rows}>
              {of.map((official) => (
                <OfficialRow key={official.id} official={official} manage={manage} onChange={setOpen} />
              ))}
            </ul>
          </Group>
        ),
      )}
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={open?.official ? w.officials.changeTitle(open.official.name) : w.officials.addTitle}
        size="lg"
        closeButtonProps={{ 'aria-label': w.frame.close }}
      >
        {open ? <OfficialForm official={open.official} all={all} onDone={() => setOpen(null)} /> : null}
      </Modal>
    </>
  );
}

/** Every typed word stands somewhere in the names or positions. */
function fits(official: Official, typed: string): boolean {
  const text = [official.name, official.shortName, official.position, official.shortPosition].join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

interface OfficialRowProps {
  readonly official: Official;
  readonly manage: boolean;
  readonly onChange: (open: Open) => void;
}

function OfficialRow({ official, manage, onChange }: OfficialRowProps) {
  const w = useWords();
  const offerUndo = useUndo();
  const { id, name, position, shortPosition, shortName, active, confirmed } = official;
  const setActive = (to: boolean) => rpc.register.changeOfficial({ id, active: to });
  const retire = useMutation({
    mutationFn: () => setActive(false),
    onSuccess: () => offerUndo({ words: w.officials.retired(name), undo: () => setActive(true) }),
  });
  const restore = useMutation({ mutationFn: () => setActive(true) });
  const called = [position || shortPosition || w.officials.noPosition, ...(shortName === name ? [] : [shortName])];
  return (
    <li style={{ flexWrap: 'wrap' }}>
      <div className={classes.grow}>
        <div className={classes.strong}>{name}</div>
        <div className={classes.soft}>{called.join(' · ')}</div>
      </div>
      {confirmed || !active ? null : <Chip tone="amber">{w.officials.proposed}</Chip>}
      {manage ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="subtle" color="gray" px="xs" aria-label={`${w.frame.openMenu}: ${name}`}>
              <IconDots size={18} stroke={1.8} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />}
              onClick={() => onChange({ official })}
            >
              {w.frame.change}
            </Menu.Item>
            {active ? (
              <Menu.Item
                leftSection={<IconUserOff size={16} stroke={1.6} aria-hidden />}
                onClick={() => retire.mutate()}
              >
                {w.officials.retire}
              </Menu.Item>
            ) : (
              <Menu.Item
                leftSection={<IconUserPlus size={16} stroke={1.6} aria-hidden />}
                onClick={() => restore.mutate()}
              >
                {w.officials.restore}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {retire.error || restore.error ? (
        <div style={{ flexBasis: '100%' }}>
          <Problem error={retire.error ?? restore.error} />
        </div>
      ) : null}
    </li>
  );
}
