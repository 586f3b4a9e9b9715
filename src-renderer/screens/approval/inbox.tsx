import { IconClockPause, IconMailCheck, IconMessage, IconPhoto, IconUserExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Waiting } from '../../../src-main/contract/approval-nouns.ts';
import { momentText } from '../../../src-main/words/when.ts';
import { client } from '../../client.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { List } from '../../components/list.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { Chip } from '../../components/state-chip.tsx';
import { useNow, When } from '../../components/when.tsx';
import { useOffice } from '../../frame/session.tsx';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './inbox.module.css';

/** Menunggu keputusan: the longest waiting first. */
export function Inbox() {
  const w = useWords().approval;
  return (
    <>
      <PageHeader title={w.inbox} about={w.inboxAbout} />
      <WaitingList />
    </>
  );
}

/** The same list for Beranda, under its own heading. */
export function WaitingList() {
  const words = useWords();
  const w = words.approval;
  const go = useNavigate();
  const inbox = useQuery(client.approval.inbox.queryOptions({ input: {} }));
  if (inbox.error) return <Problem error={inbox.error} />;
  if (inbox.data === undefined) return <SkeletonRows rows={4} height={64} />;
  return (
    <List
      label={w.inbox}
      items={inbox.data}
      idOf={(waiting) => waiting.releaseId}
      nameOf={(waiting) => waiting.title || words.releases.untitled}
      onOpen={(waiting) => void go({ to: '/siaran-pers/$releaseId/acc', params: { releaseId: waiting.releaseId } })}
      row={(waiting) => <Row waiting={waiting} />}
      empty={
        <EmptyState icon={IconMailCheck} title={w.inboxEmptyTitle}>
          {w.inboxEmpty}
        </EmptyState>
      }
    />
  );
}

function Row({ waiting }: { readonly waiting: Waiting }) {
  const words = useWords();
  const w = words.approval;
  const { zone } = useOffice();
  const language = useLanguage();
  const now = useNow();
  return (
    <div className={classes.row}>
      <div className={classes.main}>
        <span className={classes.title}>{waiting.title || words.releases.untitled}</span>
        <span className={classes.excerpt}>{waiting.excerpt}</span>
        <span className={classes.facts}>
          <span>{words.releases.kinds[waiting.kind]}</span>
          <span>{w.by(waiting.submittedBy)}</span>
          <span className="k-figures">{words.releases.words(waiting.words)}</span>
          {waiting.photos > 0 ? (
            <span className={classes.fact}>
              <IconPhoto size={14} stroke={1.6} aria-hidden />
              {words.releases.photos(waiting.photos)}
            </span>
          ) : null}
        </span>
        {waiting.note === '' ? null : (
          <span className={classes.note}>
            <IconMessage size={14} stroke={1.8} aria-hidden />
            <span>{waiting.note}</span>
          </span>
        )}
      </div>
      <div className={classes.side}>
        <span className={classes.age}>
          <span className="k-unseen">{w.waitingSince} </span>
          <When at={waiting.submittedAt} />
        </span>
        {waiting.infoClass === 'serta_merta' ? <Chip tone="red">{words.releases.infoClasses.serta_merta}</Chip> : null}
        {waiting.embargoUntil === null ? null : (
          <Chip tone="violet" icon={IconClockPause}>
            {w.embargo(momentText(waiting.embargoUntil, { zone, now, language }))}
          </Chip>
        )}
        {waiting.decidable === 'own' ? (
          <Chip tone="grey" icon={IconUserExclamation} title={w.ownBlocked}>
            {w.ownText}
          </Chip>
        ) : null}
      </div>
    </div>
  );
}
