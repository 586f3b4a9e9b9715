import { Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Event } from '../../../../src-main/contract/agenda-nouns.ts';
import type { SignerForm } from '../../../../src-main/contract/agenda-out.ts';
import { rawPath } from '../../../../src-main/contract/routes.ts';
import { timeRangeText } from '../../../../src-main/words/when.ts';
import { client, rpc } from '../../../client.ts';
import { Problem } from '../../../components/problem.tsx';
import { SkeletonRows } from '../../../components/skeleton-rows.tsx';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { FileActs } from './file-acts.tsx';
import { Panel } from './panel.tsx';
import classes from './share.module.css';
import type { Shared } from './subject.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The Surat Tugas of who covers these events. */
export function Letter({ of, from, to, choose }: Shared) {
  const w = useWords();
  const listed = useQuery(
    client.agenda.list.queryOptions({
      input: { from: from ?? '', to: to ?? '' },
      enabled: of.kind === 'day' && from !== null,
    }),
  );
  const single = useQuery(
    client.agenda.get.queryOptions({ input: { id: of.kind === 'event' ? of.id : '' }, enabled: of.kind === 'event' }),
  );
  const signer = useQuery(client.agendaOut.signer.queryOptions());
  const all = of.kind === 'event' ? single.data && [single.data] : listed.data;
  const error = listed.error ?? single.error ?? signer.error;
  if (error || !all || !signer.data) {
    return (
      <Panel>
        {choose()}
        {error ? <Problem error={error} /> : <SkeletonRows rows={4} />}
      </Panel>
    );
  }
  const covered = all.filter((event) => event.crew.length > 0 && event.state !== 'cancelled');
  if (covered.length === 0) {
    return (
      <Panel>
        {choose()}
        <Text size="sm" c="dimmed">
          {w.agendaOut.noCrew}
        </Text>
      </Panel>
    );
  }
  return <Fields events={covered} signer={signer.data} choose={choose} />;
}

interface FieldsProps extends Pick<Shared, 'choose'> {
  readonly events: readonly Event[];
  readonly signer: SignerForm;
}

function Fields({ events, signer, choose }: FieldsProps) {
  const w = useWords();
  const language = useLanguage();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(events.map(({ id }) => id)));
  const [number, setNumber] = useState('');
  const [who, setWho] = useState(signer);
  const ids = events.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const put = (field: keyof SignerForm) => ({
    label: w.agendaOut.signer[field],
    value: who[field],
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setWho((before) => ({ ...before, [field]: value }));
    },
  });
  const path = ids.length === 0 ? null : rawPath('assignmentLetter', {}, { events: ids.join(','), number });
  return (
    <Panel
      foot={
        <FileActs
          path={path}
          type={DOCX}
          word={w.agendaOut.saveLetter}
          before={async () => {
            await rpc.agendaOut.setSigner(who);
            queries.setQueryData(client.agendaOut.signer.queryKey(), who);
          }}
        />
      }
    >
      {choose()}
      <Checkbox.Group
        label={w.agendaOut.letterFor}
        value={[...chosen]}
        onChange={(values) => setChosen(new Set(values))}
      >
        <Stack gap={8} mt={6}>
          {events.map((event) => (
            <Checkbox
              key={event.id}
              value={event.id}
              label={`${timeRangeText(event, language)} ${event.title}`}
              description={event.crew.map(({ name, role }) => `${name} (${w.eventParts.roles[role]})`).join(', ')}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput
        label={w.agendaOut.letterNumber}
        description={w.agendaOut.letterNumberAbout}
        inputWrapperOrder={['label', 'input', 'description']}
        value={number}
        maxLength={100}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <TextInput {...put('position')} maxLength={200} placeholder="Kepala Bagian Protokol dan Komunikasi Pimpinan" />
      <TextInput {...put('name')} maxLength={200} />
      <div className={classes.pair}>
        <TextInput {...put('rank')} maxLength={200} />
        <TextInput
          {...put('nip')}
          maxLength={60}
          description={w.agendaOut.signerAbout}
          inputWrapperOrder={['label', 'input', 'description']}
        />
      </div>
    </Panel>
  );
}
