import type { EventGlance } from '../../../../src-main/contract/agenda-span.ts';
import { DAY, STEP } from './local-time.ts';
import { isMoved, type Moving } from './moving.ts';
import { movedBy, resizedBy, type Times } from './times.ts';

interface Place {
  readonly event: EventGlance;
  readonly moving: Moving | null;
  /** Left and right are days; else columns. */
  readonly byDay: boolean;
  readonly column?: string;
  readonly columns?: readonly { readonly key: string }[];
  /** A step up or down is a week instead of a quarter of an hour. */
  readonly byWeek?: boolean;
}

type Step =
  | { readonly kind: 'moving'; readonly moving: Moving }
  | { readonly kind: 'land' }
  | { readonly kind: 'cancel' };

/**
 * What a key means for an event that has the focus: Alt with arrows begins to move it and goes on, M only begins; then arrows move,
 * Shift with them changes its length, Enter lands, Esc gives up. Null where the key has nothing to do with moving.
 */
export function movingByKey(
  key: { readonly key: string; readonly altKey: boolean; readonly shiftKey: boolean },
  { event, moving, byDay, column, columns, byWeek }: Place,
): Step | null {
  const under = moving?.by === 'keys' ? moving : null;
  if (!under && key.key.toLowerCase() === 'm' && !key.altKey && !key.shiftKey)
    return { kind: 'moving', moving: begin(event, byDay, column) };
  if (under && key.key === 'Escape') return { kind: 'cancel' };
  if (under && key.key === 'Enter') return isMoved(under) ? { kind: 'land' } : { kind: 'cancel' };
  if (!under && !key.altKey) return null;
  const now = under ?? begin(event, byDay, column);
  const to = (times: Times): Step => ({ kind: 'moving', moving: { ...now, times } });
  const way = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key.key];
  if (way === undefined) return null;
  const isAside = key.key === 'ArrowLeft' || key.key === 'ArrowRight';
  if (key.shiftKey) return isAside ? null : to(resizedBy(now.times, way * STEP));
  if (!isAside) return to(movedBy(now.times, way * (byWeek ? 7 * DAY : STEP)));
  if (byDay) return to(movedBy(now.times, way * DAY));
  const index = (columns ?? []).findIndex((one) => one.key === now.toColumn);
  const next = columns?.[index + way];
  return next ? { kind: 'moving', moving: { ...now, toColumn: next.key } } : to(now.times);
}

function begin(event: EventGlance, byDay: boolean, column: string | undefined): Moving {
  const times = { start: event.start, end: event.end, openEnd: event.openEnd };
  return { event, times, by: 'keys', ...(byDay ? {} : { fromColumn: column, toColumn: column }) };
}
