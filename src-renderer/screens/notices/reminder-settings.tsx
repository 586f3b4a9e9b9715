import { Button, NumberInput, Switch, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { contract } from '../../../src-main/contract/index.ts';
import type { ReminderSettings as Settings } from '../../../src-main/contract/notices.ts';
import { client, rpc } from '../../client.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { useLanguage, useWords } from '../../words/words.tsx';
import { Group } from '../settings/group.tsx';
import classes from '../settings/settings.module.css';

/** When Kulkul reminds: of a duty, of tomorrow, of a release that is missing. */
export function ReminderSettings() {
  const w = useWords();
  const settings = useQuery(client.notices.settings.queryOptions());
  return (
    <>
      <PageHeader title={w.notices.reminders} about={w.notices.remindersAbout} />
      <Problem error={settings.error} />
      {settings.data ? <Fields settings={settings.data} /> : <SkeletonRows rows={4} />}
    </>
  );
}

function Fields({ settings }: { readonly settings: Settings }) {
  const w = useWords();
  const language = useLanguage();
  const queries = useQueryClient();
  const [saved, setSaved] = useState(false);
  const mark = language === 'id' ? '.' : ':';
  const form = useForm({
    schema: inputOf(contract.notices.setSettings),
    initialValues: {
      duty: settings.dutyHours !== null,
      dutyHours: settings.dutyHours ?? 2,
      unconfirmed: settings.unconfirmedAt !== null,
      unconfirmedAt: (settings.unconfirmedAt ?? '18:00').replace(':', mark),
      release: settings.releaseHours !== null,
      releaseHours: settings.releaseHours ?? 3,
    },
    shape: (values) => ({
      dutyHours: values.duty ? values.dutyHours : null,
      unconfirmedAt: values.unconfirmed ? clockOf(values.unconfirmedAt) : null,
      releaseHours: values.release ? values.releaseHours : null,
    }),
    rules: { unconfirmedAt: w.notices.clockWrong },
  });
  const toggle = (field: 'duty' | 'unconfirmed' | 'release', label: string) => (
    <Switch
      label={w.notices.on}
      aria-label={`${w.notices.on}: ${label}`}
      checked={form.values[field]}
      onChange={(event) => form.put(field, event.currentTarget.checked)}
    />
  );
  const hours = (field: 'dutyHours' | 'releaseHours', max: number, disabled: boolean) => (
    <NumberInput
      label={w.notices.hoursLabel[field]}
      min={1}
      max={max}
      styles={{ wrapper: { maxWidth: 120 } }}
      clampBehavior="strict"
      allowDecimal={false}
      disabled={disabled}
      {...form.getInputProps(field)}
    />
  );
  return (
    <form
      noValidate
      onSubmit={form.sending(async (input) => {
        setSaved(false);
        await rpc.notices.setSettings(input);
        setSaved(true);
        void queries.invalidateQueries({ queryKey: client.notices.key() });
      })}
    >
      <Group title={w.notices.dutyHours} about={w.notices.dutyHoursAbout}>
        <div className={classes.fields}>
          {toggle('duty', w.notices.dutyHours)}
          {hours('dutyHours', 48, !form.values.duty)}
        </div>
      </Group>
      <Group title={w.notices.unconfirmedAt} about={w.notices.unconfirmedAbout}>
        <div className={classes.fields}>
          {toggle('unconfirmed', w.notices.unconfirmedAt)}
          <TextInput
            label={w.notices.clock}
            description={w.notices.clockHelp}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maw={120}
            inputMode="numeric"
            disabled={!form.values.unconfirmed}
            {...form.getInputProps('unconfirmedAt')}
          />
        </div>
      </Group>
      <Group title={w.notices.releaseHours} about={w.notices.releaseHoursAbout}>
        <div className={classes.fields}>
          {toggle('release', w.notices.releaseHours)}
          {hours('releaseHours', 72, !form.values.release)}
        </div>
      </Group>
      <Problem>{form.problem}</Problem>
      <div className={classes.swatches}>
        <Button type="submit" loading={form.busy} data-primary>
          {w.frame.save}
        </Button>
        <span role="status">{saved ? w.notices.remindersSaved : null}</span>
      </div>
    </form>
  );
}

/** `18.00`, `18:00`, `7` -> `18:00`, `18:00`, `07:00`; what is none stays, and is refused at its field. */
function clockOf(typed: string): string {
  const found = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(typed.trim());
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? '00'}` : typed;
}
