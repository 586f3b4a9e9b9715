import type { EventGlance } from '../../../../src-main/contract/agenda-span.ts';
import type { Zone } from '../../../../src-main/contract/basics.ts';
import { type Crowded, crowdOf } from './crowd.ts';
import type { GridColumn } from './grid-column.ts';
import { type Stop, stopsOf } from './grid-stops.ts';
import { inOrder, isLong, type Placed, partsOf } from './placing.ts';

/** One column as it is drawn. */
export interface LaidColumn extends Crowded {
  /** Every part of the day, also those behind a button. */
  readonly parts: readonly Placed[];
  readonly stops: readonly Stop[];
  /** What takes a day or longer stands above the hours. */
  readonly long: readonly EventGlance[];
}

/** @param width of a column in pixels; null while it is not known */
export function layOut(column: GridColumn, zone: Zone, width: number | null): LaidColumn {
  const parts = column.events
    .filter((event) => !isLong(event))
    .flatMap((event) => partsOf(event, zone))
    .filter((part) => part.day === column.day)
    .sort(inOrder);
  const crowded = crowdOf(parts, width);
  return {
    parts,
    ...crowded,
    stops: stopsOf(parts, crowded.crowds),
    long: column.events.filter(isLong),
  };
}

/** The office day: what one sees without scrolling where nothing stands earlier or later. */
const OPENS = 7 * 60;
const CLOSES = 17 * 60;
/** Earlier than this it is night; a mark tells of what stands there. */
const EARLIEST = 4 * 60;
const LATEST = 20 * 60;

/** The minutes of the day a grid opens with: the office day, and what stands before and after it as far as people are awake. */
export function openingOf(laid: readonly LaidColumn[]): { from: number; to: number } {
  const parts = laid.flatMap((column) => column.parts);
  const begins = parts.filter((part) => !part.continued && part.from >= EARLIEST).map((part) => part.from);
  const ends = parts.map((part) => Math.min(part.to, part.from + 60)).filter((to) => to <= LATEST);
  return { from: Math.min(OPENS, ...begins), to: Math.max(CLOSES, ...ends) };
}
