import { useMemo, useRef, useState } from 'react';
import type { Event } from '../../../../src-main/contract/agenda-nouns.ts';
import type { AgendaReading } from '../../../../src-main/contract/agenda-reading.ts';
import type { Official } from '../../../../src-main/contract/register.ts';
import { refusalOf, rpc } from '../../../client.ts';
import { useWords } from '../../../words/words.tsx';
import { type Card, cardOf } from './card.ts';
import type { Says } from './differences.ts';
import { type Accepting, acceptFollowing, isFollowing, takeBackFollowing } from './following.ts';
import { type Mine, wantedOf } from './overtaken.ts';
import { asksPress, hasRed, isComplete, type Meaning, meaningOf, toAccept, toChange } from './to-accept.ts';

/** What `agenda.accept` takes at once. */
const AT_ONCE = 200;
const none: readonly Event[] = [];

export interface CardsState {
  readonly cards: readonly Card[];
  /** Events that cards may be about: those that were found with the text, and those that a person looked for. */
  readonly events: readonly Event[];
  readonly acceptings: readonly Accepting[];
  readonly officials: readonly Official[];
  /** Of the last undoing: events that stayed as they are, and changes that were taken back. */
  readonly undone: { readonly kept: number; readonly restored: number };
  readonly current: string | null;
  readonly error: unknown;
  readonly meaning: (card: Card) => Meaning;
  /** What a person has still to settle; an event that is there already, and says the same, asks for nothing. */
  readonly open: readonly Card[];
  /** What *Terima semua* takes: what is complete and understood; where nothing else is left, what has red words in it. */
  readonly ready: readonly Card[];
  /** Complete cards with red words in them, or that ask whether the public may know, which *Terima semua* leaves for a person to look at. */
  readonly held: readonly Card[];
  readonly set: (card: Card) => void;
  /** Puts a card behind another, which is changed with it. */
  readonly part: (rest: Card, own: Card) => void;
  readonly focus: (key: string | null) => void;
  /** Makes an event known that a person chose from the agenda. */
  readonly know: (event: Event) => void;
  readonly begin: (reading: AgendaReading) => void;
  readonly accept: (chosen: readonly Card[]) => Promise<boolean>;
  /** A change that a colleague overtook, while the person has still to choose between both. */
  readonly overtaken: Overtaken | null;
  /** What the card wants, on top of what the event is now; rejects when that is refused again. */
  readonly keepMine: (newest: Event) => Promise<void>;
  /** The event stays as the colleague left it, and the card goes. */
  readonly takeTheirs: (newest: Event) => void;
  readonly leaveOvertaken: () => void;
  readonly undo: () => Promise<void>;
}

export interface Overtaken {
  readonly card: Card;
  /** As the person saw it. */
  readonly seen: Event;
  readonly mine: Mine;
}

