import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconClipboardText, IconRotate } from '@tabler/icons-react';
import { type ReactNode, startTransition, useEffect, useMemo, useRef, useState } from 'react';
import type { Accepted } from '../../../../src-main/contract/agenda-accept.ts';
import type { AgendaReading, ReadLeader } from '../../../../src-main/contract/agenda-reading.ts';
import type { Official } from '../../../../src-main/contract/register.ts';
import { refusalOf, rpc } from '../../../client.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Problem } from '../../../components/problem.tsx';
import { ToneBox } from '../../../components/tone-box.tsx';
import { useOffice } from '../../../frame/session.tsx';
import { useWords } from '../../../words/words.tsx';
import { useOfficials } from '../use-officials.ts';
import { asTable } from '../files/given-file.ts';
import { example } from './example.ts';
import { type FirstLines, firstLines } from './first-lines.ts';
import { LeadersConfirm } from './leaders-confirm.tsx';
import { Original } from './original.tsx';
import classes from './paste.module.css';
import { piecesOf } from './pieces.ts';
import { type CardActs, ProposalCard } from './proposal-card.tsx';
import { type Card, cardOf, firstDayOf, isComplete, toAccept } from './to-accept.ts';

/** What `agenda.accept` takes at once. */
const AT_ONCE = 200;
/** Cards that are drawn at first, and with each step after; the rest comes while the person reads. */
const DRAWN = 20;

interface PasteAgendaProps {
  /** The person wants to go on and see the agenda; `2025-11-20`, the first day of what is in it now. */
  readonly onDone: (day: string | null) => void;
  /** A text that was pasted elsewhere (Beranda). */
  readonly text?: string;
  readonly autoFocus?: boolean;
  /** Stands under the empty box: other ways in. */
  readonly more?: ReactNode;
  /** Stands above the original: the page that it was read from. */
  readonly beside?: ReactNode;
  /** Cells of a spreadsheet were pasted; they are a table, not a text. */
  readonly onTable?: (file: File) => void;
}

/**
 * *Tempel agenda*: paste, look, accept. Left the original coloured by what was understood, right a card per proposal. Enter
 * accepts one, Ctrl+Enter all, Ctrl+Z takes the last accepting back.
 */
