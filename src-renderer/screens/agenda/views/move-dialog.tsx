import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EventFields } from '../../../../src-main/contract/agenda-nouns.ts';
import type { EventGlance } from '../../../../src-main/contract/agenda-span.ts';
import { Problem } from '../../../components/problem.tsx';
import { useWords } from '../../../words/words.tsx';
import { ClashLines } from './clash-lines.tsx';
import type { LeaderChoice } from './leaders.ts';
import classes from './move-dialog.module.css';
import { ReasonField } from './reason-field.tsx';
import { useSayGlance } from './say-glance.tsx';
import { followingCheck, type Scope, SeriesClashes, SeriesScope } from './series-scope.tsx';
import { sameTimes, type Times } from './times.ts';
import { clashCheck } from './use-clash-check.ts';

/** What a person is about to do with an event. */
export interface Proposal {
  readonly event: EventGlance;
  readonly times: Times;
  /** In the matrix: what the other column may mean; empty elsewhere. */
  readonly choices: readonly LeaderChoice[];
  /** The columns by their names. */
  readonly fromName: string;
  readonly toName: string;
}

export interface Answered {
  readonly choice: LeaderChoice | null;
  /** Of a date of a series: whether all that follow move along. */
  readonly scope: Scope;
  readonly reason: string | undefined;
  /** Why what clashes for sure is kept all the same. */
  readonly answers: { key: string; reason: string }[];
}

/** The fields that a proposal changes. */
export function changesOf(
  { event, times }: Pick<Proposal, 'event' | 'times'>,
  choice: LeaderChoice | null,
): Partial<Pick<EventFields, 'start' | 'end' | 'openEnd' | 'attendance'>> {
  return {
    ...(sameTimes(event, times) ? {} : { start: times.start, end: times.end, openEnd: times.openEnd }),
    ...(choice ? { attendance: choice.attendance } : {}),
  };
}

interface MoveDialogProps {
  readonly proposal: Proposal;
  /** Closes when it resolves; a refusal is shown here. */
  readonly onSave: (answer: Answered) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Before a move lands: old and new, what clashes, and why. The same for pointer and keys. */
export function MoveDialog({ proposal, onSave, onClose }: MoveDialogProps) {
  const w = useWords();
  const say = useSayGlance();
  const { event, times, choices, fromName, toName } = proposal;
  const [kind, setKind] = useState(choices[0]?.kind);
  const [reason, setReason] = useState('');
  const [why, setWhy] = useState('');
  const [scope, setScope] = useState<Scope>('one');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const choice = choices.find((one) => one.kind === kind) ?? null;
  const isTimed = !sameTimes(event, times);
  // who stands in says enough by itself; another time or another leader needs a reason once people have planned with it
  const isStandIn = choice !== null && ['delegate', 'self'].includes(choice.kind);
  const asksReason = event.revision > 0 && (isTimed || (choice !== null && !isStandIn));
  // who stands in is for one date; another hour or leader may be for all that follow
  const asksScope = event.seriesId !== null && (isTimed || !isStandIn);
  const isSeries = asksScope && scope === 'following';
  const mine = changesOf(proposal, choice);
  const one = useQuery({ ...clashCheck(event.id, mine), enabled: !isSeries });
  const many = useQuery({ ...followingCheck(event, mine), enabled: isSeries });
  const isChecking = isSeries ? many.isLoading : one.isLoading;
  const clashes = (isSeries ? many.data?.clashes : one.data) ?? [];
  const sure = clashes.filter((clash) => clash.weight === 'sure' && clash.answered === null);
  const ready = (!asksReason || reason.trim() !== '') && (sure.length === 0 || why.trim() !== '');
  /** Saved was pressed while it was looked for clashes: it is saved as soon as there are none, and stays here where there are. */
  const [waits, setWaits] = useState(false);
  const words = (one: LeaderChoice) =>
    one.kind === 'add'
      ? w.views.choices.add(toName)
      : one.kind === 'remove'
        ? w.views.choices.remove(say.called(one.officialId))
        : one.kind === 'self'
          ? w.views.choices.self(say.called(one.officialId))
          : w.views.choices[one.kind](one.kind === 'swap' ? fromName : say.called(one.officialId), toName);
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      await onSave({
        choice,
        scope: isSeries ? 'following' : 'one',
        reason: reason.trim() || undefined,
        answers: sure.map(({ key }) => ({ key, reason: why.trim() })),
      });
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the look has ended, with what it found
  useEffect(() => {
    if (!waits || isChecking) return;
    setWaits(false);
    if (ready) void save();
  }, [waits, isChecking]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={isTimed ? w.views.moveTitle : w.views.moveLeaderTitle}
      closeButtonProps={{ 'aria-label': w.frame.close }}
    >
      <form
        noValidate
        onSubmit={(submit) => {
          submit.preventDefault();
          if (ready && !busy) setWaits(true);
        }}
      >
        <Stack gap="md">
          <Text fw={600}>{event.title}</Text>
          {isTimed ? (
            <dl className={classes.both}>
              <div>
                <dt>{w.views.old}</dt>
                <dd>
                  <del>{say.when(event, event.zone)}</del>
                </dd>
              </div>
              <div>
                <dt>{w.views.new}</dt>
                <dd>
                  <strong>{say.when(times, event.zone)}</strong>
                </dd>
              </div>
            </dl>
          ) : null}
          {choices.length > 1 ? (
            <Radio.Group label={w.views.leaderChoice} value={kind ?? ''} onChange={(next) => setKind(next as 'swap')}>
              <Stack gap={4} mt={4}>
                {choices.map((one) => (
                  <Radio key={one.kind} value={one.kind} label={words(one)} />
                ))}
              </Stack>
            </Radio.Group>
          ) : choice ? (
            <Text>{words(choice)}</Text>
          ) : null}
          {asksScope ? <SeriesScope value={scope} onChange={setScope} count={many.data?.count} /> : null}
          {isSeries ? <SeriesClashes clashes={clashes} /> : <ClashLines clashes={clashes} />}
          {sure.length > 0 ? (
            <ReasonField
              value={why}
              onChange={setWhy}
              autoFocus={!asksReason}
              of={{ label: w.views.clashReason, help: w.views.clashReasonHelp, usual: w.views.clashReasons }}
            />
          ) : null}
          {asksReason ? <ReasonField value={reason} onChange={setReason} /> : null}
          <Problem error={error ?? many.error} />
          <Group justify="flex-end" gap="sm" className={classes.acts ?? ''}>
            <Button variant="default" onClick={onClose} disabled={busy}>
              {w.frame.cancel}
            </Button>
            <Button
              type="submit"
              disabled={!ready}
              loading={busy || waits}
              data-primary
              data-autofocus={asksReason ? undefined : true}
            >
              {w.views.moveSave}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
