import type { Delivery } from '../../../src-main/contract/delivery-nouns.ts';
import { type RefusalCode, refusalCodes } from '../../../src-main/contract/refusals.ts';
import { clockText, localOf, momentText } from '../../../src-main/words/when.ts';
import { useNow } from '../../components/when.tsx';
import { useOffice } from '../../frame/session.tsx';
import { sayRefusal } from '../../words/say.ts';
import { useLanguage, useWords } from '../../words/words.tsx';
import classes from './distribution.module.css';

/** What became of a row: who says so, why, the server's own words, and when it is tried again. */
export function DeliveryWords({ row }: { readonly row: Delivery }) {
  const w = useWords();
  const language = useLanguage();
  const { zone } = useOffice();
  const now = useNow();
  if (row.state === 'shared') {
    return <>{w.distribution.saidShared(row.answer, clockText(localOf(row.at, zone), language))}</>;
  }
  if (row.reason === 'said_received') return <>{w.distribution.saidReceived(row.answer)}</>;
  if (row.channel === 'site' && row.state === 'sent') {
    const address = row.reference ?? '';
    return /^https?:/.test(address) ? (
      <a href={address} title={address} target="_blank" rel="noreferrer">
        {address}
      </a>
    ) : (
      address
    );
  }
  // The core answers with a code where it refused something itself; a server answers with its own words.
  const code = row.answer.split(' ')[0] ?? '';
  const own = (refusalCodes as readonly string[]).includes(code);
  const says = own ? sayRefusal({ code: code as RefusalCode, params: {} }, language) : row.answer;
  const why = row.reason !== null && row.state !== 'sent' && !own ? w.distribution.reasons[row.reason] : '';
  return (
    <>
      {why ? <span className={classes.why}>{why}</span> : null}
      {says ? <span className={own || row.state === 'sent' ? undefined : classes.said}>{says}</span> : null}
      {row.state === 'unknown' ? <span className={classes.soft}>{w.distribution.unknownAsk}</span> : null}
      {row.nextTryAt !== null ? (
        <span className={classes.soft}>
          {w.distribution.nextTry(momentText(row.nextTryAt, { zone, now, language }))}
        </span>
      ) : null}
    </>
  );
}
