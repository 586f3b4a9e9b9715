import { Button, Code, PasswordInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { contract } from '../../../src-main/contract/index.ts';
import { client, rpc } from '../../client.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { Chip } from '../../components/state-chip.tsx';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { useWords } from '../../words/words.tsx';
import { BackupMaking } from './backup-making.tsx';
import { Group } from './group.tsx';
import classes from './settings.module.css';

/** Cadangan: make one, the recovery code for the secrets, how it comes back. */
export function Backup() {
  const w = useWords();
  const state = useQuery(client.backup.state.queryOptions());
  return (
    <>
      <PageHeader title={w.settings.backup} about={w.settings.backupAbout} />
      <Problem error={state.error} />
      {state.data?.locked ? (
        <Group title={w.settings.vaultLocked} about={w.settings.vaultLockedAbout}>
          <Unlock />
        </Group>
      ) : null}
      <Group title={w.settings.backupHow} about={w.settings.backupWhatAbout}>
        <BackupMaking />
      </Group>
      <Group title={w.settings.recovery} about={w.settings.recoveryAbout}>
        <Recovery has={state.data?.hasRecoveryCode ?? false} />
      </Group>
      <Group title={w.settings.backupCheck} about={w.settings.backupCheckAbout}>
        <p className={classes.soft}>{w.settings.backupAuto}</p>
      </Group>
    </>
  );
}

function Recovery({ has }: { readonly has: boolean }) {
  const w = useWords();
  const queries = useQueryClient();
  const make = useMutation(
    client.backup.newRecoveryCode.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: client.backup.key() }),
    }),
  );
  return (
    <div className={classes.fields}>
      <div className={classes.swatches}>
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate(undefined)}>
          {has ? w.settings.recoveryAgain : w.settings.recoveryMake}
        </Button>
        {has ? <Chip tone="green">{w.settings.recoveryHas}</Chip> : <Chip tone="amber">{w.settings.recoveryNone}</Chip>}
      </div>
      <Problem error={make.error} />
      <div role="status">
        {make.data ? (
          <>
            <div className={classes.swatches}>
              <Code fz="md" p="sm">
                {make.data.code}
              </Code>
              <CopyButton text={make.data.code} size="xs" />
            </div>
            <p className={classes.groupAbout} style={{ marginBottom: 0 }}>
              {w.settings.recoveryOnce}
            </p>
          </>
        ) : null}
      </div>
    </div>
  );
}

function Unlock() {
  const w = useWords();
  const queries = useQueryClient();
  const form = useForm({ schema: inputOf(contract.backup.unlockVault), initialValues: { code: '' } });
  return (
    <form
      noValidate
      className={classes.fields}
      onSubmit={form.sending(async (input) => {
        await rpc.backup.unlockVault(input);
        await queries.invalidateQueries({ queryKey: client.backup.key() });
      })}
    >
      <PasswordInput
        label={w.settings.recoveryCode}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': w.frame.showPassword, tabIndex: 0 }}
        {...form.getInputProps('code')}
      />
      <Problem>{form.problem}</Problem>
      <div>
        <Button type="submit" loading={form.busy}>
          {w.settings.unlock}
        </Button>
      </div>
    </form>
  );
}
