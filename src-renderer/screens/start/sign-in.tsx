import { Avatar, Button, PasswordInput, TextInput, UnstyledButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { contract } from '../../../src-main/contract/index.ts';
import type { Status } from '../../../src-main/contract/session.ts';
import { client, rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { arrive } from '../../frame/arrive.ts';
import { useWords } from '../../words/words.tsx';
import { withChosenLanguage } from './chosen-language.ts';
import classes from './door-page.module.css';
import { DoorPage } from './door-page.tsx';

/** Who are you? By name and password; where this computer allows it, by one press. */
export function SignIn({ status }: { readonly status: Status }) {
  const w = useWords();
  const [byName, setByName] = useState(false);
  const choosing = status.choose.length > 0 && !byName;
  return (
    <DoorPage heading={choosing ? w.start.whoAreYou : w.start.signInTitle}>
      {choosing ? <ChoosePerson status={status} onOther={() => setByName(true)} /> : <ByPassword status={status} />}
      {byName && status.choose.length > 0 ? (
        <Button variant="subtle" mt="sm" onClick={() => setByName(false)}>
          {w.start.backToChoose}
        </Button>
      ) : null}
    </DoorPage>
  );
}

function useArrived(): (status: Status) => Promise<void> {
  const queries = useQueryClient();
  return async (status) => arrive(queries, await withChosenLanguage(status));
}

function ChoosePerson({ status, onOther }: { readonly status: Status; readonly onOther: () => void }) {
  const w = useWords();
  const arrived = useArrived();
  const enter = useMutation(client.session.signInAs.mutationOptions({ onSuccess: arrived }));
  return (
    <>
      <p className={classes.lead}>{status.demo ? w.start.demoChoose : w.start.whoAreYouAbout}</p>
      <ul className={classes.choices}>
        {status.choose.map((person) => (
          <li key={person.userId}>
            <UnstyledButton
              className={classes.choice}
              disabled={enter.isPending}
              onClick={() => enter.mutate({ userId: person.userId })}
            >
              <Avatar name={person.name} size={36} color="accent" variant="light" aria-hidden />
              <span>
                <strong>{person.name}</strong>
                <span>{person.roles.map((role) => w.states.role[role]).join(', ')}</span>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Problem error={enter.error} />
      <Button variant="default" onClick={onOther}>
        {w.start.otherPerson}
      </Button>
    </>
  );
}

function ByPassword({ status }: { readonly status: Status }) {
  const w = useWords();
  const arrived = useArrived();
  const form = useForm({
    schema: inputOf(contract.session.signIn),
    initialValues: { username: '', password: '' },
  });
  return (
    <form
      noValidate
      className={classes.fields}
      onSubmit={form.sending(async (input) => arrived(await rpc.session.signIn(input)))}
    >
      {status.officeName ? (
        <p className={classes.lead} style={{ marginBottom: 0 }}>
          {status.officeName}
        </p>
      ) : null}
      <TextInput label={w.start.username} autoComplete="username" autoFocus {...form.getInputProps('username')} />
      <PasswordInput
        label={w.start.password}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': w.frame.showPassword, tabIndex: 0 }}
        {...form.getInputProps('password')}
      />
      <Problem>{form.problem}</Problem>
      <Button type="submit" size="md" fullWidth loading={form.busy} data-primary>
        {w.start.signIn}
      </Button>
      <p className={classes.hint}>{w.start.forgot}</p>
    </form>
  );
}
