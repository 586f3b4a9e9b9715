import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DESKTOP_DEVICE } from '../../../src-main/contract/session.ts';
import { client } from '../../client.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { Chip } from '../../components/state-chip.tsx';
import { When } from '../../components/when.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import classes from './settings.module.css';

/** Sesi: where Kulkul is open, and how to end that. */
export function Sessions() {
  const w = useWords();
  const manage = useMay()('people.manage');
  const queries = useQueryClient();
  const sessions = useQuery(client.session.list.queryOptions());
  const end = useMutation(
    client.session.end.mutationOptions({
      onSuccess: (left) => queries.setQueryData(client.session.list.queryKey(), left),
    }),
  );
  const rows = [...(sessions.data ?? [])].sort(
    (a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt),
  );
  const named = (device: string) =>
    device === DESKTOP_DEVICE ? w.settings.desktopApp : device === '' ? w.settings.someBrowser : device;
  return (
    <>
      <PageHeader title={w.settings.sessions} about={manage ? w.settings.sessionsAllAbout : w.settings.sessionsAbout} />
      <Problem error={sessions.error ?? end.error} />
      {sessions.data ? null : <SkeletonRows rows={3} height={52} />}
      <ul className={classes.rows}>
        {rows.map((session) => {
          const Icon = /android|iphone|ponsel|mobile/i.test(session.device) ? IconDeviceMobile : IconDeviceDesktop;
          return (
            <li key={session.id}>
              <Icon size={22} stroke={1.5} aria-hidden />
              <div className={classes.grow}>
                <div className={classes.strong}>
                  {named(session.device)}
                  {manage ? ` · ${session.userName}` : ''}
                </div>
                <div className={classes.soft}>
                  {w.settings.startedAt} <When at={session.startedAt} /> · {w.settings.lastSeen}{' '}
                  <When at={session.lastSeenAt} />
                </div>
              </div>
              {session.current ? (
                <Chip tone="green">{w.settings.thisDevice}</Chip>
              ) : (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={w.settings.endSessionOf(`${named(session.device)}, ${session.userName}`)}
                  loading={end.isPending && end.variables?.sessionId === session.id}
                  onClick={() => end.mutate({ sessionId: session.id })}
                >
                  {w.settings.endSession}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.data?.length === 1 ? <p className={classes.soft}>{w.settings.onlyThis}</p> : null}
    </>
  );
}
