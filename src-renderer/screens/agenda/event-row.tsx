import { IconAlertTriangle, IconFileText, IconLock } from '@tabler/icons-react';
import type { EventGlance } from '../../../src-main/contract/agenda-span.ts';
import { clockText, shortDayText, zoneShort } from '../../../src-main/words/when.ts';
import { Chip, StateChip } from '../../components/state-chip.tsx';
import { useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './agenda.module.css';
import { useOfficials } from './use-officials.ts';
import { useSeenState } from './use-seen-state.ts';
import { useDoubled } from './views/doubled.tsx';

/** One event as a row: when, what and where, who, state. */
export function EventRow({ event }: { readonly event: EventGlance }) {
  const w = useWords();
  const language = useLanguage();
  const { zone } = useOffice();
  const { called, delegate } = useOfficials();
  const doubled = useDoubled(event);
  const end = event.end
    ? `${event.end.slice(0, 10) === event.start.slice(0, 10) ? '' : `${shortDayText(event.end.slice(0, 10), language).replace(/^.*?, /, '')} `}${clockText(event.end, language)}`
    : event.openEnd
      ? w.agenda.end.toLowerCase()
      : null;
  const state = useSeenState(event);
  const off = event.state === 'cancelled' || event.state === 'postponed' ? event.state : undefined;
  return (
    <div className={classes.eventRow} data-off={off}>
      <div className={classes.clock}>
        <span className={classes.clockStart}>{clockText(event.start, language)}</span>
        <span className={classes.clockEnd}>
          {end ? `– ${end}` : ''}
          {event.zone === zone ? '' : ` ${zoneShort(event.zone)}`}
        </span>
      </div>
      <div className={classes.what}>
        <div className={classes.eventTitle}>{event.title}</div>
        <div className={classes.meta}>
          {event.attendance.length > 0 ? (
            <span className={classes.who}>
              {event.attendance
                .map((answer) =>
                  answer.answer === 'delegated'
                    ? `${called(answer.officialId)} (${w.agenda.delegatedTo(delegate(answer))})`
                    : answer.answer === 'absent'
                      ? `${called(answer.officialId)} (${w.states.attendance.absent.toLowerCase()})`
                      : called(answer.officialId),
                )
                .join(', ')}
            </span>
          ) : null}
          {event.venue ? <span>{event.venue}</span> : null}
        </div>
      </div>
      <div className={classes.chips}>
        {doubled ? (
          <Chip tone={doubled === 'sure' ? 'red' : 'amber'} icon={IconAlertTriangle}>
            {w.views.doubled[doubled]}
          </Chip>
        ) : null}
        {event.pressAccess === 'closed' ? (
          <Chip tone="grey" icon={IconLock}>
            {w.agenda.pressAccess.closed}
          </Chip>
        ) : null}
        {event.releaseNeeded ? (
          <Chip tone="grey" icon={IconFileText}>
            {w.agenda.releaseNeeded}
          </Chip>
        ) : null}
        <span className={state === 'confirmed' ? classes.usual : undefined}>
          <StateChip of="event" state={state} />
        </span>
      </div>
    </div>
  );
}
