import { Radio, Stack, Text } from '@mantine/core';
import { queryOptions } from '@tanstack/react-query';
import type { EventFields } from '../../../../src-main/contract/agenda-nouns.ts';
import type { Clash } from '../../../../src-main/contract/clashes.ts';
import { shortDayText } from '../../../../src-main/words/when.ts';
import { client, rpc } from '../../../client.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { ClashLines } from './clash-lines.tsx';
import classes from './move-dialog.module.css';

/** Whether a change of one date of a series is for it alone. */
export type Scope = 'one' | 'following';

/** What a change from one date of a series on would do: how many events it changes, and what would newly clash. */
export function followingCheck(event: { id: string; version: number }, mine: Partial<EventFields>) {
  return queryOptions({
    queryKey: [...client.agenda.key(), 'following-check', event.id, event.version, mine],
    queryFn: () => rpc.agenda.checkFollowing({ ...mine, id: event.id, version: event.version }),
    staleTime: 0,
    gcTime: 10_000,
  });
}

interface SeriesScopeProps {
  readonly value: Scope;
  readonly onChange: (scope: Scope) => void;
  /** How many events change from here on, as soon as that is known. */
  readonly count?: number | undefined;
}

/** Only this date of a series, or this and all that follow. */
export function SeriesScope({ value, onChange, count }: SeriesScopeProps) {
  const w = useWords();
  return (
    <div>
      <Radio.Group label={w.repeat.scope} value={value} onChange={(next) => onChange(next as Scope)}>
        <Stack gap={6} mt={4}>
          {(['one', 'following'] as const).map((one) => (
            <Radio key={one} value={one} label={w.repeat.scopes[one]} />
          ))}
        </Stack>
      </Radio.Group>
      {value === 'following' ? (
        <Text size="xs" c="dimmed" mt={6} role="status">
          {count === undefined ? w.repeat.scopeHelp : w.views.followingCount(count)}
        </Text>
      ) : null}
    </div>
  );
}

/** So many dates, and sentences, are told; the others are counted. */
const TOLD_DATES = 5;
const TOLD_CLASHES = 3;

/** What clashes on the dates of a series. */
export function SeriesClashes({ clashes }: { readonly clashes: readonly Clash[] }) {
  const w = useWords();
  const language = useLanguage();
  const days = [...new Set(clashes.map((clash) => clash.day))].sort();
  if (days.length === 0) return null;
  return (
    <div>
      <strong>{w.repeat.clashing(days.length)}</strong>
      <div className={classes.dates}>
        {days
          .slice(0, TOLD_DATES)
          .map((day) => shortDayText(day, language))
          .join(' · ')}
        {days.length > TOLD_DATES ? ` · +${days.length - TOLD_DATES}` : ''}
      </div>
      <ClashLines clashes={clashes.slice(0, TOLD_CLASHES)} />
    </div>
  );
}
