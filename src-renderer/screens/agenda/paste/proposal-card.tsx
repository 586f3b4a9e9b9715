import { Anchor, Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, memo } from 'react';
import type { Event } from '../../../../src-main/contract/agenda-nouns.ts';
import type { Doubt, Span } from '../../../../src-main/contract/agenda-reading.ts';
import type { Zone } from '../../../../src-main/contract/basics.ts';
import type { Clash } from '../../../../src-main/contract/clashes.ts';
import { dayText, zoneShort } from '../../../../src-main/words/when.ts';
import { Chip } from '../../../components/state-chip.tsx';
import type { Tone } from '../../../theme/tones.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { isOpenDouble } from '../doubles.ts';
import { ClashLines } from '../views/clash-lines.tsx';
import { Candidates, chosenBy } from './candidates.tsx';
import { type Card, isOwnLine, takenApart, withoutTarget, withTarget } from './card.ts';
import { missingUntil } from './card-end.tsx';
import { Facts } from './card-facts.tsx';
import { CardScope } from './card-scope.tsx';
import type { Says } from './differences.ts';
import classes from './paste.module.css';
import { asksPress, isComplete, meaningOf } from './to-accept.ts';

/** So many clashes are told one by one. */
const MOST_CLASHES = 4;

/** Doubts that the card says by itself: in a field, in the list of leaders, beside the time, in the choice of the event. */
const saidElsewhere: readonly Doubt['code'][] = [
  'leader_unknown',
  'delegate_unknown',
  'title_missing',
  'zone_assumed',
  'target_missing',
  'target_unclear',
  'press_unclear',
];
/** What need not be asked where the event is in the agenda already: its own day and hour hold. */
const saidByKnown: readonly Doubt['code'][] = [
  'day_long_past',
  'day_far_ahead',
  'day_assumed',
  'year_assumed',
  'time_missing',
];

const tones: Readonly<Record<Card['act'] | 'same', Tone>> = {
  add: 'green',
  change: 'blue',
  postpone: 'violet',
  cancel: 'red',
  delegate: 'violet',
  same: 'grey',
};

interface ProposalCardProps {
  readonly card: Card;
  readonly text: string;
  readonly events: readonly Event[];
  readonly says: Says;
  readonly zone: Zone;
  /** What it would clash with when it is accepted. */
  readonly clashes: readonly Clash[] | undefined;
  readonly current: boolean;
  /** Doubts that all cards share and that stand above them once. */
  readonly saidAbove: ReadonlySet<Doubt['code']>;
  readonly on: CardActs;
}

/** What a card asks for; the same object at every render, so that one card's change draws no other card again. */
export interface CardActs {
  readonly change: (card: Card) => void;
  readonly accept: (card: Card) => void;
  /** Enter on a card of an event that is there already: on to what is open. */
  readonly pass: () => void;
  /** What stands under one event is another. */
  readonly part: (rest: Card, own: Card) => void;
  readonly focus: (card: Card) => void;
  /** A person looked for the event that is meant. */
  readonly found: (card: Card, event: Event) => void;
}

