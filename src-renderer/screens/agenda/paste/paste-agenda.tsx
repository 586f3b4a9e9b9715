import { Button } from '@mantine/core';
import { IconAlertTriangle, IconRotate } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AgendaReading } from '../../../../src-main/contract/agenda-reading.ts';
import { rpc } from '../../../client.ts';
import { Again } from '../../../components/again.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { LeaveGuard, LeaveQuestion } from '../../../components/leave-guard.tsx';
import { Problem } from '../../../components/problem.tsx';
import { ToneBox } from '../../../components/tone-box.tsx';
import { useLineBack } from '../../../forms/use-line-back.ts';
import { useOffice } from '../../../frame/session.tsx';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { countDoubles } from '../doubles.ts';
import { ChangedMeanwhile } from '../views/changed-meanwhile.tsx';
import { AnswerClashes } from './answer-clashes.tsx';
import { type Card, withTarget } from './card.ts';
import { type FirstLines, firstLines } from './first-lines.ts';
import { LeadersConfirm } from './leaders-confirm.tsx';
import { Original } from './original.tsx';
import classes from './paste.module.css';
import { PasteBox } from './paste-box.tsx';
import { piecesOf } from './pieces.ts';
import { type CardActs, ProposalCard, sayParams } from './proposal-card.tsx';
import { whenRead } from './reads.ts';
import { saidAbove } from './said-above.ts';
import { asksPress, firstDayOf, isComplete } from './to-accept.ts';
import { type CardsState, useCards } from './use-cards.ts';
import { useLandedClashes } from './use-landed-clashes.ts';
import { usePasteAnywhere } from './use-paste-anywhere.ts';
import { useProposalClashes } from './use-proposal-clashes.ts';
import { useSays } from './use-says.ts';

/** Cards that are drawn at first, and with each step after; the rest comes while the person reads. */
const DRAWN = 12;

interface PasteAgendaProps {
  /** The person wants to go on and see the agenda; `2025-11-20`, the first day of what is in it now. */
  readonly onDone: (day: string | null) => void;
  /** A text that was pasted elsewhere (Beranda), or that a file held. */
  readonly text?: string;
  readonly autoFocus?: boolean;
  /** Stands under the empty box: other ways in. */
  readonly more?: ReactNode;
  /** Stands above the original: the page that it was read from. */
  readonly beside?: ReactNode;
  /** The file that the text was read from: a letter in it is kept with its event. */
  readonly fileId?: string | undefined;
  /** Cells of a spreadsheet were pasted; they are a table, not a text. */
  readonly onTable?: (file: File) => void;
}

/**
 * *Tempel apa saja*: paste, look, accept. Left the original coloured by what was understood, right a card per proposal. Enter
 * accepts one, Ctrl+Enter all, Ctrl+Z takes the last accepting back.
 */
