import { Button, NumberInput, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AgendaSettings } from '../../../../src-main/contract/agenda-settings.ts';
import { contract } from '../../../../src-main/contract/index.ts';
import { client, rpc } from '../../../client.ts';
import { PageHeader } from '../../../components/page-header.tsx';
import { Problem } from '../../../components/problem.tsx';
import { SkeletonRows } from '../../../components/skeleton-rows.tsx';
import { inputOf, useForm } from '../../../forms/use-form.ts';
import { useMay } from '../../../frame/session.tsx';
import { useWords } from '../../../words/words.tsx';
import { Group } from '../../settings/group.tsx';
import { HolidayList } from './holiday-list.tsx';

/** Aturan agenda, a part of Pengaturan: when clashes are warned of, and the holidays. */
export function AgendaRules() {
  const w = useWords();
  const may = useMay();
  const settings = useQuery(client.agendaSettings.get.queryOptions());
  return (
    <>
      <PageHeader title={w.agendaRules.title} about={w.agendaRules.about} />
      <Problem error={settings.error} />
      {may('office.manage') ? (
        <Group title={w.agendaRules.limits}>
          {settings.data ? <Limits key={settings.data.version} settings={settings.data} /> : <SkeletonRows rows={3} />}
        </Group>
      ) : null}
      <HolidayList />
    </>
  );
}

function Limits({ settings }: { readonly settings: AgendaSettings }) {
  const w = useWords();
  const queries = useQueryClient();
  const form = useForm({
    schema: inputOf(contract.agendaSettings.change),
    initialValues: { ...settings } as AgendaSettings & Record<string, unknown>,
  });
  const field = (name: 'travelMinutes' | 'maxDuties' | 'assumedMinutes', label: string, help?: string) => (
    <NumberInput
      label={label}
      description={help}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDecimal={false}
      maw={360}
      {...form.getInputProps(name)}
    />
  );
  return (
    <form
      noValidate
      onSubmit={form.sending(async (input) => {
        queries.setQueryData(client.agendaSettings.get.queryKey(), await rpc.agendaSettings.change(input));
      })}
    >
      <Stack gap="md">
        {field('travelMinutes', w.agendaRules.travel, w.agendaRules.travelHelp)}
        {field('maxDuties', w.agendaRules.duties)}
        {field('assumedMinutes', w.agendaRules.assumed, w.agendaRules.assumedHelp)}
        <Problem>{form.problem}</Problem>
        <div>
          <Button type="submit" variant="default" loading={form.busy} disabled={!form.isDirty()}>
            {w.agendaRules.save}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
