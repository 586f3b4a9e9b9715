import { Anchor, Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconMapPin, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, memo } from 'react';
import type { Doubt, Proposal } from '../../../../src-main/contract/agenda-reading.ts';
import type { Zone } from '../../../../src-main/contract/basics.ts';
import { dayText, timeRangeText, zoneShort } from '../../../../src-main/words/when.ts';
import { Chip } from '../../../components/state-chip.tsx';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { WhenField } from '../when-field.tsx';
import classes from './paste.module.css';
import { type Card, isComplete } from './to-accept.ts';

/** Doubts that the card says by itself, in the fields or in the list of leaders. */
const saidElsewhere: readonly Doubt['code'][] = ['leader_unknown', 'delegate_unknown', 'title_missing'];

/** What need not be asked where the event is in the agenda already. */
const saidByKnown: readonly Doubt['code'][] = ['day_long_past', 'day_far_ahead'];

interface ProposalCardProps {
  readonly card: Card;
  readonly text: string;
  /** Who attends, in words; empty when nobody is named. */
  readonly leaders: string;
  readonly zone: Zone;
  readonly current: boolean;
  readonly on: CardActs;
}

/** What a card asks for; the same object at every render, so that one card's change draws no other card again. */
export interface CardActs {
  readonly change: (card: Card) => void;
  readonly accept: (card: Card) => void;
  /** Enter on a card of an event that is there already: on to what is open. */
  readonly pass: () => void;
  readonly focus: (card: Card) => void;
}

/** One proposed event. Enter anywhere in it accepts; what is missing is asked for right here. */
export const ProposalCard = memo(function ProposalCard({ card, text, leaders, zone, current, on }: ProposalCardProps) {
  const w = useWords();
  const language = useLanguage();
  const onChange = on.change;
  const onAccept = () => on.accept(card);
  const { proposal } = card;
  const known = proposal.knownEventId !== null;
  /** The text says a day that does not exist: today is no guess for it, a person has to say which. */
  const impossible = proposal.day === null;
  const doubts = proposal.doubts.filter(
    ({ code }) =>
      !saidElsewhere.includes(code) &&
      !(known && saidByKnown.includes(code)) &&
      !(impossible && (code === 'day_impossible' || (code === 'time_missing' && !card.when))),
  );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (event.target !== event.currentTarget) return;
      event.preventDefault();
      step(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // A button or link inside hears its own Enter.
    if (event.target instanceof HTMLElement && event.target.closest('a, button')) return;
    event.preventDefault();
    // What is there already is not made again by a key that is pressed for one card after the other.
    if (known) on.pass();
    else onAccept();
  };
  if (card.state !== 'open') return <Settled card={card} on={on} />;
  return (
    <article
      className={classes.card}
      data-card
      data-known={known || undefined}
      data-current={current || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the card is what Enter accepts; arrows lead from one to the next
      tabIndex={0}
      aria-label={card.title || w.agenda.doubts.title_missing({})}
      onKeyDown={onKeyDown}
      onFocus={() => on.focus(card)}
    >
      <TextInput
        aria-label={w.agenda.name}
        value={card.title}
        onChange={(event) => onChange({ ...card, title: event.currentTarget.value })}
        error={card.title.trim() === '' ? w.agenda.doubts.title_missing({}) : undefined}
        variant="unstyled"
        classNames={{ input: classes.cardTitle ?? '' }}
      />
      {card.when && proposal.startClock && proposal.day ? (
        <div className={classes.fact}>
          <IconClock size={16} stroke={1.8} aria-hidden />
          <span>
            <strong>{timeRangeText(card.when, language)}</strong> · {dayText(card.when.start.slice(0, 10), language)}
          </span>
        </div>
      ) : (
        <WhenField
          label={w.agenda.when}
          value={card.when}
          zone={proposal.zone.value ?? zone}
          {...(proposal.day ? { near: `${proposal.day.value}T00:00` } : {})}
          {...(impossible ? { begun: clocksOf(proposal), dayNeeded: true } : {})}
          onChange={(when) => onChange({ ...card, when })}
          error={
            card.when ? undefined : impossible ? w.agenda.doubts.day_impossible({}) : w.agenda.doubts.time_missing({})
          }
        />
      )}
      {card.venue ? (
        <div className={classes.fact}>
          <IconMapPin size={16} stroke={1.8} aria-hidden />
          <span>{card.venue}</span>
        </div>
      ) : null}
      {leaders === '' ? null : (
        <div className={classes.fact}>
          <IconUser size={16} stroke={1.8} aria-hidden />
          <span>{leaders}</span>
        </div>
      )}
      <More card={card} />
      {doubts.map((doubt) => (
        <p key={`${doubt.code}${JSON.stringify(doubt.params)}`} className={classes.doubt}>
          <IconAlertTriangle size={14} stroke={2} aria-hidden />
          {w.agenda.doubts[doubt.code](sayParams(doubt.params, language))}
        </p>
      ))}
      {proposal.notUnderstood.map((span) => {
        const words = text.slice(span.start, span.end);
        const kept = card.note.includes(words);
        return (
          <p key={span.start} className={classes.missed}>
            <span>
              {w.agenda.notUnderstoodTitle}: “{words}”
            </span>
            {kept ? null : (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => onChange({ ...card, note: [card.note, words].filter((part) => part !== '').join('\n') })}
              >
                {w.agenda.toNote}
              </Button>
            )}
          </p>
        );
      })}
      {known ? <p className={classes.known}>{w.agenda.known}</p> : null}
      <div className={classes.cardActs}>
        {proposal.knownEventId ? (
          <Anchor
            size="sm"
            className={classes.toKnown}
            component={Link}
            {...({ to: '/agenda/$eventId', params: { eventId: proposal.knownEventId } } as object)}
          >
            {w.agenda.openKnown}
          </Anchor>
        ) : null}
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          aria-label={`${w.agenda.skip}: ${card.title}`}
          onClick={() => onChange({ ...card, state: 'skipped' })}
        >
          {w.agenda.skip}
        </Button>
        <Button size="xs" variant={known ? 'default' : 'light'} onClick={onAccept} disabled={!isComplete(card)}>
          {known ? w.agenda.acceptAnyway : w.agenda.accept}
        </Button>
      </div>
    </article>
  );
});

