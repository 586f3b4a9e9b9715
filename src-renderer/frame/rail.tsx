import { Tooltip, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWaiting } from '../screens/waiting.ts';
import { useWords } from '../words/words.tsx';
import { KulkulMark } from './kulkul-mark.tsx';
import classes from './rail.module.css';
import { useOffice } from './session.tsx';
import { useIsWithin } from './use-is-within.ts';
import { useModules } from './use-modules.ts';

/** The left rail: only what exists, a number only when something waits for this person. */
export function Rail() {
  const w = useWords();
  const office = useOffice();
  const modules = useModules();
  const waiting = useWaiting();
  const isWithin = useIsWithin();
  const [narrow, setNarrow] = useLocalStorage({ key: 'kulkul.rail', defaultValue: false });
  return (
    <nav className={classes.rail} data-narrow={narrow || undefined} aria-label={w.frame.modules}>
      <div className={classes.head}>
        <KulkulMark />
        <span className={classes.office}>
          <span className={classes.name}>{w.frame.appName}</span>
          <span className={classes.unit} title={office.unit}>
            {office.unit}
          </span>
        </span>
      </div>
      <ul className={classes.list}>
        {modules.map((module) => {
          const count = waiting[module.path] ?? 0;
          return (
            <li key={module.path} data-last={module.path === '/pengaturan' || undefined}>
              <Tooltip label={module.name(w)} position="right" disabled={!narrow} openDelay={200}>
                <Link
                  to={module.path as '/'}
                  activeOptions={{ exact: module.path === '/' }}
                  className={classes.entry}
                  {...(isWithin(module.path) ? ({ 'data-active': true } as object) : {})}
                  activeProps={{ 'data-active': true, 'aria-current': 'page' } as object}
                >
                  <module.icon size={20} stroke={1.6} aria-hidden />
                  <span className={classes.word}>{module.name(w)}</span>
                  {count > 0 ? (
                    <span className={classes.count}>
                      <span aria-hidden>{count}</span>
                      <span className="k-unseen">{w.frame.waiting(count)}</span>
                    </span>
                  ) : null}
                </Link>
              </Tooltip>
            </li>
          );
        })}
      </ul>
      <UnstyledButton
        className={classes.fold}
        aria-label={narrow ? w.frame.expandRail : w.frame.collapseRail}
        aria-expanded={!narrow}
        onClick={() => setNarrow(!narrow)}
      >
        {narrow ? (
          <IconLayoutSidebarLeftExpand size={20} stroke={1.6} aria-hidden />
        ) : (
          <IconLayoutSidebarLeftCollapse size={20} stroke={1.6} aria-hidden />
        )}
        <span className={classes.word}>{w.frame.collapseRail}</span>
      </UnstyledButton>
    </nav>
  );
}
