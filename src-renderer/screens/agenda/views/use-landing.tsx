import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Event, EventFields } from '../../../../src-main/contract/agenda-nouns.ts';
import type { EventGlance, Span } from '../../../../src-main/contract/agenda-span.ts';
import { client, refusalOf, rpc } from '../../../client.ts';
import { useUndo } from '../../../components/undo.tsx';
import { useWords } from '../../../words/words.tsx';
import { ShareText } from '../share-text.tsx';
import { toldAlready } from '../use-take-back.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';
import { leaderChoices } from './leaders.ts';
import { type Answered, changesOf, MoveDialog, type Proposal } from './move-dialog.tsx';
import { isMoved, type Moving } from './moving.ts';
import { useSayGlance } from './say-glance.tsx';
import type { Scope } from './series-scope.tsx';
import { sameTimes } from './times.ts';
import { clashCheck } from './use-clash-check.ts';

interface Landing {
  /** Lets a moved event land: at once where nothing needs to be asked. */
  readonly land: (moving: Moving, columnName?: (key: string) => string) => void;
  readonly dialogs: ReactNode;
}

type Mine = Partial<Pick<EventFields, 'start' | 'end' | 'openEnd' | 'attendance'>>;
interface Wanted {
  readonly event: EventGlance;
  readonly mine: Mine;
  readonly reason: string | undefined;
  readonly answers: { key: string; reason: string }[];
  readonly scope: Scope;
  /** Whose stand-in alone changes: that needs no reason. */
  readonly answerOf: string | null;
}