export function PasteAgenda({ onDone, text: given, autoFocus, more, beside, onTable }: PasteAgendaProps) {
  const w = useWords();
  const { zone } = useOffice();
  const [text, setText] = useState(given ?? '');
  const [read, setRead] = useState<(FirstLines & { reading: AgendaReading }) | null>(null);
  const [cards, setCards] = useState<readonly Card[]>([]);
  const [current, setCurrent] = useState<string | null>(null);
  const [acceptings, setAcceptings] = useState<readonly Accepted[]>([]);
  const [officials, setOfficials] = useState<readonly Official[]>([]);
  const [kept, setKept] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const busy = useRef(false);
  const list = useRef<HTMLDivElement>(null);
  /** The next card, or the primary button when none is open, wants the focus as soon as it is drawn. */
  const wish = useRef(false);

  useEffect(() => {
    if (text.trim() === '') {
      setRead(null);
      return;
    }
    let late = false;
    const timer = setTimeout(() => {
      const first = firstLines(text);
      rpc.agenda.readText({ text: first.text }).then(
        (reading) => {
          if (late) return;
          setError(null);
          setRead({ ...first, reading });
          setDrawn(DRAWN);
          setCards(reading.proposals.map(cardOf));
          setCurrent(reading.proposals[0]?.key ?? null);
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
  }, [text]);

  /** What a person has still to settle; an event that is there already asks for nothing. */
  const open = cards.filter((card) => card.state === 'open' && card.proposal.knownEventId === null);
  const ready = open.filter(isComplete);

  const accept = async (chosen: readonly Card[]) => {
    if (busy.current || chosen.length === 0 || !read) return;
    busy.current = true;
    setError(null);
    try {
      let after = cards;
      for (let from = 0; from < chosen.length; from += AT_ONCE) {
        const answer = await rpc.agenda.accept({
          proposals: chosen.slice(from, from + AT_ONCE).map(toAccept),
          names: read.reading.newLeaders.map(({ called, name }) => ({ called, name })).slice(0, 100),
        });
        const made = new Map(answer.events.map((event) => [event.key, event.id]));
        after = after.map((card) => {
          const eventId = made.get(card.proposal.key);
          return eventId ? { ...card, state: 'accepted' as const, eventId } : card;
        });
        setCards(after);
        setAcceptings((before) => [
          ...before,
          { events: answer.events, changes: answer.changes, officialIds: answer.officialIds },
        ]);
        setOfficials((before) => [...before, ...answer.officials]);
      }
      const next = after.find((card) => card.state === 'open' && card.proposal.knownEventId === null);
      setCurrent(next?.proposal.key ?? null);
      wish.current = true;
    } catch (problem) {
      setError(problem);
      const key = refusalOf(problem)?.params.key;
      if (typeof key === 'string') setCurrent(key);
    } finally {
      busy.current = false;
    }
  };

  const undo = async () => {
    const last = acceptings.at(-1);
    if (!last || busy.current) return;
    busy.current = true;
    setError(null);
    try {
      const { removed, kept: left } = await rpc.agenda.undoAccept(last);
      setKept(left.length);
      setAcceptings(acceptings.slice(0, -1));
      setOfficials(officials.filter((official) => !last.officialIds.includes(official.id)));
      setCards(
        cards.map((card) =>
          card.eventId && removed.includes(card.eventId) ? { ...card, state: 'open', eventId: null } : card,
        ),
      );
    } catch (problem) {
      setError(problem);
    } finally {
      busy.current = false;
    }
  };

  const latest = useRef({ accept, undo, ready });
  latest.current = { accept, undo, ready };
  const on = useMemo<CardActs>(
    () => ({
      change: (next) =>
        setCards((all) => all.map((other) => (other.proposal.key === next.proposal.key ? next : other))),
      accept: (card) => {
        if (isComplete(card)) void latest.current.accept([card]);
      },
      pass: () => list.current?.querySelector<HTMLElement>('[data-card]:not([data-known]), [data-primary]')?.focus(),
      focus: (card) => setCurrent(card.proposal.key),
    }),
    [],
  );
  const [drawn, setDrawn] = useState(DRAWN);
  useEffect(() => {
    if (drawn >= cards.length) return;
    const timer = setTimeout(() => startTransition(() => setDrawn(drawn + DRAWN)), 30);
    return () => clearTimeout(timer);
  }, [drawn, cards.length]);
  const pieces = useMemo(() => (read ? piecesOf(read.text, read.reading) : []), [read]);
  const { called } = useOfficials();
  const attending = (leader: ReadLeader) => {
    const name = leader.officialId ? called(leader.officialId) : leader.called;
    if (leader.answer === 'delegated') return `${name} (${w.agenda.delegatedTo(leader.delegateName ?? '')})`;
    return leader.answer === 'unknown' ? name : `${name} (${w.states.attendance[leader.answer].toLowerCase()})`;
  };
  useEffect(() => {
    const hear = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if (event.key === 'Enter') {
        event.preventDefault();
        void latest.current.accept(latest.current.ready);
      } else if (event.key === 'z' && !event.shiftKey && !typing) {
        event.preventDefault();
        void latest.current.undo();
      }
    };
    // Before the frame's own Ctrl+Enter, which presses the primary button of a view.
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, []);

  useEffect(() => {
    if (!wish.current) return;
    // Cards of events that are there already are read, not worked through: last of all, and only where nothing was made.
    const target = first('[data-card]:not([data-known])', acceptings.length > 0 ? '[data-primary]' : '[data-card]');
    if (!target) return;
    wish.current = false;
    target.focus();
  });
  const first = (...wanted: string[]) => {
    const found = [...wanted, '[data-primary]'].map((what) => list.current?.querySelector<HTMLElement>(what));
    return found.find((element) => element);
  };

  const allKnown = cards.length > 0 && cards.every((card) => card.proposal.knownEventId !== null);
  const made = acceptings.flatMap((one) => one.events.map((event) => event.id));
  if (!read) {
    return (
      <div className={classes.empty}>
        <Textarea
          label={w.agenda.pasteLabel}
          placeholder={w.agenda.pastePlaceholder}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            // A browser lays out a long text for many seconds while it is inserted; as a value it is there at once.
            const pasted = event.clipboardData.getData('text/plain');
            const table = onTable && text === '' ? asTable(pasted) : null;
            if (table) {
              event.preventDefault();
              onTable?.(table);
              return;
            }
            if (firstLines(pasted).left === 0) return;
            event.preventDefault();
            const { value, selectionStart, selectionEnd } = event.currentTarget;
            setText(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
          }}
          autosize
          minRows={10}
          maxRows={18}
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          spellCheck={false}
        />
        <Problem error={error} />
        <Button
          variant="default"
          leftSection={<IconClipboardText size={16} stroke={1.8} aria-hidden />}
          onClick={() => setText(example(new Date()))}
        >
          {w.agenda.pasteExample}
        </Button>
        {more}
      </div>
    );
  }
  const { reading } = read;
  return (
    <div className={classes.paste}>
      <div className={classes.left}>
        {beside}
        <Original pieces={pieces} current={current} />
        {acceptings.length === 0 ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRotate size={14} stroke={1.8} aria-hidden />}
            onClick={() => {
              setText('');
              setRead(null);
              setCards([]);
            }}
          >
            {w.agenda.pasteAgain}
          </Button>
        ) : null}
      </div>
      <div className={classes.right} ref={list}>
        <div className={classes.rightHead}>
          <h2 className={classes.rightTitle}>{w.agenda.proposals(cards.length)}</h2>
          <span className={classes.keys}>{w.agenda.acceptKeys}</span>
        </div>
        {read.left > 0 ? (
          <ToneBox tone="amber" icon={<IconAlertTriangle size={18} stroke={1.8} aria-hidden />}>
            {w.agenda.pasteLong(read.lines, read.left)}
          </ToneBox>
        ) : null}
        {cards.length === 0 ? (
          <EmptyState small title={w.agenda.nothingFound}>
            {w.agenda.nothingFoundHelp}
          </EmptyState>
        ) : null}
        {cards.slice(0, drawn).map((card) => (
          <ProposalCard
            key={card.proposal.key}
            card={card}
            text={read.text}
            leaders={card.proposal.leaders.map(attending).join(', ')}
            zone={zone}
            current={current === card.proposal.key}
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
        <Problem error={error} />
        {kept > 0 ? <p>{w.agenda.keptWords(kept)}</p> : null}
        {officials.length > 0 && open.length === 0 ? (
          <LeadersConfirm
            key={officials.map((official) => official.id).join()}
            officials={officials}
            onDone={() => {}}
          />
        ) : null}
        <div className={classes.foot}>
          {made.length > 0 ? (
            <>
              <span className={classes.footWords} aria-live="polite">
                {w.agenda.acceptedWords(made.length)}
              </span>
              <Button variant="default" onClick={() => void undo()}>
                {w.agenda.undoAccept}
              </Button>
            </>
          ) : null}
          {ready.length > 0 ? (
            <Button onClick={() => void accept(ready)} data-primary>
              {w.agenda.acceptAll(ready.length)}
            </Button>
          ) : made.length > 0 || allKnown ? (
            <Button onClick={() => onDone(firstDayOf(cards))} data-primary>
              {w.agenda.toAgenda}
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  );
}
