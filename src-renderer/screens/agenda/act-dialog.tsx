import { Button, Chip, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Attendance, Event, EventFields, EventState } from '../../../src-main/contract/agenda-nouns.ts';
import type { Clash } from '../../../src-main/contract/clashes.ts';
import { client, refusalOf, rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { ToneBox } from '../../components/tone-box.tsx';
import { saved } from '../../house.ts';
import { useWords } from '../../words/words.tsx';
import { DelegateInput } from './delegate-input.tsx';
import { useEngaged } from './use-engaged.ts';
import { useOfficials } from './use-officials.ts';
import { ChangedMeanwhile } from './views/changed-meanwhile.tsx';
import { ClashLines } from './views/clash-lines.tsx';
import dialog from './views/move-dialog.module.css';
import { ReasonField } from './views/reason-field.tsx';
import { followingCheck, type Scope, SeriesClashes, SeriesScope } from './views/series-scope.tsx';
import { clashCheck } from './views/use-clash-check.ts';
import { type When, whenOf } from './when.ts';
import { WhenField } from './when-field.tsx';
import { movedBy, onAnotherDay } from './when-presets.ts';

export type Act = 'time' | 'place' | 'delegate' | 'cancelled' | 'postponed';

/** Minutes by which a time is moved with one press. */
const steps = [-30, 30, 60] as const;
/** Days by which an event is put off with one press. */
const days = [1, 7] as const;

type Mine = Partial<EventFields> & { readonly state?: EventState };

interface ActDialogProps {
  readonly act: Act;
  readonly event: Event;
  /** For which leader somebody stands in, where that is known. */
  readonly officialId?: string;
  /** A step of something else: it is saved, and shared with that or not at all. */
  readonly plain?: boolean;
  readonly onClose: () => void;
  /** @param share whether the notice is to be shared now */
  readonly onSaved: (event: Event, share: boolean, isSeries: boolean) => void;
}

/** One change of one event, for one hand at half past five: what, why, save. What was chosen stays when it could not be saved. */
export function ActDialog({ act, event: live, officialId, plain, onClose, onSaved }: ActDialogProps) {
  const w = useWords();
  // what this person has seen: what somebody else changes while the dialog stands open must not be overwritten unseen
  const [event, setEvent] = useState(live);
  /** What was about to be saved when it turned out that the event is another by now. */
  const [meanwhile, setMeanwhile] = useState<{ mine: Mine; share: boolean } | null>(null);
  const { all } = useOfficials();
  const queries = useQueryClient();
  const usual = useReasons();
  const [when, setWhen] = useState<When | null>(() => (act === 'time' ? whenOf(event) : null));
  // a preset writes its time into the field, which then begins anew with it
  const [preset, setPreset] = useState('');
  // what the field understood last, also between two renders: a time typed a moment ago is read before it is saved
  const latest = useRef(when);
  const finish = useRef<(() => Promise<void>) | null>(null);
  const understood = (next: When | null) => {
    latest.current = next;
    setWhen(next);
  };
  const [venue, setVenue] = useState(event.venue);
  const [reason, setReason] = useState('');
  /** The person has given a reason of their own, or taken the proposed one away. */
  const reasonSaid = useRef(false);
  const [answer, setAnswer] = useState<Attendance>(() => leaderOf(event, officialId));
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  const [why, setWhy] = useState('');
  const [scope, setScope] = useState<Scope>('one');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  // who stands in, and what is put off, is of one date
  const asksScope = event.seriesId !== null && (act === 'time' || act === 'place' || act === 'cancelled');
  const isSeries = asksScope && scope === 'following';
  // the notice is that of one event
  const isPlain = plain || isSeries;
  const asksReason = act === 'cancelled' || act === 'postponed' || (act !== 'delegate' && event.revision > 0);
  const engaged = useEngaged(event, act === 'delegate');
  // who is taken may be elsewhere at that time: it is said before it is saved
  const wanted = fieldsOf(act, event, { when, venue, answer: { ...answer, instruction: null } });
  const taken = useQuery({
    ...clashCheck(event.id, wanted),
    enabled: act === 'delegate' && answer.delegateId !== null && meanwhile === null,
  });
  const ahead = act === 'delegate' && clashes.length === 0 ? sureAndOpen(taken.data ?? []) : clashes;
  const ready =
    (!asksReason || reason.trim() !== '') &&
    (ahead.length === 0 || why.trim() !== '') &&
    (act !== 'time' || when !== null) &&
    (act !== 'delegate' || answer.delegateId !== null || (answer.delegateName ?? '').trim() !== '');
  const take = (next: When) => {
    understood(next);
    setPreset(next.start);
    setClashes([]);
    // a reason that claims nothing, above the button and changed by one press: with a time that is one press as well it makes four
    if (act === 'time' && reason === '') setReason(w.agenda.plainReason);
  };
  const save = async (share: boolean, event: Event) => {
    setBusy(true);
    setError(null);
    await finish.current?.();
    const when = latest.current;
    if (act === 'time' && when === null) {
      // the last words were not understood, or could not be read; the field says so
      setBusy(false);
      return;
    }
    const seen = {
      id: event.id,
      version: event.version,
      reason: reason.trim() || undefined,
      answers: ahead.map(({ key }) => ({ key, reason: why.trim() })),
    };
    const mine = fieldsOf(act, event, { when, venue, answer });
    try {
      const next = isSeries
        ? await saveFollowing(mine, event)
        : act === 'delegate'
          ? await rpc.agenda.setAttendance({ ...seen, ...answer, answer: 'delegated' })
          : act === 'cancelled' || act === 'postponed'
            ? await rpc.agenda.setState({ ...seen, state: act, start: act === 'postponed' ? when?.start : undefined })
            : await rpc.agenda.change({ ...seen, ...mine });
      saved();
      // of what is off already nobody plans with another time or place
      onSaved(next, share && !isPlain && (event.state !== 'cancelled' || act === 'cancelled'), isSeries);
    } catch (problem) {
      const code = refusalOf(problem)?.code;
      if (code === 'changed_meanwhile') setMeanwhile({ mine: { ...mine, ...stateOf(act, when) }, share });
      else setError(problem);
      if (code === 'clashes') await showClashes(mine, event);
      setBusy(false);
    }
  };
  const saveFollowing = async (mine: Partial<EventFields>, event: Event): Promise<Event> => {
    const seen = { id: event.id, version: event.version };
    const done =
      act === 'cancelled'
        ? await rpc.agenda.cancelFollowing({ ...seen, reason: reason.trim() })
        : await rpc.agenda.changeFollowing({
            ...seen,
            ...mine,
            reason: reason.trim() || undefined,
            clashReason: clashes.length > 0 ? why.trim() : undefined,
          });
    return done.event;
  };
  /** What it goes against; the reason of the change serves as the answer until another is given. */
  const showClashes = async (mine: Partial<EventFields>, event: Event) => {
    try {
      const found = isSeries
        ? (await queries.fetchQuery(followingCheck(event, mine))).clashes
        : await queries.fetchQuery(clashCheck(event.id, mine));
      setClashes(sureAndOpen(found));
      setWhy((before) => before || reason.trim());
      setError(null);
    } catch {
      // the refusal stands there and says it in general
    }
  };
  const against =
    ahead.length > 0 ? (
      <>
        {isSeries ? <SeriesClashes clashes={ahead} /> : <ClashLines clashes={ahead} />}
        <ReasonField
          value={why}
          onChange={setWhy}
          of={{ label: w.views.clashReason, help: w.views.clashReasonHelp, usual: w.views.clashReasons }}
          autoFocus={false}
        />
      </>
    ) : null;
  // one dialog in place of the other, never two; what was typed stays with this one
  if (meanwhile)
    return (
      <ChangedMeanwhile
        eventId={event.id}
        seen={event}
        mine={meanwhile.mine}
        onKeep={async (newest) => {
          setEvent(newest);
          setMeanwhile(null);
          await save(meanwhile.share, newest);
        }}
        onTake={(newest) => onSaved(newest, false, false)}
        onClose={() => setMeanwhile(null)}
      />
    );
  return (
    <Modal opened onClose={onClose} title={titleOf(act, w)} closeButtonProps={{ 'aria-label': w.frame.close }}>
      <form
        noValidate
        onSubmit={(submit) => {
          submit.preventDefault();
          if (ready && !busy) void save(true, event);
        }}
      >
        <Stack gap="md">
          <Text c="dimmed">{event.title}</Text>
          {live.version > event.version ? (
            <div role="status">
              <ToneBox tone="amber" icon={<IconUsers size={16} stroke={1.8} aria-hidden />}>
                {w.views.meanwhileNow}
              </ToneBox>
            </div>
          ) : null}
          {act === 'time' || act === 'postponed' ? (
            <div>
              <WhenField
                key={preset}
                label={act === 'time' ? w.agenda.when : w.agenda.newStart}
                {...(act === 'postponed' ? { description: w.agenda.newStartHelp } : {})}
                value={when}
                onChange={(next) => {
                  understood(next);
                  setClashes([]);
                }}
                finish={finish}
                zone={event.zone}
                near={event.start}
                autoFocus={act === 'time' && preset === ''}
              />
              <Group gap={6} mt={8}>
                {act === 'time'
                  ? steps.map((minutes) => (
                      <Button
                        key={minutes}
                        variant="default"
                        size="xs"
                        onClick={() => take(movedBy(whenOf(event), minutes))}
                      >
                        {w.agenda.moveBy(minutes)}
                      </Button>
                    ))
                  : days.map((count) => (
                      <Button
                        key={count}
                        variant="default"
                        size="xs"
                        onClick={() => take(onAnotherDay(whenOf(event), count))}
                      >
                        {w.agenda.putOff(count)}
                      </Button>
                    ))}
              </Group>
            </div>
          ) : null}
          {act === 'place' ? (
            <TextInput
              label={w.agenda.venue}
              value={venue}
              onChange={(change) => {
                setVenue(change.currentTarget.value);
                setClashes([]);
              }}
              data-autofocus
            />
          ) : null}
          {act === 'delegate' ? (
            <>
              <ForLeader
                event={event}
                officialId={answer.officialId}
                onChange={(id) => {
                  const { delegateId, delegateName } = answer;
                  setAnswer({ ...leaderOf(event, id), delegateId, delegateName });
                }}
              />
              <DelegateInput
                officials={all.filter((official) => official.id !== answer.officialId)}
                value={answer}
                engaged={engaged}
                others={event.attendance.filter((one) => one.officialId !== answer.officialId)}
                onChange={(delegate) => {
                  setAnswer({ ...answer, ...delegate });
                  setClashes([]);
                  // as with a time: who is represented could not come, and one press says more or nothing
                  if (event.revision > 0 && reason === '' && !reasonSaid.current)
                    setReason(w.agenda.plainDelegateReason);
                }}
                autoFocus
                inDialog
              >
                {against}
              </DelegateInput>
            </>
          ) : null}
          {asksScope ? (
            <SeriesScope
              value={scope}
              onChange={(next) => {
                setScope(next);
                setClashes([]);
              }}
            />
          ) : null}
          {asksReason ? (
            <ReasonField
              value={reason}
              onChange={setReason}
              of={{ label: w.agenda.reason, help: w.agenda.reasonHelp, usual }}
              autoFocus={act === 'cancelled'}
            />
          ) : null}
          {act === 'delegate' && event.revision > 0 ? (
            <ReasonField
              value={reason}
              onChange={(next) => {
                reasonSaid.current = true;
                setReason(next === reason ? '' : next);
              }}
              of={{
                label: w.agenda.delegateReason,
                help: w.agenda.delegateReasonHelp,
                usual: w.agenda.delegateReasons,
              }}
              autoFocus={false}
            />
          ) : null}
          {act === 'delegate' ? null : against}
          <Problem error={error} />
          <Group justify="flex-end" gap="sm" className={dialog.acts ?? ''}>
            {isPlain ? null : (
              <Button variant="default" onClick={() => void save(false, event)} disabled={!ready} loading={busy}>
                {act === 'cancelled' ? w.agenda.cancelDo : act === 'postponed' ? w.agenda.postponeDo : w.frame.save}
              </Button>
            )}
            <Button type="submit" disabled={!ready} loading={busy} data-primary>
              {isPlain
                ? isSeries && act === 'cancelled'
                  ? w.repeat.cancelFollowing
                  : w.frame.save
                : act === 'cancelled'
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

interface ForLeaderProps {
  readonly event: Event;
  readonly officialId: string;
  readonly onChange: (officialId: string) => void;
}

function ForLeader({ event, officialId, onChange }: ForLeaderProps) {
  const w = useWords();
  const { called } = useOfficials();
  if (event.attendance.length < 2)
    return (
      <Text>
        {w.agenda.forLeader}: <strong>{called(officialId)}</strong>
      </Text>
    );
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend style={{ padding: 0, marginBottom: 6, fontWeight: 600 }}>{w.agenda.forLeader}</legend>
      <Group gap={6}>
        {event.attendance.map((one) => (
          <Chip
            key={one.officialId}
            type="radio"
            name="for-leader"
            size="xs"
            checked={one.officialId === officialId}
            onChange={() => onChange(one.officialId)}
          >
            {called(one.officialId)}
          </Chip>
        ))}
      </Group>
    </fieldset>
  );
}

/** This leader's answer as it stands, or that of the first who is not represented yet. */
function leaderOf(event: Event, officialId: string | undefined): Attendance {
  const found =
    event.attendance.find((one) => one.officialId === officialId) ??
    event.attendance.find((one) => one.answer !== 'delegated') ??
    event.attendance[0];
  return found ?? { officialId: '', answer: 'delegated', delegateId: null, delegateName: null, instruction: null };
}

/** What cannot be as it stands, and nobody has answered for. */
function sureAndOpen(clashes: readonly Clash[]): readonly Clash[] {
  return clashes.filter((clash) => clash.weight === 'sure' && clash.answered === null);
}

/** What of the event would be other than it is. */
function fieldsOf(
  act: Act,
  event: Event,
  chosen: { when: When | null; venue: string; answer: Attendance },
): Partial<EventFields> {
  if (act === 'place') return { venue: chosen.venue };
  if (act === 'delegate') {
    const answer: Attendance = { ...chosen.answer, answer: 'delegated' };
    return { attendance: event.attendance.map((one) => (one.officialId === answer.officialId ? answer : one)) };
  }
  return act === 'time' && chosen.when ? { ...chosen.when } : {};
}

/** What calling off and putting off make of an event, for showing it beside what it is. */
function stateOf(act: Act, when: When | null): Mine {
  if (act !== 'cancelled' && act !== 'postponed') return {};
  return { state: act, ...(act === 'postponed' && when ? { start: when.start } : {}) };
}

function titleOf(act: Act, w: ReturnType<typeof useWords>): string {
  return {
    time: w.agenda.timeTitle,
    place: w.agenda.placeTitle,
    delegate: w.agenda.delegateTitle,
    cancelled: w.agenda.cancelTitle,
    postponed: w.agenda.postponeTitle,
  }[act];
}

/** The standing reasons, always where the thumb knows them; behind them the few that this office gives again and again. */
function useReasons(): readonly string[] {
  const w = useWords();
  const { reasons, plainReason, delegateReasons, plainDelegateReason } = w.agenda;
  const standing = [...new Set([...reasons, plainReason, ...delegateReasons, plainDelegateReason])];
  const own = useQuery({ ...client.notices.reasons.queryOptions({ input: { standing } }), staleTime: 300_000 });
  return [...reasons, ...(own.data ?? [])];
}
