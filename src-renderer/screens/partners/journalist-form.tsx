import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { contract } from '../../../src-main/contract/index.ts';
import type { Journalist, Outlet } from '../../../src-main/contract/partners.ts';
import { rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { useUndo } from '../../components/undo.tsx';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { useWords } from '../../words/words.tsx';
import classes from './partners.module.css';

interface JournalistFormProps {
  /** Null for a new one. */
  readonly journalist: Journalist | null;
  readonly outlets: readonly Outlet[];
  readonly onDone: () => void;
}

export function JournalistForm({ journalist, outlets, onDone }: JournalistFormProps) {
  const w = useWords();
  const offerUndo = useUndo();
  const form = useForm({
    schema: inputOf(contract.partners.addJournalist),
    initialValues: {
      name: journalist?.name ?? '',
      email: journalist?.email ?? '',
      phone: journalist?.phone ?? '',
      outletId: journalist?.outletId ?? null,
      desk: journalist?.desk ?? '',
      note: journalist?.note ?? '',
    },
    rules: { email: w.partners.emailRule },
  });
  const save = form.sending(async (input) => {
    if (journalist) await rpc.partners.changeJournalist({ ...input, id: journalist.id, version: journalist.version });
    else await rpc.partners.addJournalist(input);
    onDone();
  });
  const setActive = async (active: boolean) => {
    if (!journalist) return;
    const { id, name } = journalist;
    const after = await rpc.partners.changeJournalist({ id, version: journalist.version, active });
    if (!active) {
      offerUndo({
        words: w.partners.deactivated(name),
        undo: () => rpc.partners.changeJournalist({ id, version: after.version, active: true }),
      });
    }
  };
  return (
    <form noValidate onSubmit={save} className={classes.fields}>
      <TextInput
        label={w.partners.name}
        autoComplete="off"
        autoFocus={journalist === null}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={w.partners.email}
        type="email"
        inputMode="email"
        autoComplete="off"
        {...form.getInputProps('email')}
      />
      <Select
        label={w.partners.outlet}
        data={outlets.map((outlet) => ({ value: outlet.id, label: outlet.name }))}
        placeholder={w.partners.noOutlet}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': w.partners.noOutlet }}
        {...form.getInputProps('outletId')}
      />
      <TextInput label={w.partners.desk} placeholder={w.partners.deskExample} {...form.getInputProps('desk')} />
      <TextInput label={w.partners.phone} inputMode="tel" autoComplete="off" {...form.getInputProps('phone')} />
      <Textarea label={w.partners.note} autosize minRows={2} maxRows={6} {...form.getInputProps('note')} />
      <Problem>{form.problem}</Problem>
      <div className={classes.foot}>
        <Button type="submit" loading={form.busy} data-primary>
          {journalist ? w.frame.save : w.partners.addJournalist}
        </Button>
        <Button variant="default" onClick={onDone} data-back>
          {w.frame.cancel}
        </Button>
        {journalist ? (
          <Button
            variant="subtle"
            color="gray"
            className={classes.push ?? ''}
            onClick={() => void setActive(!journalist.active)}
          >
            {journalist.active ? w.partners.deactivate : w.partners.activate}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
