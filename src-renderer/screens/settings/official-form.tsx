import { Button, Group, Switch, TextInput } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { contract } from '../../../src-main/contract/index.ts';
import type { Official } from '../../../src-main/contract/register.ts';
import { client, rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { ToneBox } from '../../components/tone-box.tsx';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { useWords } from '../../words/words.tsx';
import classes from './settings.module.css';

interface OfficialFormProps {
  /** Null for a new one. */
  readonly official: Official | null;
  /** The register, to say what stands in it already. */
  readonly all: readonly Official[];
  readonly onDone: () => void;
}

const empty = { name: '', position: '', shortPosition: '', shortName: '', leader: false };

/** An official as they are printed, called and mentioned later. */
export function OfficialForm({ official, all, onDone }: OfficialFormProps) {
  const w = useWords();
  const queries = useQueryClient();
  const schema = official ? inputOf(contract.register.changeOfficial) : inputOf(contract.register.addOfficial);
  const before = official ?? empty;
  const form = useForm({
    schema: schema as ReturnType<typeof inputOf<typeof schema>>,
    initialValues: {
      name: before.name,
      position: before.position,
      shortPosition: before.shortPosition,
      shortName: before.shortName,
      leader: before.leader,
    },
    shape: (values) => {
      if (!official)
        return {
          ...values,
          shortPosition: values.shortPosition.trim() || values.position,
          shortName: values.shortName.trim() || values.name,
        };
      // only what was changed here: what a colleague changed meanwhile in another field stays
      const changed = Object.entries(values).filter(([field, value]) => value !== before[field as keyof typeof before]);
      return { id: official.id, ...Object.fromEntries(changed) };
    },
  });
  const save = form.sending(async (input) => {
    if ('id' in input) await rpc.register.changeOfficial(input);
    else await rpc.register.addOfficial(input);
    await queries.invalidateQueries({ queryKey: client.register.key() });
    onDone();
  });
  const values = form.getValues();
  const others = all.filter(({ id, active }) => active && id !== official?.id);
  const same = (one: string, other: string) => one.trim() !== '' && one.trim().toLowerCase() === other.toLowerCase();
  const sameName = others.find(({ name }) => same(values.name, name));
  const samePosition = others.find(({ shortPosition }) =>
    same(values.shortPosition || (official ? '' : values.position), shortPosition),
  );
  const doubted = sameName
    ? w.officials.sameName(sameName.name)
    : samePosition && w.officials.samePosition(samePosition.name);
  return (
    <form noValidate onSubmit={save}>
      <div className={classes.fields} style={{ maxWidth: 'none' }}>
        <TextInput
          label={w.officials.name}
          description={w.officials.nameHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput
          label={w.officials.position}
          description={w.officials.positionHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          {...form.getInputProps('position')}
        />
        <div className={classes.pair}>
          <TextInput
            label={w.officials.shortPosition}
            description={w.officials.shortPositionHelp}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="off"
            {...form.getInputProps('shortPosition')}
          />
          <TextInput
            label={w.officials.shortName}
            description={w.officials.shortNameHelp}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="off"
            {...form.getInputProps('shortName')}
          />
        </div>
        <Switch label={w.officials.leader} {...form.getInputProps('leader', { type: 'checkbox' })} />
        {doubted ? (
          <ToneBox tone="amber" icon={<IconUsers size={16} stroke={1.8} aria-hidden />}>
            {doubted}
          </ToneBox>
        ) : null}
        <Problem>{form.problem}</Problem>
      </div>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onDone}>
          {w.frame.cancel}
        </Button>
        <Button type="submit" loading={form.busy} data-primary>
          {official ? w.frame.save : w.officials.add}
        </Button>
      </Group>
    </form>
  );
}
