import { Radio } from '@mantine/core';
import type { Event } from '../../../../src-main/contract/agenda-nouns.ts';
import { useWords } from '../../../words/words.tsx';
import { type Card, needsTarget, targetOf, withTarget } from './card.ts';
import type { Says } from './differences.ts';
import { EventSearch } from './event-search.tsx';
import classes from './paste.module.css';

interface CandidatesProps {
  readonly card: Card;
  readonly events: readonly Event[];
  readonly says: Says;
  readonly onChange: (card: Card) => void;
  /** An event that was looked for and is the one that is meant. */
  readonly onFound: (event: Event) => void;
}

/** Which event a change is meant for, when that is not plain; any other of the agenda, or that it is a new one. Digits choose as well. */
export function Candidates({ card, events, says, onChange, onFound }: CandidatesProps) {
  const w = useWords();
  const found = card.proposal.candidates.flatMap((id) => events.find((event) => event.id === id) ?? []);
  const { candidates } = card.proposal;
  const other = card.target === null || candidates.includes(card.target) ? null : targetOf(card, events);
  const asNew = card.chosen && card.act === 'add';
  return (
    <Radio.Group
      label={w.paste.target}
      value={asNew ? 'new' : (card.target ?? '')}
      onChange={(value) => onChange(withTarget(card, value === 'new' ? null : value))}
      error={needsTarget(card) ? w.paste.chooseTarget : undefined}
      inputWrapperOrder={['label', 'error', 'input']}
      classNames={{ label: classes.targetLabel ?? '' }}
    >
      <div className={classes.candidates}>
        {found.map((event, index) => (
          <Radio
            key={event.id}
            value={event.id}
            label={`${index + 1}. ${event.title} · ${says.when(event)}${event.venue ? ` · ${event.venue}` : ''}`}
          />
        ))}
        {other ? (
          <Radio
            value={other.id}
            label={`${other.title} · ${says.when(other)}${other.venue ? ` · ${other.venue}` : ''}`}
          />
        ) : null}
        <Radio value="new" label={`${found.length + 1}. ${w.paste.asNew}`} />
      </div>
      <EventSearch
        near={card.proposal.was.day?.value ?? card.proposal.day?.value ?? null}
        says={says}
        onFound={onFound}
      />
    </Radio.Group>
  );
}

/** The card when the digit of a candidate is pressed; null for any other key. */
export function chosenBy(key: string, card: Card): Card | null {
  const number = Number(key);
  if (!Number.isInteger(number) || number < 1) return null;
  const id = card.proposal.candidates[number - 1];
  if (id !== undefined) return withTarget(card, id);
  return number === card.proposal.candidates.length + 1 ? withTarget(card, null) : null;
}
