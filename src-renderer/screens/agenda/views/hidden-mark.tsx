import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type RefObject, useCallback, useSyncExternalStore } from 'react';
import { useWords } from '../../../words/words.tsx';
import type { LaidColumn } from './grid-layout.ts';
import type { Placed } from './placing.ts';
import classes from './time-grid.module.css';

interface HiddenMarkProps {
  readonly way: 'earlier' | 'later';
  readonly laid: LaidColumn;
  /** For screen readers: which day, or whose. */
  readonly where: string;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly body: RefObject<HTMLDivElement | null>;
  readonly onGo: (parts: readonly Placed[]) => void;
}

/** So much of an event must be in sight for its hour and name to be read, in pixels. */
const READABLE = 26;

/** How many events of a column stand above or below what is seen of the day, and the way to them. */
export function HiddenMark({ way, laid, where, scroller, body, onGo }: HiddenMarkProps) {
  const w = useWords();
  const parts = laid.parts;
  const hidden = useCallback((): readonly Placed[] => {
    const window = scroller.current;
    const day = body.current;
    if (!window || !day) return [];
    const minute = day.offsetHeight / 1440;
    const top = window.scrollTop;
    const bottom = top + window.clientHeight - day.offsetTop;
    return way === 'earlier'
      ? parts.filter((part) => Math.max(part.to, part.from + 30) * minute - top < READABLE)
      : parts.filter((part) => bottom - part.from * minute < READABLE);
  }, [way, parts, scroller, body]);
  const watch = useCallback(
    (changed: () => void) => {
      const window = scroller.current;
      if (!window) return () => undefined;
      const sized = new ResizeObserver(changed);
      sized.observe(window);
      window.addEventListener('scroll', changed, { passive: true });
      return () => {
        sized.disconnect();
        window.removeEventListener('scroll', changed);
      };
    },
    [scroller],
  );
  const count = useSyncExternalStore(watch, () => hidden().length);
  if (count === 0) return null;
  const Arrow = way === 'earlier' ? IconArrowUp : IconArrowDown;
  return (
    <button type="button" className={classes.mark} data-way={way} onClick={() => onGo(hidden())}>
      <Arrow size={13} stroke={2.2} aria-hidden />
      {way === 'earlier' ? w.views.earlierHere(count) : w.views.laterHere(count)}
      <span className="k-unseen"> {w.views.hiddenOf(where)}</span>
    </button>
  );
}
