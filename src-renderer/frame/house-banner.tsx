import { IconCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useHouse } from '../house.ts';
import { useWords } from '../words/words.tsx';
import classes from './house-banner.module.css';

/** Says, in answer to Ctrl+S, what is saved; and when the core is away and what is safe. Shown after a second, so that a blink of the line disturbs nobody. */
export function HouseBanner({ note }: { readonly note: string | null }) {
  const w = useWords();
  const house = useHouse();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (house === 'well') {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), house === 'down' ? 1000 : 0);
    return () => clearTimeout(timer);
  }, [house]);
  return (
    <div role="status" aria-live="polite">
      {shown && house !== 'well' ? (
        <p className={classes.banner} data-bad={house === 'failed' || undefined}>
          <IconPlugConnectedX size={18} stroke={1.8} aria-hidden />
          {w.frame[house]}
        </p>
      ) : note ? (
        <p className={classes.banner} data-calm>
          <IconCheck size={18} stroke={1.8} aria-hidden />
          {note}
        </p>
      ) : null}
    </div>
  );
}
