import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Delivery } from '../../../src-main/contract/delivery-nouns.ts';
import { client, rpc } from '../../client.ts';
import { Confirm } from '../../components/confirm.tsx';
import { Problem } from '../../components/problem.tsx';
import { useUndo } from '../../components/undo.tsx';
import { useAct } from '../../forms/use-act.ts';
import { useWords } from '../../words/words.tsx';
import classes from './distribution.module.css';
import { isOld, isRetryable } from './standing.ts';

interface DeliveryActsProps {
  readonly row: Delivery;
  /** Newest approved version of the release, where the page knows it: older words are not offered to be sent again. */
  readonly newest?: number | null;
}

/** What a person may do about a row, in its state: only what is safe, or a plain question where nobody can know. */
export function DeliveryActs({ row, newest = null }: DeliveryActsProps) {
  const w = useWords();
  const offerUndo = useUndo();
  const [asking, setAsking] = useState(false);
  const retry = useAct(client.distribution.retry.mutationOptions());
  const resolve = useAct(client.distribution.resolve.mutationOptions());
  const tickOff = useAct(
    client.whatsapp.tickOff.mutationOptions({
      onSuccess: () =>
        offerUndo({
          words: w.distribution.sharedUndo(row.recipientName),
          undo: () => rpc.whatsapp.undo({ deliveryIds: [row.id] }),
        }),
    }),
  );
  const untick = useAct(client.whatsapp.undo.mutationOptions());
  const problem = retry.error ?? resolve.error ?? tickOff.error ?? untick.error;
  const named = (act: string) => `${act}: ${row.recipientName}`;
  return (
    <>
      {row.state === 'unknown' ? (
        <div className={classes.ask}>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={named(w.distribution.received)}
            loading={resolve.isPending}
            onClick={() => resolve.mutate({ deliveryId: row.id, as: 'received' })}
          >
            {w.distribution.received}
          </Button>
          {isOld(row, newest) ? null : (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={named(w.distribution.sendAgain)}
              onClick={() => setAsking(true)}
            >
              {w.distribution.sendAgain}
            </Button>
          )}
          <Confirm
            opened={asking}
            onClose={() => setAsking(false)}
            title={w.distribution.sendAgainTitle}
            act={w.distribution.sendAgain}
            onConfirm={() => rpc.distribution.resolve({ deliveryId: row.id, as: 'send_again' })}
          >
            {w.distribution.sendAgainAbout(row.recipientName)}
          </Confirm>
        </div>
      ) : null}
      {isRetryable(row, newest) ? (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={named(w.distribution.retry)}
          loading={retry.isPending}
          onClick={() => retry.mutate({ deliveryIds: [row.id] })}
        >
          {w.distribution.retry}
        </Button>
      ) : null}
      {row.state === 'to_share' ? (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={w.distribution.markSharedTo(row.recipientName)}
          loading={tickOff.isPending}
          onClick={() => tickOff.mutate({ deliveryIds: [row.id] })}
        >
          {w.distribution.markShared}
        </Button>
      ) : null}
      {row.state === 'shared' ? (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={named(w.frame.undo)}
          loading={untick.isPending}
          onClick={() => untick.mutate({ deliveryIds: [row.id] })}
        >
          {w.frame.undo}
        </Button>
      ) : null}
      {problem ? (
        <div className={classes.actProblem}>
          <Problem error={problem} />
        </div>
      ) : null}
    </>
  );
}
