import { Button, Group, PasswordInput, Text } from '@mantine/core';
import { contract } from '../../../src-main/contract/index.ts';
import type { User } from '../../../src-main/contract/people.ts';
import { rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { useWords } from '../../words/words.tsx';

/** A new password for someone else; their sessions end. */
export function PersonPassword({ user, onDone }: { readonly user: User; readonly onDone: () => void }) {
  const w = useWords();
  const form = useForm({
    schema: inputOf(contract.people.setPassword),
    initialValues: { password: '' },
    shape: ({ password }) => ({ id: user.id, password }),
  });
  return (
    <form
      noValidate
      onSubmit={form.sending(async (input) => {
        await rpc.people.setPassword(input);
        onDone();
      })}
    >
      <Text mb="md">{w.settings.resetPasswordAbout}</Text>
      <PasswordInput
        label={w.settings.newPassword}
        description={w.settings.passwordRule}
        autoComplete="new-password"
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': w.frame.showPassword, tabIndex: 0 }}
        {...form.getInputProps('password')}
      />
      <Problem>{form.problem}</Problem>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onDone}>
          {w.frame.cancel}
        </Button>
        <Button type="submit" loading={form.busy} data-primary>
          {w.settings.setPassword}
        </Button>
      </Group>
    </form>
  );
}
