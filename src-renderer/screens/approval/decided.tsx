import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Sheet } from '../../../src-main/contract/approval-nouns.ts';
import type { FrozenVersion } from '../../../src-main/contract/release-nouns.ts';
import { client } from '../../client.ts';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import classes from './sheet.module.css';

/** What the reader has just decided. */
export type DecidedAs = { readonly as: 'approved'; readonly frozen: FrozenVersion } | { readonly as: 'returned' };

/** What is true now, and what waits next. */
export function Decided({ as, sheet }: { readonly as: DecidedAs; readonly sheet: Sheet }) {
  const w = useWords().approval;
  const may = useMay();
  const place = useRef<HTMLDivElement>(null);
  const inbox = useQuery(client.approval.inbox.queryOptions({ input: {}, enabled: may('releases.decide') }));
  const others = (inbox.data ?? []).filter(
    (waiting) => waiting.releaseId !== sheet.release.id && waiting.decidable === 'yes',
  );
  const next = others[0];
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.focus();
  }, []);
  const good = as.as === 'approved';
  return (
    <div ref={place} className={classes.decided} data-tone={good ? 'green' : 'grey'} tabIndex={-1} role="status">
      {good ? (
        <IconCircleCheck size={28} stroke={1.6} aria-hidden />
      ) : (
        <IconArrowBackUp size={28} stroke={1.6} aria-hidden />
      )}
      <div>
        <p className={classes.decidedTitle}>{good ? w.approvedTitle(as.frozen.version) : w.returnedDone}</p>
        {good ? (
          <p>
            {as.frozen.number === null ? null : `${w.approvedNumber(as.frozen.number)} `}
            {w.approvedNext}
          </p>
        ) : null}
        <div className={classes.decidedActs}>
          {next === undefined ? (
            <Button component={Link} to="/siaran-pers/menunggu" variant="default">
              {w.toInbox}
            </Button>
          ) : (
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="/siaran-pers/$releaseId/acc" params={{ releaseId: next.releaseId }} {...props} />
              )}
            >
              {w.nextWaiting(others.length)}
            </Button>
          )}
          {good && may('distribution.send') ? (
            <Button
              variant="default"
              leftSection={<IconSend size={16} stroke={1.8} aria-hidden />}
              renderRoot={(props) => (
                <Link to="/distribusi/$releaseId" params={{ releaseId: sheet.release.id }} {...props} />
              )}
            >
              {w.toSend}
            </Button>
          ) : null}
          <Button
            variant="subtle"
            renderRoot={(props) => (
              <Link to="/siaran-pers/$releaseId" params={{ releaseId: sheet.release.id }} {...props} />
            )}
          >
            {w.toText}
          </Button>
        </div>
      </div>
    </div>
  );
}
