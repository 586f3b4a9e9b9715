import { Button, Input, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Zone } from '../../../src-main/contract/basics.ts';
import { contract } from '../../../src-main/contract/index.ts';
import type { Status } from '../../../src-main/contract/session.ts';
import { zoneShort } from '../../../src-main/words/when.ts';
import { client, rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './door-page.module.css';
import { DoorPage } from './door-page.tsx';
import { guessZone } from './guess-zone.ts';

const zones: readonly Zone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];

/** Three fields and one number; everything else is asked when it is first needed. */
export function FirstStart({ status }: { readonly status: Status }) {
  const w = useWords();
  const language = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  /** Null as long as the person lets Kulkul guess. */
  const [chosenZone, setChosenZone] = useState<Zone | null>(null);
  const form = useForm({
    schema: inputOf(contract.office.start),
    initialValues: { unit: '', city: '', name: '', people: 1 as number | string, setupCode: '' },
    shape: (values) => ({
      ...values,
      zone: chosenZone ?? guessZone(values.city),
      setupCode: values.setupCode || undefined,
    }),
  });
  const { city, people } = form.values;
  const zone = chosenZone ?? guessZone(city);

  const begin = form.sending(async (input) => {
    const started = await rpc.office.start(input);
    // The language was chosen before there was anyone to keep it with.
    if (started.me && started.me.language !== language) {
      started.me = await rpc.session.setLanguage({ language });
    }
    await navigate({ to: '/mulai' as '/' });
    queries.setQueryData(client.session.status.queryKey(), started);
  });

  return (
    <DoorPage heading={w.start.three}>
      <form onSubmit={begin} className={classes.fields} noValidate>
        <TextInput
          label={w.start.unit}
          placeholder={w.start.unitExample}
          autoComplete="organization"
          data-autofocus
          autoFocus
          {...form.getInputProps('unit')}
        />
        <TextInput
          label={w.start.city}
          description={w.start.cityAbout}
          placeholder={w.start.cityExample}
          autoComplete="address-level2"
          {...form.getInputProps('city')}
        />
        <TextInput
          label={w.start.name}
          placeholder={w.start.nameExample}
          autoComplete="name"
          {...form.getInputProps('name')}
        />
        <div className={classes.pair}>
          <div>
            <Input.Label labelElement="div">{w.start.zone}</Input.Label>
            <SegmentedControl
              fullWidth
              aria-label={w.start.zone}
              value={zone}
              onChange={(value) => setChosenZone(value as Zone)}
              data={zones.map((value) => ({ value, label: zoneShort(value) }))}
            />
            <p className={classes.hint}>
              {chosenZone === null && city.trim().length > 2 ? w.start.zoneGuessed(zoneShort(zone)) : ' '}
            </p>
          </div>
          <NumberInput
            label={w.start.people}
            min={1}
            max={500}
            allowDecimal={false}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            description={w.start.peopleAbout}
            {...form.getInputProps('people')}
          />
        </div>
        <p className={classes.hint} style={{ marginTop: -8 }} aria-live="polite">
          {Number(people) > 1 ? w.start.together : w.start.alone}
        </p>
        {status.needsSetupCode ? (
          <TextInput
            label={w.start.setupCode}
            description={w.start.setupCodeAbout}
            placeholder="K7QM-2XRD"
            autoComplete="off"
            {...form.getInputProps('setupCode')}
          />
        ) : null}
        <Problem>{form.problem}</Problem>
        <div>
          <Button type="submit" size="md" fullWidth loading={form.busy} data-primary>
            {w.start.begin}
          </Button>
          <p className={classes.hint} style={{ marginTop: 12 }}>
            {w.start.later}
          </p>
        </div>
      </form>
    </DoorPage>
  );
}
