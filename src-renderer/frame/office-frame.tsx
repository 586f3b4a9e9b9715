import { useDisclosure } from '@mantine/hooks';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { UndoProvider } from '../components/undo.tsx';
import { useDeviceNotices } from '../screens/notices/device-notices.ts';
import { UploadDock } from '../screens/photos/uploads/upload-dock.tsx';
import { useWords } from '../words/words.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { CrumbProvider } from './crumbs.tsx';
import { focusHeading } from './focus-heading.ts';
import { HouseBanner } from './house-banner.tsx';
import { useKeys } from './keys.ts';
import { KeysSheet } from './keys-sheet.tsx';
import classes from './office-frame.module.css';
import { openPalette, Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { useSavedNote } from './saved-note.ts';
import { SwitchPerson } from './switch-person.tsx';
import { TopBar } from './top-bar.tsx';
import { useUnsentTexts } from './use-unsent-texts.ts';

/** Rail, top bar and work area around every screen. */
export function OfficeFrame({ children }: { readonly children: ReactNode }) {
  const w = useWords();
  const { pathname } = useLocation();
  const [keys, { open: openKeys, close: closeKeys }] = useDisclosure(false);
  const [switching, { open: openSwitch, close: closeSwitch }] = useDisclosure(false);
  const [note, setNote] = useState<string | null>(null);
  const savedNote = useSavedNote();
  const work = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useUnsentTexts();
  useDeviceNotices();

  // After a change of place the heading of the new screen has the focus, so that keyboard and screen reader start there.
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    return focusHeading(() => work.current);
  }, [pathname]);

  useKeys({
    onHelp: openKeys,
    onSearch: openPalette,
    onSwitch: openSwitch,
    onSave: () => setNote(savedNote()),
  });
  useEffect(() => {
    if (note === null) return;
    const timer = setTimeout(() => setNote(null), 4000);
    return () => clearTimeout(timer);
  }, [note]);

  return (
    <UndoProvider>
      <CrumbProvider>
        <div className={classes.frame}>
          <button type="button" className={`${classes.skip} k-unseen`} onClick={() => work.current?.focus()}>
            {w.frame.skipToWork}
          </button>
          <Rail />
          <div className={classes.right}>
            <TopBar onKeys={openKeys} onSwitch={openSwitch} />
            <HouseBanner note={note} />
            <main id="isi" ref={work} tabIndex={-1} className={classes.work}>
              {children}
            </main>
            <BottomBar />
          </div>
          <UploadDock />
        </div>
        <Palette onKeys={openKeys} onSwitch={openSwitch} />
        <KeysSheet opened={keys} onClose={closeKeys} />
        <SwitchPerson opened={switching} onClose={closeSwitch} />
      </CrumbProvider>
    </UndoProvider>
  );
}
