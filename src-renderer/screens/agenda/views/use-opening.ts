import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Scrolls a time grid to the minute it opens at. Another span, or events that come later, open it anew, unless the person has scrolled
 * or works in it.
 * @param span names the days that are shown
 */
export function useOpening(
  scroller: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
  minute: number,
  span: string,
): void {
  const placed = useRef<{ span: string; top: number } | null>(null);
  useLayoutEffect(() => {
    const window = scroller.current;
    const height = body.current?.offsetHeight ?? 0;
    if (!window) return;
    const before = placed.current;
    const isTouched = before !== null && Math.abs(window.scrollTop - before.top) > 2;
    if (isTouched || (before?.span === span && window.contains(document.activeElement))) return;
    window.scrollTop = (height / 1440) * minute - 8;
    placed.current = { span, top: window.scrollTop };
  }, [scroller, body, minute, span]);
}
