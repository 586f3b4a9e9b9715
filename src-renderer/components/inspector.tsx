import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import classes from './inspector.module.css';

interface BesideProps {
  readonly children: ReactNode;
  /** An <Inspector>, or null. */
  readonly inspector: ReactNode;
}

/** Work on the left, its inspector on the right; on a narrow window the inspector follows below, on a phone it covers. */
export function Beside({ children, inspector }: BesideProps) {
  return (
    <div className={classes.beside} data-open={inspector ? true : undefined}>
      <div className={classes.work}>{children}</div>
      {inspector}
    </div>
  );
}

interface InspectorProps {
  /** Names the region for screen readers; shown as its heading unless `quiet`. */
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose?: () => void;
  readonly quiet?: boolean;
}

/** Properties, history, comments of the thing that is open. */
export function Inspector({ title, children, onClose, quiet }: InspectorProps) {
  const w = useWords();
  return (
    <aside className={classes.inspector} aria-label={title}>
      <div className={classes.head}>
        <h2 className={quiet ? 'k-unseen' : classes.title}>{title}</h2>
        {onClose ? (
          <ActionIcon aria-label={w.frame.close} onClick={onClose} ml="auto">
            <IconX size={18} stroke={1.8} aria-hidden />
          </ActionIcon>
        ) : null}
      </div>
      {children}
    </aside>
  );
}

/** Facts as a list of name and value; a fact without a value is left out. `facts={[[w.agenda.venue, event.venue], ...]}` */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false);
  return (
    <dl className={classes.facts}>
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
