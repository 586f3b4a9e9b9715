import { Button } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useWords } from '../words/words.tsx';
import { Problem } from './problem.tsx';
import classes from './undo.module.css';

interface Done {
  /** What was done: `Rapat Paripurna dibatalkan`. */
  readonly words: string;
  readonly undo: () => Promise<unknown>;
  /** What one may want to do with it next: *Bagikan perubahan*. */
  readonly also?: { readonly words: string; readonly act: () => void };
}

const Offer = createContext<(done: Done) => void>(() => {});

/** How long the offer stands, in milliseconds; it waits while the pointer or the focus is on it. */
const STANDS = 10_000;

/** The place where undo is offered; one at a time, the newest. It carries acts, never errors away. */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const w = useWords();
  const [done, setDone] = useState<Done | null>(null);
  const [held, setHeld] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const offer = useCallback((next: Done) => {
    setError(null);
    setDone(next);
  }, []);
  useEffect(() => {
    if (!done || held || error) return;
    const timer = setTimeout(() => setDone(null), STANDS);
    return () => clearTimeout(timer);
  }, [done, held, error]);
  const undo = async () => {
    try {
      await done?.undo();
      setDone(null);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <Offer value={offer}>
      {children}
      <div
        role="status"
        className={classes.place}
        onMouseEnter={() => setHeld(true)}
        onMouseLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        {done ? (
          <div className={classes.notice}>
            <span className={classes.words}>{done.words}</span>
            <Button size="xs" variant="white" onClick={() => void undo()}>
              {w.frame.undo}
            </Button>
            {done.also ? (
              <Button
                size="xs"
                variant="transparent"
                c="inherit"
                td="underline"
                onClick={() => {
                  done.also?.act();
                  setDone(null);
                }}
              >
                {done.also.words}
              </Button>
            ) : null}
            <Button size="xs" variant="transparent" c="inherit" onClick={() => setDone(null)}>
              {w.frame.close}
            </Button>
            {error ? <Problem error={error} /> : null}
          </div>
        ) : null}
      </div>
    </Offer>
  );
}

/** `const offerUndo = useUndo(); offerUndo({ words: w.agenda.cancelled(title), undo: () => rpc.agenda.restore(...) })`. */
export function useUndo(): (done: Done) => void {
  return useContext(Offer);
}
