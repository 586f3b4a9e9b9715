import { NativeSelect } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link, Outlet, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { settingsParts } from './parts.ts';
import classes from './settings.module.css';

/** Pengaturan: its parts on the left, the open one beside; on a phone the parts are one field above it. */
export function SettingsFrame() {
  const w = useWords();
  const may = useMay();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const built = Object.keys(useRouter().routesByPath);
  const parts = settingsParts.filter((part) => built.includes(part.path) && (!part.right || may(part.right)));
  const closed = settingsParts.find((part) => part.path === pathname && part.right && !may(part.right));
  return (
    <div className={classes.settings}>
      <nav aria-label={w.frame.settings} className={classes.parts}>
        <ul>
          {parts.map((part) => (
            <li key={part.path}>
              <Link
                to={part.path as '/'}
                className={classes.part}
                activeProps={{ 'data-active': true, 'aria-current': 'page' } as object}
              >
                <part.icon size={18} stroke={1.6} aria-hidden />
                {part.name(w)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {/* where there is no room for a column: the same parts as one field, all of them in sight when it is opened */}
      <NativeSelect
        aria-label={w.frame.settings}
        className={classes.choose ?? ''}
        value={pathname}
        onChange={(event) => void navigate({ to: event.currentTarget.value as '/' })}
        data={parts.map((part) => ({ value: part.path, label: part.name(w) }))}
      />
      <div className={classes.open}>
        {closed ? (
          <>
            <PageHeader title={closed.name(w)} />
            <EmptyState icon={IconLock} title={w.settings.closed}>
              {w.settings.closedAbout}
            </EmptyState>
          </>
        ) : (
          <Outlet />
        )}
      </div>
    </div>
  );
}
