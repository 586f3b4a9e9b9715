import { Button } from '@mantine/core';
import { useRef } from 'react';
import { dayText } from '../../../../src-main/words/when.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import type { When } from '../when.ts';
import { WhenField } from '../when-field.tsx';
import type { Card } from './card.ts';
import classes from './paste.module.css';

/** The last day that the text speaks of, where the time that was read ends before it; null where nothing is missing. */
export function missingUntil({ proposal }: Pick<Card, 'proposal'>, when: When | null): string | null {
  const said = proposal.doubts.find(({ code }) => code === 'several_days')?.params.until;
  if (typeof said !== 'string' || when === null) return null;
  return (when.end ?? when.start).slice(0, 10) < said ? said : null;
}

interface CardEndProps {
  readonly when: When;
  /** The last day that the text speaks of, if that is missing. */
  readonly until: string | null;
  /** @param unclear something stands there that is no time, or not yet */
  readonly onChange: (when: When, unclear: boolean) => void;
}

/** When it ends, with the day: an event of several days is not over on its first. */
export function CardEnd({ when, until, onChange }: CardEndProps) {
  const w = useWords();
  const language = useLanguage();
  const { start, end, zone } = when;
  const clock = end?.slice(11) ?? null;
  // an end that came from elsewhere (the time above, the button below) is shown anew; one's own words stay as they are typed
  const own = useRef({ end, times: 0 });
  if (own.current.end !== end) own.current = { end, times: own.current.times + 1 };
  const put = (next: string | null) => {
    own.current = { ...own.current, end: next };
    onChange({ ...when, end: next, openEnd: next === null && when.openEnd }, false);
  };
  return (
    <div>
      <WhenField
        key={own.current.times}
        label={w.paste.end}
        value={end === null ? null : { start: end, end: null, openEnd: false, zone }}
        zone={zone}
        near={end ?? start}
        {...(end === null && until ? { begun: `${dayText(until, language)} ` } : {})}
        description={w.paste.endHelp}
        error={end !== null && end <= start ? w.paste.endBefore : undefined}
        onChange={(next, words) => {
          if (next) put(next.start);
          else if (words.trim() === '') put(null);
          else onChange(when, true);
        }}
      />
      {until && clock ? (
        <p className={classes.until}>
          <Button
            size="xs"
            variant="default"
            onClick={() => onChange({ ...when, end: `${until}T${clock}`, openEnd: false }, false)}
          >
            {w.paste.endUntil(dayText(until, language))}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
