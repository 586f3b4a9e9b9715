import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck, IconUserShare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Event, EventState } from '../../../src-main/contract/agenda-nouns.ts';
import { refusalOf, rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { useWords } from '../../words/words.tsx';
import { ActDialog } from './act-dialog.tsx';
import { useOfficials } from './use-officials.ts';
import { ChangedMeanwhile } from './views/changed-meanwhile.tsx';
import { ClashLines } from './views/clash-lines.tsx';
import dialog from './views/move-dialog.module.css';
import { ReasonField } from './views/reason-field.tsx';
import { clashCheck } from './views/use-clash-check.ts';

interface ConfirmClashesProps {
  readonly event: Event;
  /** The state it was to take when it was refused. */
  readonly state: EventState;
  readonly onClose: () => void;
  /** Somebody stands in now; the event is not in that state yet. */
  readonly onChanged: (event: Event) => void;
  readonly onSaved: (event: Event) => void;
}

/** What keeps an event from being confirmed, with both ways out: somebody stands in, or a reason why it stays. */
export function ConfirmClashes({ event: live, state, onClose, onChanged, onSaved }: ConfirmClashesProps) {
  const w = useWords();
  const { called } = useOfficials();
  // what this person has seen, as in every other dialog of an event
  const [event, setEvent] = useState(live);
  const [meanwhile, setMeanwhile] = useState(false);
  const [delegating, setDelegating] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const check = useQuery(clashCheck(event.id, {}, state));
  const clashes = check.data ?? [];
  const sure = clashes.filter((clash) => clash.weight === 'sure' && clash.answered === null);
  const doubles = sure.filter((clash) => clash.code === 'leader_double' && clash.standsInFor === null);
  const leaders = [...new Set(doubles.flatMap((clash) => clash.officialId ?? []))].filter((id) =>
    event.attendance.some((answer) => answer.officialId === id),
  );
  const ready = check.isSuccess && (sure.length === 0 || why.trim() !== '');
  const save = async (event: Event) => {
    setBusy(true);
    setError(null);
    try {
      const answers = sure.map(({ key }) => ({ key, reason: why.trim() }));
      onSaved(await rpc.agenda.setState({ id: event.id, version: event.version, state, answers }));
    } catch (problem) {
      if (refusalOf(problem)?.code === 'changed_meanwhile') setMeanwhile(true);
      else setError(problem);
      setBusy(false);
    }
  };
  if (meanwhile)
    return (
      <ChangedMeanwhile
        eventId={event.id}
        seen={event}
        mine={{ state }}
        onKeep={async (newest) => {
          setEvent(newest);
          setMeanwhile(false);
          await save(newest);
        }}
        onTake={(newest) => {
          onChanged(newest);
          onClose();
        }}
        onClose={() => setMeanwhile(false)}
      />
    );
  // one dialog in place of the other, never two
  if (delegating !== null)
    return (
      <ActDialog
        act="delegate"
        event={event}
        officialId={delegating}
        plain
        onClose={() => setDelegating(null)}
        onSaved={(next) => {
          onChanged(next);
          setEvent(next);
          setDelegating(null);
        }}
      />
    );
  return (
    <Modal opened onClose={onClose} title={w.views.confirmTitle} closeButtonProps={{ 'aria-label': w.frame.close }}>
      <form
        noValidate
        onSubmit={(submit) => {
          submit.preventDefault();
          if (ready && !busy) void save(event);
        }}
      >
        <Stack gap="md">
          <div>
            <Text fw={600}>{event.title}</Text>
            {sure.length > 0 ? <Text c="dimmed">{w.views.confirmAbout}</Text> : null}
          </div>
          <Problem error={check.error} />
          {check.isSuccess && sure.length === 0 ? (
            <Text c="var(--k-green-ink)" role="status">
              <IconCheck size={18} stroke={1.8} aria-hidden style={{ verticalAlign: -3 }} /> {w.views.confirmClear}
            </Text>
          ) : null}
          <ClashLines clashes={clashes} />
          {leaders.length > 0 ? (
            <Group gap="xs">
              {leaders.map((officialId) => (
                <Button
                  key={officialId}
                  variant="default"
                  leftSection={<IconUserShare size={16} stroke={1.8} aria-hidden />}
                  onClick={() => setDelegating(officialId)}
                >
                  {w.views.delegateFor(called(officialId))}
                </Button>
              ))}
            </Group>
          ) : null}
          {sure.length > 0 ? (
            <ReasonField
              value={why}
              onChange={setWhy}
              autoFocus={false}
              of={{ label: w.views.clashReason, help: w.views.clashReasonHelp, usual: w.views.clashReasons }}
            />
          ) : null}
          <Problem error={error} />
          <Group justify="flex-end" gap="sm" className={dialog.acts ?? ''}>
            <Button variant="default" onClick={onClose} disabled={busy}>
              {w.frame.cancel}
            </Button>
            <Button type="submit" disabled={!ready} loading={busy} data-primary>
              {w.agenda.toState[state]}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
