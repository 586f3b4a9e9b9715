import { Link, useMatches } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useWords } from '../words/words.tsx';
import classes from './crumbs.module.css';

interface Crumb {
  readonly to: string | null;
  readonly word: string;
  /** A name somebody gave, which may be long. */
  readonly isThing?: boolean;
}

interface OwnCrumb {
  readonly word: string;
  /** Where the thing itself stands, when the screen is a place within it. */
  readonly to: string | null;
}

const SetOwn = createContext<(own: OwnCrumb | null) => void>(() => {});
const Own = createContext<OwnCrumb | null>(null);

export function CrumbProvider({ children }: { readonly children: ReactNode }) {
  const [own, setOwn] = useState<OwnCrumb | null>(null);
  return (
    <SetOwn value={setOwn}>
      <Own value={own}>{children}</Own>
    </SetOwn>
  );
}

/**
 * Names the thing a screen shows, as the last crumb and in the window's title: `useCrumb(event.title)`.
 * @param to where that thing stands, for a screen that is a place within it, such as its form: then it comes before that place
 */
export function useCrumb(word: string | null | undefined, to: string | null = null): void {
  const set = useContext(SetOwn);
  useEffect(() => {
    set(word == null ? null : { word, to });
    return () => set(null);
  }, [word, to, set]);
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
      const to = match.id === here && own && !own.to ? null : match.pathname;
      if (match.id === here && own?.to) crumbs.push({ ...own, isThing: true });
      if (word !== undefined && crumbs.at(-1)?.word !== word) crumbs.push({ to, word });
    }
    if (own && !own.to) crumbs.push(own);
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
            <li key={`${crumb.to}${crumb.word}`} data-thing={crumb.isThing}>
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
