import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconUserShare } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { User } from '../../../src-main/contract/people.ts';
import type { Role } from '../../../src-main/contract/rights.ts';
import { type RosterEntry, usualHours } from '../../../src-main/contract/roster.ts';
import { clockText, dayOf } from '../../../src-main/words/when.ts';
import { client } from '../../client.ts';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { Problem } from '../../components/problem.tsx';
import { Chip } from '../../components/state-chip.tsx';
import { useNow } from '../../components/when.tsx';
import { useMe, useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import { clockOf } from './clock.ts';
import classes from './roster.module.css';
import { useSaySpan } from './say-span.ts';
import { plusDays } from './slots.ts';
import { useRosterForm } from './use-roster-form.ts';

/** Who decides in their own right, and who may stand in for them; the core has the same lists and the last word. */
const decides: readonly Role[] = ['head', 'final_approver'];
const inside: readonly Role[] = ['protocol', 'writer', 'documentation', 'editor', 'head', 'final_approver'];
const hasOne = (user: User, roles: readonly Role[]) => user.active && user.roles.some((role) => roles.includes(role));

/** Pengganti persetujuan (Plh.): who decides over releases in whose place, from when to when. */
export function StandIns({ entries }: { readonly entries: readonly RosterEntry[] }) {
  const w = useWords();
  const me = useMe();
  const [adding, setAdding] = useState(false);
  const lends = me.roles.some((role) => decides.includes(role));
  const sets = lends || me.roles.includes('admin');
  if (entries.length === 0 && !sets) return null;
  return (
    <section className={classes.standIns} aria-label={w.roster.standIns}>
      <div className={classes.weekHead}>
        <h2>{w.roster.standIns}</h2>
        {sets ? (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconUserShare size={16} stroke={1.8} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {w.roster.addStandIn}
          </Button>
        ) : null}
      </div>
      <p className={classes.about}>{w.roster.standInsAbout}</p>
      {entries.length === 0 ? <p className={classes.nobody}>{w.roster.standInsNone}</p> : null}
      <ul className={classes.lines}>
        {entries.map((entry) => (
          <StandInLine key={entry.id} entry={entry} />
        ))}
      </ul>
      {adding ? <AddStandIn onClose={() => setAdding(false)} /> : null}
    </section>
  );
}

function StandInLine({ entry }: { readonly entry: RosterEntry }) {
  const w = useWords();
  const me = useMe();
  const now = useNow();
  const queries = useQueryClient();
  const span = useSaySpan();
  const running = entry.startsAt <= now && now < entry.endsAt;
  const over = entry.endsAt <= now;
  const mine = entry.insteadOf?.id === me.userId || me.roles.includes('admin');
  const end = useMutation(
    client.roster.remove.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: client.roster.key() }),
    }),
  );
  return (
    <li data-over={over || undefined}>
      <div className={classes.lineWords}>
        <span>
          <strong>{entry.userName}</strong> {w.roster.insteadOfName(entry.insteadOf?.name ?? '')}
        </span>
        <span className={classes.detail}>{span(entry)}</span>
      </div>
      {running ? <Chip tone="blue">{w.roster.running}</Chip> : null}
      {mine && !over ? (
        <Button
          variant="default"
          size="xs"
          aria-label={w.roster.endNowOf(entry.userName)}
          loading={end.isPending}
          onClick={() => end.mutate({ id: entry.id, version: entry.version })}
        >
          {w.roster.endNow}
        </Button>
      ) : null}
      <Problem error={end.error} />
    </li>
  );
}

function AddStandIn({ onClose }: { readonly onClose: () => void }) {
  const w = useWords();
  const me = useMe();
  const { zone } = useOffice();
  const language = useLanguage();
  const people = useQuery(client.people.list.queryOptions());
  const today = dayOf(useNow(), zone);
  const admin = me.roles.includes('admin');
  const lenders = (people.data ?? []).filter((user) => hasOne(user, decides) && (admin || user.id === me.userId));
  const { form, submit } = useRosterForm({
    onDone: onClose,
    initialValues: {
      insteadOf: me.roles.some((role) => decides.includes(role)) ? me.userId : '',
      userId: '',
      firstDay: today,
      start: clockText(usualHours.night.from, language),
      lastDay: plusDays(today, 1),
      end: clockText(usualHours.night.to, language),
    },
    shape: ({ insteadOf, userId, firstDay, lastDay, start, end }) => ({
      insteadOf: insteadOf || (lenders[0]?.id ?? ''),
      userId,
      start: `${firstDay}T${clockOf(start)}`,
      end: `${lastDay}T${clockOf(end)}`,
      day: firstDay,
      part: 'span',
      duty: 'approval',
    }),
  });
  const lender = form.values.insteadOf || (lenders[0]?.id ?? '');
  const candidates = (people.data ?? []).filter((user) => hasOne(user, inside) && user.id !== lender);
  const nameOf = (id: string) => people.data?.find((user) => user.id === id)?.name ?? '';
  return (
    <AskDialog
      title={w.roster.standInTitle}
      onClose={onClose}
      submit={w.roster.standInSave}
      onSubmit={submit}
      busy={form.busy}
      problem={{ words: form.problem }}
    >
      {lenders.length > 1 ? (
        <NativeSelect
          label={w.roster.lender}
          {...form.getInputProps('insteadOf')}
          value={lender}
          data={lenders.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <Text>
          {w.roster.lender}: <strong>{nameOf(lender)}</strong>
        </Text>
      )}
      <NativeSelect
        label={w.roster.person}
        data-autofocus
        {...form.getInputProps('userId')}
        data={[{ value: '', label: w.frame.choose }, ...candidates.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Group align="flex-start" wrap="nowrap">
        <DayInput className={classes.dayField ?? ''} label={w.roster.firstDay} {...form.getInputProps('firstDay')} />
        <TextInput
          className={classes.clockField ?? ''}
          label={w.roster.firstClock}
          inputMode="numeric"
          {...form.getInputProps('start')}
        />
      </Group>
      <Group align="flex-start" wrap="nowrap">
        <DayInput className={classes.dayField ?? ''} label={w.roster.lastDay} {...form.getInputProps('lastDay')} />
        <TextInput
          className={classes.clockField ?? ''}
          label={w.roster.lastClock}
          inputMode="numeric"
          {...form.getInputProps('end')}
        />
      </Group>
      {form.values.userId && lender ? (
        <Text size="sm">{w.roster.standInSentence(nameOf(form.values.userId), nameOf(lender))}</Text>
      ) : null}
    </AskDialog>
  );
}
