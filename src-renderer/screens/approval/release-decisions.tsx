import { Button, Textarea } from '@mantine/core';
import { IconFilePlus, IconGavel, IconSend, IconUserExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { VersionLine } from '../../../src-main/contract/approval-nouns.ts';
import type { Release } from '../../../src-main/contract/release-nouns.ts';
import { client, rpc } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { SkeletonRows } from '../../components/skeleton-rows.tsx';
import { Chip } from '../../components/state-chip.tsx';
import { When } from '../../components/when.tsx';
import { useAct } from '../../forms/use-act.ts';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { DecisionList } from './decision-list.tsx';
import classes from './decisions.module.css';

interface ReleaseDecisionsProps {
  readonly release: Release;
  /** Sends what was typed last; the text is submitted as the writer sees it. */
  readonly beforeSubmit?: () => Promise<unknown>;
}

/** Beside the text: the next step towards media, what was decided, what was approved. */
export function ReleaseDecisions({ release, beforeSubmit }: ReleaseDecisionsProps) {
  const history = useQuery(client.approval.history.queryOptions({ input: { releaseId: release.id } }));
  if (history.error) return <Problem error={history.error} />;
  if (history.data === undefined) return <SkeletonRows rows={3} height={28} />;
  const { decisions, versions } = history.data;
  const back = release.state === 'returned' ? decisions.find((decision) => decision.act === 'returned') : undefined;
  return (
    <div className={classes.beside}>
      {back === undefined ? null : <ReturnedNote by={back.userName} note={back.note} />}
      <NextStep release={release} {...(beforeSubmit === undefined ? {} : { beforeSubmit })} />
      <Versions release={release} versions={versions} />
      <DecisionList decisions={decisions} />
    </div>
  );
}

function ReturnedNote({ by, note }: { readonly by: string; readonly note: string }) {
  const w = useWords().approval;
  return (
    <section className={classes.returned} aria-label={w.noteFrom(by)}>
      <h3 className={classes.heading}>{w.noteFrom(by)}</h3>
      <p>{note}</p>
    </section>
  );
}

/** One primary act, whatever the state: submit, decide, or begin the next version. */
function NextStep({ release, beforeSubmit }: ReleaseDecisionsProps) {
  const w = useWords().approval;
  const may = useMay();
  if (release.state === 'draft' || release.state === 'returned')
    return may('releases.write') ? (
      <Submit release={release} {...(beforeSubmit === undefined ? {} : { beforeSubmit })} />
    ) : null;
  if (release.state === 'submitted')
    return (
      <div className={classes.acts}>
        <Button
          variant={may('releases.decide') ? 'filled' : 'default'}
          leftSection={<IconGavel size={18} stroke={1.8} aria-hidden />}
          renderRoot={(props) => (
            <Link to="/siaran-pers/$releaseId/acc" params={{ releaseId: release.id }} {...props} />
          )}
        >
          {may('releases.decide') ? w.decideNow : w.openSheet}
        </Button>
      </div>
    );
  if (release.state === 'withdrawn') return null;
  return (
    <>
      {release.state === 'approved' && may('distribution.send') ? (
        <Button
          leftSection={<IconSend size={18} stroke={1.8} aria-hidden />}
          data-primary
          renderRoot={(props) => <Link to="/distribusi/$releaseId" params={{ releaseId: release.id }} {...props} />}
        >
          {w.sendNow}
        </Button>
      ) : null}
      {may('releases.write') ? <NewVersion release={release} /> : null}
    </>
  );
}

function Submit({ release, beforeSubmit }: ReleaseDecisionsProps) {
  const w = useWords().approval;
  const [note, setNote] = useState('');
  const submit = useAct({
    mutationFn: async () => {
      await beforeSubmit?.();
      return rpc.approval.submit({ releaseId: release.id, note });
    },
    onSuccess: () => setNote(''),
  });
  return (
    <div className={classes.acts}>
      <Textarea
        label={w.submitNote}
        autosize
        minRows={1}
        maxRows={5}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Problem error={submit.error} />
      <Button
        leftSection={<IconSend size={18} stroke={1.8} aria-hidden />}
        loading={submit.isPending}
        onClick={() => submit.mutate()}
        data-primary
      >
        {release.state === 'returned' ? w.submitAgain : w.submit}
      </Button>
    </div>
  );
}

function NewVersion({ release }: { readonly release: Release }) {
  const w = useWords().approval;
  const begin = useAct(client.approval.newVersion.mutationOptions());
  return (
    <div className={classes.acts}>
      <Problem error={begin.error} />
      <Button
        variant="default"
        leftSection={<IconFilePlus size={18} stroke={1.8} aria-hidden />}
        loading={begin.isPending}
        onClick={() => begin.mutate({ releaseId: release.id })}
      >
        {w.newVersion}
      </Button>
      <p className={classes.soft}>{w.newVersionAbout(release.workingVersion)}</p>
    </div>
  );
}

function Versions({ release, versions }: { readonly release: Release; readonly versions: readonly VersionLine[] }) {
  const words = useWords();
  const w = words.approval;
  if (versions.length === 0) return null;
  const drafting = release.state === 'draft' || release.state === 'returned' || release.state === 'submitted';
  return (
    <section className={classes.versions}>
      <h3 className={classes.heading}>{w.versions}</h3>
      <ul>
        {versions.map((version, at) => {
          // The newest is laid beside the draft, an older one beside the one after it.
          const baru = at === 0 ? undefined : versions[at - 1]?.version;
          return (
            <li key={version.version}>
              <div className={classes.versionWords}>
                <p>
                  <strong>{w.versionLine(version.version)}</strong>
                </p>
                {version.number === null ? null : <p className={classes.number}>{version.number}</p>}
                <p className={classes.soft}>
                  {w.by(version.approvedBy)}
                  {version.insteadOf
                    ? `, ${words.roster.plh(words.states.role[version.insteadOf.role], version.insteadOf.name)}`
                    : ''}{' '}
                  · <When at={version.approvedAt} /> ·{' '}
                  <span title={version.contentHash}>
                    {w.fingerprint} <code>{version.contentHash.slice(0, 8)}</code>
                  </span>
                </p>
                {version.self ? (
                  <Chip tone="amber" icon={IconUserExclamation}>
                    {w.self}
                  </Chip>
                ) : null}
              </div>
              {at > 0 || drafting ? (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  renderRoot={(props) => (
                    <Link
                      to="/siaran-pers/$releaseId/bandingkan"
                      params={{ releaseId: release.id }}
                      search={{ lama: version.version, baru }}
                      {...props}
                    />
                  )}
                >
                  {w.compare}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