export function PasteAgenda({
  onDone,
  text: given,
  autoFocus = false,
  more,
  beside,
  fileId,
  onTable,
}: PasteAgendaProps) {
  const w = useWords();
  const language = useLanguage();
  const { zone } = useOffice();
  const says = useSays();
  const [text, setText] = useState(given ?? '');
  const [read, setRead] = useState<(FirstLines & { reading: AgendaReading }) | null>(null);
  const [error, setError] = useState<unknown>(null);
  const state = useCards(read?.text ?? '', read?.reading ?? null, says, fileId);
  const clashes = useProposalClashes(state.cards, state.meaning);
  const { cards, events, current, acceptings, officials, open, ready, held } = state;
  const landed = useLandedClashes(acceptings, cards, (id) => events.find((event) => event.id === id)?.day ?? null);
  /** Which clashes of what was accepted are being answered; they stay in sight when they are. */
  const [answering, setAnswering] = useState<readonly string[] | null>(null);
  /** Counts the readings of the same text. */
  const [tries, setTries] = useState(0);
  const readAgain = () => {
    setError(null);
    setTries((before) => before + 1);
  };
  useLineBack(error, readAgain);
  const list = useRef<HTMLDivElement>(null);
  /** The next card, or the primary button when none is open, wants the focus as soon as it is drawn. */
  const wish = useRef(false);
  const latest = useRef<CardsState>(state);
  latest.current = state;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try reads the same text again
  useEffect(() => {
    if (text.trim() === '') {
      setRead(null);
      setError(null);
      return;
    }
    let late = false;
    const timer = setTimeout(() => {
      const first = firstLines(text);
      rpc.agenda.readText({ text: first.text }).then(
        (reading) => {
          if (late) return;
          setError(null);
          setDrawn(DRAWN);
          setRead({ ...first, reading });
          latest.current.begin(reading);
          // The cards take the keys, so that Enter accepts without a touch of the mouse.
          wish.current = true;
        },
        (problem: unknown) => {
          if (!late) setError(problem);
        },
      );
    }, 120);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [text, tries]);

  const accept = async (which: (card: Card) => boolean) => {
    await whenRead();
    const { cards: all, meaning } = latest.current;
    const chosen = all.filter((card) => card.state === 'open' && which(card) && isComplete(card, meaning(card)));
    if (await latest.current.accept(chosen)) wish.current = true;
  };
  const acceptAll = async () => {
    await whenRead();
    const keys = new Set(latest.current.ready.map((card) => card.proposal.key));
    await accept((card) => keys.has(card.proposal.key));
  };
  const undo = async () => {
    await latest.current.undo();
    wish.current = true;
  };
  const keys = useRef({ accept, acceptAll, undo });
  keys.current = { accept, acceptAll, undo };
  const on = useMemo<CardActs>(
    () => ({
      change: (card) => latest.current.set(card),
      accept: ({ proposal: { key } }) => void keys.current.accept((card) => card.proposal.key === key),
      pass: () => list.current?.querySelector<HTMLElement>('[data-card]:not([data-known]), [data-primary]')?.focus(),
      part: (rest, own) => {
        latest.current.part(rest, own);
        wish.current = true;
      },
      focus: (card) => latest.current.focus(card.proposal.key),
      found: (card, event) => {
        latest.current.know(event);
        latest.current.set(withTarget(card, event.id));
        wish.current = true;
      },
    }),
    [],
  );
  const [drawn, setDrawn] = useState(DRAWN);
  useEffect(() => {
    if (drawn >= cards.length) return;
    const timer = setTimeout(() => startTransition(() => setDrawn(drawn + DRAWN)), 30);
    return () => clearTimeout(timer);
  }, [drawn, cards.length]);
  const above = useMemo(() => saidAbove(read?.reading ?? null), [read]);
  const aboveCodes = useMemo(() => new Set(above.map(({ code }) => code)), [above]);
  const pieces = useMemo(() => (read ? piecesOf(read.text, read.reading) : []), [read]);
  useEffect(() => {
    const hear = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const typing = event.target instanceof HTMLElement && event.target.matches('input:not([type="radio"]), textarea');
      if (event.key === 'Enter') {
        event.preventDefault();
        void keys.current.acceptAll();
      } else if (event.key === 'z' && !event.shiftKey && !typing) {
        event.preventDefault();
        void keys.current.undo();
      }
    };
    // Before the frame's own Ctrl+Enter, which presses the primary button of a view.
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, []);

  useEffect(() => {
    if (!wish.current) return;
    // Cards of events that are there already are read, not worked through: last of all, and only where nothing was made.
    const wanted = ['[data-card][data-current]:not([data-known])', '[data-card]:not([data-known])'];
    wanted.push(acceptings.length > 0 ? '[data-primary]' : '[data-card]', '[data-primary]');
    const target = wanted.map((what) => list.current?.querySelector<HTMLElement>(what)).find(Boolean);
    if (!target) return;
    wish.current = false;
    target.focus();
  });

  /** Text that was pasted while cards of another were still open. */
  const [next, setNext] = useState<string | null>(null);
  const hasOpen = read !== null && open.length > 0;
  const take = useCallback((pasted: string) => {
    if (latest.current.open.length > 0) setNext(pasted);
    else setText(pasted);
  }, []);
  const over = usePasteAnywhere(true, take);

  const overlay = over ? <div className={classes.drop}>{w.paste.dropHere}</div> : null;
  if (!read) {
    return (
      <>
        {overlay}
        <PasteBox
          text={text}
          onText={setText}
          autoFocus={autoFocus}
          error={error}
          onAgain={readAgain}
          more={more}
          onTable={onTable}
        />
      </>
    );
  }
  const { reading } = read;
  const settled =
    cards.length > 0 && cards.every((card) => card.state !== 'open' || state.meaning(card).kind === 'same');
  const added = acceptings.reduce((sum, one) => sum + one.events.length, 0);
  const changed = acceptings.reduce((sum, one) => sum + one.changes.length, 0);
  const ahead = countDoubles(ready.flatMap((card) => clashes.get(card.proposal.key) ?? []));
  const again = () => {
    setText('');
    setRead(null);
  };
  return (
    <div className={classes.paste}>
      {overlay}
      <div className={classes.left}>
        {beside}
        <Original pieces={pieces} current={current} />
        {acceptings.length === 0 || !hasOpen ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRotate size={14} stroke={1.8} aria-hidden />}
            onClick={again}
          >
            {w.agenda.pasteAgain}
          </Button>
        ) : null}
      </div>
      <div className={classes.right} ref={list}>
        {cards.length > 0 ? (
          <div className={classes.rightHead}>
            <h2 className={classes.rightTitle}>{w.agenda.proposals(cards.length)}</h2>
            <span className={classes.keys}>{w.paste.keys}</span>
          </div>
        ) : null}
        {read.left > 0 ? (
          <ToneBox tone="amber" icon={<IconAlertTriangle size={18} stroke={1.8} aria-hidden />}>
            {w.agenda.pasteLong(read.lines, read.left)}
          </ToneBox>
        ) : null}
        {cards.length === 0 ? (
          <EmptyState
            small
            title={w.agenda.nothingFound}
            acts={
              <Button renderRoot={(props) => <Link to="/agenda/baru" {...props} />} variant="default">
                {w.agenda.newEvent}
              </Button>
            }
          >
            {w.agenda.nothingFoundHelp}
          </EmptyState>
        ) : null}
        {above.map(({ code, params }) => (
          <p key={code} className={classes.doubt}>
            <IconAlertTriangle size={14} stroke={2} aria-hidden />
            {w.agenda.doubts[code](sayParams(params, language))}
          </p>
        ))}
        {cards.slice(0, drawn).map((card) => (
          <ProposalCard
            key={card.proposal.key}
            card={card}
            text={read.text}
            events={events}
            says={says}
            zone={zone}
            clashes={clashes.get(card.proposal.key)}
            current={current === card.proposal.key}
            saidAbove={aboveCodes}
            on={on}
          />
        ))}
        {reading.notUnderstood.length > 0 ? (
          <section className={classes.missedList} aria-label={w.agenda.notUnderstoodTitle}>
            <strong>{w.agenda.notUnderstoodTitle}</strong>
            <p>{w.agenda.notUnderstoodHelp}</p>
            <ul>
              {reading.notUnderstood.map((span) => (
                <li key={span.start}>{read.text.slice(span.start, span.end)}</li>
              ))}
            </ul>
          </section>
        ) : null}
        <Problem error={error} act={<Again onAgain={readAgain} />} />
        <Problem error={state.error} />
        {state.overtaken ? (
          <ChangedMeanwhile
            eventId={state.overtaken.seen.id}
            seen={state.overtaken.seen}
            mine={state.overtaken.mine}
            onKeep={state.keepMine}
            onTake={state.takeTheirs}
            onClose={state.leaveOvertaken}
          />
        ) : null}
        {state.undone.kept > 0 ? <p>{w.agenda.keptWords(state.undone.kept)}</p> : null}
        {state.undone.restored > 0 ? <p>{w.paste.restoredWords(state.undone.restored)}</p> : null}
        {officials.length > 0 && open.length === 0 ? (
          <LeadersConfirm
            key={officials.map((official) => official.id).join()}
            officials={officials}
            onDone={() => {}}
          />
        ) : null}
        <div className={classes.foot}>
          {added + changed > 0 ? (
            <>
              <span className={classes.footWords} aria-live="polite">
                {[added > 0 && w.agenda.acceptedWords(added), changed > 0 && w.paste.changedWords(changed)]
                  .filter(Boolean)
                  .join(' · ')}
                {landed.eventIds.length > 0 ? (
                  <strong className={classes.footClash} data-sure={landed.count.sure > 0 || undefined}>
                    {' · '}
                    <IconAlertTriangle size={14} stroke={2} aria-hidden /> {w.paste.clashesWait(landed.count)}
                  </strong>
                ) : null}
              </span>
              {landed.eventIds.length > 0 ? (
                <Button variant="default" onClick={() => setAnswering(landed.eventIds)}>
                  {w.paste.clashesAnswer}
                </Button>
              ) : null}
              <Button variant="default" onClick={() => void undo()}>
                {w.agenda.undoAccept}
              </Button>
            </>
          ) : null}
          {ahead.sure + ahead.maybe > 0 && added + changed === 0 ? (
            <span className={classes.footWords}>
              <strong className={classes.footClash} data-sure={ahead.sure > 0 || undefined}>
                <IconAlertTriangle size={14} stroke={2} aria-hidden /> {w.paste.clashesAhead(ahead)}
              </strong>
            </span>
          ) : null}
          {held.length > 0 && ready !== held ? (
            <span className={classes.footWords} data-held>
              {w.paste.held(held.length, held.some(asksPress))}
            </span>
          ) : null}
          {ready.length > 0 ? (
            <Button onClick={() => void acceptAll()} data-primary>
              {ready === held ? w.paste.acceptRed(held.length) : w.agenda.acceptAll(ready.length)}
            </Button>
          ) : added + changed > 0 || settled ? (
            <Button onClick={() => onDone(firstDayOf(cards, events))} data-primary>
              {w.agenda.toAgenda}
            </Button>
          ) : null}
        </div>
      </div>
      {answering ? (
        <AnswerClashes eventIds={answering} left={landed.eventIds.length} onClose={() => setAnswering(null)} />
      ) : null}
      <LeaveGuard loses={() => latest.current.open.length > 0} words={w.paste.leave} />
      <LeaveQuestion
        words={w.paste.replace}
        opened={next !== null}
        onStay={() => setNext(null)}
        onLeave={() => {
          if (next !== null) setText(next);
          setNext(null);
        }}
      />
    </div>
  );
}
