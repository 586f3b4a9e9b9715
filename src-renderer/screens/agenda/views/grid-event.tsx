import { useDraggable } from '@dnd-kit/core';
import { IconWorld } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import look from './event-look.module.css';
import { EventMarks, Unseen, useSeen } from './event-look.tsx';
import type { Aside } from './grid-column.ts';
import { openHere } from './open-here.ts';
import type { Lane, Placed } from './placing.ts';
import { useSayGlance } from './say-glance.tsx';
import classes from './time-grid.module.css';
import type { Dragged } from './use-grid-drag.ts';

interface GridEventProps {
  readonly part: Placed;
  readonly lane: Lane;
  /** Height of an hour in pixels. */
  readonly hour: number;
  /** The button of a crowd stands at its right. */
  readonly isBeside: boolean;
  readonly column: string;
  readonly isStop: boolean;
  readonly isMoving: boolean;
  readonly write: boolean;
  readonly aside: Aside | null;
  readonly onOpen: (id: string) => void;
  readonly onFocus: () => void;
}

/** Room for words by height in pixels: one line, two close ones, two, or more. */
function sizeOf(height: number): 'line' | 'small' | 'two' | 'full' {
  return height <= 39 ? 'line' : height <= 46 ? 'small' : height < 58 ? 'two' : 'full';
}

/** Lines a title may take, so that none is cut through the middle. */
function titleLines(height: number): number {
  return height < 58 ? 1 : height < 84 ? 2 : 3;
}

/** One event among the hours. */
export function GridEvent(props: GridEventProps) {
  const { part, lane, hour, isBeside, column, isStop, isMoving, write, aside, onOpen, onFocus } = props;
  const say = useSayGlance();
  const { event } = part;
  const seen = useSeen(event);
  const hold = useDraggable({
    id: `${column} ${event.id}`,
    data: { event, column, how: 'move' } satisfies Dragged,
    disabled: !write,
  });
  const minutes = Math.max(30, part.to - part.from);
  const height = (minutes / 60) * hour;
  const here = say.here(event);
  const who = say.who(event);
  const style = {
    '--from': part.from / 60,
    '--hours': minutes / 60,
    '--lane': lane.lane / lane.lanes,
    '--wide': lane.wide / lane.lanes,
    '--lines': titleLines(height),
  } as CSSProperties;
  return (
    <div
      className={classes.place}
      style={style}
      data-event={event.id}
      data-moving={isMoving || undefined}
      data-beside={isBeside || undefined}
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
        data-state={seen.state}
        data-double={seen.doubled ?? undefined}
        data-size={sizeOf(height)}
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
          <EventMarks event={event} seen={seen} word />
        </span>
        <span className={`${look.title} ${classes.title}`}>{event.title}</span>
        <span className={classes.rest}>
          {aside ? <span className={classes.aside}>{aside.words}</span> : null}
          {!aside && who ? <span className={classes.who}>{who}</span> : null}
          {event.venue ? <span className={classes.venue}>{event.venue}</span> : null}
        </span>
        <Unseen event={event} seen={seen} />
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
