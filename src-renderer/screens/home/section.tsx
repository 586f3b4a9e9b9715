import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { isLineDown } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import classes from './home.module.css';

interface SectionProps {
  readonly title: string;
  /** Shown beside the title when it is not zero. */
  readonly count?: number | undefined;
  readonly more?: { readonly to: string; readonly word: string };
  /** What a phone says of it in one line, until a press opens it: there the day itself must stand on the first screen. */
  readonly folded?: string | undefined;
  readonly children: ReactNode;
}

/** A part of Beranda: what it is, how many, where the rest is. */
export function Section({ title, count, more, folded, children }: SectionProps) {
  const phone = useMediaQuery('(max-width: 600px)', false, { getInitialValueInEffect: false });
  const [open, setOpen] = useState(false);
  if (folded !== undefined && phone)
    return (
      <section className={classes.section} data-folded={!open || undefined}>
        <h2 className={classes.fold}>
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            <span className={classes.foldTitle}>
              {title}
              {count ? <span className={classes.count}>{count}</span> : null}
            </span>
            {open ? null : <span className={classes.foldWords}>{folded}</span>}
            <IconChevronDown size={18} stroke={1.8} aria-hidden />
          </button>
        </h2>
        {open ? children : null}
      </section>
    );
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
