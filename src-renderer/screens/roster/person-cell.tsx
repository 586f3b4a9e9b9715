import { NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RosterDuty, RosterEntry } from '../../../src-main/contract/roster.ts';
import { client, rpc } from '../../client.ts';
import { saved } from '../../house.ts';
import { useSay } from '../../words/say.ts';
import { useWords } from '../../words/words.tsx';
import classes from './roster.module.css';
import type { Slot } from './slots.ts';

interface PersonCellProps {
  readonly slot: Slot;
  readonly duty: RosterDuty;
  readonly entry: RosterEntry | null;
  readonly fills: boolean;
  readonly label: string;
}

/** Who is on duty: a name is chosen and kept at once. The system's own list, because forty of them stand on one page. */
export function PersonCell({ slot, duty, entry, fills, label }: PersonCellProps) {
  const w = useWords();
  const say = useSay();
  const queries = useQueryClient();
  const people = useQuery(client.people.list.queryOptions({ enabled: fills }));
  const choose = useMutation({
    mutationFn: async (userId: string) => {
      if (userId === '') return entry ? rpc.roster.remove({ id: entry.id, version: entry.version }) : null;
      const { start, end, note, insteadOf } = entry ?? {};
      return rpc.roster.set({
        ...slot,
        duty,
        userId,
        // the hours stay with the night; why somebody stood in goes with them
        ...(start !== undefined && end !== undefined ? { start, end } : {}),
        ...(entry?.userId === userId ? { note, insteadOf: insteadOf?.id ?? null } : {}),
        seen: entry ? { id: entry.id, version: entry.version } : null,
      });
    },
    onSuccess: () => saved(),
    onSettled: () => queries.invalidateQueries({ queryKey: client.roster.key() }),
  });
  if (!fills) return <span className={entry ? undefined : classes.nobody}>{entry?.userName ?? w.roster.nobody}</span>;
  const listed = people.data?.filter((user) => user.active) ?? [];
  const gone = entry && !listed.some((user) => user.id === entry.userId) ? [entry] : [];
  return (
    <NativeSelect
      className={classes.choose ?? ''}
      size="sm"
      aria-label={label}
      value={choose.isPending ? choose.variables : (entry?.userId ?? '')}
      onChange={(event) => choose.mutate(event.currentTarget.value)}
      error={choose.error ? say(choose.error) : undefined}
      data-empty={entry === null || undefined}
      data={[
        { value: '', label: w.roster.nobody },
        ...gone.map(({ userId, userName }) => ({ value: userId, label: userName })),
        ...listed.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
