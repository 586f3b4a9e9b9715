import { Avatar, Button, Menu, Modal } from '@mantine/core';
import { IconDots, IconKey, IconPencil, IconPlus, IconUserOff, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { User } from '../../../src-main/contract/people.ts';
import { client, rpc } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { Chip } from '../../components/state-chip.tsx';
import { useUndo } from '../../components/undo.tsx';
import { useMay, useMe } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonPassword } from './person-password.tsx';
import classes from './settings.module.css';

type Open = { readonly what: 'add' } | { readonly what: 'change' | 'password'; readonly user: User } | null;

/** Orang: who works here, and as what. */
export function People() {
  const w = useWords();
  const me = useMe();
  const manage = useMay()('people.manage');
  const people = useQuery(client.people.list.queryOptions());
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <>
      <PageHeader
        title={w.settings.people}
        about={w.settings.peopleAbout}
        acts={
          manage ? (
            <Button
              leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
              onClick={() => setOpen({ what: 'add' })}
              data-primary
              data-new
            >
              {w.settings.addPerson}
            </Button>
          ) : null
        }
      />
      <Problem error={people.error} />
      {people.data ? (
        <ul className={classes.rows}>
          {people.data.map((user) => (
            <Person key={user.id} user={user} self={user.id === me.userId} manage={manage} onOpen={setOpen} />
          ))}
        </ul>
      ) : (
        <SkeletonRows rows={4} height={52} />
      )}
      {people.data?.length === 1 && manage ? (
        <EmptyState icon={IconUsers} title={w.settings.onlyYou}>
          {w.settings.onlyYouAbout}
        </EmptyState>
      ) : null}
      <Modal
        opened={open?.what === 'add' || open?.what === 'change'}
        onClose={close}
        title={open?.what === 'change' ? w.settings.changePerson(open.user.name) : w.settings.addPersonTitle}
        size="lg"
        closeButtonProps={{ 'aria-label': w.frame.close }}
      >
        {open && open.what !== 'password' ? (
          <PersonForm user={open.what === 'change' ? open.user : null} onDone={close} />
        ) : null}
      </Modal>
      <Modal
        opened={open?.what === 'password'}
        onClose={close}
        title={open?.what === 'password' ? w.settings.resetPasswordOf(open.user.name) : ''}
        closeButtonProps={{ 'aria-label': w.frame.close }}
      >
        {open?.what === 'password' ? <PersonPassword user={open.user} onDone={close} /> : null}
      </Modal>
    </>
  );
}

interface PersonProps {
  readonly user: User;
  readonly self: boolean;
  readonly manage: boolean;
  readonly onOpen: (open: Open) => void;
}

function Person({ user, self, manage, onOpen }: PersonProps) {
  const w = useWords();
  const offerUndo = useUndo();
  const setActive = (active: boolean) => rpc.people.change({ id: user.id, active });
  const deactivate = useMutation({
    mutationFn: () => setActive(false),
    onSuccess: () => offerUndo({ words: w.settings.deactivated(user.name), undo: () => setActive(true) }),
  });
  const activate = useMutation({ mutationFn: () => setActive(true) });
  return (
    <li style={{ flexWrap: 'wrap' }}>
      <Avatar name={user.name} size={36} color={user.active ? 'accent' : 'gray'} variant="light" aria-hidden />
      <div className={classes.grow}>
        <div className={classes.strong}>
          {user.name} {self ? <span className={classes.soft}>({w.settings.you})</span> : null}
        </div>
        <div className={classes.soft}>
          {user.username} · {user.roles.map((role) => w.states.role[role]).join(', ')}
          {user.hasPassword ? null : ` · ${w.settings.noPassword}`}
        </div>
      </div>
      {user.active ? null : <Chip tone="grey">{w.settings.inactive}</Chip>}
      {manage ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="subtle" color="gray" px="xs" aria-label={`${w.frame.openMenu}: ${user.name}`}>
              <IconDots size={18} stroke={1.8} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />}
              onClick={() => onOpen({ what: 'change', user })}
            >
              {w.frame.change}
            </Menu.Item>
            {self ? null : (
              <Menu.Item
                leftSection={<IconKey size={16} stroke={1.6} aria-hidden />}
                onClick={() => onOpen({ what: 'password', user })}
              >
                {w.settings.resetPassword}
              </Menu.Item>
            )}
            {user.active ? (
              <Menu.Item
                leftSection={<IconUserOff size={16} stroke={1.6} aria-hidden />}
                onClick={() => deactivate.mutate()}
              >
                {w.settings.deactivate}
              </Menu.Item>
            ) : (
              <Menu.Item
                leftSection={<IconUserPlus size={16} stroke={1.6} aria-hidden />}
                onClick={() => activate.mutate()}
              >
                {w.settings.activate}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {deactivate.error || activate.error ? (
        <div style={{ flexBasis: '100%' }}>
          <Problem error={deactivate.error ?? activate.error} />
        </div>
      ) : null}
    </li>
  );
}
