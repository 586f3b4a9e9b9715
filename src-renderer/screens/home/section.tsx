import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isLineDown } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import classes from './home.module.css';

interface SectionProps {
  readonly title: string;
  /** Shown beside the title when it is not zero. */
  readonly count?: number | undefined;
  readonly more?: { readonly to: string; readonly word: string };
  readonly children: ReactNode;
}

/** A part of Beranda: what it is, how many, where the rest is. */
export function Section({ title, count, more, children }: SectionProps) {
  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <h2>{title}</h2>
        {count ? <span className={classes.count}>{count}</span> : null}
        {more ? (
          <Link to={more.to as '/'} className={classes.more}>
            {more.word}
          </Link>
        ) : null}
      </div>
      {children}
    </section>
  );
}

/**
 * Why a part that hides when it is empty could not be looked at: nothing there must not look like nothing to do. A broken line is
 * said once for the whole page, by the house.
 */
export function Unseen({ error }: { readonly error: unknown }) {
  return isLineDown(error) ? null : <Problem error={error} />;
}
