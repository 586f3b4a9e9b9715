import { Link } from '@tanstack/react-router';
import { useWaiting } from '../screens/waiting.ts';
import { useWords } from '../words/words.tsx';
import classes from './bottom-bar.module.css';
import { useIsWithin } from './use-is-within.ts';
import { splitForPhone, useModules } from './use-modules.ts';

/** On a phone: what one does on the move. The rest is reached from the menu of the person. */
export function BottomBar() {
  const w = useWords();
  const { bar: modules } = splitForPhone(useModules());
  const waiting = useWaiting();
  const isWithin = useIsWithin();
  return (
    <nav className={classes.bar} aria-label={w.frame.modules}>
      {modules.map((module) => {
        const count = waiting[module.path] ?? 0;
        return (
          <Link
            key={module.path}
            to={module.path as '/'}
            activeOptions={{ exact: module.path === '/' }}
            className={classes.entry}
            {...(isWithin(module.path) ? ({ 'data-active': true } as object) : {})}
            activeProps={{ 'data-active': true, 'aria-current': 'page' } as object}
          >
            <span className={classes.icon}>
              <module.icon size={22} stroke={1.6} aria-hidden />
              {count > 0 ? (
                <span className={classes.count}>
                  <span aria-hidden>{count}</span>
                  <span className="k-unseen">{w.frame.waiting(count)}</span>
                </span>
              ) : null}
            </span>
            <span>{module.name(w)}</span>
          </Link>
        );
      })}
    </nav>
  );
}
