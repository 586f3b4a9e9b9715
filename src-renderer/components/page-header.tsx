import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import classes from './page-header.module.css';

interface PageHeaderProps {
  readonly title: ReactNode;
  /** One line under the title: what this is or where it stands. */
  readonly about?: ReactNode;
  /** Chips that belong to the title: always on the line below it, wherever it ends. */
  readonly state?: ReactNode;
  /** Buttons; the one primary button last. */
  readonly acts?: ReactNode;
}

/** The one heading of a screen. It takes the focus when the place changes, so that screen readers say where one is. */
export function PageHeader({ title, about, state, acts }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The frame leaves the focus on the work area when the new screen was not there yet.
    if (document.activeElement?.id === 'isi') heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <h1 ref={heading} tabIndex={-1} data-page-title className={classes.title}>
          {title}
        </h1>
        {state ? <div className={classes.state}>{state}</div> : null}
        {about ? <p className={classes.about}>{about}</p> : null}
      </div>
      {acts ? <div className={classes.acts}>{acts}</div> : null}
    </header>
  );
}