/** One proposal: a new event, or a change of one. Enter anywhere in it accepts; everything in it can be typed over. */
export const ProposalCard = memo(function ProposalCard(props: ProposalCardProps) {
  const { card, text, events, says, zone, clashes = [], current, saidAbove, on } = props;
  const w = useWords();
  const language = useLanguage();
  const meaning = meaningOf(card, events, says);
  const { proposal } = card;
  const target = 'event' in meaning ? meaning.event : null;
  const choosing = card.act !== 'add' && (card.target === null || proposal.candidates.length > 1);
  const offers = choosing || (card.chosen && proposal.act.value !== 'add');
  const asNew = card.act === 'add';
  const impossible = proposal.day === null;
  const doubts = proposal.doubts.filter(
    ({ code }) =>
      !saidElsewhere.includes(code) &&
      !saidAbove.has(code) &&
      !(!asNew && saidByKnown.includes(code)) &&
      !(impossible && code === 'day_impossible') &&
      // the field for it stands open and says so
      code !== 'time_missing' &&
      !(code === 'several_days' && card.when && missingUntil(card, card.when) === null),
  );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const own = event.target === event.currentTarget;
    if (event.key === 'Escape' && !own) {
      event.currentTarget.focus();
      return;
    }
    if (event.key === 'F2') {
      event.preventDefault();
      event.currentTarget.querySelector<HTMLElement>('input:not([type="radio"]), textarea')?.focus();
      return;
    }
    if (own && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      step(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    if (own && event.key === 'Delete') {
      on.change({ ...card, state: 'skipped' });
      return;
    }
    if (own && offers && event.key === '0') {
      event.preventDefault();
      event.currentTarget.querySelector<HTMLElement>('[data-search-event]')?.focus();
      return;
    }
    const chosen = own && offers && !event.ctrlKey && !event.altKey ? chosenBy(event.key, card) : null;
    if (chosen) {
      event.preventDefault();
      on.change(chosen);
      return;
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // A button or link inside hears its own Enter; a note of several lines its own line ends.
    if (event.target instanceof HTMLElement && event.target.closest('a, button, select, textarea')) return;
    event.preventDefault();
    // What is there already is not made again by a key that is pressed for one card after the other.
    if (meaning.kind === 'same') on.pass();
    else on.accept(card);
  };
  if (card.state !== 'open') return <Settled card={card} on={on} />;
  const name = target?.title ?? card.title;
  const label = meaning.kind === 'same' ? 'same' : card.act;
  return (
    <article
      className={classes.card}
      data-card
      data-known={meaning.kind === 'same' || undefined}
      data-act={card.act}
      data-current={current || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the card is what Enter accepts; arrows lead from one to the next
      tabIndex={0}
      aria-label={name || w.agenda.doubts.title_missing({})}
      onKeyDown={onKeyDown}
      onFocus={() => on.focus(card)}
    >
      <div className={classes.cardHead}>
        {asNew && current ? (
          <TextInput
            aria-label={w.agenda.name}
            className={classes.grow ?? ''}
            value={card.title}
            onChange={(event) => on.change({ ...card, title: event.currentTarget.value })}
            error={card.title.trim() === '' ? w.agenda.doubts.title_missing({}) : undefined}
            variant="unstyled"
            autoComplete="off"
            classNames={{ input: classes.cardTitle ?? '' }}
          />
        ) : (
          <h3 className={classes.cardName}>{name || w.agenda.doubts.title_missing({})}</h3>
        )}
        {asNew ? null : <Chip tone={tones[label]}>{w.paste.acts[label]}</Chip>}
      </div>
      {offers ? (
        <Candidates
          card={card}
          events={events}
          says={says}
          onChange={on.change}
          onFound={(event) => on.found(card, event)}
        />
      ) : null}
      {meaning.kind === 'same' ? (
        <p className={classes.known}>
          {says.when(meaning.event)}. {w.paste.sameAbout}
        </p>
      ) : (
        <Facts
          {...{ card, meaning, says, zone, current, impossible }}
          zoneSaid={saidAbove.has('zone_assumed')}
          onChange={on.change}
        />
      )}
      <CardScope card={card} meaning={meaning} onChange={on.change} />
      {doubts.map((doubt) => (
        <p key={`${doubt.code}${JSON.stringify(doubt.params)}`} className={classes.doubt}>
          <IconAlertTriangle size={14} stroke={2} aria-hidden />
          {w.agenda.doubts[doubt.code](sayParams(doubt.params, language))}
        </p>
      ))}
      {asksPress(card) ? <AsksPress card={card} on={on} /> : null}
      {clashes.slice(0, MOST_CLASHES).map((clash) => (
        <p key={clash.key} className={classes.doubt} data-clash={(isOpenDouble(clash) && clash.weight) || undefined}>
          <IconAlertTriangle size={14} stroke={2} aria-hidden />
          <span>
            {isOpenDouble(clash) && clash.weight === 'sure' ? <strong>{w.views.doubled.sure}. </strong> : null}
            <ClashLines clashes={[clash]} plain />
          </span>
        </p>
      ))}
      {clashes.length > MOST_CLASHES ? (
        <p className={classes.doubt}>{w.paste.clashesMore(clashes.length - MOST_CLASHES)}</p>
      ) : null}
      {proposal.notUnderstood.map((span) => (
        <Missed key={span.start} span={span} text={text} card={card} on={on} />
      ))}
      <div className={classes.cardActs}>
        {target ? (
          <Anchor
            size="sm"
            className={classes.toKnown}
            component={Link}
            {...({ to: '/agenda/$eventId', params: { eventId: target.id } } as object)}
          >
            {w.agenda.openKnown}
          </Anchor>
        ) : null}
        {target && !offers ? (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            onClick={(click) => {
              const own = click.currentTarget.closest('article');
              on.change(withoutTarget(card));
              setTimeout(() => own?.querySelector<HTMLElement>('[data-search-event]')?.focus(), 30);
            }}
          >
            {w.paste.otherEvent}
          </Button>
        ) : null}
        {card.target !== null && proposal.act.value === 'add' ? (
          <Button size="xs" variant="subtle" color="gray" onClick={() => on.change(withTarget(card, null))}>
            {w.paste.asNew}
          </Button>
        ) : null}
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          aria-label={`${w.agenda.skip}: ${name}`}
          onClick={() => on.change({ ...card, state: 'skipped' })}
        >
          {w.agenda.skip}
        </Button>
        {meaning.kind === 'same' ? null : (
          <Button
            size="xs"
            variant="light"
            {...(card.act === 'cancel' ? { color: 'red' } : {})}
            onClick={() => on.accept(card)}
            disabled={!isComplete(card, meaning)}
          >
            {w.paste.accepts[card.act]}
          </Button>
        )}
      </div>
    </article>
  );
});

/** What its words leave open: one press says whether the public may know. */
function AsksPress({ card, on }: Pick<ProposalCardProps, 'card' | 'on'>) {
  const w = useWords();
  const doubt = card.proposal.doubts.find(({ code }) => code === 'press_unclear');
  if (!doubt) return null;
  return (
    <p className={classes.missed} data-asks-press>
      <span>{w.agenda.doubts.press_unclear(doubt.params)}</span>
      {(['open', 'closed'] as const).map((value) => (
        <Button
          key={value}
          size="compact-xs"
          variant="default"
          onClick={() => on.change({ ...card, pressAccess: { value, spans: [], assumed: false } })}
        >
          {w.agenda.pressAccess[value]}
        </Button>
      ))}
    </p>
  );
}

interface MissedProps {
  readonly span: Span;
  readonly text: string;
  readonly card: Card;
  readonly on: CardActs;
}

/** A piece inside the proposal that was not understood; it may go into the note, and a line of its own may be another event. */
function Missed({ span, text, card, on }: MissedProps) {
  const w = useWords();
  const words = text.slice(span.start, span.end);
  const kept = card.note.includes(words);
  return (
    <p className={classes.missed}>
      <span>
        {w.agenda.notUnderstoodTitle}: “{words}”
      </span>
      {isOwnLine(text, span) && !kept ? (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            const { rest, own } = takenApart(card, span, words);
            on.part(rest, own);
          }}
        >
          {w.paste.ownEvent}
        </Button>
      ) : null}
      {kept ? null : (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => on.change({ ...card, note: [card.note, words].filter((part) => part !== '').join('\n') })}
        >
          {w.agenda.toNote}
        </Button>
      )}
    </p>
  );
}

