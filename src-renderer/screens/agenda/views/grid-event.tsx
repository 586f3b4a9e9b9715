import { useDraggable } from '@dnd-kit/core';
import { IconWorld } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import look from './event-look.module.css';
import { EventMarks, Unseen } from './event-look.tsx';
import type { Aside } from './grid-column.ts';
import { openHere } from './open-here.ts';
import type { Lane, Placed } from './placing.ts';
import { useSayGlance } from './say-glance.tsx';
import classes from './time-grid.module.css';
import type { Dragged } from './use-grid-drag.ts';

interface GridEventProps {
  readonly part: Placed;
  readonly lane: Lane;
  readonly column: string;
  readonly isStop: boolean;
  readonly isMoving: boolean;
  readonly write: boolean;
  readonly aside: Aside | null;
  readonly onOpen: (id: string) => void;
  readonly onFocus: () => void;
}

/** Room by minutes: one line of words, two, or more. */
function sizeOf(minutes: number): 'line' | 'small' | 'two' | 'full' {
  return minutes <= 40 ? 'line' : minutes <= 50 ? 'small' : minutes < 75 ? 'two' : 'full';
}

/** Lines a title may take, so that none is cut through the middle. */
function titleLines(minutes: number): number {
  return minutes < 75 ? 1 : minutes < 105 ? 2 : 3;
}

/** One event among the hours. */
export function GridEvent(props: GridEventProps) {
  const { part, lane, column, isStop, isMoving, write, aside, onOpen, onFocus } = props;
  const say = useSayGlance();
  const { event } = part;
  const hold = useDraggable({
    id: `${column} ${event.id}`,
    data: { event, column, how: 'move' } satisfies Dragged,
    disabled: !write,
  });
  const minutes = Math.max(30, part.to - part.from);
  const here = say.here(event);
  const who = say.who(event);
  const style = {
    '--from': part.from / 60,
    '--hours': minutes / 60,
    '--lane': lane.lane / lane.lanes,
    '--wide': lane.wide / lane.lanes,
    '--lines': titleLines(minutes),
  } as CSSProperties;
  return (
    <div
      className={classes.place}
      style={style}
      data-event={event.id}
      data-moving={isMoving || undefined}
      data-open={(event.end === null && !part.continued) || undefined}
    >
      <a
        ref={hold.setNodeRef}
        {...hold.listeners}
        href={`/agenda/${event.id}`}
        draggable={false}
        data-row={isStop || undefined}
        tabIndex={isStop ? 0 : -1}
        className={`${look.look} ${classes.event}`}
        data-state={event.state}
        data-size={sizeOf(minutes)}
        data-away={aside?.away || undefined}
        data-write={write || undefined}
        title={[say.range(event), event.title, aside?.words ?? who, event.venue].filter(Boolean).join(' · ')}
        onClick={(click) => openHere(click, () => onOpen(event.id))}
        onFocus={onFocus}
      >
        <span className={classes.top}>
          <span className={look.clock}>
            {part.continued ? '…' : ''}
            {say.clock(event)}
            <span className={classes.until}>{say.until(event)}</span>
            {say.zoneMark(event)}
          </span>
          {here ? (
            <span className={classes.zone} title={here}>
              <IconWorld size={13} stroke={2} aria-hidden />
              {here}
            </span>
          ) : null}
          <EventMarks event={event} word />
        </span>
        <span className={`${look.title} ${classes.title}`}>{event.title}</span>
        <span className={classes.rest}>
          {aside ? <span className={classes.aside}>{aside.words}</span> : null}
          {!aside && who ? <span className={classes.who}>{who}</span> : null}
          {event.venue ? <span className={classes.venue}>{event.venue}</span> : null}
        </span>
        <Unseen event={event} />
      </a>
      {write && !part.continues ? <ResizeHold event={event} column={column} /> : null}
    </div>
  );
}

function ResizeHold({ event, column }: Pick<GridEventProps, 'column'> & Pick<Placed, 'event'>) {
  const hold = useDraggable({
    id: `${column} ${event.id} end`,
    data: { event, column, how: 'resize' } satisfies Dragged,
  });
  return <span ref={hold.setNodeRef} {...hold.listeners} className={classes.hold} aria-hidden />;
}