/** What happens between letting go of an event and its new place: questions, refusals, undo, sharing. */
export function useLanding(onSettled: () => void, announce: (words: string) => void): Landing {
  const w = useWords();
  const say = useSayGlance();
  const queries = useQueryClient();
  const offerUndo = useUndo();
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [meanwhile, setMeanwhile] = useState<Wanted | null>(null);
  const [sharing, setSharing] = useState<string | null>(null);

  /** The new place is shown before the next look at the core. */
  const show = (next: Event) => {
    queries.setQueryData(client.agenda.get.queryKey({ input: { id: next.id } }), next);
    queries.setQueriesData<Span>({ queryKey: client.agenda.span.key({ type: 'query' }) }, (span) =>
      span && Array.isArray(span.events)
        ? {
            ...span,
            events: span.events.map((event) => (event.id === next.id ? { ...event, ...glanceOf(next) } : event)),
          }
        : span,
    );
    void queries.invalidateQueries({ queryKey: client.agenda.key() });
  };
  /** This date of a series and all that follow. */
  const saveFollowing = async ({ event, mine, reason, answers }: Wanted, version: number): Promise<Event> => {
    const clashReason = answers[0]?.reason;
    const { event: next, count } = await rpc.agenda.changeFollowing({
      id: event.id,
      version,
      reason,
      clashReason,
      ...mine,
    });
    landed(next);
    const words = sameTimes(event, next)
      ? w.views.changedMany(next.title, count)
      : w.views.movedMany(next.title, count, say.when(next, next.zone));
    announce(words);
    offerUndo({
      words: next.revision > event.revision ? `${words}. ${w.views.toldSeries}` : words,
      undo: async () => {
        const said = { reason: w.views.undoReason, clashReason: w.views.undoReason };
        const back = await rpc.agenda.changeFollowing({
          id: next.id,
          version: next.version,
          ...said,
          ...asBefore(event, mine),
        });
        show(back.event);
        announce(w.views.undone(next.title));
      },
      ...(next.revision > 0 ? { also: { words: w.views.shareChange, act: () => setSharing(next.id) } } : {}),
    });
    return next;
  };
  const landed = (next: Event) => {
    show(next);
    setProposal(null);
    setMeanwhile(null);
    onSettled();
  };
  const saveAs = async (wanted: Wanted, version: number): Promise<Event> => {
    if (wanted.scope === 'following') return saveFollowing(wanted, version);
    const { event, mine, reason, answers, answerOf } = wanted;
    const seen = { id: event.id, version, reason, answers };
    const answer = mine.attendance?.find((one) => one.officialId === answerOf);
    const next = answer
      ? await rpc.agenda.setAttendance({ ...seen, ...answer })
      : await rpc.agenda.change({ ...seen, ...mine });
    landed(next);
    const words = sameTimes(event, next)
      ? w.views.movedLeader(next.title)
      : w.views.moved(next.title, say.when(next, next.zone));
    announce(words);
    // whoever was told must hear of the way back too; one is told so before one presses
    const told = next.revision > event.revision ? await toldAlready(w, next) : null;
    offerUndo({
      words: told ? `${words}. ${told}` : words,
      undo: async () => {
        const back = await rpc.agenda.takeBack({ id: next.id, version: next.version, reason: w.views.undoReason });
        show(back);
        announce(back.revision > next.revision ? w.views.undoneTold(next.title) : w.views.undone(next.title));
      },
      ...(next.revision > 0 ? { also: { words: w.views.shareChange, act: () => setSharing(next.id) } } : {}),
    });
    return next;
  };
  const save = async (wanted: Wanted) => {
    try {
      await saveAs(wanted, wanted.event.version);
    } catch (error) {
      if (refusalOf(error)?.code !== 'changed_meanwhile') throw error;
      setProposal(null);
      setMeanwhile(wanted);
    }
  };
  const wantedOf = (of: Pick<Proposal, 'event' | 'times'>, { choice, scope, reason, answers }: Answered): Wanted => ({
    event: of.event,
    scope,
    reason,
    answers,
    mine: changesOf(of, choice),
    answerOf:
      sameTimes(of.event, of.times) && (choice?.kind === 'delegate' || choice?.kind === 'self')
        ? choice.officialId
        : null,
  });
  const close = () => {
    setProposal(null);
    setMeanwhile(null);
    onSettled();
    announce(w.views.movedBack);
  };
  return {
    land: (moving, columnName) => {
      if (!isMoved(moving)) return onSettled();
      const from = moving.fromColumn;
      const to = moving.toColumn;
      const choices = from !== undefined && to !== undefined ? leaderChoices(moving.event.attendance, from, to) : [];
      const next: Proposal = {
        event: moving.event,
        times: moving.times,
        choices,
        fromName: columnName?.(from ?? '') ?? '',
        toName: columnName?.(to ?? '') ?? '',
      };
      if (choices.length === 0 && sameTimes(moving.event, moving.times)) return onSettled();
      // nobody has planned with it yet, it stands alone and nothing clashes: it lands at once, and can be taken back; anything else is asked in the dialog
      if (moving.event.revision === 0 && moving.event.seriesId === null && choices.length === 0)
        void queries
          .fetchQuery(clashCheck(next.event.id, changesOf(next, null)))
          .then((clashes) =>
            clashes.length > 0
              ? setProposal(next)
              : save(wantedOf(next, { choice: null, scope: 'one', reason: undefined, answers: [] })),
          )
          .catch(() => setProposal(next));
      else setProposal(next);
    },
    dialogs: (
      <>
        {proposal ? (
          <MoveDialog
            key={proposal.event.id}
            proposal={proposal}
            onClose={close}
            onSave={(answer) => save(wantedOf(proposal, answer))}
          />
        ) : null}
        {meanwhile ? (
          <ChangedMeanwhile
            eventId={meanwhile.event.id}
            seen={meanwhile.event}
            mine={meanwhile.mine}
            onKeep={(newest) => saveAs(meanwhile, newest.version)}
            onTake={(newest) => {
              show(newest);
              setMeanwhile(null);
              onSettled();
              announce(w.views.meanwhileTaken(newest.title));
            }}
            onClose={close}
          />
        ) : null}
        {sharing ? <ShareText of={{ kind: 'event', id: sharing }} onClose={() => setSharing(null)} /> : null}
      </>
    ),
  };
}

/** The fields of a change as they were before it. */
function asBefore(event: EventGlance, mine: Mine): Mine {
  return Object.fromEntries(Object.keys(mine).map((field) => [field, event[field as keyof Mine]]));
}

function glanceOf(event: Event): Partial<EventGlance> {
  const { start, end, openEnd, startsAt, day, attendance, seriesId, revision, version } = event;
  return { start, end, openEnd, startsAt, day, attendance, seriesId, revision, version };
}
