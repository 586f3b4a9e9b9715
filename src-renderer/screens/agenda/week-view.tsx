import { Link } from '@tanstack/react-router';
import type { Event } from '../../../src-main/contract/agenda-nouns.ts';
import { clockText, dayText, shortDayText, zoneShort } from '../../../src-main/words/when.ts';
import { useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './agenda.module.css';
import { useOfficials } from './use-officials.ts';

interface WeekViewProps {
  /** Seven days, `2025-11-17` to `2025-11-23`. */
  readonly days: readonly string[];
  readonly today: string;
  readonly events: readonly Event[];
}

/** Seven columns; on a phone seven parts one under the other. */
export function WeekView({ days, today, events }: WeekViewProps) {
  const w = useWords();
  const language = useLanguage();
  return (
    <div className={classes.week}>
      {days.map((day) => {
        const own = events.filter((event) => event.day === day);
        return (
          <section
            key={day}
            className={classes.weekDay}
            data-today={day === today || undefined}
            aria-label={dayText(day, language)}
          >
            <h2 className={classes.weekHead}>
              <Link to="/agenda" search={{ lihat: 'hari', tanggal: day }}>
                {shortDayText(day, language)}
              </Link>
              <span className={classes.soft}>{own.length > 0 ? own.length : ''}</span>
            </h2>
            {own.length === 0 ? <p className={classes.nothing}>{w.agenda.nothing}</p> : null}
            {own.map((event) => (
              <WeekEvent key={event.id} event={event} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function WeekEvent({ event }: { readonly event: Event }) {
  const w = useWords();
  const language = useLanguage();
  const { zone } = useOffice();
  const { called } = useOfficials();
  const off = event.state === 'cancelled' || event.state === 'postponed';
  return (
    <Link
      to="/agenda/$eventId"
      params={{ eventId: event.id }}
      className={classes.weekEvent}
      data-state={event.state}
      data-off={off || undefined}
    >
      <span className={classes.weekTime}>
        {clockText(event.start, language)}
        {event.zone === zone ? '' : ` ${zoneShort(event.zone)}`}
        {event.state === 'confirmed' ? null : <em> · {w.states.event[event.state]}</em>}
      </span>
      <span className={classes.weekTitle}>{event.title}</span>
      {event.attendance.length > 0 ? (
        <span className={classes.weekWho}>
          {event.attendance.map((answer) => called(answer.officialId)).join(', ')}
        </span>
      ) : null}
    </Link>
  );
}
