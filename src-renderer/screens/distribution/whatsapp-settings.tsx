import { Button, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { contract } from '../../../src-main/contract/index.ts';
import { client, rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { useUndo } from '../../components/undo.tsx';
import { inputOf, useForm } from '../../forms/use-form.ts';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import classes from './distribution.module.css';

/** WhatsApp, a part of Pengaturan: the groups that get releases, and the greeting. */
export function WhatsappSettings() {
  const w = useWords();
  const greeting = useQuery(client.whatsapp.greeting.queryOptions());
  return (
    <section aria-labelledby="whatsapp-settings" className={classes.settingsPart}>
      <h2 id="whatsapp-settings" className={classes.heading}>
        {w.distribution.whatsappTitle}
      </h2>
      <p className={classes.soft}>{w.distribution.whatsappSettingsAbout}</p>
      <Groups />
      {greeting.data ? <Greeting key={greeting.data.greeting} initial={greeting.data.greeting} /> : null}
      {greeting.error ? <Problem error={greeting.error} /> : null}
    </section>
  );
}

function Groups() {
  const w = useWords();
  const mayWrite = useMay()('partners.write');
  const offerUndo = useUndo();
  const groups = useQuery(client.partners.groups.queryOptions());
  const remove = useMutation(client.partners.removeGroup.mutationOptions());
  const form = useForm({
    schema: inputOf(contract.partners.addGroup),
    initialValues: { name: '', note: '' },
    shape: (values) => ({ ...values, kind: 'whatsapp' }),
  });
  if (!groups.data) return groups.error ? <Problem error={groups.error} /> : <SkeletonRows rows={3} />;
  const whatsapp = groups.data.filter((group) => group.kind === 'whatsapp');
  return (
    <>
      <ul className={classes.ticks}>
        {whatsapp.map((group) => (
          <li key={group.id}>
            <span className={classes.tickName}>
              {group.name}
              <span className={classes.soft}>{group.note}</span>
            </span>
            {mayWrite ? (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
                aria-label={`${w.frame.remove}: ${group.name}`}
                onClick={() =>
                  remove.mutate(
                    { id: group.id, version: group.version },
                    {
                      onSuccess: () =>
                        offerUndo({
                          words: w.distribution.groupRemoved(group.name),
                          undo: () => rpc.partners.addGroup({ name: group.name, note: group.note, kind: 'whatsapp' }),
                        }),
                    },
                  )
                }
              >
                {w.frame.remove}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {whatsapp.length === 0 ? <p className={classes.soft}>{w.distribution.noWhatsappGroups}</p> : null}
      <Problem error={remove.error} />
      {mayWrite ? (
        <form
          className={classes.addGroup}
          noValidate
          onSubmit={form.sending(async (input) => {
            await rpc.partners.addGroup(input);
            form.reset();
          })}
        >
          <TextInput label={w.distribution.groupName} {...form.getInputProps('name')} />
          <TextInput
            label={w.distribution.groupNote}
            placeholder={w.distribution.groupNoteExample}
            {...form.getInputProps('note')}
          />
          <Button type="submit" variant="default" loading={form.busy}>
            {w.distribution.addGroup}
          </Button>
          <Problem>{form.problem}</Problem>
        </form>
      ) : null}
    </>
  );
}

function Greeting({ initial }: { readonly initial: string }) {
  const w = useWords();
  const form = useForm({ schema: inputOf(contract.whatsapp.setGreeting), initialValues: { greeting: initial } });
  return (
    <form className={classes.form} noValidate onSubmit={form.sending((input) => rpc.whatsapp.setGreeting(input))}>
      <Textarea
        label={w.distribution.greeting}
        description={w.distribution.greetingAbout}
        autosize
        minRows={2}
        {...form.getInputProps('greeting')}
      />
      <Problem>{form.problem}</Problem>
      <Button type="submit" variant="default" loading={form.busy} className={classes.start}>
        {w.distribution.saveGreeting}
      </Button>
    </form>
  );
}
