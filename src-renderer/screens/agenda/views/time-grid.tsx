// biome-ignore-all lint/a11y/useSemanticElements: a fieldset is for forms
import { DndContext } from '@dnd-kit/core';
import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { clockText, localOf } from '../../../../src-main/words/when.ts';
import { useNow } from '../../../components/when.tsx';
import { useWords } from '../../../words/words.tsx';
import type { GridColumn } from './grid-column.ts';
import { GridEvent } from './grid-event.tsx';
import { type LaidColumn, layOut, openingOf } from './grid-layout.ts';
import { nearestStop, type Stop } from './grid-stops.ts';
import { HiddenMark } from './hidden-mark.tsx';
import { clockAt, minuteOfDay } from './local-time.ts';
import type { Moving } from './moving.ts';
import { movingByKey } from './moving-keys.ts';
import { openHere } from './open-here.ts';
import { type Placed, partsOf } from './placing.ts';
import { useSayGlance } from './say-glance.tsx';
import classes from './time-grid.module.css';
import { useGridDrag } from './use-grid-drag.ts';
import { useGridSize } from './use-grid-size.ts';
import { useOpening } from './use-opening.ts';

interface TimeGridProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  /** Columns are days, so that moving aside means another day; else they are leaders. */
  readonly byDay: boolean;
  readonly write: boolean;
  readonly onOpen: (id: string) => void;
  /** A day is to be seen with all its events. */
  readonly onDay: (day: string) => void;
  /** `2025-11-20T09:00`, and in which column. */
  readonly onNew: (start: string, column: string) => void;
  /** The arrows went over an edge: the span before (-1) or after. */
  readonly onEdge: (way: 1 | -1) => void;
  readonly moving: Moving | null;
  readonly onMoving: (moving: Moving | null) => void;
  readonly onLand: (moving: Moving) => void;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

interface Cursor {
  readonly column: number;
  readonly minute: number;
  /** An event rather than a free half hour. */
  readonly id: string | null;
}

/**
 * Hours from top to bottom beside columns of events. One tab stop: arrows lead from event to event and through free half hours,
 * Enter opens, Alt with arrows moves. A screen reader hears each column as a list in order of time.
 */
