import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Delivery, SendTo } from '../../../src-main/contract/delivery-nouns.ts';
import { exactText } from '../../../src-main/words/when.ts';
import { client, refusalOf } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { NotThere } from '../../components/not-there.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { Chip } from '../../components/state-chip.tsx';
import { useNow } from '../../components/when.tsx';
import { useCrumb } from '../../frame/crumbs.tsx';
import { useMay, useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './distribution.module.css';
import { Findings } from './findings.tsx';
import { Ledger } from './ledger.tsx';
import { recallTargets, rememberTargets } from './remembered-targets.ts';
import { ShareWhatsapp } from './share-whatsapp.tsx';
import { SinkBanner } from './sink-banner.tsx';
import { Targets } from './targets.tsx';

const nobody: SendTo = { emailGroupIds: [], journalistIds: [], site: false, whatsappGroupIds: [] };

/** Kirim: an approved release, whom it reaches, what became of it. */
export function SendRelease() {
  const w = useWords();
  const { releaseId } = useParams({ strict: false }) as { releaseId: string };
  const language = useLanguage();
  const { zone } = useOffice();
  const now = useNow();
  const share = useQuery(client.whatsapp.share.queryOptions({ input: { releaseId }, retry: false }));
  const ledger = useQuery(client.distribution.byRelease.queryOptions({ input: { releaseId } }));
  useCrumb(share.data?.title ?? '');

  if (share.error && refusalOf(share.error)?.code === 'not_approved') {
    return (
      <>
        <PageHeader title={w.distribution.send} />
        <EmptyState
          icon={IconSend}
          title={w.distribution.notApprovedTitle}
          acts={
            <Button component={Link} to={`/siaran-pers/${releaseId}` as string} variant="default">
              {w.distribution.openRelease}
            </Button>
          }
        >
          {w.distribution.notApproved}
        </EmptyState>
      </>
    );
  }
  if (!share.data || !ledger.data) {
    const error = share.error ?? ledger.error;
    return error ? (
      <NotThere error={error} back={{ to: '/distribusi', word: w.frame.distribution }} />
    ) : (
      <SkeletonRows rows={10} />
    );
  }
  const { title, number, version, embargoUntil } = share.data;
  const deliveries = ledger.data.deliveries;
  return (
    <div className={classes.send}>
      <div className={classes.main}>
        <PageHeader
          title={title}
          about={w.distribution.sendAbout(version, number)}
          state={
            embargoUntil !== null && embargoUntil > now ? (
              <Chip tone="violet">{w.distribution.embargoUntil(exactText(embargoUntil, zone, language))}</Chip>
            ) : null
          }
        />
        <SinkBanner />
        <Sending releaseId={releaseId} contentHash={share.data.contentHash} version={version} deliveries={deliveries} />
        <section aria-labelledby="ledger">
          <h2 id="ledger" className={classes.heading}>
            {w.distribution.ledger}
          </h2>
          {deliveries.length === 0 ? (
            <EmptyState small title={w.distribution.notSentYet}>
              {w.distribution.ledgerEmpty}
            </EmptyState>
          ) : (
            <Ledger deliveries={deliveries} newestVersion={version} />
          )}
        </section>
      </div>
      <ShareWhatsapp share={share.data} deliveries={deliveries} />
    </div>
  );
}

interface SendingProps {
  readonly releaseId: string;
  readonly contentHash: string;
  readonly version: number;
  readonly deliveries: readonly Delivery[];
}

/** Targets, what stands in the way, one sentence with numbers, and the button. The button never has the focus by itself. */
function Sending({ releaseId, contentHash, version, deliveries }: SendingProps) {
  const w = useWords();
  const may = useMay();
  const groups = useQuery({ ...client.partners.groups.queryOptions(), enabled: may('partners.read') });
  const site = useQuery(client.site.get.queryOptions());
  const [to, setTo] = useState<SendTo | null>(null);
  const [open, setOpen] = useState(!deliveries.some((row) => row.version === version));

  useEffect(() => {
    if (to !== null || !groups.data || !site.data) return;
    setTo(recallTargets(groups.data, site.data.settings !== null));
  }, [to, groups.data, site.data]);

  const preflight = useQuery({
    ...client.distribution.preflight.queryOptions({ input: { releaseId, to: to ?? nobody } }),
    enabled: to !== null,
    placeholderData: keepPreviousData,
    // Freshly looked at each time: accounts, embargo and groups change elsewhere.
    staleTime: 0,
  });
  const send = useMutation(
    client.distribution.send.mutationOptions({
      onSuccess: () => {
        if (to) rememberTargets(to);
        setOpen(false);
      },
    }),
  );

  if (!may('distribution.send')) return null;
  const looked = preflight.data;
  const fresh = (looked?.recipients ?? []).filter((one) => one.already === null);
  const count = (channel: string) => fresh.filter((one) => one.channel === channel).length;
  const already = (looked?.recipients ?? []).length - fresh.length;
  const findings = looked?.findings ?? [];
  const blocked = looked === undefined || fresh.length === 0 || findings.some((finding) => finding.level === 'block');
  return (
    <section className={classes.sending} aria-labelledby="targets">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h2 id="targets" className={classes.heading}>
            {deliveries.length === 0 ? w.distribution.targets : w.distribution.addTargets}
          </h2>
        </summary>
        <Problem error={groups.error ?? site.error ?? preflight.error} />
        {to && groups.data && site.data ? (
          <Targets groups={groups.data} site={site.data.settings} to={to} onChange={setTo} />
        ) : (
          <SkeletonRows rows={4} />
        )}
        {looked ? <Findings findings={findings} releaseId={releaseId} /> : null}
        <Problem error={send.error} />
        <div className={classes.act}>
          <p>
            {blocked ? null : (
              <strong>{w.distribution.sentence(count('email'), count('site') > 0, count('whatsapp'))}</strong>
            )}{' '}
            {already > 0 ? <span className={classes.soft}>{w.distribution.alreadyHas(already)}.</span> : null}
          </p>
          <Button
            size="md"
            leftSection={<IconSend size={18} stroke={1.8} aria-hidden />}
            disabled={blocked}
            loading={send.isPending}
            data-primary
            onClick={() => to && send.mutate({ releaseId, contentHash, to })}
          >
            {w.distribution.sendTo(fresh.length)}
          </Button>
        </div>
      </details>
    </section>
  );
}
