// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be a grid of equal rows that shares out the height
// biome-ignore-all lint/a11y/useFocusableInteractive: what stands in a cell takes the focus, one stop for the grid
import { DndContext, type DndContextProps, type DragMoveEvent, useDraggable } from '@dnd-kit/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import type { EventGlance } from '../../../../src-main/contract/agenda-span.ts';
import { dayText, weekdayText } from '../../../../src-main/words/when.ts';
import { useWords } from '../../../words/words.tsx';
import { useDoubledAmong } from './doubled.tsx';
import look from './event-look.module.css';
import { EventMarks, Unseen, useSeen } from './event-look.tsx';
import { DAY, dayShifted, daysBetween } from './local-time.ts';
import classes from './month-view.module.css';
import { isMoved, type Moving } from './moving.ts';
import { movingByKey } from './moving-keys.ts';
import { openHere } from './open-here.ts';
import { byDay } from './placing.ts';
import { useSayGlance } from './say-glance.tsx';
import { monthWeeks } from './spans.ts';
import { movedBy } from './times.ts';
import { pointOf, SILENT, useDragSensors } from './use-grid-drag.ts';

interface MonthViewProps {
  /** Any day of the month. */
  readonly day: string;
  readonly today: string;
  readonly events: readonly EventGlance[];
  readonly holidays: ReadonlyMap<string, string>;
  readonly write: boolean;
  readonly onOpen: (id: string) => void;
  readonly onDay: (day: string) => void;
  readonly onNew: (start: string) => void;
  /** The arrows left the weeks shown. */
  readonly onEdge: (day: string) => void;
  readonly moving: Moving | null;
  readonly onMoving: (moving: Moving | null) => void;
  readonly onLand: (moving: Moving) => void;
}

/** Height of a line and of what stands above the lines of a day, in pixels. */
const LINE = 20;
const HEAD = 26;
/** Height of all weeks the last time, in pixels: another month has the same, and need not be laid out to know it. */
let height = 0;
const linesOf = (weeks: number) => Math.max(1, Math.floor((height / weeks - HEAD) / LINE));

