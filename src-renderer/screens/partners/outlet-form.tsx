import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { contract } from '../../../src-main/contract/index.ts';
import { type Outlet, outletKinds } from '../../../src-main/contract/partners.ts';
import { rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { useWords } from '../../words/words.tsx';
import classes from './partners.module.css';

interface OutletFormProps {
  /** Null for a new one. */
  readonly outlet: Outlet | null;
  readonly onDone: () => void;
}

export function OutletForm({ outlet, onDone }: OutletFormProps) {
  const w = useWords();
  const form = useForm({
    schema: inputOf(contract.partners.addOutlet),
    initialValues: {
      name: outlet?.name ?? '',
      kind: outlet?.kind ?? ('online' as Outlet['kind']),
      city: outlet?.city ?? '',
      website: outlet?.website ?? '',
      note: outlet?.note ?? '',
    },
  });
  const save = form.sending(async (input) => {
    if (outlet) await rpc.partners.changeOutlet({ ...input, id: outlet.id, version: outlet.version });
    else await rpc.partners.addOutlet(input);
    onDone();
  });
  return (
    <form noValidate onSubmit={save} className={classes.fields}>
      <TextInput
        label={w.partners.outletName}
        autoComplete="off"
        autoFocus={outlet === null}
        {...form.getInputProps('name')}
      />
      <Select
        label={w.partners.kind}
        data={outletKinds.map((kind) => ({ value: kind, label: w.partners.kinds[kind] }))}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      <TextInput label={w.partners.city} {...form.getInputProps('city')} />
      <TextInput label={w.partners.website} inputMode="url" autoComplete="off" {...form.getInputProps('website')} />
      <Textarea label={w.partners.note} autosize minRows={2} maxRows={6} {...form.getInputProps('note')} />
      <Problem>{form.problem}</Problem>
      <div className={classes.foot}>
        <Button type="submit" loading={form.busy} data-primary>
          {outlet ? w.frame.save : w.partners.addOutlet}
        </Button>
        <Button variant="default" onClick={onDone} data-back>
          {w.frame.cancel}
        </Button>
      </div>
    </form>
  );
}
