import type { Id } from '../../contract/basics.ts';
import type { Delivery } from '../../contract/delivery-nouns.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Stores } from '../stores.ts';
import { sentAs } from './change-deliveries.ts';
import { newerThan, stamp } from './deliver-channel.ts';

type Ports = Pick<Newsroom, 'write' | 'clock'>;
type Input = { readonly deliveryIds: Id[] };

/**
 * `Dibagikan menurut …`: a person says that they shared to these groups. The program has seen nothing; the row says who says so.
 * Refuses: `not_found`, `state_not_possible` when one of them does not wait to be shared, `newer_version` when a newer version was
 * approved; then none is touched.
 */
export function tickOffShared(ports: Ports, caller: Caller, input: Input): Promise<Outcome<Delivery[]>> {
  return settle(ports, caller, input, 'to_share', 'shared');
}

/** Takes that back; a row whose text was replaced meanwhile is closed instead of waiting again. Refuses as `tickOffShared` does, for rows that are not ticked off. */
export function undoShared(ports: Ports, caller: Caller, input: Input): Promise<Outcome<Delivery[]>> {
  return settle(ports, caller, input, 'shared', 'to_share');
}

/** Nothing of an older version waits to be shared any more. */
const closed = { state: 'not_sent', reason: 'superseded', answer: '', nextTryAt: null } as const;

/** In the transaction that approves a newer version: groups that were not shared to yet get the newer one by Kirim. */
export async function closeOldShares(
  stores: Pick<Stores, 'deliveries' | 'happen'>,
  approved: { readonly releaseId: Id; readonly version: number },
  at: string,
): Promise<void> {
  const old = (await stores.deliveries.byRelease(approved.releaseId)).filter(
    (row) => row.state === 'to_share' && row.version < approved.version,
  );
  if (old.length === 0) return;
  await stores.deliveries.set(
    old.map((row) => row.id),
    closed,
    at,
  );
  stores.happen({ kind: 'delivery.changed', releaseId: approved.releaseId });
}

function settle(
  ports: Ports,
  caller: Caller,
  input: Input,
  from: 'to_share' | 'shared',
  to: 'to_share' | 'shared',
): Promise<Outcome<Delivery[]>> {
  return ports.write(async (stores) => {
    const rows = await stores.deliveries.many(input.deliveryIds);
    if (rows.length !== new Set(input.deliveryIds).size) return refused('not_found');
    if (rows.some((row) => row.channel !== 'whatsapp' || row.state !== from)) return refused('state_not_possible');
    const shared = to === 'shared';
    const at = stamp(ports.clock.now());
    const old = new Set<Id>();
    for (const row of rows) {
      const newer = await newerThan(stores, row);
      if (newer === null) continue;
      // what stands on the screen is the newer text: whether the old one was shared cannot be meant
      if (shared) return refused('newer_version', { version: newer });
      old.add(row.id);
    }
    await stores.deliveries.set(
      rows.map((row) => row.id).filter((id) => !old.has(id)),
      { state: to, reason: shared ? 'said_shared' : null, answer: shared ? caller.name : '', nextTryAt: null },
      at,
    );
    await stores.deliveries.set([...old], closed, at);
    for (const releaseId of new Set(rows.map((row) => row.releaseId))) {
      await stores.audit.append({
        caller,
        act: shared ? 'whatsapp.tick-off' : 'whatsapp.undo',
        subject: { kind: 'release', id: releaseId },
        details: {
          ...(await sentAs(
            stores,
            rows.find((row) => row.releaseId === releaseId),
          )),
          groups: rows.filter((row) => row.releaseId === releaseId).map((row) => row.recipientName),
        },
      });
      stores.happen({ kind: 'delivery.changed', releaseId });
    }
    return done(await stores.deliveries.many(input.deliveryIds));
  });
}
