import { Button, SegmentedControl } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ChannelHealth } from '../../../src-main/contract/delivery-nouns.ts';
import { momentText } from '../../../src-main/words/when.ts';
import { client, rpc } from '../../client.ts';
import { Confirm } from '../../components/confirm.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { Chip, StateChip } from '../../components/state-chip.tsx';
import { useNow, When } from '../../components/when.tsx';
import { useMay, useOffice } from '../../frame/session.tsx';
import type { Tone } from '../../theme/tones.ts';
import { useLanguage, useWords } from '../../words/words.tsx';
import { DeliveryActs } from './delivery-acts.tsx';
import { DeliveryWords } from './delivery-words.tsx';
import classes from './distribution.module.css';
import { SinkBanner } from './sink-banner.tsx';
import { countStandings, type Standing, standings } from './standing.ts';

const tones: Readonly<Record<Standing, Tone>> = {
  unknown: 'red',
  trouble: 'red',
  toShare: 'amber',
  running: 'blue',
  done: 'green',
};

/** Distribusi: what went out, what runs, what needs a person. */
export function DistributionOverview() {
  const w = useWords();
  const may = useMay();
  const [show, setShow] = useState<Standing | 'all'>('all');
  const overview = useQuery(client.distribution.overview.queryOptions({ input: {} }));
  const approved = useQuery({
    ...client.releases.list.queryOptions({ input: { states: ['approved'], limit: 20 } }),
    enabled: may('releases.read'),
  });
  if (!overview.data) {
    return (
      <>
        <PageHeader title={w.distribution.title} about={w.distribution.about} />
        {overview.error ? <Problem error={overview.error} /> : <SkeletonRows rows={8} />}
      </>
    );
  }
  const { releases, trouble, channels } = overview.data;
  const ready = approved.data ?? [];
  const counted = releases.map((release) => ({ release, sums: countStandings(release.counts) }));
  const shown = counted.filter(({ sums }) =>
    show === 'all'
      ? true
      : show === 'done'
        ? standings.every((one) => one === 'done' || sums[one] === 0)
        : sums[show] > 0,
  );
  const titleOf = (releaseId: string) => releases.find((one) => one.releaseId === releaseId)?.title ?? '';
  const waitingByHand = counted.reduce((sum, { sums }) => sum + sums.toShare, 0);
  return (
    <>
      <PageHeader title={w.distribution.title} about={w.distribution.about} />
      <SinkBanner />
      <Queues channels={channels} waitingByHand={waitingByHand} />
      {ready.length === 0 ? null : (
        <section aria-labelledby="ready">
          <h2 id="ready" className={classes.heading}>
            {w.distribution.readyTitle}
          </h2>
          <p className={classes.soft}>{w.distribution.readyAbout}</p>
          <ul className={classes.rows}>
            {ready.map((release) => (
              <li key={release.id}>
                <Link to="/distribusi/$releaseId" params={{ releaseId: release.id }} className={classes.rowTitle}>
                  {release.title}
                </Link>
                <span className={classes.rowAside}>
                  <When at={release.changedAt} />
                  <StateChip of="release" state={release.state} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {trouble.length === 0 ? null : (
        <section aria-labelledby="need">
          <h2 id="need" className={classes.heading}>
            {w.distribution.needTitle}
          </h2>
          <ul className={classes.rows}>
            {trouble.map((row) => (
              <li key={row.id} className={classes.need}>
                <StateChip of="delivery" state={row.state} />
                <span className={classes.needWords}>
                  <Link to="/distribusi/$releaseId" params={{ releaseId: row.releaseId }} className={classes.rowTitle}>
                    {row.recipientName}
                  </Link>
                  <span className={classes.soft}>{titleOf(row.releaseId)}</span>
                  <span className={classes.answer}>
                    <DeliveryWords row={row} />
                  </span>
                  {may('distribution.send') ? (
                    <span className={classes.rowActs}>
                      <DeliveryActs row={row} />
                    </span>
                  ) : null}
                </span>
                <span className={classes.rowAside}>
                  <When at={row.at} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="sent">
        <div className={classes.headingLine}>
          <h2 id="sent" className={classes.heading}>
            {w.distribution.sentTitle}
          </h2>
          {releases.length === 0 ? null : (
            <SegmentedControl
              size="xs"
              aria-label={w.distribution.show}
              value={show}
              onChange={(value) => setShow(value as Standing | 'all')}
              data={[
                { value: 'all', label: w.distribution.all },
                ...standings
                  .filter((one) => one === show || counted.some(({ sums }) => sums[one] > 0))
                  .map((one) => ({ value: one, label: w.distribution[one] })),
              ]}
            />
          )}
        </div>
        {releases.length === 0 ? (
          <EmptyState
            icon={IconSend}
            title={w.distribution.emptyTitle}
            acts={
              <Button component={Link} to={'/siaran-pers' as string} variant="default">
                {w.distribution.toReleases}
              </Button>
            }
          >
            {w.distribution.empty}
          </EmptyState>
        ) : shown.length === 0 ? (
          <p className={classes.soft}>{w.distribution.noneHere}</p>
        ) : (
          <ul className={classes.rows}>
            {shown.map(({ release, sums }) => (
              <li key={`${release.releaseId} ${release.version}`}>
                <span className={classes.rowWords}>
                  <Link
                    to="/distribusi/$releaseId"
                    params={{ releaseId: release.releaseId }}
                    className={classes.rowTitle}
                  >
                    {release.title}
                  </Link>
                  <span className={classes.soft}>{w.distribution.sendAbout(release.version, release.number)}</span>
                </span>
                <span className={classes.rowAside}>
                  <When at={release.lastAt} />
                  {standings.map((one) =>
                    sums[one] === 0 ? null : (
                      <Chip
                        key={one}
                        tone={tones[one]}
                      >{`${sums[one]} ${w.distribution[one].toLocaleLowerCase()}`}</Chip>
                    ),
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

/** Whether another copy of this office writes the site folder, or may do so: it is taken over knowingly. */
function isContested({ channel, pausedBecause }: ChannelHealth): boolean {
  return channel === 'site' && (pausedBecause === 'restored' || pausedBecause === 'other_copy');
}

/** How each channel is: alive, waiting, on hold and why, and the way on. */
function Queues({
  channels,
  waitingByHand,
}: {
  readonly channels: readonly ChannelHealth[];
  readonly waitingByHand: number;
}) {
  const w = useWords();
  const language = useLanguage();
  const { zone } = useOffice();
  const now = useNow();
  const may = useMay()('distribution.send');
  const pause = useMutation(client.distribution.pause.mutationOptions());
  const resume = useMutation(client.distribution.resume.mutationOptions());
  const [taking, setTaking] = useState(false);
  const site = useQuery({ ...client.site.get.queryOptions(), enabled: channels.some(isContested) });
  const why = (one: ChannelHealth) =>
    ({
      person: w.distribution.pausedPerson(one.pausedWords),
      login: w.distribution.pausedLogin,
      share: w.distribution.pausedShare,
      consecutive: w.distribution.pausedConsecutive,
      restored: one.channel === 'site' ? w.distribution.pausedRestoredSite : w.distribution.pausedRestored,
      other_copy: w.distribution.pausedOtherCopy,
      vault_locked: w.distribution.pausedVault,
      exiftool_missing: w.distribution.pausedExiftool,
      not_written: w.distribution.pausedNotWritten,
    })[one.pausedBecause ?? 'consecutive'];
  return (
    <section aria-label={w.distribution.queues} className={classes.queues}>
      {channels.map((one) => (
        <div key={one.channel} className={classes.queue} data-paused={one.paused || undefined}>
          <span
            className={classes.pulse}
            data-tone={
              one.paused || (one.channel === 'whatsapp' && waitingByHand > 0)
                ? 'amber'
                : one.waiting > 0
                  ? 'blue'
                  : 'green'
            }
            aria-hidden
          />
          <strong>{w.distribution.channels[one.channel]}</strong>
          <span className={classes.queueWords}>
            {one.channel === 'whatsapp'
              ? w.distribution.queueByHand(waitingByHand)
              : one.paused
                ? why(one)
                : one.waiting === 0
                  ? w.distribution.queueIdle
                  : [
                      w.distribution.queueWaiting(one.waiting),
                      one.nextTryAt === null
                        ? ''
                        : w.distribution.queueNext(momentText(one.nextTryAt, { zone, now, language })),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
          </span>
          {may && one.channel !== 'whatsapp' ? (
            one.paused ? (
              <Button
                size="compact-sm"
                variant="default"
                loading={resume.isPending}
                onClick={() => (isContested(one) ? setTaking(true) : resume.mutate({ channel: one.channel }))}
              >
                {isContested(one) ? w.distribution.takeOver : w.distribution.resume}
              </Button>
            ) : one.waiting > 0 ? (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`${w.distribution.pause}: ${w.distribution.channels[one.channel]}`}
                loading={pause.isPending}
                onClick={() => pause.mutate({ channel: one.channel })}
              >
                {w.distribution.pause}
              </Button>
            ) : null
          ) : null}
        </div>
      ))}
      <Confirm
        opened={taking}
        onClose={() => setTaking(false)}
        title={w.distribution.takeOverTitle}
        act={w.distribution.takeOver}
        onConfirm={() => rpc.distribution.resume({ channel: 'site' })}
      >
        {w.distribution.takeOverAbout(site.data?.settings?.folder ?? '')}
      </Confirm>
      <Problem error={pause.error ?? resume.error} />
    </section>
  );
}
