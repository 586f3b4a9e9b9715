import { TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { Event } from '../../../../src-main/contract/agenda-nouns.ts';
import type { Proposal } from '../../../../src-main/contract/agenda-reading.ts';
import type { Zone } from '../../../../src-main/contract/basics.ts';
import { staysInside } from '../../../../src-main/text/stays-inside.ts';
import { dayText, timeRangeText, zoneShort } from '../../../../src-main/words/when.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { KnownLetter } from '../../invitations/known-letter.tsx';
import type { When } from '../when.ts';
import { WhenField } from '../when-field.tsx';
import type { Card } from './card.ts';
import { CardEnd, missingUntil } from './card-end.tsx';
import { CardFields, type FieldName, Row } from './card-fields.tsx';
import { type Difference, type Says, whenAfter } from './differences.ts';
import classes from './paste.module.css';
import type { Meaning } from './to-accept.ts';

interface FactsProps {
  readonly card: Card;
  readonly meaning: Meaning;
  readonly says: Says;
  readonly zone: Zone;
  readonly current: boolean;
  /** The text says a day that does not exist: today is no guess for it, a person has to say which. */
  readonly impossible: boolean;
  /** That no zone was written stands above all cards. */
  readonly zoneSaid: boolean;
  readonly onChange: (card: Card) => void;
}

/** Time, place and all else; of a change each with what it was. */
export function Facts({ card, meaning, says, zone, current, impossible, zoneSaid, onChange }: FactsProps) {
  const w = useWords();
  const differences = meaning.kind === 'change' ? meaning.change.differences : [];
  const olds = new Map(differences.map((one) => [rowOf(one.field), one]));
  const when = olds.get('when');
  const state = olds.get('state');
  const target = meaning.kind === 'change' ? meaning.event : null;
  return (
    <div className={classes.facts}>
      {state ? (
        <Row label={w.paste.state}>
          <Turned difference={state} />
        </Row>
      ) : null}
      <Time {...{ card, target, when, zone, current, impossible, zoneSaid, onChange }} />
      {card.act === 'postpone' && !when ? (
        <Row label={w.paste.time}>
          <span className={classes.plain}>{w.paste.toFollow}</span>
        </Row>
      ) : null}
      <CardFields card={card} editing={current} called={says.called} onChange={onChange} olds={olds} />
      {card.act === 'add' ? null : <Reason card={card} editing={current} onChange={onChange} />}
      {card.proposal.letter ? <Letter card={card} /> : null}
    </div>
  );
}

const rowOf = (field: Difference['field']): FieldName | 'when' | 'state' =>
  field === 'attendance' ? 'leaders' : (field as FieldName);

function Time({
  card,
  target,
  when,
  zone,
  current,
  impossible,
  zoneSaid,
  onChange,
}: {
  readonly card: Card;
  readonly target: Event | null;
  readonly when: Difference | undefined;
  readonly zone: Zone;
  readonly current: boolean;
  readonly impossible: boolean;
  readonly zoneSaid: boolean;
  readonly onChange: (card: Card) => void;
}) {
  const w = useWords();
  const language = useLanguage();
  const [typing, setTyping] = useState(false);
  const { proposal } = card;
  const value: When | null = card.when;
  const asked = card.act === 'add' && (value === null || !proposal.startClock || impossible);
  const after = value ?? (target && card.act !== 'cancel' ? whenAfter(card, target) : null);
  const until = missingUntil(card, after);
  const several =
    after !== null &&
    after.end !== null &&
    (after.end <= after.start || after.end.slice(0, 10) !== after.start.slice(0, 10));
  const end =
    after && (typing || card.unclear || until || (several && current)) ? (
      <CardEnd when={after} until={until} onChange={(next, unclear) => onChange({ ...card, when: next, unclear })} />
    ) : null;
  if (asked || typing) {
    const near =
      target?.start ?? (proposal.day ? `${proposal.day.value}T${proposal.startClock?.value ?? '00:00'}` : null);
    return (
      <>
        <WhenField
          label={w.agenda.when}
          value={value}
          zone={target?.zone ?? proposal.zone.value ?? zone}
          {...(near ? { near } : {})}
          {...(impossible && card.act === 'add' ? { begun: clocksOf(proposal), dayNeeded: true } : {})}
          {...(typing ? { autoFocus: true } : {})}
          onChange={(next) => onChange({ ...card, when: withEnd(next, value), unclear: false })}
          error={
            value || card.act !== 'add'
              ? undefined
              : impossible
                ? w.agenda.doubts.day_impossible({})
                : w.agenda.doubts.time_missing({})
          }
        />
        {end}
      </>
    );
  }
  if (card.act !== 'add' && !when) return end;
  const guessed = !zoneSaid && proposal.doubts.some((doubt) => doubt.code === 'zone_assumed');
  return (
    <>
      <Row
        label={w.paste.time}
        warn={
          when?.assumed
            ? w.paste.endMoves
            : card.act === 'add' && guessed
              ? w.paste.zoneGuessed(zoneShort(proposal.zone.value))
              : null
        }
      >
        <button type="button" className={classes.time} title={w.paste.changeTime} onClick={() => setTyping(true)}>
          {when ? (
            <Turned difference={when} />
          ) : value ? (
            <span>
              <strong>{timeRangeText(value, language)}</strong> · {dayText(value.start.slice(0, 10), language)}
            </span>
          ) : null}
          <IconPencil size={14} stroke={1.8} aria-hidden />
        </button>
      </Row>
      {end}
    </>
  );
}

/** A start that is typed anew without an end leaves the event as many days as it had. */
function withEnd(next: When | null, before: When | null): When | null {
  if (!next || !before || next.end !== null || next.openEnd || before.end === null) return next;
  return before.end.slice(0, 10) > next.start.slice(0, 10) ? { ...next, end: before.end } : next;
}

/** What was, struck out, and what is now. */
export function Turned({ difference }: { readonly difference: Difference }) {
  return (
    <span>
      {difference.old ? (
        <>
          <s className={classes.old}>{difference.old}</s> →{' '}
        </>
      ) : null}
      <strong>{difference.new}</strong>
    </span>
  );
}

function Reason({
  card,
  editing,
  onChange,
}: {
  readonly card: Card;
  readonly editing: boolean;
  readonly onChange: (card: Card) => void;
}) {
  const w = useWords();
  if (!editing && card.reason === '') return null;
  return (
    <Row label={w.paste.reason}>
      {editing ? (
        <TextInput
          aria-label={w.paste.reason}
          value={card.reason}
          placeholder={w.paste.reasonElse}
          variant="unstyled"
          autoComplete="off"
          classNames={{ input: classes.input ?? '' }}
          onChange={(event) => onChange({ ...card, reason: event.currentTarget.value })}
        />
      ) : (
        <span className={classes.plain}>{card.reason}</span>
      )}
      <span className={classes.goes}>
        {card.reason.trim() === '' || staysInside(card.reason) ? w.paste.reasonStays : w.paste.reasonGoes}
      </span>
    </Row>
  );
}

function Letter({ card }: { readonly card: Card }) {
  const w = useWords();
  const language = useLanguage();
  const { letter } = card.proposal;
  if (!letter) return null;
  const about = w.paste.letterParts(letter.number?.value ?? '', letter.day ? dayText(letter.day.value, language) : '');
  return (
    <Row label={w.paste.letter}>
      <span className={classes.plain}>{[about, letter.subject?.value].filter(Boolean).join(' · ')}</span>
      {card.state === 'open' ? (
        <KnownLetter
          letterNo={letter.number?.value ?? ''}
          letterDay={letter.day?.value ?? null}
          organizer={card.proposal.organizer?.value ?? ''}
        />
      ) : null}
    </Row>
  );
}

/** The clocks that were read, for a field in which only the day has to be typed: `08.00–10.00`. */
function clocksOf({ startClock, endClock, openEnd }: Proposal): string {
  if (!startClock) return '';
  const end = endClock ? `–${endClock.value}` : openEnd ? ' – selesai' : '';
  return ` ${startClock.value}${end}`.replaceAll(':', '.');
}
