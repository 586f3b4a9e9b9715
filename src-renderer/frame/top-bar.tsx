import { Kbd, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Bell } from '../screens/notices/bell.tsx';
import { useWords } from '../words/words.tsx';
import { Crumbs } from './crumbs.tsx';
import { HouseSign } from './house-sign.tsx';
import { MeMenu } from './me-menu.tsx';
import { openPalette } from './palette.tsx';
import { useSigned } from './session.tsx';
import classes from './top-bar.module.css';

interface TopBarProps {
  readonly onKeys: () => void;
  readonly onSwitch: () => void;
}

/** Where I am, search and act, the state of the house, me. */
export function TopBar({ onKeys, onSwitch }: TopBarProps) {
  const w = useWords();
  const { demo } = useSigned();
  return (
    // A region, not a banner: Mantine's dialogs bring a <header> of their own, and a page may have one banner only.
    <section className={classes.bar} aria-label={w.frame.topBar}>
      <Crumbs />
      <UnstyledButton className={classes.search} onClick={openPalette}>
        <IconSearch size={16} stroke={1.8} aria-hidden />
        <span className={classes.word}>{w.palette.open}</span>
        <Kbd size="xs" className={classes.kbd} aria-hidden>
          Ctrl K
        </Kbd>
      </UnstyledButton>
      {demo ? (
        <span className={classes.demo} title={w.frame.demoAbout}>
          {w.frame.demo}
        </span>
      ) : null}
      <HouseSign />
      <Bell />
      <MeMenu onKeys={onKeys} onSwitch={onSwitch} />
    </section>
  );
}
