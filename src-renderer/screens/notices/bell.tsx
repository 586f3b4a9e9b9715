import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { client } from '../../client.ts';
import { useWords } from '../../words/words.tsx';
import classes from './notices.module.css';

/** The bell of the top bar: how much is new for this person. It rings for nobody and moves nothing. */
export function Bell() {
  const w = useWords();
  const unread = useQuery(client.notices.list.queryOptions()).data?.unread ?? 0;
  return (
    <Link to="/kabar" className={classes.bell} aria-label={w.notices.bell(unread)} title={w.notices.bell(unread)}>
      <IconBell size={20} stroke={1.6} aria-hidden />
      {unread > 0 ? (
        <span className={classes.number} aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      ) : null}
    </Link>
  );
}
