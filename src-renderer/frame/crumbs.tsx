import { Link, useMatches } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useWords } from '../words/words.tsx';
import classes from './crumbs.module.css';

interface Crumb {
  readonly to: string | null;
  readonly word: string;
}

const SetOwn = createContext<(word: string | null) => void>(() => {});
const Own = createContext<string | null>(null);

export function CrumbProvider({ children }: { readonly children: ReactNode }) {
  const [own, setOwn] = useState<string | null>(null);
  return (
    <SetOwn value={setOwn}>
      <Own value={own}>{children}</Own>
    </SetOwn>
  );
}

/** Names the thing a screen shows, as the last crumb and in the window's title: `useCrumb(event.title)`. */
export function useCrumb(word: string | null | undefined): void {
  const set = useContext(SetOwn);
  useEffect(() => {
    set(word ?? null);
    return () => set(null);
  }, [word, set]);
}

/** Where I am. */
export function useCrumbs(): readonly Crumb[] {
  const w = useWords();
  const own = useContext(Own);
  const matches = useMatches();
  return useMemo(() => {
    const crumbs: Crumb[] = [];
    const here = matches.at(-1)?.id;
    for (const match of matches) {
      const { above, crumb } = match.staticData;
      if (above) crumbs.push({ to: above.to, word: above.crumb(w) });
      const word = crumb?.(w);
      // The place itself leads nowhere: one is there.
      const to = match.id === here && own ? null : match.pathname;
      if (word !== undefined && crumbs.at(-1)?.word !== word) crumbs.push({ to, word });
    }
    if (own) crumbs.push({ to: null, word: own });
    return crumbs;
  }, [matches, own, w]);
}

export function Crumbs() {
  const w = useWords();
  const crumbs = useCrumbs();
  useEffect(() => {
    document.title = [...crumbs.map((crumb) => crumb.word).reverse(), 'Kulkul'].join(' · ');
  }, [crumbs]);
  return (
    <nav aria-label={w.frame.youAreHere} className={classes.crumbs}>
      <ol>
        {crumbs.map((crumb, index) => {
          const last = index === crumbs.length - 1;
          return (
            <li key={`${crumb.to}${crumb.word}`}>
              {last || crumb.to === null ? (
                <span aria-current={last ? 'page' : undefined}>{crumb.word}</span>
              ) : (
                <Link to={crumb.to as '/'}>{crumb.word}</Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
