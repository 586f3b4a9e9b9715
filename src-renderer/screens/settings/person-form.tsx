import { Button, Checkbox, Group, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { contract } from '../../../src-main/contract/index.ts';
import type { User } from '../../../src-main/contract/people.ts';
import { type Role, roleSchema } from '../../../src-main/contract/rights.ts';
import { client, rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { useWords } from '../../words/words.tsx';
import classes from './settings.module.css';

interface PersonFormProps {
  /** Null for a new person. */
  readonly user: User | null;
  readonly onDone: () => void;
}

/** Name, username, roles; for a new person also a first password. */
export function PersonForm({ user, onDone }: PersonFormProps) {
  const w = useWords();
  const queries = useQueryClient();
  const schema = user ? inputOf(contract.people.change) : inputOf(contract.people.add);
  const form = useForm({
    schema: schema as ReturnType<typeof inputOf<typeof schema>>,
    initialValues: {
      name: user?.name ?? '',
      username: user?.username ?? '',
      roles: (user?.roles ?? ['writer']) as Role[],
      password: '',
    },
    shape: ({ name, username, roles, password }) =>
      user ? { id: user.id, name, roles } : { name, username, roles, password: password || undefined },
    rules: { username: w.settings.usernameRule, password: w.settings.passwordRule },
  });
  const save = form.sending(async (input) => {
    if ('id' in input) await rpc.people.change(input);
    else await rpc.people.add(input);
    await queries.invalidateQueries({ queryKey: client.people.key() });
    onDone();
  });
  return (
    <form noValidate onSubmit={save}>
      <div className={classes.fields} style={{ maxWidth: 'none' }}>
        <TextInput label={w.settings.personName} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        {user ? null : (
          <div className={classes.pair}>
            <TextInput
              label={w.settings.username}
              placeholder="ayu.pratiwi"
              autoComplete="off"
              {...form.getInputProps('username')}
            />
            <PasswordInput
              label={w.settings.firstPassword}
              description={w.settings.firstPasswordAbout}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              autoComplete="new-password"
              visibilityToggleButtonProps={{ 'aria-label': w.frame.showPassword, tabIndex: 0 }}
              {...form.getInputProps('password')}
            />
          </div>
        )}
        <Checkbox.Group label={w.settings.roles} description={w.settings.rolesAbout} {...form.getInputProps('roles')}>
          <div className={classes.pair} style={{ gap: 12, marginTop: 12 }}>
            {roleSchema.options.map((role) => (
              <Checkbox key={role} value={role} label={w.states.role[role]} description={w.settings.roleAbout[role]} />
            ))}
          </div>
        </Checkbox.Group>
        <Problem>{form.problem}</Problem>
      </div>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onDone}>
          {w.frame.cancel}
        </Button>
        <Button type="submit" loading={form.busy} data-primary>
          {user ? w.frame.save : w.settings.addPerson}
        </Button>
      </Group>
    </form>
  );
}
