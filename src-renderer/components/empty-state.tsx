import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon?: TablerIcon;
  /** What is not here: `Belum ada agenda hari ini`. */
  readonly title: string;
  /** The next step, in one or two sentences. */
  readonly children?: ReactNode;
  /** Buttons that take it. */
  readonly acts?: ReactNode;
  /** For a place inside of a screen, with less room around. */
  readonly small?: boolean;
}

/** An empty place that teaches the next step. */
export function EmptyState({ icon: Icon, title, children, acts, small }: EmptyStateProps) {
  return (
    <div className={classes.empty} data-small={small || undefined}>
      {Icon ? <Icon size={small ? 24 : 36} stroke={1.3} aria-hidden className={classes.icon} /> : null}
      <p className={classes.title}>{title}</p>
      {children ? <p className={classes.words}>{children}</p> : null}
      {acts ? <div className={classes.acts}>{acts}</div> : null}
    </div>
  );
}