/** The cards of a reading, accepted in the order they stand and taken back last first. */
export function useCards(
  text: string,
  reading: AgendaReading | null,
  says: Says,
  fileId: string | undefined,
): CardsState {
  const w = useWords();
  const [cards, setCards] = useState<readonly Card[]>([]);
  const [acceptings, setAcceptings] = useState<readonly Accepting[]>([]);
  const [officials, setOfficials] = useState<readonly Official[]>([]);
  const [undone, setUndone] = useState({ kept: 0, restored: 0 });
  const [current, setCurrent] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const busy = useRef(false);
  const [sought, setSought] = useState<readonly Event[]>([]);
  const read = reading?.events ?? none;
  // what was read anew stands for what came with the text
  const events = useMemo(
    () => [...sought, ...read.filter(({ id }) => !sought.some((one) => one.id === id))],
    [read, sought],
  );
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null);
  const know = (event: Event) => setSought((all) => [...all.filter((one) => one.id !== event.id), event]);
  const meaning = (card: Card) => meaningOf(card, events, says);
  const open = cards.filter((card) => card.state === 'open' && meaning(card).kind !== 'same');
  const complete = open.filter((card) => isComplete(card, meaning(card)));
  const held = complete.filter((card) => hasRed(card, text) || asksPress(card));
  const understood = complete.filter((card) => !held.includes(card));
  const ready = understood.length > 0 ? understood : held;

  const quoted = ({ proposal: { span } }: Card) => w.paste.quoted(text.slice(span.start, span.end));

  const accept = async (chosen: readonly Card[]): Promise<boolean> => {
    if (busy.current || chosen.length === 0 || !reading) return false;
    busy.current = true;
    setError(null);
    /** The card for all following dates that is being taken; what is refused of the others names its card. */
    let series: Card | null = null;
    try {
      let after = cards;
      const following = chosen.filter((card) => isFollowing(card, meaning(card)));
      const alone = chosen.filter((card) => !following.includes(card));
      for (let from = 0; from < alone.length; from += AT_ONCE) {
        const some = alone.slice(from, from + AT_ONCE);
        const answer = await rpc.agenda.accept({
          proposals: some.filter((card) => card.act === 'add').map((card) => toAccept(card, fileId)),
          changes: some.flatMap((card) => {
            const meant = meaning(card);
            return meant.kind === 'change' ? [toChange(card, meant.change, quoted(card), fileId)] : [];
          }),
          names: reading.newLeaders.map(({ called, name }) => ({ called, name })).slice(0, 100),
        });
        const made = new Map([...answer.events, ...answer.changes].map((event) => [event.key, event.id]));
        after = after.map((card) => {
          const eventId = made.get(card.proposal.key);
          return eventId ? { ...card, state: 'accepted' as const, eventId } : card;
        });
        setCards(after);
        const { events: added, changes, officialIds } = answer;
        setAcceptings((before) => [...before, { events: added, changes, officialIds }]);
        setOfficials((before) => [...before, ...answer.officials]);
      }
      for (const card of following) {
        const meant = meaning(card);
        if (!isFollowing(card, meant)) continue;
        series = card;
        setCurrent(card.proposal.key);
        const { reason } = toChange(card, meant.change, quoted(card));
        const accepting = await acceptFollowing(card, meant, reason);
        const accepted = { ...card, state: 'accepted' as const, eventId: accepting.changes[0]?.id ?? null };
        after = after.map((one) => (one.proposal.key === card.proposal.key ? accepted : one));
        setCards(after);
        setAcceptings((before) => [...before, accepting]);
      }
      setUndone({ kept: 0, restored: 0 });
      const next = after.find((card) => card.state === 'open' && meaning(card).kind !== 'same');
      setCurrent(next?.proposal.key ?? null);
      return true;
    } catch (problem) {
      const { code, params } = refusalOf(problem) ?? {};
      const key = params?.key;
      if (typeof key === 'string') setCurrent(key);
      const card = series ?? chosen.find(({ proposal }) => proposal.key === key);
      const meant = card && meaning(card);
      if (code === 'changed_meanwhile' && card && meant?.kind === 'change')
        setOvertaken({ card, seen: meant.event, mine: wantedOf(meant.event, meant.change) });
      else setError(problem);
      return false;
    } finally {
      busy.current = false;
    }
  };

  const keepMine = async (newest: Event): Promise<void> => {
    if (!overtaken) return;
    const { card, seen } = overtaken;
    // as it was shown: `1 jam` was counted from what the person saw
    const { change } = meaningOf(card, [seen], says) as Extract<Meaning, { kind: 'change' }>;
    const meant = { kind: 'change', event: newest, change } as const;
    let accepting: Accepting;
    if (isFollowing(card, meant)) {
      accepting = await acceptFollowing(card, meant, toChange(card, change, quoted(card)).reason);
    } else {
      const wanted = { ...toChange(card, change, quoted(card), fileId), version: newest.version };
      const { officials: made, ...accepted } = await rpc.agenda.accept({ proposals: [], changes: [wanted], names: [] });
      accepting = accepted;
      setOfficials((before) => [...before, ...made]);
    }
    know(newest);
    const after = cards.map((one) =>
      one.proposal.key === card.proposal.key ? { ...one, state: 'accepted' as const, eventId: newest.id } : one,
    );
    setCards(after);
    setAcceptings((before) => [...before, accepting]);
    setUndone({ kept: 0, restored: 0 });
    setOvertaken(null);
    setCurrent(after.find((one) => one.state === 'open' && meaning(one).kind !== 'same')?.proposal.key ?? null);
  };

  const takeBack = async ({ following, ...accepted }: Accepting) => {
    if (!following) return rpc.agenda.undoAccept(accepted);
    const ids = accepted.changes.map(({ id }) => id);
    const isBack = await takeBackFollowing({ ...accepted, following }, w.agenda.takenBack);
    return { removed: [], restored: isBack ? ids : [], kept: isBack ? [] : ids };
  };

  const undo = async (): Promise<void> => {
    const last = acceptings.at(-1);
    if (!last || busy.current) return;
    busy.current = true;
    setError(null);
    try {
      const { removed, restored, kept } = await takeBack(last);
      setUndone({ kept: kept.length, restored: restored.length });
      setAcceptings(acceptings.slice(0, -1));
      setOfficials(officials.filter((official) => !last.officialIds.includes(official.id)));
      const back = new Set([...removed, ...restored]);
      setCards(
        cards.map((card) =>
          card.eventId && back.has(card.eventId) ? { ...card, state: 'open', eventId: null } : card,
        ),
      );
      const first = cards.find((card) => card.eventId && back.has(card.eventId));
      if (first) setCurrent(first.proposal.key);
    } catch (problem) {
      setError(problem);
    } finally {
      busy.current = false;
    }
  };

  return {
    cards,
    events,
    acceptings,
    officials,
    undone,
    current,
    error,
    meaning,
    open,
    ready,
    held,
    accept,
    overtaken,
    keepMine,
    takeTheirs: (newest) => {
      if (!overtaken) return;
      know(newest);
      const { key } = overtaken.card.proposal;
      setCards((all) => all.map((one) => (one.proposal.key === key ? { ...one, state: 'skipped' } : one)));
      setOvertaken(null);
    },
    leaveOvertaken: () => setOvertaken(null),
    undo,
    set: (next) => setCards((all) => all.map((other) => (other.proposal.key === next.proposal.key ? next : other))),
    part: (rest, own) => {
      setCards((all) => all.flatMap((other) => (other.proposal.key === rest.proposal.key ? [rest, own] : [other])));
      setCurrent(own.proposal.key);
    },
    focus: setCurrent,
    know,
    begin: (next) => {
      setSought([]);
      setCards(next.proposals.map(cardOf));
      setCurrent(next.proposals[0]?.key ?? null);
      setAcceptings([]);
      setOfficials([]);
      setUndone({ kept: 0, restored: 0 });
      setError(null);
      setOvertaken(null);
    },
  };
}
