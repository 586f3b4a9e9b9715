import {
  type DndContextProps,
  type DragMoveEvent,
  type DragStartEvent,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type RefObject, useRef } from 'react';
import type { EventGlance } from '../../../../src-main/contract/agenda-span.ts';
import type { GridColumn } from './grid-column.ts';
import { DAY, daysBetween, minuteOfDay, snapped } from './local-time.ts';
import { isMoved, type Moving } from './moving.ts';
import { movedBy, resizedBy } from './times.ts';

/** What is held: the event itself, or its end. */
export interface Dragged {
  readonly event: EventGlance;
  readonly column: string;
  readonly how: 'move' | 'resize';
}

interface GridDrag {
  readonly body: RefObject<HTMLElement | null>;
  readonly columns: readonly GridColumn[];
  readonly byDay: boolean;
  readonly onMoving: (moving: Moving | null) => void;
  readonly onLand: (moving: Moving) => void;
}

/** A finger that rests this long takes hold; shorter it scrolls. */
const LONG_PRESS = { delay: 280, tolerance: 8 };

/** Said by our own live region, in the language of the page. */
export const SILENT: NonNullable<DndContextProps['accessibility']> = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
  screenReaderInstructions: { draggable: '' },
};

/** Mouse after a few pixels, finger after a long press; Esc gives up. */
export function useDragSensors() {
  return useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: LONG_PRESS }),
  );
}

/** Dragging in a time grid: up and down in steps of a quarter of an hour, aside to another column. */
export function useGridDrag({ body, columns, byDay, onMoving, onLand }: GridDrag) {
  const sensors = useDragSensors();
  const latest = useRef<Moving | null>(null);
  /** Height of a day in pixels, when the drag began. */
  const day = useRef(0);

  const follow = ({ active, delta, activatorEvent }: DragMoveEvent) => {
    const { event, column, how } = active.data.current as Dragged;
    const pointer = pointOf(activatorEvent);
    const minutes = snapped((delta.y / day.current) * DAY);
    const over = how === 'resize' ? column : (columnAt(body.current, pointer.x + delta.x) ?? column);
    const from = columns.find((one) => one.key === column);
    const to = columns.find((one) => one.key === over);
    const days = byDay && from && to ? daysBetween(from.day, to.day) : 0;
    // within the day it is taken to
    const begins = minuteOfDay(event.start);
    const kept = how === 'resize' ? minutes : Math.max(-begins, Math.min(DAY - 15 - begins, minutes));
    const next: Moving = {
      event,
      times: how === 'resize' ? resizedBy(event, minutes) : movedBy(event, kept + days * DAY),
      by: 'pointer',
      ...(byDay ? {} : { fromColumn: column, toColumn: over }),
    };
    if (how === 'resize' && minutes === 0) Object.assign(next, { times: event });
    if (
      JSON.stringify(next.times) === JSON.stringify(latest.current?.times) &&
      next.toColumn === latest.current?.toColumn
    )
      return;
    latest.current = next;
    onMoving(next);
  };
  const context: DndContextProps = {
    sensors,
    accessibility: SILENT,
    onDragStart: (_: DragStartEvent) => {
      day.current = body.current?.offsetHeight ?? 1;
      latest.current = null;
    },
    onDragMove: follow,
    onDragCancel: () => onMoving(null),
    onDragEnd: () => {
      const moving = latest.current;
      if (moving && isMoved(moving)) onLand(moving);
      else onMoving(null);
    },
  };
  return { context };
}

export function pointOf(event: Event): { x: number; y: number } {
  if ('touches' in event) {
    const touch = (event as TouchEvent).touches[0];
    return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
  }
  return { x: (event as MouseEvent).clientX, y: (event as MouseEvent).clientY };
}

/** The column under a point of the screen; at the sides the outermost. */
function columnAt(body: HTMLElement | null, x: number): string | null {
  const columns = [...(body?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
  const under = columns.find((column) => x < column.getBoundingClientRect().right) ?? columns.at(-1);
  return under?.dataset.column ?? null;
}
