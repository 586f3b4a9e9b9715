import { Button, PasswordInput, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Language } from '../../../src-main/contract/basics.ts';
import { contract } from '../../../src-main/contract/index.ts';
import { client, rpc } from '../../client.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { Chip } from '../../components/state-chip.tsx';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { useMe } from '../../frame/session.tsx';
import { useLanguage, useSpeak, useWords } from '../../words/words.tsx';
import { DeviceNotices } from '../notices/device-switch.tsx';
import { Group } from './group.tsx';
import classes from './settings.module.css';

/** Akun saya: password, PIN, language, appearance. */
export function Account() {
  const w = useWords();
  const me = useMe();
  return (
    <>
      <PageHeader
        title={me.name}
        about={`${me.username} · ${me.roles.map((role) => w.states.role[role]).join(', ')}`}
      />
      <Group
        title={w.settings.myPassword}
        about={me.hasPassword ? w.settings.myPasswordHas : w.settings.myPasswordNone}
      >
        <OwnPassword key={String(me.hasPassword)} />
      </Group>
      <Group title={w.settings.myPin} about={w.settings.myPinAbout}>
        <OwnPin />
      </Group>
      <Group title={w.notices.device} about={w.notices.deviceAbout}>
        <DeviceNotices />
      </Group>
      <Group title={w.settings.myLook}>
        <Look />
      </Group>
    </>
  );
}

function OwnPassword() {
  const w = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const [saved, setSaved] = useState(false);
  const form = useForm({
    schema: inputOf(contract.people.setPassword),
    initialValues: { oldPassword: '', password: '' },
    shape: (values) => ({ id: me.userId, password: values.password, oldPassword: values.oldPassword || undefined }),
  });
  const toggle = { 'aria-label': w.frame.showPassword, tabIndex: 0 };
  return (
    <form
      noValidate
      className={classes.fields}
      onSubmit={form.sending(async (input) => {
        await rpc.people.setPassword(input);
        form.reset();
        setSaved(true);
        void queries.invalidateQueries({ queryKey: client.session.key() });
      })}
    >
      {me.hasPassword ? (
        <PasswordInput
          label={w.settings.oldPassword}
          autoComplete="current-password"
          visibilityToggleButtonProps={toggle}
          {...form.getInputProps('oldPassword')}
        />
      ) : null}
      <PasswordInput
        label={w.settings.newPassword}
        description={w.settings.passwordRule}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps('password')}
      />
      <Problem>{form.problem}</Problem>
      <div className={classes.swatches}>
        <Button type="submit" variant="default" loading={form.busy}>
          {w.settings.setPassword}
        </Button>
        <span role="status">{saved ? w.settings.passwordSaved : null}</span>
      </div>
    </form>
  );
}

function OwnPin() {
  const w = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const [saved, setSaved] = useState(false);
  const form = useForm({
    schema: inputOf(contract.people.setPin),
    initialValues: { pin: '', password: '' },
    shape: (values) => ({ pin: values.pin, password: values.password || undefined }),
    rules: { pin: w.settings.pinRule },
  });
  return (
    <form
      noValidate
      className={classes.fields}
      onSubmit={form.sending(async (input) => {
        await rpc.people.setPin(input);
        form.reset();
        setSaved(true);
        void queries.invalidateQueries({ queryKey: client.session.key() });
      })}
    >
      <PasswordInput
        label={w.settings.pin}
        description={w.settings.pinRule}
        inputMode="numeric"
        autoComplete="off"
        maw={240}
        maxLength={8}
        visibilityToggleButtonProps={{ 'aria-label': w.frame.showPassword, tabIndex: 0 }}
        {...form.getInputProps('pin')}
      />
      {me.hasPassword ? (
        <PasswordInput
          label={w.settings.oldPassword}
          autoComplete="current-password"
          maw={360}
          visibilityToggleButtonProps={{ 'aria-label': w.frame.showPassword, tabIndex: 0 }}
          {...form.getInputProps('password')}
        />
      ) : null}
      <Problem>{form.problem}</Problem>
      <div className={classes.swatches}>
        <Button type="submit" variant="default" loading={form.busy}>
          {w.settings.setPin}
        </Button>
        <span role="status">
          {saved ? w.settings.pinSaved : me.hasPin ? <Chip tone="green">{w.settings.hasPin}</Chip> : null}
        </span>
      </div>
    </form>
  );
}

function Look() {
  const w = useWords();
  const language = useLanguage();
  const speak = useSpeak();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const keep = useMutation(client.session.setLanguage.mutationOptions());
  return (
    <div className={classes.fields}>
      <div className={classes.swatches}>
        <SegmentedControl
          aria-label={w.frame.language}
          value={language}
          onChange={(value) => {
            speak(value as Language);
            keep.mutate({ language: value as Language });
          }}
          data={[
            { value: 'id', label: 'Indonesia' },
            { value: 'en', label: 'English' },
          ]}
        />
        <SegmentedControl
          aria-label={w.frame.theme}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
          data={[
            { value: 'light', label: w.frame.light },
            { value: 'dark', label: w.frame.dark },
            { value: 'auto', label: w.frame.auto },
          ]}
        />
      </div>
      <Problem error={keep.error} />
    </div>
  );
}
