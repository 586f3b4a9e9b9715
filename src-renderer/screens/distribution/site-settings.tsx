import { Button, Switch, TextInput } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { contract } from '../../../src-main/contract/index.ts';
import type { SiteAgenda, SiteSettingsForm } from '../../../src-main/contract/site.ts';
import { dayText } from '../../../src-main/words/when.ts';
import { client, rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { When } from '../../components/when.tsx';
import { desk } from '../../desk.ts';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { useMay } from '../../frame/session.tsx';
import { sayRefusal } from '../../words/say.ts';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './distribution.module.css';

/** Situs, a part of Pengaturan: where the public newsroom is written. */
export function SiteSettings() {
  const w = useWords();
  const site = useQuery(client.site.get.queryOptions());
  return (
    <section aria-labelledby="site-settings">
      <h2 id="site-settings" className={classes.heading}>
        {w.distribution.siteTitle}
      </h2>
      <p className={classes.soft}>{w.distribution.siteSettingsAbout}</p>
      {site.data ? (
        <SiteForm
          // A change from elsewhere begins a fresh form.
          key={site.data.version}
          initial={site.data.settings ?? site.data.proposal}
          version={site.data.version}
          agenda={site.data.agenda}
        />
      ) : site.error ? (
        <Problem error={site.error} />
      ) : (
        <SkeletonRows rows={4} />
      )}
      {site.data?.settings ? <Rewrite pages={site.data.pages} /> : null}
    </section>
  );
}

function SiteForm({
  initial,
  version,
  agenda,
}: {
  readonly initial: SiteSettingsForm;
  readonly version: number;
  readonly agenda: SiteAgenda | null;
}) {
  const w = useWords();
  const form = useForm({
    schema: inputOf(contract.site.change),
    initialValues: { ...initial },
    shape: (values) => ({ ...values, version }),
    rules: { baseUrl: w.distribution.baseUrlRule },
  });
  const check = useMutation(client.site.check.mutationOptions());
  const choose = async () => {
    const folder = await desk?.chooseFolder(w.distribution.chooseFolder);
    if (folder) form.setFieldValue('folder', folder);
  };
  return (
    <form onSubmit={form.sending((input) => rpc.site.change(input))} className={classes.form} noValidate>
      <div className={classes.withButton}>
        <TextInput
          label={w.distribution.folder}
          description={w.distribution.folderAbout}
          {...form.getInputProps('folder')}
          onBlur={() => check.reset()}
        />
        {desk ? (
          <Button
            variant="default"
            leftSection={<IconFolder size={16} stroke={1.8} aria-hidden />}
            onClick={() => void choose()}
          >
            {w.distribution.chooseFolder}
          </Button>
        ) : (
          <Button
            variant="default"
            loading={check.isPending}
            disabled={form.getValues().folder.trim() === ''}
            onClick={() => check.mutate({ folder: form.getValues().folder })}
          >
            {w.distribution.checkFolder}
          </Button>
        )}
      </div>
      {check.data ? (
        <p className={classes.soft} role="status">
          {check.data.state === 'ours' ? w.distribution.folderOurs : w.distribution.folderEmpty}
        </p>
      ) : null}
      {check.error ? <Problem error={check.error} /> : null}
      <TextInput
        label={w.distribution.baseUrl}
        description={w.distribution.baseUrlAbout}
        placeholder="https://prokopim.contohkota.go.id/berita/"
        {...form.getInputProps('baseUrl')}
      />
      <TextInput label={w.distribution.siteName} {...form.getInputProps('title')} />
      <TextInput label={w.distribution.siteDescription} {...form.getInputProps('description')} />
      <Switch
        label={w.distribution.publicAgenda}
        description={w.distribution.publicAgendaAbout}
        checked={form.values.publicAgenda}
        onChange={(event) => form.setFieldValue('publicAgenda', event.currentTarget.checked)}
      />
      {agenda ? <AgendaStanding agenda={agenda} /> : null}
      <Problem>{form.problem}</Problem>
      <Button type="submit" loading={form.busy} data-primary className={classes.start}>
        {w.distribution.saveSite}
      </Button>
    </form>
  );
}

/** How the page of the agenda was written last, or why it could not be. */
function AgendaStanding({ agenda }: { readonly agenda: SiteAgenda }) {
  const w = useWords();
  const language = useLanguage();
  if (agenda.refusal !== null) {
    return (
      <Problem>
        {w.distribution.publicAgendaFailed} {sayRefusal(agenda.refusal, language)}
      </Problem>
    );
  }
  return (
    <p className={classes.soft}>
      {w.distribution.publicAgendaWritten(agenda.events, dayText(agenda.from, language), dayText(agenda.to, language))}{' '}
      <When at={agenda.at} />
    </p>
  );
}

function Rewrite({ pages }: { readonly pages: number }) {
  const w = useWords();
  const may = useMay()('distribution.send');
  const rewrite = useMutation(client.site.rewrite.mutationOptions());
  return (
    <div className={classes.rewrite}>
      <p>
        {w.distribution.pages(pages)}. <span className={classes.soft}>{may ? w.distribution.rewriteAbout : ''}</span>
      </p>
      {may ? (
        <Button variant="default" loading={rewrite.isPending} onClick={() => rewrite.mutate({})}>
          {w.distribution.rewrite}
        </Button>
      ) : null}
      <span role="status" className={classes.soft}>
        {rewrite.data ? w.distribution.rewritten(rewrite.data.written, rewrite.data.files) : ''}
        {rewrite.data && rewrite.data.foreign.length > 0 ? ` ${w.distribution.foreignPages(rewrite.data.foreign)}` : ''}
      </span>
      <Problem error={rewrite.error} />
    </div>
  );
}
