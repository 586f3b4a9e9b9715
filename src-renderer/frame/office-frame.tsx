import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { UndoProvider } from '../components/undo.tsx';
import { useWords } from '../words/words.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { CrumbProvider } from './crumbs.tsx';
import { HouseBanner } from './house-banner.tsx';
import classes from './office-frame.module.css';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

/** Rail, top bar and work area around every screen. */
export function OfficeFrame({ children }: { readonly children: ReactNode }) {
  const w = useWords();
  const { pathname } = useLocation();
  const work = useRef<HTMLElement>(null);
  const before = useRef(pathname);

  // After a change of place the heading of the new screen has the focus, so that keyboard and screen reader start there.
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    const timer = setTimeout(() => {
      const inside = work.current?.contains(document.activeElement);
      if (inside) return;
      const heading = work.current?.querySelector<HTMLElement>('[data-page-title]');
      (heading ?? work.current)?.focus({ preventScroll: true });
    }, 60);
    return () => clearTimeout(timer);
  }, [pathname]);

  return (
    <UndoProvider>
      <CrumbProvider>
        <div className={classes.frame}>
          <button type="button" className={`${classes.skip} k-unseen`} onClick={() => work.current?.focus()}>
            {w.frame.skipToWork}
          </button>
          <Rail />
          <div className={classes.right}>
            <TopBar />
            <HouseBanner />
            <main id="isi" ref={work} tabIndex={-1} className={classes.work}>
              {children}
            </main>
            <BottomBar />
          </div>
        </div>
      </CrumbProvider>
    </UndoProvider>
  );
}
