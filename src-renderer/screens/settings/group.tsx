import type { ReactNode } from 'react';
import classes from './settings.module.css';

interface GroupProps {
  readonly title: string;
  readonly about?: ReactNode;
  readonly children: ReactNode;
}

/** A group of settings: a name, a line of explanation, its fields. */
export function Group({ title, about, children }: GroupProps) {
  return (
    <section className={classes.group} aria-label={title}>
      <h2 className={classes.groupTitle}>{title}</h2>
      {about ? <p className={classes.groupAbout}>{about}</p> : null}
      {children}
    </section>
  );
}
