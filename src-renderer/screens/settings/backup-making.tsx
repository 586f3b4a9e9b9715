import { Button, Checkbox, Progress, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { BackupRun } from '../../../src-main/contract/backup.ts';
import { contract } from '../../../src-main/contract/index.ts';
import { client, rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { When } from '../../components/when.tsx';
import { desk } from '../../desk.ts';
import { focusBack, useFocusGoesOn } from '../../forms/focus-back.ts';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { sayRefusal } from '../../words/say.ts';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './settings.module.css';

/** So often a running backup is asked how far it is, in milliseconds. */
const LOOK_MS = 700;

/** Begins a backup, shows how far it is and what came of the last one. It belongs to the core: this page may be closed. */
export function BackupMaking() {
  const last = useQuery({
    ...client.backup.last.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? LOOK_MS : false),
  });
  const run = last.data ?? null;
  const part = useFocusGoesOn<HTMLDivElement>(run?.state === 'running');
  return (
    <div className={classes.fields} ref={part}>
      <Problem error={last.error} />
      {run?.state === 'running' ? <Running run={run} /> : <Begin />}
      <div role="status">{run === null || run.state === 'running' ? null : <Ended run={run} />}</div>
    </div>
  );
}

function Begin() {
  const w = useWords();
  const queries = useQueryClient();
  const form = useForm({ schema: inputOf(contract.backup.make), initialValues: { folder: '', zip: false } });
  const choose = async () => {
    const folder = await desk?.chooseFolder(w.settings.backupFolder);
    if (folder) form.setFieldValue('folder', folder);
  };
  return (
    <form
      noValidate
      className={classes.fields}
      onSubmit={form.sending(async (input) => {
        queries.setQueryData(client.backup.last.queryKey(), await rpc.backup.make(input));
      })}
    >
      <TextInput
        label={w.settings.backupFolder}
        description={w.settings.backupFolderAbout}
        placeholder="/media/flashdisk"
        rightSectionWidth="auto"
        rightSection={
          desk ? (
            <Button size="compact-xs" variant="subtle" mr={6} onClick={() => void choose()}>
              {w.frame.choose}
            </Button>
          ) : null
        }
        {...form.getInputProps('folder')}
      />
      <Checkbox label={w.settings.backupZip} {...form.getInputProps('zip', { type: 'checkbox' })} />
      <Problem>{form.problem}</Problem>
      <div>
        <Button type="submit" loading={form.busy} data-primary data-goes-on>
          {w.settings.backupMake}
        </Button>
      </div>
    </form>
  );
}

function Running({ run }: { readonly run: BackupRun }) {
  const w = useWords();
  const queries = useQueryClient();
  const megabytes = useMegabytes();
  const button = useRef<HTMLButtonElement>(null);
  const cancel = useMutation(
    client.backup.cancel.mutationOptions({
      onSuccess: (now) => queries.setQueryData(client.backup.last.queryKey(), now),
      onError: () => focusBack(button.current),
    }),
  );
  const { bytes, ofBytes } = run.progress;
  const percent = ofBytes === 0 ? 0 : Math.min(100, (bytes / ofBytes) * 100);
  const words =
    ofBytes === 0
      ? w.settings.backupCounting
      : w.settings.backupBusy(megabytes(Math.min(bytes, ofBytes)), megabytes(ofBytes));
  return (
    <>
      <div>
        <p style={{ margin: '0 0 6px' }}>{words}</p>
        <Progress value={percent} size="sm" aria-label={w.settings.backupHow} transitionDuration={160} />
      </div>
      <p className={classes.soft} style={{ margin: 0, overflowWrap: 'anywhere' }}>
        {run.place}
        <br />
        {w.settings.backupGoesOn}
      </p>
      <Problem error={cancel.error} />
      <div>
        <Button
          ref={button}
          variant="default"
          loading={cancel.isPending}
          onClick={() => cancel.mutate(undefined)}
          data-goes-on
        >
          {w.settings.backupCancel}
        </Button>
      </div>
    </>
  );
}

function Ended({ run }: { readonly run: BackupRun }) {
  const w = useWords();
  const language = useLanguage();
  const megabytes = useMegabytes();
  const { made, refusal } = run;
  return (
    <>
      {run.state === 'cancelled' ? <p className={classes.groupAbout}>{w.settings.backupCancelled}</p> : null}
      {refusal ? <Problem>{sayRefusal(refusal, language)}</Problem> : null}
      {made && made.missing > 0 ? (
        <Problem>
          {w.settings.backupMissing(made.missing.toLocaleString(localeOf(language)))} {made.missingNames.join(', ')}
        </Problem>
      ) : null}
      {made && made.links.length > 0 ? (
        <p className={classes.soft}>{w.settings.backupLinks(made.links.join(', '))}</p>
      ) : null}
      {made ? (
        <p className={made.missing > 0 ? classes.soft : classes.good}>
          {w.settings.backupMade(made.files.toLocaleString(localeOf(language)), megabytes(made.bytes), made.place)}{' '}
          {made.secrets === 'typed_again' ? w.settings.secretsTyped : null}
        </p>
      ) : null}
      {run.endedAt ? (
        <p className={classes.soft} style={{ margin: '6px 0 0' }}>
          <When at={run.endedAt} />
        </p>
      ) : null}
    </>
  );
}

function useMegabytes(): (bytes: number) => string {
  const number = new Intl.NumberFormat(localeOf(useLanguage()), { maximumFractionDigits: 1 });
  return (bytes) => number.format(bytes / 1_000_000);
}

function localeOf(language: 'id' | 'en'): string {
  return language === 'id' ? 'id-ID' : 'en-GB';
}
