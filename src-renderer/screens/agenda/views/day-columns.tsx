import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { EventGlance } from '../../../../src-main/contract/agenda-span.ts';
import { dayText, monthText, weekdayText } from '../../../../src-main/words/when.ts';
import type { GridColumn } from './grid-column.ts';
import { byDay } from './placing.ts';
import { useSayGlance } from './say-glance.tsx';
import classes from './views.module.css';

/** One column for each day. */
export function useDayColumns(
  days: readonly string[],
  today: string,
  events: readonly EventGlance[],
  holidays: ReadonlyMap<string, string>,
): GridColumn[] {
  const { zone, language } = useSayGlance();
  const key = days.join();
  return useMemo(() => {
    const span = key.split(',');
    const found = byDay(events, span, zone);
    return span.map((day): GridColumn => {
      const holiday = holidays.get(day);
      return {
        key: day,
        day,
        isToday: day === today,
        label: [dayText(day, language), holiday].filter(Boolean).join(', '),
        events: found.get(day) ?? [],
        head:
          span.length === 1 ? (
            holiday ? (
              <span className={classes.holiday}>{holiday}</span>
            ) : null
          ) : (
            <div className={classes.dayHead} data-today={day === today || undefined}>
              <Link to="/agenda" search={{ lihat: 'hari', tanggal: day }}>
                <span>{weekdayText(day, language).slice(0, language === 'id' ? 6 : 3)}</span>
                <strong>{Number(day.slice(8))}</strong>
                <span className="k-unseen">{monthText(day, language)}</span>
              </Link>
              {holiday ? (
                <span className={classes.holiday} title={holiday}>
                  {holiday}
                </span>
              ) : null}
            </div>
          ),
      };
    });
  }, [key, today, events, holidays, zone, language]);
}
