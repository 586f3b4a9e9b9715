import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ChannelKind, channelKinds, type Delivery } from '../../../src-main/contract/delivery-nouns.ts';
import { client } from '../../client.ts';
import { Problem } from '../../components/problem.tsx';
import { StateChip } from '../../components/state-chip.tsx';
import { When } from '../../components/when.tsx';
import { useMay } from '../../frame/session.tsx';
import { useWords } from '../../words/words.tsx';
import { DeliveryActs } from './delivery-acts.tsx';
import { DeliveryWords } from './delivery-words.tsx';
import classes from './distribution.module.css';
import { isDone, isRetryable } from './standing.ts';

interface LedgerProps {
  readonly deliveries: readonly Delivery[];
  readonly newestVersion: number;
}

/** The ledger of a release: newest version first, by channel, one row per recipient. */
export function Ledger({ deliveries, newestVersion }: LedgerProps) {
  const w = useWords();
  const versions = [...new Set(deliveries.map((row) => row.version))].sort((a, b) => b - a);
  return (
    <>
      {versions.map((version) => (
        <div key={version}>
          {versions.length > 1 || version !== newestVersion ? (
            <h3 className={classes.version}>
              {version === newestVersion ? w.distribution.version(version) : w.distribution.olderVersion(version)}
            </h3>
          ) : null}
          {channelKinds.map((channel) => {
            const rows = deliveries.filter((row) => row.version === version && row.channel === channel);
            return rows.length === 0 ? null : (
              <ChannelRows key={channel} channel={channel} rows={rows} newest={newestVersion} />
            );
          })}
        </div>
      ))}
    </>
  );
}

interface ChannelRowsProps {
  readonly channel: ChannelKind;
  readonly rows: readonly Delivery[];
  /** Newest approved version. */
  readonly newest: number;
}

function ChannelRows({ channel, rows, newest }: ChannelRowsProps) {
  const w = useWords();
  const may = useMay()('distribution.send');
  const retry = useMutation(client.distribution.retry.mutationOptions());
  const failed = rows.filter((row) => isRetryable(row, newest) && row.state !== 'retrying');
  const name = w.distribution.channels[channel];
  return (
    <div className={classes.channel}>
      <div className={classes.channelHead}>
        <h3>{name}</h3>
        <span className={classes.soft}>{w.distribution.summary(rows.filter(isDone).length, rows.length)}</span>
        {may && failed.length > 1 ? (
          <Button
            size="compact-sm"
            variant="default"
            ml="auto"
            loading={retry.isPending}
            onClick={() => retry.mutate({ deliveryIds: failed.map((row) => row.id) })}
          >
            {w.distribution.retryAll(failed.length)}
          </Button>
        ) : null}
      </div>
      <Problem error={retry.error} />
      <table className={classes.ledger}>
        <caption className="k-unseen">{name}</caption>
        <colgroup>
          <col className={classes.colWho} />
          <col className={classes.colState} />
          <col />
          <col className={classes.colActs} />
        </colgroup>
        <thead className="k-unseen">
          <tr>
            <th scope="col">{w.distribution.recipient}</th>
            <th scope="col">{w.distribution.state}</th>
            <th scope="col">{w.distribution.words}</th>
            <th scope="col">{w.distribution.acts}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-state={row.state}>
              <th scope="row" className={classes.who}>
                {row.recipientName}
                <span className={classes.soft}>
                  {[row.channel === 'site' ? '' : row.recipientAddress, row.outlet].filter(Boolean).join(' · ')}
                </span>
              </th>
              <td className={classes.when}>
                <StateChip of="delivery" state={row.state} />
                <span>
                  <When at={row.at} />
                  {row.attempts > 1 ? `, ${w.distribution.tries(row.attempts)}` : ''}
                </span>
              </td>
              <td className={classes.answer}>
                <DeliveryWords row={row} />
              </td>
              <td className={classes.rowActs}>{may ? <DeliveryActs row={row} newest={newest} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
