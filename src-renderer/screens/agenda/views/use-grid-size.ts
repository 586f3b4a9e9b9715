import { type RefObject, useLayoutEffect, useState } from 'react';

/** Pixels. */
export interface GridSize {
  /** Width of a column. */
  readonly width: number;
  /** Height of an hour. */
  readonly hour: number;
}

/** How large a time grid of so many columns is drawn; null before it is. */
export function useGridSize(body: RefObject<HTMLElement | null>, columns: number): GridSize | null {
  const [size, setSize] = useState<GridSize | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of columns makes each another width
  useLayoutEffect(() => {
    const grid = body.current;
    if (!grid) return;
    const measure = () => {
      const width = grid.querySelector<HTMLElement>('[data-column]')?.clientWidth ?? 0;
      const hour = grid.offsetHeight / 24;
      setSize((before) => (before?.width === width && before.hour === hour ? before : { width, hour }));
    };
    measure();
    const sized = new ResizeObserver(measure);
    sized.observe(grid);
    return () => sized.disconnect();
  }, [body, columns]);
  return size;
}
