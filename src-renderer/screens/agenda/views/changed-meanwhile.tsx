import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Event, EventFields, EventState } from '../../../../src-main/contract/agenda-nouns.ts';
import { client } from '../../../client.ts';
import { Problem } from '../../../components/problem.tsx';
import { SkeletonRows } from '../../../components/skeleton-rows.tsx';
import { useWords } from '../../../words/words.tsx';
import { fieldName, useSayValue } from '../event-history.tsx';
import classes from './changed-meanwhile.module.css';

interface ChangedMeanwhileProps {
  readonly eventId: string;
  /** The event as this person saw it when they began. */
  readonly seen: Pick<Event, 'version'> & Partial<EventFields>;
  /** What this person wants to change. */
  readonly mine: Partial<EventFields> & { readonly state?: EventState };
  /** Their own choice is to be saved on top of what the event is now. Closes when it resolves; a refusal is shown here. */
  readonly onKeep: (newest: Event) => Promise<unknown>;
  /** The event stays as the other person left it. */
  readonly onTake: (newest: Event) => void;
  readonly onClose: () => void;
}

/** Two people changed the same event: the second sees both and chooses. */
export function ChangedMeanwhile({ eventId, seen, mine, onKeep, onTake, onClose }: ChangedMeanwhileProps) {
  const w = useWords();
  const say = useSayValue();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const take = useRef<HTMLButtonElement>(null);
  const event = useQuery({ ...client.agenda.get.queryOptions({ input: { id: eventId } }), staleTime: 0 });
  const history = useQuery({ ...client.agenda.history.queryOptions({ input: { id: eventId } }), staleTime: 0 });
  const newest = event.data && history.data && event.data.version > seen.version ? event.data : null;
  const isThere = newest !== null;
  // what changes nothing has the focus, as soon as there is something to choose
  useEffect(() => {
    if (isThere) take.current?.focus();
  }, [isThere]);
  const since = (history.data ?? []).filter((change) => change.version > seen.version);
  const people = [...new Set(since.map((change) => change.userName))].join(', ');
  const reasons = [...new Set(since.flatMap((change) => change.reason ?? []))].join('; ');
  const fields = [
    ...new Set([...Object.keys(mine), ...since.flatMap((change) => change.changes.map((one) => one.field))]),
  ];
  /** As it was when this person looked: what the first change since then replaced. */
  const before = (field: string): unknown => {
    const replaced = since.findLast((change) => change.changes.some((one) => one.field === field));
    return replaced
      ? replaced.changes.find((one) => one.field === field)?.old
      : (newest as Record<string, unknown> | null)?.[field];
  };
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const keep = async () => {
    if (!newest) return;
    setBusy(true);
    setError(null);
    try {
      await onKeep(newest);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={w.views.meanwhileTitle}
      closeButtonProps={{ 'aria-label': w.frame.close }}
    >
      <Stack gap="md">
        <Problem error={event.error ?? history.error} />
        {newest ? (
          <>
            <Text>
              <strong>{newest.title}</strong>
              <br />
              {w.views.meanwhileAbout(people || w.views.meanwhileSomebody)}
              {reasons ? ` ${w.agenda.reason}: ${reasons}.` : ''}
            </Text>
            <table className={classes.both}>
              <thead>
                <tr>
                  <td />
                  <th scope="col">{w.views.meanwhileWas}</th>
                  <th scope="col">{w.views.meanwhileTheirs}</th>
                  <th scope="col">{w.views.meanwhileMine}</th>
                </tr>
              </thead>
              <tbody>
                {fields.map((field) => {
                  const was = before(field);
                  const now = (newest as Record<string, unknown>)[field];
                  const wanted = field in mine ? (mine as Record<string, unknown>)[field] : now;
                  // nobody changes it
                  if (same(now, was) && same(wanted, now)) return null;
                  return (
                    <tr key={field}>
                      <th scope="row">{fieldName(field, w)}</th>
                      <td data-column={w.views.meanwhileWas}>{say(field, was)}</td>
                      <td data-column={w.views.meanwhileTheirs} data-news={!same(now, was) || undefined}>
                        {same(now, was) ? w.views.meanwhileSame : say(field, now)}
                      </td>
                      <td data-column={w.views.meanwhileMine} data-news={!same(wanted, now) || undefined}>
                        {field in mine ? say(field, wanted) : '–'}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </>
        ) : event.error || history.error ? null : (
          <SkeletonRows rows={3} />
        )}
        <Problem error={error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={() => void keep()} disabled={!newest} loading={busy}>
            {w.views.meanwhileKeep}
          </Button>
          <Button ref={take} onClick={() => newest && onTake(newest)} disabled={!newest || busy} data-primary>
            {w.views.meanwhileTake}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
