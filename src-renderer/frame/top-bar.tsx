import { Crumbs } from './crumbs.tsx';
import { HouseSign } from './house-sign.tsx';
import { MeMenu } from './me-menu.tsx';
import classes from './top-bar.module.css';

/** Where I am, the state of the house, me. */
export function TopBar() {
  return (
    <header className={classes.bar}>
      <Crumbs />
      <HouseSign />
      <MeMenu />
    </header>
  );
}
