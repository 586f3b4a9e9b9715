import { Button } from '@mantine/core';
import type { Clash } from '../../../../src-main/contract/clashes.ts';
import { shortDayText } from '../../../../src-main/words/when.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { ClashLines } from '../views/clash-lines.tsx';
import { ReasonField } from '../views/reason-field.tsx';
import fields from './fields.module.css';

interface FormClashesProps {
  readonly clashes: readonly Clash[];
  readonly toAnswer: readonly Clash[];
  readonly days: readonly string[];
  readonly why: string;
  readonly onWhy: (why: string) => void;
  /** A double-booked leader is to be represented here. */
  readonly onDelegate: (officialId: string) => void;
}

/** So many dates of a series are told one by one; the others are counted. */
const TOLD_DATES = 5;

/** What clashes, the way out of it, and why it stays where there is none. */
export function FormClashes({ clashes, toAnswer, days, why, onWhy, onDelegate }: FormClashesProps) {
  const w = useWords();
  const language = useLanguage();
  const doubles = toAnswer.filter((clash) => clash.code === 'leader_double' && clash.standsInFor === null);
  const leaders = [...new Set(doubles.flatMap((clash) => clash.officialId ?? []))];
  const dates = [...new Set(clashes.map((clash) => clash.day))];
  const shown = days.length > 0 ? clashes.filter((clash) => dates.indexOf(clash.day) < TOLD_DATES) : clashes;
  return (
    <div className={fields.panel} aria-live="polite">
      {days.length > 0 && dates.length > 0 ? (
        <div>
          <strong>{w.repeat.clashing(dates.length)}</strong>
          <ul className={fields.dates}>
            {dates.slice(0, TOLD_DATES).map((day) => (
              <li key={day}>{shortDayText(day, language)}</li>
            ))}
            {dates.length > TOLD_DATES ? <li>+{dates.length - TOLD_DATES}</li> : null}
          </ul>
        </div>
      ) : null}
      <ClashLines clashes={shown} />
      {days.length === 0
        ? leaders.map((officialId) => (
            <Button key={officialId} variant="default" size="xs" onClick={() => onDelegate(officialId)}>
              {w.eventParts.standIn}
            </Button>
          ))
        : null}
      {toAnswer.length > 0 ? (
        <ReasonField
          value={why}
          onChange={onWhy}
          autoFocus={false}
          of={{ label: w.views.clashReason, help: w.views.clashReasonHelp, usual: w.views.clashReasons }}
        />
      ) : null}
    </div>
  );
}
