import { Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RosterEntry } from '../../../src-main/contract/roster.ts';
import { clockText } from '../../../src-main/words/when.ts';
import { client } from '../../client.ts';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { clockOf } from './clock.ts';
import { plusDays } from './slots.ts';
import { useRosterForm } from './use-roster-form.ts';

interface EditEntryProps {
  readonly entry: RosterEntry;
  readonly title: string;
  readonly onClose: () => void;
}

/** Other hours than usual, and whom a person stands in for. */
export function EditEntry({ entry: live, title, onClose }: EditEntryProps) {
  // what this person has seen: a colleague's change meanwhile is refused, not overwritten
  const [entry] = useState(live);
  const w = useWords();
  const language = useLanguage();
  const people = useQuery(client.people.list.queryOptions());
  const { form, submit } = useRosterForm({
    onDone: onClose,
    initialValues: {
      start: clockText(entry.start, language),
      end: clockText(entry.end, language),
      insteadOf: entry.insteadOf?.id ?? '',
      note: entry.note,
    },
    shape: ({ start, end, insteadOf, note }) => {
      const [from, to] = [clockOf(start), clockOf(end)];
      // until a clock that is not later is until the day after
      const lastDay = to > from ? entry.day : plusDays(entry.day, 1);
      return {
        day: entry.day,
        part: entry.part,
        duty: entry.duty,
        userId: entry.userId,
        insteadOf: insteadOf === '' ? null : insteadOf,
        start: `${entry.day}T${from}`,
        end: `${lastDay}T${to}`,
        note,
        seen: { id: entry.id, version: entry.version },
      };
    },
  });
  return (
    <AskDialog
      title={w.roster.editTitle}
      onClose={onClose}
      submit={w.frame.save}
      onSubmit={submit}
      busy={form.busy}
      problem={{ words: form.problem }}
    >
      <Text c="dimmed">
        {entry.userName} · {w.roster.duties[entry.duty]} · {title}
      </Text>
      <Group grow align="flex-start">
        <TextInput label={w.roster.from} inputMode="numeric" data-autofocus {...form.getInputProps('start')} />
        <TextInput label={w.roster.to} inputMode="numeric" {...form.getInputProps('end')} />
      </Group>
      <NativeSelect
        label={w.roster.insteadOf}
        {...form.getInputProps('insteadOf')}
        data={[
          { value: '', label: w.roster.nobodyElse },
          ...(people.data ?? [])
            .filter(({ id }) => id !== entry.userId)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextInput label={w.roster.note} {...form.getInputProps('note')} />
    </AskDialog>
  );
}
