import type { ReactNode } from 'react';
import classes from './share.module.css';

interface PanelProps {
  /** What is done with it; in sight however long the rest is. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** One form of sharing: what it says scrolls, what is done with it stands below and stays there. */
export function Panel({ foot, children }: PanelProps) {
  return (
    <>
      <div className={classes.middle}>{children}</div>
      {foot ? <div className={classes.foot}>{foot}</div> : null}
    </>
  );
}