export function TimeGrid(props: TimeGridProps) {
  const { label, columns, byDay, write, onOpen, onDay, onNew, onEdge, moving, onMoving, onLand } = props;
  const w = useWords();
  const say = useSayGlance();
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const focusNext = useRef(false);
  const drag = useGridDrag({ body, columns, byDay, onMoving, onLand });

  const size = useGridSize(body, columns.length);
  const width = size?.width ?? null;
  const laid = useMemo(() => columns.map((column) => layOut(column, say.zone, width)), [columns, say.zone, width]);
  const isAnyLong = laid.some(({ long }) => long.length > 0);
  const now = useNow();
  const minuteNow = minuteOfDay(localOf(now, say.zone));

  const opening = useMemo(() => openingOf(laid.slice(0, size?.inSight)), [laid, size?.inSight]);
  useOpening(scroller, body, opening.from, `${columns[0]?.day} ${columns.length}`);

  /** Where the one tab stop is: the cursor as far as it still exists, else the first event. */
  const at = useMemo((): Cursor => {
    if (cursor && cursor.column < laid.length) {
      if (cursor.id === null) return cursor;
      const here = laid[cursor.column]?.stops ?? [];
      if (here.some((stop) => stop.kind === 'event' && stop.id === cursor.id)) return cursor;
      const crowd = laid[cursor.column]?.crowds.find(({ events }) => events.includes(cursor.id ?? ''));
      if (crowd) return { ...cursor, id: crowd.id };
      const elsewhere = laid.findIndex(({ shown }) => shown.some((one) => one.event.id === cursor.id));
      if (elsewhere >= 0) return { ...cursor, column: elsewhere };
      return { ...cursor, id: null };
    }
    const preferred = columns.findIndex((column) => column.isToday);
    const order = [...(preferred >= 0 ? [preferred] : []), ...laid.keys()];
    const column = order.find((index) => (laid[index]?.shown.length ?? 0) > 0);
    const first = column === undefined ? undefined : laid[column]?.shown[0];
    return first && column !== undefined
      ? { column, minute: first.from, id: first.event.id }
      : { column: Math.max(0, preferred), minute: 9 * 60, id: null };
  }, [cursor, laid, columns]);

  useEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    const target = body.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]');
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const go = (column: number, stop: Stop | undefined) => {
    focusNext.current = true;
    setCursor({ column, minute: stop?.minute ?? at.minute, id: stop?.kind === 'event' ? stop.id : null });
  };
  const aside = (way: 1 | -1, eventsOnly: boolean) => {
    const column = at.column + way;
    if (column < 0 || column >= columns.length) {
      if (!byDay) return;
      focusNext.current = true;
      setCursor({ column: way > 0 ? 0 : columns.length - 1, minute: at.minute, id: null });
      return onEdge(way);
    }
    const stops = (laid[column]?.stops ?? []).filter((stop) => !eventsOnly || stop.kind === 'event');
    go(column, stops[nearestStop(stops, at.minute)] ?? laid[column]?.stops[0]);
  };
  const along = (way: 1 | -1, eventsOnly: boolean) => {
    const stops = (laid[at.column]?.stops ?? []).filter((stop) => !eventsOnly || stop.kind === 'event');
    const index = stops.findIndex((stop) =>
      at.id === null ? stop.kind === 'slot' && stop.minute === at.minute : stop.kind === 'event' && stop.id === at.id,
    );
    const next =
      index >= 0
        ? stops[index + way]
        : way > 0
          ? stops.find((stop) => stop.minute >= at.minute)
          : stops.findLast((stop) => stop.minute <= at.minute);
    if (next) go(at.column, next);
  };
  const event = at.id === null ? undefined : laid[at.column]?.shown.find((one) => one.event.id === at.id)?.event;
  const crowd = at.id === null ? undefined : laid[at.column]?.crowds.find(({ id }) => id === at.id);
  const slot = () => onNew(`${columns[at.column]?.day}T${clockAt(at.minute)}`, columns[at.column]?.key ?? '');

  /** Shows what a mark counts: all of it where that fits, and the focus on the first. */
  const showHidden = (column: number, parts: readonly Placed[]) => {
    const window = scroller.current;
    const day = body.current;
    const [first] = parts;
    if (!window || !day || !first) return;
    const minute = day.offsetHeight / 1440;
    const room = window.clientHeight - day.offsetTop;
    const last = Math.max(...parts.map((part) => Math.min(part.to, part.from + 60)));
    const up = first.from * minute - 8;
    window.scrollTop = window.scrollTop > up ? up : Math.min(up, last * minute - room + 32);
    go(column, { kind: 'event', id: first.event.id, minute: first.from });
  };
  const onKeyDown = (key: KeyboardEvent) => {
    if ((key.target as HTMLElement).hasAttribute('data-way')) return;
    if (key.ctrlKey || key.metaKey) return;
    const target = moving?.by === 'keys' ? moving.event : event;
    const column = columns[at.column]?.key ?? '';
    const step = write && target ? movingByKey(key, { event: target, moving, byDay, column, columns }) : null;
    if (step) {
      if (step.kind === 'land' && moving) onLand(moving);
      else if (step.kind === 'moving') onMoving(step.moving);
      else onMoving(null);
    } else if (key.altKey || moving?.by === 'keys') return;
    else if (key.key === 'ArrowDown') along(1, false);
    else if (key.key === 'ArrowUp') along(-1, false);
    else if (key.key === 'j') along(1, true);
    else if (key.key === 'k') along(-1, true);
    else if (key.key === 'ArrowRight') aside(1, false);
    else if (key.key === 'ArrowLeft') aside(-1, false);
    else if (key.key === 'Home') go(at.column, laid[at.column]?.stops[0]);
    else if (key.key === 'End') go(at.column, laid[at.column]?.stops.at(-1));
    else if (key.key === 'Enter' && event) onOpen(event.id);
    else if (key.key === 'Enter' && crowd) onDay(columns[at.column]?.day ?? '');
    else if (write && (key.key === 'n' || (key.key === 'Enter' && !event))) slot();
    else return;
    key.preventDefault();
    key.stopPropagation();
  };

  const ghosts = moving
    ? columns.map((column) =>
        moving.toColumn !== undefined && moving.toColumn !== column.key
          ? []
          : partsOf({ ...moving.event, ...moving.times }, say.zone).filter((part) => part.day === column.day),
      )
    : [];

  return (
    <DndContext {...drag.context}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the columns hear the keys of what has the focus in them */}
      <div
        ref={scroller}
        className={classes.scroller}
        data-columns={columns.length}
        data-leaders={!byDay || undefined}
        style={{ '--columns': columns.length, '--need': needOf(opening) } as React.CSSProperties}
        onKeyDown={onKeyDown}
        onBlur={(blur) => {
          const to = blur.relatedTarget as Element | null;
          if (moving?.by !== 'keys' || blur.currentTarget.contains(to) || to?.closest('[role="dialog"]')) return;
          onMoving(null);
        }}
      >
        <div className={classes.grid} role="group" aria-label={label}>
          <div
            className={classes.heads}
            data-bare={(!isAnyLong && columns.every(({ head }) => head === null)) || undefined}
          >
            <div className={classes.corner} aria-hidden />
            {columns.map((column, index) => (
              <div key={column.key} className={classes.head} data-today={column.isToday || undefined}>
                {column.head}
                <HiddenMark
                  way="earlier"
                  laid={laid[index] ?? nothing}
                  where={column.label}
                  {...{ scroller, body }}
                  onGo={(parts) => showHidden(index, parts)}
                />
                {isAnyLong ? (
                  <ul className={classes.long}>
                    {laid[index]?.long.map((long) => (
                      <li key={long.id}>
                        <a
                          href={`/agenda/${long.id}`}
                          data-state={long.state}
                          className={classes.longEvent}
                          onClick={(click) => openHere(click, () => onOpen(long.id))}
                          aria-label={say.all(long)}
                        >
                          {long.title}
                        </a>
                      </li>
                    ))}
                  </ul>
                ) : null}
              </div>
            ))}
          </div>
          <div className={classes.body} ref={body}>
            <div className={classes.hours} aria-hidden>
              {HOURS.map((hour) => (
                <span key={hour}>{hour === 0 ? '' : clockText(clockAt(hour * 60), say.language)}</span>
              ))}
            </div>
            {columns.map((column, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
              <div
                key={column.key}
                className={classes.column}
                role="group"
                aria-label={`${column.label}: ${w.agenda.count(column.events.length)}`}
                data-today={column.isToday || undefined}
                data-column={column.key}
                onClick={(click) => {
                  if (!write || click.target !== click.currentTarget) return;
                  const box = click.currentTarget.getBoundingClientRect();
                  const minute = Math.floor(((click.clientY - box.top) / box.height) * 48) * 30;
                  focusNext.current = true;
                  setCursor({ column: index, minute, id: null });
                }}
              >
                {laid[index]?.crowds.map((one) => (
                  <button
                    key={one.id}
                    type="button"
                    className={classes.crowd}
                    data-row={(at.column === index && at.id === one.id) || undefined}
                    tabIndex={at.column === index && at.id === one.id ? 0 : -1}
                    style={{ '--from': one.from / 60, '--hours': (one.to - one.from) / 60 } as React.CSSProperties}
                    onClick={() => onDay(column.day)}
                    onFocus={() => setCursor({ column: index, minute: one.from, id: one.id })}
                  >
                    {w.views.moreBeside(one.events.length)}
                    <span className="k-unseen"> {w.views.moreOf(column.label)}</span>
                  </button>
                ))}
                {laid[index]?.shown.map((part, order) => (
                  <GridEvent
                    key={part.event.id}
                    part={part}
                    lane={laid[index]?.lanes[order] ?? alone}
                    hour={size?.hour ?? 48}
                    isBeside={laid[index]?.isBeside[order] ?? false}
                    column={column.key}
                    isStop={at.column === index && at.id === part.event.id}
                    isMoving={moving?.event.id === part.event.id}
                    write={write}
                    aside={column.aside?.(part.event) ?? null}
                    onOpen={onOpen}
                    onFocus={() => setCursor({ column: index, minute: part.from, id: part.event.id })}
                  />
                ))}
                {at.column === index && at.id === null ? (
                  <button
                    type="button"
                    data-row
                    tabIndex={0}
                    className={classes.slot}
                    style={{ '--from': at.minute / 60 } as React.CSSProperties}
                    onClick={() => (write ? slot() : undefined)}
                    onFocus={() => setCursor(at)}
                    aria-label={
                      write
                        ? w.views.slotNew(column.label, clockText(clockAt(at.minute), say.language))
                        : w.views.slotFree(column.label, clockText(clockAt(at.minute), say.language))
                    }
                  >
                    {write ? <IconPlus size={14} stroke={2} aria-hidden /> : null}
                    {clockText(clockAt(at.minute), say.language)}
                  </button>
                ) : null}
                {ghosts[index]?.map((part) => (
                  <Ghost key={part.day} part={part} />
                ))}
                {column.isToday ? (
                  <div
                    className={classes.now}
                    style={{ '--from': minuteNow / 60 } as React.CSSProperties}
                    data-first={index === 0 || undefined}
                    aria-hidden
                  />
                ) : null}
              </div>
            ))}
            {columns.some((column) => column.isToday) ? (
              <div className={classes.nowClock} style={{ '--from': minuteNow / 60 } as React.CSSProperties} aria-hidden>
                {clockText(clockAt(minuteNow), say.language)}
              </div>
            ) : null}
          </div>
          <div className={classes.feet}>
            <span />
            {columns.map((column, index) => (
              <div key={column.key}>
                <HiddenMark
                  way="later"
                  laid={laid[index] ?? nothing}
                  where={column.label}
                  {...{ scroller, body }}
                  onGo={(parts) => showHidden(index, parts)}
                />
              </div>
            ))}
          </div>
        </div>
      </div>
    </DndContext>
  );
}

const nothing: LaidColumn = { parts: [], shown: [], lanes: [], isBeside: [], crowds: [], stops: [], long: [] };

/** Hours that the window should hold: the office day, or a little more where something stands before or after it. */
function needOf({ from, to }: { from: number; to: number }): number {
  return Math.max(10.4, (to - from) / 60 + 0.4);
}

const alone = { lane: 0, lanes: 1, wide: 1 };

/** Where the event would stand. */
function Ghost({ part }: { readonly part: Placed }) {
  const say = useSayGlance();
  return (
    <div
      className={classes.ghost}
      style={{ '--from': part.from / 60, '--hours': (part.to - part.from) / 60 } as React.CSSProperties}
      aria-hidden
    >
      <strong>{say.range(part.event)}</strong> {part.event.title}
    </div>
  );
}
