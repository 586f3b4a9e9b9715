import { Autocomplete, Button, Chip, Group, Menu, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import {
  IconBrandWhatsapp,
  IconCalendarPause,
  IconClock,
  IconDots,
  IconMapPin,
  IconPencil,
  IconUserShare,
  IconX,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Attendance, Event, EventState } from '../../../src-main/contract/agenda-nouns.ts';
import { client, rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { useUndo } from '../../components/undo.tsx';
import { useWords } from '../../words/words.tsx';
import classes from './agenda.module.css';
import { DelegateInput } from './delegate-input.tsx';
import { ShareText } from './share-text.tsx';
import { useOfficials } from './use-officials.ts';
import type { When } from './when.ts';
import { whenOf } from './when.ts';
import { WhenField } from './when-field.tsx';

type Act = 'time' | 'place' | 'delegate' | 'cancelled' | 'postponed';

/** States offered from each state; the core has the same table and the last word. */
const onward: Readonly<Record<EventState, readonly EventState[]>> = {
  proposed: ['tentative', 'confirmed'],
  tentative: ['confirmed'],
  confirmed: ['ongoing', 'done', 'tentative'],
  ongoing: ['done'],
  done: ['confirmed'],
  postponed: ['confirmed', 'tentative'],
  cancelled: ['confirmed', 'tentative'],
};

/** What one does at 05.30 with one hand: time, place, who stands in, off, share. Each is at most four taps. */
export function QuickActs({ event }: { readonly event: Event }) {
  const w = useWords();
  const queries = useQueryClient();
  const offerUndo = useUndo();
  const [act, setAct] = useState<Act | null>(null);
  const [sharing, setSharing] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const over = event.state === 'done' || event.state === 'cancelled';
  const show = (next: Event) => {
    queries.setQueryData(client.agenda.get.queryKey({ input: { id: next.id } }), next);
    void queries.invalidateQueries({ queryKey: client.agenda.key() });
  };
  const move = async (state: EventState) => {
    try {
      setProblem(null);
      const before = event.state;
      const next = await rpc.agenda.setState({ id: event.id, version: event.version, state });
      show(next);
      offerUndo({
        words: w.agenda.saidState(event.title, w.states.event[state]),
        undo: async () =>
          show(
            await rpc.agenda.setState({
              id: next.id,
              version: next.version,
              state: before,
              reason: event.stateReason ?? undefined,
            }),
          ),
      });
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      <div className={classes.acts}>
        {over ? null : (
          <>
            <Button
              variant="default"
              leftSection={<IconClock size={16} stroke={1.8} aria-hidden />}
              onClick={() => setAct('time')}
            >
              {w.agenda.changeTime}
            </Button>
            <Button
              variant="default"
              leftSection={<IconMapPin size={16} stroke={1.8} aria-hidden />}
              onClick={() => setAct('place')}
            >
              {w.agenda.changePlace}
            </Button>
            <Button
              variant="default"
              leftSection={<IconUserShare size={16} stroke={1.8} aria-hidden />}
              onClick={() => setAct('delegate')}
              disabled={event.attendance.length === 0}
            >
              {w.agenda.delegate}
            </Button>
            <Button
              variant="default"
              c="var(--k-red-ink)"
              leftSection={<IconX size={16} stroke={1.8} aria-hidden />}
              onClick={() => setAct('cancelled')}
            >
              {w.agenda.cancelEvent}
            </Button>
          </>
        )}
        <Button
          variant="default"
          leftSection={<IconBrandWhatsapp size={16} stroke={1.8} aria-hidden />}
          onClick={() => setSharing(true)}
        >
          {w.agenda.share}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconDots size={16} stroke={1.8} aria-hidden />}>
              {w.agenda.more}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              renderRoot={(props) => <Link to="/agenda/$eventId/ubah" params={{ eventId: event.id }} {...props} />}
              leftSection={<IconPencil size={16} aria-hidden />}
            >
              {w.agenda.change}
            </Menu.Item>
            {onward[event.state].map((state) => (
              <Menu.Item key={state} onClick={() => void move(state)}>
                {w.agenda.toState[state]}
              </Menu.Item>
            ))}
            {over || event.state === 'postponed' ? null : (
              <Menu.Item leftSection={<IconCalendarPause size={16} aria-hidden />} onClick={() => setAct('postponed')}>
                {w.agenda.postpone}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
      <Problem error={problem} />
      {act ? (
        <ActDialog
          key={act}
          act={act}
          event={event}
          onClose={() => setAct(null)}
          onSaved={(next, share) => {
            show(next);
            setAct(null);
            if (share) setSharing(true);
          }}
        />
      ) : null}
      {sharing ? <ShareText of={{ kind: 'event', id: event.id }} onClose={() => setSharing(false)} /> : null}
    </>
  );
}

interface ActDialogProps {
  readonly act: Act;
  readonly event: Event;
  readonly onClose: () => void;
  readonly onSaved: (event: Event, share: boolean) => void;
}

function ActDialog({ act, event, onClose, onSaved }: ActDialogProps) {
  const w = useWords();
  const { all, called } = useOfficials();
  const [when, setWhen] = useState<When | null>(() => (act === 'time' ? whenOf(event) : null));
  // what the field understood last, also between two renders: a time typed a moment ago is read before it is saved
  const latest = useRef(when);
  const finish = useRef<(() => Promise<void>) | null>(null);
  const understood = (next: When | null) => {
    latest.current = next;
    setWhen(next);
  };
  const [venue, setVenue] = useState(event.venue);
  const [reason, setReason] = useState('');
  const [answer, setAnswer] = useState<Attendance>(
    () =>
      event.attendance[0] ?? {
        officialId: '',
        answer: 'delegated',
        delegateId: null,
        delegateName: null,
        instruction: null,
      },
  );
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const title = {
    time: w.agenda.timeTitle,
    place: w.agenda.placeTitle,
    delegate: w.agenda.delegateTitle,
    cancelled: w.agenda.cancelTitle,
    postponed: w.agenda.postponeTitle,
  }[act];
  const asksReason = act === 'cancelled' || act === 'postponed' || (act !== 'delegate' && event.revision > 0);
  const ready =
    (!asksReason || reason.trim() !== '') &&
    (act !== 'time' || when !== null) &&
    (act !== 'delegate' || answer.delegateId !== null || (answer.delegateName ?? '').trim() !== '');
  const save = async (share: boolean) => {
    setBusy(true);
    setError(null);
    await finish.current?.();
    const when = latest.current;
    if (act === 'time' && when === null) {
      // the last words were not understood, or could not be read; the field says so
      setBusy(false);
      return;
    }
    const seen = { id: event.id, version: event.version, reason: reason.trim() || undefined };
    try {
      const next =
        act === 'time' && when !== null
          ? await rpc.agenda.change({ ...seen, ...when })
          : act === 'place'
            ? await rpc.agenda.change({ ...seen, venue })
            : act === 'delegate'
              ? await rpc.agenda.setAttendance({ ...seen, ...answer, answer: 'delegated' })
              : await rpc.agenda.setState({
                  ...seen,
                  state: act === 'postponed' ? 'postponed' : 'cancelled',
                  start: act === 'postponed' ? when?.start : undefined,
                });
      onSaved(next, share);
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': w.frame.close }}>
      <form
        noValidate
        onSubmit={(submit) => {
          submit.preventDefault();
          if (ready) void save(true);
        }}
      >
        <Stack gap="md">
          <Text c="dimmed">{event.title}</Text>
          {act === 'time' ? (
            <WhenField
              label={w.agenda.when}
              value={when}
              onChange={understood}
              finish={finish}
              zone={event.zone}
              near={event.start}
              autoFocus
            />
          ) : null}
          {act === 'place' ? (
            <TextInput
              label={w.agenda.venue}
              value={venue}
              onChange={(change) => setVenue(change.currentTarget.value)}
              data-autofocus
            />
          ) : null}
          {act === 'delegate' ? (
            <>
              {event.attendance.length > 1 ? (
                <Select
                  label={w.agenda.forLeader}
                  value={answer.officialId}
                  onChange={(id) => setAnswer(event.attendance.find((one) => one.officialId === id) ?? answer)}
                  data={event.attendance.map((one) => ({ value: one.officialId, label: called(one.officialId) }))}
                />
              ) : (
                <Text>
                  {w.agenda.forLeader}: <strong>{called(answer.officialId)}</strong>
                </Text>
              )}
              <DelegateInput
                officials={all.filter((official) => official.id !== answer.officialId)}
                value={answer}
                onChange={(delegate) => setAnswer({ ...answer, ...delegate })}
                autoFocus
                inDialog
              />
            </>
          ) : null}
          {act === 'postponed' ? (
            <WhenField
              label={w.agenda.newStart}
              description={w.agenda.newStartHelp}
              value={when}
              onChange={understood}
              finish={finish}
              zone={event.zone}
              near={event.start}
            />
          ) : null}
          {asksReason ? (
            <div>
              <Autocomplete
                label={w.agenda.reason}
                description={w.agenda.reasonHelp}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                value={reason}
                onChange={setReason}
                data-autofocus={act === 'cancelled' || act === 'postponed' || undefined}
              />
              <Group gap={6} mt={8}>
                {w.agenda.reasons.map((words) => (
                  <Chip key={words} size="xs" checked={reason === words} onChange={() => setReason(words)}>
                    {words}
                  </Chip>
                ))}
              </Group>
            </div>
          ) : null}
          <Problem error={error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={() => void save(false)} disabled={!ready} loading={busy}>
              {act === 'cancelled' ? w.agenda.cancelDo : act === 'postponed' ? w.agenda.postponeDo : w.frame.save}
            </Button>
            <Button type="submit" disabled={!ready} loading={busy} data-primary>
              {act === 'cancelled'
                ? w.agenda.cancelShare
                : act === 'postponed'
                  ? w.agenda.postponeShare
                  : w.agenda.saveShare}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
