// biome-ignore-all lint/a11y/useSemanticElements: a fieldset is for forms
import { useMemo } from 'react';
import type { EventGlance } from '../../../../src-main/contract/agenda-span.ts';
import { dayText, weekdayText } from '../../../../src-main/words/when.ts';
import { useWords } from '../../../words/words.tsx';
import { byDay } from './placing.ts';
import { useSayGlance } from './say-glance.tsx';
import classes from './views.module.css';

interface PhoneDaysProps {
  readonly weeks: readonly (readonly string[])[];
  readonly day: string;
  readonly today: string;
  /** Days of other months are said softly; null where that does not matter. */
  readonly month: string | null;
  readonly events: readonly EventGlance[];
  readonly holidays: ReadonlyMap<string, string>;
  readonly onDay: (day: string) => void;
}

/** Days to press under a thumb: one week as a strip, or a month; dots say how full a day is. */
export function PhoneDays({ weeks, day, today, month, events, holidays, onDay }: PhoneDaysProps) {
  const w = useWords();
  const { language, zone } = useSayGlance();
  const found = useMemo(() => byDay(events, weeks.flat(), zone), [events, weeks, zone]);
  return (
    <div className={classes.phoneDays} role="group" aria-label={month ? w.views.month : w.views.week}>
      <div className={classes.phoneWeek} aria-hidden>
        {weeks[0]?.map((one) => (
          <span key={one}>{weekdayText(one, language).slice(0, 3)}</span>
        ))}
      </div>
      {weeks.map((week) => (
        <div key={week[0]} className={classes.phoneWeek}>
          {week.map((one) => {
            const own = (found.get(one) ?? []).filter((event) => event.state !== 'cancelled');
            const holiday = holidays.get(one);
            return (
              <button
                key={one}
                type="button"
                className={classes.phoneDay}
                data-today={one === today || undefined}
                data-outside={(month !== null && one.slice(0, 7) !== month) || undefined}
                aria-pressed={one === day}
                aria-current={one === today ? 'date' : undefined}
                aria-label={[dayText(one, language), holiday, w.agenda.count(own.length)].filter(Boolean).join(', ')}
                onClick={() => onDay(one)}
              >
                <span>{Number(one.slice(8))}</span>
                <span className={classes.dots} data-more={own.length > 3 || undefined} aria-hidden>
                  {own.slice(0, 3).map((event) => (
                    <i key={event.id} data-state={event.state} />
                  ))}
                </span>
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}
