import { type RefObject, useLayoutEffect, useState } from 'react';

/** Pixels. */
export interface GridSize {
  /** Width of a column. */
  readonly width: number;
  /** Height of an hour. */
  readonly hour: number;
  /** Columns that are seen without scrolling aside. */
  readonly inSight: number;
}

/** How large a time grid of so many columns is drawn; null before it is. */
export function useGridSize(body: RefObject<HTMLElement | null>, columns: number): GridSize | null {
  const [size, setSize] = useState<GridSize | null>(null);
  useLayoutEffect(() => {
    const grid = body.current;
    if (!grid) return;
    const measure = () => {
      const width = grid.querySelector<HTMLElement>('[data-column]')?.clientWidth ?? 0;
      const hour = grid.offsetHeight / 24;
      const seen = (grid.closest('[data-columns]')?.clientWidth ?? 0) - (grid.clientWidth - width * columns);
      const inSight = Math.max(1, Math.floor(seen / Math.max(1, width)));
      setSize((before) =>
        before?.width === width && before.hour === hour && before.inSight === inSight
          ? before
          : { width, hour, inSight },
      );
    };
    measure();
    const sized = new ResizeObserver(measure);
    sized.observe(grid);
    return () => sized.disconnect();
  }, [body, columns]);
  return size;
}
