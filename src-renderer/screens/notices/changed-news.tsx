import { ActionIcon, Button } from '@mantine/core';
import { IconCheck, IconChecks } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { EventNews } from '../../../src-main/contract/notices.ts';
import { client } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { Chip } from '../../components/state-chip.tsx';
import { When } from '../../components/when.tsx';
import { useWords } from '../../words/words.tsx';
import classes from './notices.module.css';
import { useSayWhen } from './say-told.ts';
import { ToldChanges } from './told-change.tsx';

/** On Beranda today's events must stay in sight; the rest is one press away. On a phone the whole is folded. */
const SHOWN = 3;

/** *Berubah sejak terakhir Anda buka*: one entry per event, newest first, until the person says that they have read it. */
export function ChangedNews({ news, more }: { readonly news: readonly EventNews[]; readonly more: number }) {
  const w = useWords();
  const queries = useQueryClient();
  const [all, setAll] = useState(false);
  const read = useMutation(
    client.notices.readChanges.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: client.notices.key() }),
    }),
  );
  const readEverything = () => read.mutate({ eventId: null, upTo: Math.max(...news.map(({ upTo }) => upTo)) });
  const shown = all ? news : news.slice(0, SHOWN);
  return (
    <>
      <ul className={classes.news}>
        {shown.map((one) => (
          <li key={one.event.id}>
            <News one={one} onOpen={() => read.mutate({ eventId: one.event.id, upTo: one.upTo })} />
            <ActionIcon
              variant="default"
              size={36}
              aria-label={w.notices.readThisOf(one.event.title)}
              title={w.notices.readThis}
              onClick={() => read.mutate({ eventId: one.event.id, upTo: one.upTo })}
            >
              <IconCheck size={18} stroke={1.8} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {all && more > 0 ? <p className={classes.soft}>{w.notices.more(more)}</p> : null}
      <Problem error={read.error} />
      <div className={classes.foot}>
        {news.length > SHOWN ? (
          <Button variant="default" size="xs" onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? w.notices.showLess : w.notices.showMore(news.length - SHOWN)}
          </Button>
        ) : null}
        {news.length > 1 ? (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconChecks size={16} stroke={1.8} aria-hidden />}
            onClick={readEverything}
          >
            {w.notices.readEverything}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function News({ one, onOpen }: { readonly one: EventNews; readonly onOpen: () => void }) {
  const w = useWords();
  const when = useSayWhen();
  const { event } = one;
  const state = one.changes.find(({ what }) => what === 'state');
  return (
    <div className={classes.body}>
      <div className={classes.line}>
        <Link to="/agenda/$eventId" params={{ eventId: event.id }} className={classes.title} onClick={onOpen}>
          {event.title}
        </Link>
        {one.isNew ? <Chip tone="blue">{w.notices.isNew}</Chip> : null}
        {state ? <StateChange state={event.state} /> : null}
      </div>
      <p className={classes.soft}>
        <span className={classes.when}>{when(event)}</span>
        {one.isNew && event.venue ? ` · ${event.venue}` : ''}
      </p>
      <ToldChanges changes={one.changes} />
      <p className={classes.soft}>
        {one.reason ? `${w.notices.reason(one.reason)} · ` : ''}
        {one.by.join(', ')} · <When at={one.at} />
      </p>
    </div>
  );
}

function StateChange({ state }: { readonly state: EventNews['event']['state'] }) {
  const w = useWords();
  if (state === 'cancelled') return <Chip tone="red">{w.notices.cancelled}</Chip>;
  if (state === 'postponed') return <Chip tone="amber">{w.notices.postponed}</Chip>;
  return <Chip tone="green">{w.notices.backOn}</Chip>;
}

/** What of the news is not told to this person as a notice already: of their own duties they hear *Untuk Anda*. */
export function useNews(enabled: boolean) {
  const changes = useQuery(client.notices.changes.queryOptions({ enabled }));
  const list = useQuery(client.notices.list.queryOptions());
  const told = new Set(list.data?.notices.flatMap(({ read, event }) => (read || !event ? [] : [event.id])));
  return {
    error: changes.error,
    more: changes.data?.more ?? 0,
    news: list.isPending ? [] : (changes.data?.news ?? []).filter(({ event }) => !told.has(event.id)),
  };
}
