import type { ReactNode } from 'react';
import type { Tone } from '../theme/tones.ts';
import classes from './tone-box.module.css';

interface ToneBoxProps {
  /** Amber waits for a person, red needs help (theme/tones.ts). */
  readonly tone: Extract<Tone, 'amber' | 'red'>;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  /** A button that mends it. */
  readonly act?: ReactNode;
}

/** Words that stand out where they belong, with a sign before them. Whether they are an alert, who renders it says around it. */
export function ToneBox({ tone, icon, children, act }: ToneBoxProps) {
  return (
    <div className={classes.box} data-tone={tone}>
      {icon}
      <span>{children}</span>
      {act}
    </div>
  );
}
