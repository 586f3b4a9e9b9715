import { Autocomplete, Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Numbering } from '../../../src-main/contract/approval.ts';
import { contract } from '../../../src-main/contract/index.ts';
import { releaseKinds } from '../../../src-main/contract/release-nouns.ts';
import { client, rpc } from '../../client.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { useWords } from '../../words/words.tsx';
import { Group } from '../settings/group.tsx';
import classes from '../settings/settings.module.css';

type Shown = Numbering & {
  readonly examples: Readonly<Record<string, string | null>>;
  readonly presets: readonly string[];
};

/** Pengaturan > Nomor siaran pers: which kinds carry a number, and how it is written. */
export function NumberSettings() {
  const w = useWords().approval;
  const numbering = useQuery(client.approval.numbering.queryOptions({ input: {} }));
  if (numbering.data === undefined)
    return (
      <>
        <PageHeader title={w.numbering} about={w.numberingAbout} />
        {numbering.error ? <Problem error={numbering.error} /> : <SkeletonRows rows={8} height={36} />}
      </>
    );
  return <NumberForm shown={numbering.data} />;
}

function NumberForm({ shown }: { readonly shown: Shown }) {
  const words = useWords();
  const w = words.approval;
  const queries = useQueryClient();
  const form = useForm({
    schema: inputOf(contract.approval.setNumbering),
    initialValues: {
      words: { ...shown.words },
      templates: Object.fromEntries(releaseKinds.map((kind) => [kind, shown.templates[kind] ?? ''])),
    },
    shape: ({ templates, ...rest }) => ({
      ...rest,
      templates: Object.fromEntries(
        Object.entries(templates).map(([kind, template]) => [kind, template.trim() === '' ? null : template]),
      ),
    }),
  });
  const save = form.sending(async (input) => {
    await rpc.approval.setNumbering(input);
    await queries.invalidateQueries({ queryKey: client.approval.numbering.key() });
    form.resetDirty();
  });
  return (
    <form noValidate onSubmit={save} className={classes.longForm}>
      <PageHeader
        title={w.numbering}
        about={w.numberingAbout}
        acts={
          <Button type="submit" loading={form.busy} disabled={!form.isDirty()} data-primary>
            {w.saveNumbering}
          </Button>
        }
      />
      <Problem>{form.problem}</Problem>
      <Group title={w.numberPatterns} about={w.numberTokens}>
        <div className={classes.fields}>
          {releaseKinds.map((kind) => {
            const next = shown.examples[kind];
            return (
              <Autocomplete
                key={kind}
                label={words.releases.kinds[kind]}
                placeholder={w.noNumber}
                data={[...shown.presets]}
                filter={({ options }) => options}
                {...(next === null || next === undefined ? {} : { description: w.numberNext(next) })}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                {...form.getInputProps(`templates.${kind}`)}
              />
            );
          })}
        </div>
      </Group>
      <Group title={w.numberWords}>
        <div className={classes.fields}>
          <TextInput label={w.numberUnit} {...form.getInputProps('words.unit')} />
          <TextInput label={w.numberCode} {...form.getInputProps('words.code')} />
          <TextInput label={w.numberNature} {...form.getInputProps('words.nature')} />
        </div>
      </Group>
    </form>
  );
}
