import { Avatar, Menu, SegmentedControl, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconSettings } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Language } from '../../src-main/contract/basics.ts';
import { client } from '../client.ts';
import { useLanguage, useSpeak, useWords } from '../words/words.tsx';
import classes from './me-menu.module.css';
import { useMe } from './session.tsx';

/** Me, my role, and what belongs to me: language, appearance, leaving. */
export function MeMenu() {
  const w = useWords();
  const me = useMe();
  const language = useLanguage();
  const speak = useSpeak();
  const queries = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const keepLanguage = useMutation(client.session.setLanguage.mutationOptions());
  const signOut = useMutation(
    client.session.signOut.mutationOptions({
      onSuccess: (status) => {
        queries.clear();
        queries.setQueryData(client.session.status.queryKey(), status);
      },
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
        <UnstyledButton className={classes.me} aria-label={`${me.name}, ${roles}. ${w.frame.openMenu}`}>
          <Avatar name={me.name} size={28} radius="xl" color="accent" variant="light" aria-hidden />
          <span className={classes.words}>
            <span className={classes.name}>{me.name}</span>
            <span className={classes.role}>{roles}</span>
          </span>
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
        <Menu.Item
          leftSection={<IconSettings size={16} stroke={1.6} aria-hidden />}
          renderRoot={(props) => <Link to="/pengaturan" {...props} />}
        >
          {w.frame.settings}
        </Menu.Item>
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
