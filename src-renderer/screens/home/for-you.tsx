import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { List } from '../../components/list.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { ChangedNews, useNews } from '../notices/changed-news.tsx';
import { NoticeRow } from '../notices/notice-row.tsx';
import { useOpenNotice } from '../notices/open-notice.ts';
import { sayNotice } from '../notices/say-told.ts';
import { Section, Unseen } from './section.tsx';

const SHOWN = { wide: 3, phone: 1 };

/** *Untuk Anda*: what this person was told and has not read; nothing where there is nothing new. */
export function ForYou() {
  const w = useWords();
  const open = useOpenNotice();
  const list = useQuery(client.notices.list.queryOptions());
  const few = useMediaQuery('(max-width: 600px)') ? SHOWN.phone : SHOWN.wide;
  if (!list.data) return <Unseen error={list.error} />;
  const unread = list.data.notices.filter((notice) => !notice.read);
  if (unread.length === 0) return null;
  return (
    <Section title={w.notices.title} count={unread.length} more={{ to: '/kabar', word: w.notices.all }}>
      <List
        label={w.notices.title}
        items={unread.slice(0, few)}
        idOf={(notice) => notice.id}
        nameOf={(notice) => `${sayNotice(notice, w)} ${notice.event?.title ?? ''}`}
        row={(notice) => <NoticeRow notice={notice} />}
        onOpen={open}
      />
    </Section>
  );
}

/** *Berubah sejak terakhir Anda buka*; nothing where nothing has changed. */
export function ChangedSince() {
  const w = useWords();
  const reads = useMay()('agenda.read');
  const { news, more, error } = useNews(reads);
  if (!reads) return null;
  if (news.length === 0) return error ? <Unseen error={error} /> : null;
  return (
    <Section
      title={w.notices.changesTitle}
      count={news.length + more}
      folded={news.length > 1 ? news.map(({ event }) => event.title).join(' · ') : undefined}
    >
      <ChangedNews news={news} more={more} />
    </Section>
  );
}
