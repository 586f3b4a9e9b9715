// biome-ignore-all lint/a11y/useSemanticElements: a fieldset is for forms
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { EventGlance } from '../../../../src-main/contract/agenda-span.ts';
import { dayText, weekdayText } from '../../../../src-main/words/when.ts';
import { useWords } from '../../../words/words.tsx';
import { useDoubledAmong } from './doubled.tsx';
import { byDay } from './placing.ts';
import { useSayGlance } from './say-glance.tsx';
import classes from './views.module.css';

const none: readonly EventGlance[] = [];

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

/** Days to press under a thumb: one week as a strip, or a month; dots say how full a day is, a mark that something on it clashes. */
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
          {week.map((one) => (
            <PhoneDay
              key={one}
              day={one}
              events={(found.get(one) ?? none).filter((event) => event.state !== 'cancelled')}
              isToday={one === today}
              isPressed={one === day}
              isOutside={month !== null && one.slice(0, 7) !== month}
              holiday={holidays.get(one)}
              onDay={onDay}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface PhoneDayProps {
  readonly day: string;
  readonly events: readonly EventGlance[];
  readonly isToday: boolean;
  readonly isPressed: boolean;
  readonly isOutside: boolean;
  readonly holiday: string | undefined;
  readonly onDay: (day: string) => void;
}

function PhoneDay({ day, events, isToday, isPressed, isOutside, holiday, onDay }: PhoneDayProps) {
  const w = useWords();
  const { language } = useSayGlance();
  const doubled = useDoubledAmong(events);
  const said = [
    dayText(day, language),
    holiday,
    w.agenda.count(events.length),
    doubled ? w.views.doubled[doubled] : null,
  ];
  return (
    <button
      type="button"
      className={classes.phoneDay}
      data-today={isToday || undefined}
      data-outside={isOutside || undefined}
      aria-pressed={isPressed}
      aria-current={isToday ? 'date' : undefined}
      aria-label={said.filter(Boolean).join(', ')}
      onClick={() => onDay(day)}
    >
      <span>{Number(day.slice(8))}</span>
      <span className={classes.dots} data-more={events.length > 3 || undefined} aria-hidden>
        {events.slice(0, 3).map((event) => (
          <i key={event.id} data-state={event.state} />
        ))}
      </span>
      {doubled ? (
        <IconAlertTriangle size={13} stroke={2.4} aria-hidden className={classes.phoneDouble} data-double={doubled} />
      ) : null}
    </button>
  );
}