/** A month of weeks, Monday first. One tab stop: arrows from day to day and through a day's events. */
export function MonthView(props: MonthViewProps) {
  const { day, today, events, holidays, write, onOpen, onDay, onNew, onEdge, moving, onMoving, onLand } = props;
  const w = useWords();
  const say = useSayGlance();
  const weeks = useMemo(() => monthWeeks(day), [day]);
  const days = useMemo(() => weeks.flat(), [weeks]);
  const found = useMemo(() => byDay(events, days, say.zone), [events, days, say.zone]);
  const month = day.slice(0, 7);
  const grid = useRef<HTMLDivElement>(null);
  const [, setHeight] = useState(height);
  const lines = height === 0 ? 3 : linesOf(weeks.length);
  const [cursor, setCursor] = useState<{ day: string; id: string | null }>(() => ({
    day: days.includes(today) ? today : `${month}-01`,
    id: null,
  }));
  const focusNext = useRef(false);
  const sensors = useDragSensors();
  const latest = useRef<Moving | null>(null);

  useEffect(() => {
    // told when it was laid out anyway; to ask would cost a layout of its own before the first picture
    const watch = new ResizeObserver(([entry]) => {
      height = Math.round(entry?.contentRect.height ?? 0);
      setHeight(height);
    });
    if (grid.current) watch.observe(grid.current);
    return () => watch.disconnect();
  }, []);

  const shown = (of: string): readonly EventGlance[] => {
    const all = found.get(of) ?? [];
    return all.length <= lines ? all : all.slice(0, lines - 1);
  };
  const at = days.includes(cursor.day) ? cursor : { day: days.includes(today) ? today : `${month}-01`, id: null };
  const atId = shown(at.day).some((event) => event.id === at.id) ? at.id : null;

  useEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    grid.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
  });

  // another month took the cell in which the focus was: it goes to the stop, of which the keys speak
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the month changes, and only then
  useEffect(() => {
    const row = grid.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]');
    if (grid.current?.contains(document.activeElement) && document.activeElement !== row) row?.focus();
  }, [month]);

  const go = (to: string, id: string | null) => {
    focusNext.current = true;
    setCursor({ day: to, id });
    if (!days.includes(to)) onEdge(to);
  };
  const along = (way: 1 | -1) => {
    const stops = [null, ...shown(at.day).map((event) => event.id)];
    const next = stops.indexOf(atId) + way;
    if (next >= 0 && next < stops.length) return go(at.day, stops[next] ?? null);
    const to = dayShifted(at.day, way * 7);
    go(to, way > 0 ? null : (shown(to).at(-1)?.id ?? null));
  };
  const nextEvent = (way: 1 | -1) => {
    const all = days.flatMap((one) => shown(one).map((event) => ({ day: one, id: event.id })));
    const here = all.findIndex((one) => one.day === at.day && one.id === atId);
    const next =
      here >= 0
        ? all[here + way]
        : way > 0
          ? all.find((one) => one.day >= at.day)
          : all.findLast((one) => one.day < at.day);
    if (next) go(next.day, next.id);
  };
  const onKeyDown = (key: KeyboardEvent) => {
    if (key.ctrlKey || key.metaKey) return;
    const event = moving?.by === 'keys' ? moving.event : shown(at.day).find((one) => one.id === atId);
    const step =
      write && event && !key.shiftKey ? movingByKey(key, { event, moving, byDay: true, byWeek: true }) : null;
    if (step) {
      if (step.kind === 'land' && moving) onLand(moving);
      else if (step.kind === 'moving') onMoving(step.moving);
      else onMoving(null);
    } else if (key.altKey || moving?.by === 'keys') return;
    else if (key.key === 'ArrowDown') along(1);
    else if (key.key === 'ArrowUp') along(-1);
    else if (key.key === 'ArrowRight') go(dayShifted(at.day, 1), null);
    else if (key.key === 'ArrowLeft') go(dayShifted(at.day, -1), null);
    else if (key.key === 'j') nextEvent(1);
    else if (key.key === 'k') nextEvent(-1);
    else if (key.key === 'Home') go(days[days.indexOf(at.day) - (days.indexOf(at.day) % 7)] as string, null);
    else if (key.key === 'End') go(days[days.indexOf(at.day) - (days.indexOf(at.day) % 7) + 6] as string, null);
    else if (key.key === 'Enter') {
      if (event) onOpen(event.id);
      else onDay(at.day);
    } else if (key.key === 'n' && write) onNew(`${at.day}T09:00`);
    else return;
    key.preventDefault();
    key.stopPropagation();
  };

  const dayAt = (x: number, y: number): string | null => {
    const cells = [...(grid.current?.querySelectorAll<HTMLElement>('[data-day]') ?? [])];
    const cell = cells.find((one) => {
      const box = one.getBoundingClientRect();
      return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
    });
    return cell?.dataset.day ?? null;
  };
  const context: DndContextProps = {
    sensors,
    accessibility: SILENT,
    onDragStart: () => {
      latest.current = null;
    },
    onDragMove: ({ active, delta, activatorEvent }: DragMoveEvent) => {
      const held = active.data.current as { event: EventGlance; day: string };
      const pointer = pointOf(activatorEvent);
      const over = dayAt(pointer.x + delta.x, pointer.y + delta.y) ?? held.day;
      const times = movedBy(held.event, daysBetween(held.day, over) * DAY);
      if (latest.current?.times.start === times.start) return;
      latest.current = { event: held.event, times, by: 'pointer' };
      onMoving(latest.current);
    },
    onDragCancel: () => onMoving(null),
    onDragEnd: () => {
      if (latest.current && isMoved(latest.current)) onLand(latest.current);
      else onMoving(null);
    },
  };
  const ghostDay = moving?.times.start.slice(0, 10);

  return (
    <DndContext {...context}>
      <div
        className={classes.month}
        role="grid"
        aria-label={w.views.month}
        onKeyDown={onKeyDown}
        onBlur={(blur) => {
          const to = blur.relatedTarget as Element | null;
          if (moving?.by !== 'keys' || blur.currentTarget.contains(to) || to?.closest('[role="dialog"]')) return;
          onMoving(null);
        }}
      >
        <div className={classes.weekdays} role="row">
          {weeks[0]?.map((one) => (
            <span key={one} role="columnheader" aria-label={weekdayText(one, say.language)}>
              {weekdayText(one, say.language).slice(0, say.language === 'id' ? 6 : 3)}
            </span>
          ))}
        </div>
        <div
          className={classes.weeks}
          ref={grid}
          role="rowgroup"
          style={{ '--weeks': weeks.length } as React.CSSProperties}
        >
          {weeks.map((week, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the cells stay where they are, the month passes through them
            <div key={row} className={classes.week} role="row">
              {week.map((one, column) => (
                <MonthDay
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  key={column}
                  day={one}
                  events={found.get(one) ?? none}
                  lines={lines}
                  isOutside={one.slice(0, 7) !== month}
                  isToday={one === today}
                  holiday={holidays.get(one)}
                  stop={at.day === one ? (atId ?? 'day') : null}
                  movingId={
                    moving && (found.get(one) ?? none).some(({ id }) => id === moving.event.id) ? moving.event.id : null
                  }
                  ghost={ghostDay === one ? (moving ?? null) : null}
                  write={write}
                  onOpen={onOpen}
                  onDay={onDay}
                  onCursor={setCursor}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
    </DndContext>
  );
}

const none: readonly EventGlance[] = [];

interface MonthDayProps {
  readonly day: string;
  readonly events: readonly EventGlance[];
  readonly lines: number;
  readonly isOutside: boolean;
  readonly isToday: boolean;
  readonly holiday: string | undefined;
  /** The tab stop in this day: an event's id, or `day`. */
  readonly stop: string | null;
  readonly movingId: string | null;
  readonly ghost: Moving | null;
  readonly write: boolean;
  readonly onOpen: (id: string) => void;
  readonly onDay: (day: string) => void;
  readonly onCursor: (cursor: { day: string; id: string | null }) => void;
}

const MonthDay = memo(function MonthDay(props: MonthDayProps) {
  const { day, events, lines, isOutside, isToday, holiday, stop, movingId, ghost, write, onOpen, onDay, onCursor } =
    props;
  const w = useWords();
  const say = useSayGlance();
  const shown = useMemo(() => (events.length <= lines ? events : events.slice(0, lines - 1)), [events, lines]);
  const hidden = events.length - shown.length;
  const hiddenDoubled = useDoubledAmong(events.slice(shown.length)) === 'sure';
  const long = dayText(day, say.language);
  const slotOf = useSlots(day, shown);
  return (
    <div
      role="gridcell"
      className={classes.day}
      data-day={day}
      data-outside={isOutside || undefined}
      data-today={isToday || undefined}
      data-over={ghost ? true : undefined}
    >
      <button
        type="button"
        className={classes.date}
        data-row={stop === 'day' || undefined}
        tabIndex={stop === 'day' ? 0 : -1}
        aria-label={[long, holiday, w.agenda.count(events.length)].filter(Boolean).join(', ')}
        aria-current={isToday ? 'date' : undefined}
        onFocus={() => onCursor({ day, id: null })}
        onClick={() => onDay(day)}
      >
        <span className={classes.number}>{Number(day.slice(8))}</span>
      </button>
      {holiday ? (
        <span className={classes.holiday} title={holiday} aria-hidden>
          {holiday}
        </span>
      ) : null}
      {shown.map((event) => (
        <MonthEvent
          key={slotOf(event.id)}
          event={event}
          day={day}
          isStop={stop === event.id}
          isMoving={movingId === event.id}
          write={write}
          onOpen={onOpen}
          onCursor={onCursor}
        />
      ))}
      {hidden > 0 ? (
        <button type="button" tabIndex={-1} className={classes.more} onClick={() => onDay(day)}>
          {w.views.more(hidden)}
          {hiddenDoubled ? (
            <IconAlertTriangle size={13} stroke={2.2} aria-hidden className={look.mark} color="var(--k-red-ink)" />
          ) : null}
          <span className="k-unseen">
            {' '}
            {hiddenDoubled ? `${w.views.doubled.sure}, ` : ''}
            {w.views.moreOf(long)}
          </span>
        </button>
      ) : null}
      {ghost ? (
        <div className={classes.ghost} aria-hidden>
          {say.range({ ...ghost.event, ...ghost.times })} {ghost.event.title}
        </div>
      ) : null}
    </div>
  );
});

/**
 * A place for each event of a day. Another day's events take the places that are there, as the month passes through its cells: a
 * month that is made anew costs half as much again. Within a day an event keeps its place, and with it the focus.
 */
function useSlots(day: string, shown: readonly EventGlance[]): (id: string) => number {
  const last = useRef<{ day: string; slots: ReadonlyMap<string, number> }>({ day: '', slots: new Map() });
  return useMemo(() => {
    const kept = last.current.day === day ? last.current.slots : new Map<string, number>();
    const taken = new Set(shown.flatMap(({ id }) => kept.get(id) ?? []));
    let next = 0;
    const free = () => {
      while (taken.has(next)) next += 1;
      taken.add(next);
      return next;
    };
    const slots = new Map(shown.map(({ id }) => [id, kept.get(id) ?? free()]));
    last.current = { day, slots };
    return (id) => slots.get(id) ?? 0;
  }, [day, shown]);
}

interface MonthEventProps {
  readonly event: EventGlance;
  readonly day: string;
  readonly isStop: boolean;
  readonly isMoving: boolean;
  readonly write: boolean;
  readonly onOpen: (id: string) => void;
  readonly onCursor: (cursor: { day: string; id: string | null }) => void;
}

const MonthEvent = memo(function MonthEvent(props: MonthEventProps) {
  const { event, day, isStop, isMoving, write, onOpen, onCursor } = props;
  const say = useSayGlance();
  const seen = useSeen(event);
  const hold = useDraggable({ id: `${day} ${event.id}`, data: { event, day }, disabled: !write });
  return (
    <a
      ref={hold.setNodeRef}
      {...hold.listeners}
      href={`/agenda/${event.id}`}
      draggable={false}
      className={`${look.look} ${classes.event}`}
      data-state={seen.state}
      data-double={seen.doubled ?? undefined}
      data-event={event.id}
      data-moving={isMoving || undefined}
      data-row={isStop || undefined}
      tabIndex={isStop ? 0 : -1}
      title={say.all(event)}
      onClick={(click) => openHere(click, () => onOpen(event.id))}
      onFocus={() => onCursor({ day, id: event.id })}
    >
      <span className={look.clock}>{say.start(event)}</span>
      <span className={`${look.title} ${classes.title}`}>{event.title}</span>
      <EventMarks event={event} seen={seen} />
      <Unseen event={event} seen={seen} more={say.who(event)} />
    </a>
  );
});