/** Leads to the next card that is still open. */
function step(card: HTMLElement, by: 1 | -1): void {
  const cards = [...(card.parentElement?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
  cards[cards.indexOf(card) + by]?.focus();
}

function Settled({ card, on }: Pick<ProposalCardProps, 'card' | 'on'>) {
  const w = useWords();
  return (
    <article className={classes.settled} onFocus={() => on.focus(card)}>
      <span className={classes.settledTitle}>{card.title}</span>
      {card.state === 'accepted' ? (
        <>
          <Chip tone="green" icon={IconCheck}>
            {w.paste.accepted[card.act === 'add' ? 'add' : 'change']}
          </Chip>
          {card.eventId ? (
            <Anchor
              size="xs"
              component={Link}
              {...({ to: '/agenda/$eventId', params: { eventId: card.eventId } } as object)}
            >
              {w.agenda.openKnown}
            </Anchor>
          ) : null}
        </>
      ) : (
        <Button size="compact-xs" variant="default" onClick={() => on.change({ ...card, state: 'open' })}>
          {w.agenda.bringBack}
        </Button>
      )}
    </article>
  );
}

/** The parts of a doubt, as the page says days and zones. */
export function sayParams(params: Doubt['params'], language: 'id' | 'en'): Doubt['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if ((name === 'day' || name === 'until') && typeof value === 'string') return [name, dayText(value, language)];
      if (name === 'zone') return [name, zoneShort(value as Zone)];
      return [name, value];
    }),
  );
}
