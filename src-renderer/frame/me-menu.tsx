import { Avatar, Kbd, Popover, SegmentedControl, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconLogout, IconReplace, IconUser } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Language } from '../../src-main/contract/basics.ts';
import { client } from '../client.ts';
import { Problem } from '../components/problem.tsx';
import { useLanguage, useSpeak, useWords } from '../words/words.tsx';
import { arrive } from './arrive.ts';
import classes from './me-menu.module.css';
import { useMe } from './session.tsx';
import { splitForPhone, useModules } from './use-modules.ts';

/** Me, my role, and what belongs to me: language, appearance, leaving. On a phone also the modules that the bar leaves out. */
interface MeMenuProps {
  readonly onKeys: () => void;
  readonly onSwitch: () => void;
}

export function MeMenu({ onKeys, onSwitch }: MeMenuProps) {
  const w = useWords();
  const me = useMe();
  const { menu: others } = splitForPhone(useModules());
  const language = useLanguage();
  const speak = useSpeak();
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const keepLanguage = useMutation(client.session.setLanguage.mutationOptions());
  const signOut = useMutation(
    client.session.signOut.mutationOptions({
      onSuccess: (status) => arrive(queries, status),
    }),
  );
  const [standIn] = me.standsIn;
  const roles = standIn
    ? w.roster.plh(w.states.role[standIn.role], standIn.name)
    : me.roles.map((role) => w.states.role[role]).join(', ');
  const setLanguage = (next: string) => {
    speak(next as Language);
    keepLanguage.mutate({ language: next as Language });
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={264} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.me} onClick={() => setOpened(!opened)}>
          <Avatar name={me.name} size={28} radius="xl" color="accent" variant="light" aria-hidden />
          <span className={classes.words}>
            <span className={classes.name}>{me.name}</span>
            <span className={classes.role}>{roles}</span>
          </span>
          <span className="k-unseen">{w.frame.openMenu}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={w.frame.openMenu}>
        <div className={classes.group}>
          <Text size="xs" c="dimmed" id="me-language">
            {w.frame.language}
          </Text>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby="me-language"
            value={language}
            onChange={setLanguage}
            data={[
              { value: 'id', label: 'Indonesia' },
              { value: 'en', label: 'English' },
            ]}
          />
          <Text size="xs" c="dimmed" id="me-theme">
            {w.frame.theme}
          </Text>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby="me-theme"
            value={colorScheme}
            onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
            data={[
              { value: 'light', label: w.frame.light },
              { value: 'dark', label: w.frame.dark },
              { value: 'auto', label: w.frame.auto },
            ]}
          />
        </div>
        <nav aria-label={w.frame.openMenu} className={classes.acts}>
          {others.map((module) => (
            <UnstyledButton
              key={module.path}
              hiddenFrom="phone"
              className={classes.act}
              onClick={close}
              renderRoot={(props) => <Link to={module.path as '/'} {...props} />}
            >
              <module.icon size={16} stroke={1.6} aria-hidden />
              {module.name(w)}
            </UnstyledButton>
          ))}
          <UnstyledButton
            className={classes.act}
            onClick={close}
            renderRoot={(props) => <Link to="/pengaturan/akun" {...props} />}
          >
            <IconUser size={16} stroke={1.6} aria-hidden />
            {w.frame.myAccount}
          </UnstyledButton>
          <UnstyledButton
            className={classes.act}
            onClick={() => {
              close();
              onSwitch();
            }}
          >
            <IconReplace size={16} stroke={1.6} aria-hidden />
            {w.frame.switchPerson}
            <Kbd size="xs" visibleFrom="phone">
              F12
            </Kbd>
          </UnstyledButton>
          <UnstyledButton
            visibleFrom="phone"
            className={classes.act}
            onClick={() => {
              close();
              onKeys();
            }}
          >
            <IconKeyboard size={16} stroke={1.6} aria-hidden />
            {w.frame.keys}
            <Kbd size="xs">?</Kbd>
          </UnstyledButton>
        </nav>
        <Problem error={signOut.error ?? keepLanguage.error} />
        <div className={classes.leave}>
          <UnstyledButton w="100%" className={classes.act} onClick={() => signOut.mutate(undefined)}>
            <IconLogout size={16} stroke={1.6} aria-hidden />
            {w.frame.signOut}
          </UnstyledButton>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
