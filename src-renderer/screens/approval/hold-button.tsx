import { IconCheck } from '@tabler/icons-react';
import { type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../words/words.tsx';
import classes from './hold-button.module.css';

/** How long the thumb stays down. */
const HOLD = 600;
/** After a first press by keyboard the second is waited for so long. */
const ARMED = 6000;

interface HoldButtonProps {
  readonly children: string;
  readonly onHeld: () => void;
  readonly busy?: boolean;
  readonly disabled?: boolean;
}

/**
 * An act that a slip of the thumb must not do: held for 0.6 s; by keyboard or screen reader pressed, and pressed once more when it asks.
 */
export function HoldButton({ children, onHeld, busy = false, disabled = false }: HoldButtonProps) {
  const w = useWords().approval;
  const hint = useId();
  const [state, setState] = useState<'idle' | 'holding' | 'armed' | 'short'>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const still = disabled || busy;

  useEffect(() => () => clearTimeout(timer.current), []);
  const rest = (next: 'idle' | 'armed' | 'short', after: number) => {
    clearTimeout(timer.current);
    setState(next);
    if (next !== 'idle') timer.current = setTimeout(() => setState('idle'), after);
  };
  const begin = () => {
    if (still) return;
    clearTimeout(timer.current);
    setState('holding');
    timer.current = setTimeout(() => {
      setState('idle');
      navigator.vibrate?.(30);
      onHeld();
    }, HOLD);
  };
  const letGo = () => {
    if (state === 'holding') rest('short', 2500);
  };
  const press = (event: MouseEvent) => {
    // A click without a pointer comes from a key or a screen reader; the one after a pointer is part of the holding.
    if (event.detail !== 0 || still) return;
    if (state === 'armed') {
      rest('idle', 0);
      onHeld();
    } else rest('armed', ARMED);
  };
  const said = state === 'armed' ? w.pressAgain : state === 'short' ? w.holdLonger : '';
  return (
    <div className={classes.place}>
      <button
        type="button"
        className={classes.hold}
        data-state={state}
        aria-describedby={hint}
        aria-disabled={still || undefined}
        data-primary
        onPointerDown={(event) => event.button === 0 && begin()}
        onPointerUp={letGo}
        onPointerLeave={letGo}
        onPointerCancel={() => rest('idle', 0)}
        onContextMenu={(event) => event.preventDefault()}
        onClick={press}
      >
        <span className={classes.fill} aria-hidden />
        <span className={classes.word}>
          <IconCheck size={20} stroke={2.2} aria-hidden />
          {state === 'armed' ? w.pressAgain : children}
        </span>
      </button>
      <span id={hint} className="k-unseen">
        {w.holdHint}
      </span>
      <span role="status" className={said === '' || state === 'armed' ? 'k-unseen' : classes.said}>
        {said}
      </span>
    </div>
  );
}