/** The clocks that were read, for a field in which only the day has to be typed: `08.00–10.00`. */
function clocksOf({ startClock, endClock, openEnd }: Proposal): string {
  if (!startClock) return '';
  const end = endClock ? `–${endClock.value}` : openEnd ? ' – selesai' : '';
  return ` ${startClock.value}${end}`.replaceAll(':', '.');
}

/** Leads to the next card that is still open. */
function step(card: HTMLElement, by: 1 | -1): void {
  const cards = [...(card.parentElement?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
  cards[cards.indexOf(card) + by]?.focus();
}

/** What else was read, as one quiet line. */
function More({ card }: { readonly card: Card }) {
  const w = useWords();
  const { proposal } = card;
  const parts = [
    proposal.organizer?.value,
    proposal.dressCode?.value,
    proposal.companions ? `${w.agenda.companions}: ${proposal.companions.value}` : null,
    proposal.pressAccess ? w.agenda.pressAccess[proposal.pressAccess.value] : null,
    proposal.releaseNeeded?.value ? w.agenda.releaseNeeded : null,
    proposal.tentative?.value ? w.states.event.tentative : null,
    card.note ? card.note.split('\n').join('; ') : null,
  ].filter((part): part is string => Boolean(part));
  return parts.length > 0 ? <p className={classes.moreFacts}>{parts.join(' · ')}</p> : null;
}

function Settled({ card, on }: Pick<ProposalCardProps, 'card' | 'on'>) {
  const w = useWords();
  const accepted = card.state === 'accepted';
  return (
    <article className={classes.settled} onFocus={() => on.focus(card)}>
      <span className={classes.settledTitle}>{card.title}</span>
      {accepted ? (
        <>
          <Chip tone="green" icon={IconCheck}>
            {w.agenda.accepted}
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

function sayParams(params: Doubt['params'], language: 'id' | 'en'): Doubt['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if ((name === 'day' || name === 'until') && typeof value === 'string') return [name, dayText(value, language)];
      if (name === 'zone') return [name, zoneShort(value as Zone)];
      return [name, value];
    }),
  );
}
