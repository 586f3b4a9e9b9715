import { Avatar, Kbd, Menu, SegmentedControl, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconLogout, IconReplace, IconUser } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Language } from '../../src-main/contract/basics.ts';
import { client } from '../client.ts';
import { useLanguage, useSpeak, useWords } from '../words/words.tsx';
import { arrive } from './arrive.ts';
import classes from './me-menu.module.css';
import { useMe } from './session.tsx';
import { useModules } from './use-modules.ts';

/** Me, my role, and what belongs to me: language, appearance, leaving. On a phone also the modules that the bar leaves out. */
interface MeMenuProps {
  readonly onKeys: () => void;
  readonly onSwitch: () => void;
}

export function MeMenu({ onKeys, onSwitch }: MeMenuProps) {
  const w = useWords();
  const me = useMe();
  const others = useModules().filter((module) => !module.onPhone);
  const language = useLanguage();
  const speak = useSpeak();
  const queries = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const keepLanguage = useMutation(client.session.setLanguage.mutationOptions());
  const signOut = useMutation(
    client.session.signOut.mutationOptions({
      onSuccess: (status) => arrive(queries, status),
    }),
  );
  const roles = me.roles.map((role) => w.states.role[role]).join(', ');
  const setLanguage = (next: string) => {
    speak(next as Language);
    keepLanguage.mutate({ language: next as Language });
  };
  return (
    <Menu position="bottom-end" width={260} withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.me}>
          <Avatar name={me.name} size={28} radius="xl" color="accent" variant="light" aria-hidden />
          <span className={classes.words}>
            <span className={classes.name}>{me.name}</span>
            <span className={classes.role}>{roles}</span>
          </span>
          <span className="k-unseen">{w.frame.openMenu}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
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
        <Menu.Divider />
        {others.map((module) => (
          <Menu.Item
            key={module.path}
            hiddenFrom="phone"
            leftSection={<module.icon size={16} stroke={1.6} aria-hidden />}
            renderRoot={(props) => <Link to={module.path as '/'} {...props} />}
          >
            {module.name(w)}
          </Menu.Item>
        ))}
        <Menu.Item
          leftSection={<IconUser size={16} stroke={1.6} aria-hidden />}
          renderRoot={(props) => <Link to="/pengaturan/akun" {...props} />}
        >
          {w.frame.myAccount}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconReplace size={16} stroke={1.6} aria-hidden />}
          rightSection={<Kbd size="xs">F12</Kbd>}
          onClick={onSwitch}
        >
          {w.frame.switchPerson}
        </Menu.Item>
        <Menu.Item
          visibleFrom="phone"
          leftSection={<IconKeyboard size={16} stroke={1.6} aria-hidden />}
          rightSection={<Kbd size="xs">?</Kbd>}
          onClick={onKeys}
        >
          {w.frame.keys}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} stroke={1.6} aria-hidden />}
          onClick={() => signOut.mutate(undefined)}
        >
          {w.frame.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
