import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { type PhotoRow, rowAt, rowsOf } from './photo-rows.ts';

/** Up to this many photos all of them are in the page, so that the browser's own search finds their words. */
const allUpTo = 100;
/** Height of the one line of words below a picture, and the distance to the next row. */
export const wordsHeight = 22;
const rowGap = 8;

interface Rows {
  /** All rows; empty before the first measuring. */
  readonly rows: readonly PhotoRow[];
  /** Those that are near enough to be in the page, in order. */
  readonly near: readonly number[];
  /** Of all rows together, in pixels. */
  readonly height: number;
}

/**
 * The rows of a grid of photos and those of them that are near the part one sees.
 * @param kept indices of photos whose rows stay in the page wherever one scrolls: the one with the focus, the dragged one
 */
export function useRows(
  grid: RefObject<HTMLElement | null>,
  ratios: readonly number[],
  kept: readonly number[],
  phone: boolean,
): Rows {
  const [room, setRoom] = useState({ width: 0, above: 0 });
  // how much lies above the grid changes without the grid hearing of it; looked at after each rendering, told only when it differs
  useLayoutEffect(() => {
    const element = grid.current;
    if (element === null) return;
    const scroller = scrollerOf(element);
    const measure = () => {
      const width = element.clientWidth;
      const above = Math.round(
        element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop,
      );
      setRoom((now) => (now.width === width && Math.abs(now.above - above) < 2 ? now : { width, above }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  });
  const { width } = room;
  const rows = useMemo(
    () =>
      width === 0
        ? []
        : rowsOf(ratios, { width, wish: phone ? 112 : 168, gap: phone ? 2 : 4, below: wordsHeight + rowGap }),
    [ratios, width, phone],
  );
  const all = ratios.length <= allUpTo;
  const keptRows = kept.filter((index) => index >= 0).map((index) => rowAt(rows, index));
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => (grid.current === null ? null : scrollerOf(grid.current)),
    estimateSize: (index) => (rows[index]?.height ?? 0) + wordsHeight + rowGap,
    scrollMargin: room.above,
    overscan: 4,
    rangeExtractor: (range) =>
      all
        ? rows.map((_, index) => index)
        : [...new Set([...defaultRangeExtractor(range), ...keptRows])]
            .filter((index) => index < rows.length)
            .sort((one, other) => one - other),
  });
  // the library keeps the sizes it has asked for
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other rows it has to ask again
  useLayoutEffect(() => virtualizer.measure(), [rows, virtualizer]);
  const last = rows.at(-1);
  return {
    rows,
    near: virtualizer.getVirtualItems().map((item) => item.index),
    height: last === undefined ? 0 : last.top + last.height + wordsHeight,
  };
}

/** What scrolls around it. */
function scrollerOf(element: HTMLElement): HTMLElement {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent);
    if (overflowY === 'auto' || overflowY === 'scroll') return parent;
  }
  return document.documentElement;
}
