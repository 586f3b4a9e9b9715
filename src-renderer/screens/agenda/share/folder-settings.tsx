import { Button, Checkbox, Group as Row, Stack, Switch, TextInput } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FolderState } from '../../../../src-main/contract/agenda-out.ts';
import { contract } from '../../../../src-main/contract/index.ts';
import { dayText } from '../../../../src-main/words/when.ts';
import { client, refusalOf, rpc } from '../../../client.ts';
import { Problem } from '../../../components/problem.tsx';
import { SkeletonRows } from '../../../components/skeleton-rows.tsx';
import { When } from '../../../components/when.tsx';
import { desk } from '../../../desk.ts';
import { inputOf, useForm } from '../../../forms/use-form.ts';
import { useMay } from '../../../frame/session.tsx';
import { sayRefusal } from '../../../words/say.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { Group } from '../../settings/group.tsx';
import classes from '../../settings/settings.module.css';

const kinds = [
  'internal each',
  'internal all',
  'internal matrix',
  'public each',
  'public all',
  'public matrix',
] as const;

/** The PDF of tomorrow in a shared folder: how it stands for everybody, its settings for who may. */
export function FolderSettings() {
  const w = useWords();
  const may = useMay();
  const state = useQuery(client.agendaOut.folder.queryOptions());
  return (
    <Group title={w.agendaOut.folder} about={w.agendaOut.folderAbout}>
      <Problem error={state.error} />
      {state.data ? (
        <>
          {may('channels.manage') ? <Fields key={state.data.version} state={state.data} /> : null}
          <Standing state={state.data} />
        </>
      ) : state.error ? null : (
        <SkeletonRows rows={3} />
      )}
    </Group>
  );
}

function Standing({ state }: { readonly state: FolderState }) {
  const w = useWords();
  const language = useLanguage();
  const may = useMay();
  const queries = useQueryClient();
  const write = useMutation(
    client.agendaOut.writeFolder.mutationOptions({
      onSuccess: (next) => queries.setQueryData(client.agendaOut.folder.queryKey(), next),
      onError: () => queries.invalidateQueries({ queryKey: client.agendaOut.folder.key() }),
    }),
  );
  const { written, failed } = state;
  if (!state.settings.on) {
    return may('channels.manage') ? null : <p className={classes.soft}>{w.agendaOut.folderOff}</p>;
  }
  return (
    <>
      {failed?.refusal && !write.error ? (
        <Problem>
          {w.agendaOut.notWritten(dayText(failed.day, language))} {sayRefusal(failed.refusal, language)}
        </Problem>
      ) : null}
      <Problem error={write.error} />
      <Row gap="sm">
        {may('agenda.write') ? (
          <Button variant="default" loading={write.isPending} onClick={() => write.mutate({})}>
            {w.agendaOut.writeNow}
          </Button>
        ) : null}
        <span role="status" className={classes.soft}>
          {written ? (
            <>
              {w.agendaOut.writtenFor} <When at={written.at} /> {w.agendaOut.forDay(dayText(written.day, language))}:{' '}
              {written.files.join(', ')}
            </>
          ) : null}
        </span>
      </Row>
    </>
  );
}

function Fields({ state }: { readonly state: FolderState }) {
  const w = useWords();
  const language = useLanguage();
  const queries = useQueryClient();
  const [saved, setSaved] = useState(false);
  const [copy, setCopy] = useState(state.held);
  const mark = language === 'id' ? '.' : ':';
  const form = useForm({
    schema: inputOf(contract.agendaOut.changeFolder),
    initialValues: {
      on: state.settings.on,
      folder: state.settings.folder,
      clock: state.settings.clock.replace(':', mark),
      files: state.settings.files.map(({ edition, per }) => `${edition} ${per}`),
      takeOver: false,
    },
    shape: (values) => ({
      ...values,
      clock: values.clock.trim().replace('.', ':').padStart(5, '0'),
      files: values.files.map((one) => ({ edition: one.split(' ')[0], per: one.split(' ')[1] })),
      version: state.version,
    }),
    rules: { clock: w.agendaOut.clockWrong },
  });
  const check = useMutation(client.agendaOut.checkFolder.mutationOptions());
  const choose = async () => {
    const folder = await desk?.chooseFolder(w.agendaOut.chooseFolder);
    if (folder) form.setFieldValue('folder', folder);
  };
  const otherCopy = copy || refusalOf(check.error)?.params.reason === 'other_copy';
  return (
    <form
      noValidate
      onSubmit={form.sending(async (input) => {
        setSaved(false);
        try {
          const next = await rpc.agendaOut.changeFolder(input);
          setSaved(true);
          queries.setQueryData(client.agendaOut.folder.queryKey(), next);
        } catch (error) {
          if (refusalOf(error)?.params.reason === 'other_copy') setCopy(true);
          throw error;
        }
      })}
    >
      <Stack gap="md">
        <Switch
          label={w.agendaOut.folderOn}
          checked={form.values.on}
          onChange={(event) => form.setFieldValue('on', event.currentTarget.checked)}
        />
        <Row gap="sm" align="flex-end" wrap="wrap">
          <TextInput
            label={w.agendaOut.folderPath}
            description={w.agendaOut.folderPathAbout}
            style={{ flex: '1 1 280px' }}
            {...form.getInputProps('folder')}
          />
          {desk ? (
            <Button
              variant="default"
              leftSection={<IconFolder size={16} stroke={1.8} aria-hidden />}
              onClick={() => void choose()}
            >
              {w.agendaOut.chooseFolder}
            </Button>
          ) : (
            <Button
              variant="default"
              loading={check.isPending}
              disabled={form.values.folder.trim() === ''}
              onClick={() => check.mutate({ folder: form.values.folder })}
            >
              {w.agendaOut.checkFolder}
            </Button>
          )}
        </Row>
        {check.data ? (
          <p className={classes.soft} role="status">
            {check.data.state === 'ours' ? w.agendaOut.folderOurs : w.agendaOut.folderFree}
          </p>
        ) : null}
        <Problem error={check.error} />
        <TextInput
          label={w.agendaOut.clock}
          description={w.agendaOut.clockHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          styles={{ wrapper: { width: 140 } }}
          inputMode="decimal"
          {...form.getInputProps('clock')}
        />
        <Checkbox.Group label={w.agendaOut.files} description={w.agendaOut.filesAbout} {...form.getInputProps('files')}>
          <Stack gap={8} mt={6}>
            {kinds.map((kind) => (
              <Checkbox key={kind} value={kind} label={w.agendaOut.file[kind]} />
            ))}
          </Stack>
        </Checkbox.Group>
        {otherCopy ? (
          <Checkbox
            label={w.agendaOut.takeOver}
            checked={form.values.takeOver}
            onChange={(event) => form.setFieldValue('takeOver', event.currentTarget.checked)}
          />
        ) : null}
        <Problem>{form.problem}</Problem>
        <Row gap="sm">
          <Button type="submit" loading={form.busy} data-primary>
            {w.agendaOut.saveFolder}
          </Button>
          <span role="status" className={classes.soft}>
            {saved ? w.agendaOut.folderSaved : ''}
          </span>
        </Row>
      </Stack>
    </form>
  );
}
