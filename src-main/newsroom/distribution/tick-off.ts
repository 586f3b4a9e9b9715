import type { Id } from '../../contract/basics.ts';
import type { Delivery } from '../../contract/delivery-nouns.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { sentAs } from './change-deliveries.ts';
import { stamp } from './deliver-channel.ts';

type Ports = Pick<Newsroom, 'write' | 'clock'>;
type Input = { readonly deliveryIds: Id[] };

/**
 * `Dibagikan menurut …`: a person says that they shared to these groups. The program has seen nothing; the row says who says so.
 * Refuses: `not_found`, `state_not_possible` when one of them does not wait to be shared; then none is touched.
 */
export function tickOffShared(ports: Ports, caller: Caller, input: Input): Promise<Outcome<Delivery[]>> {
  return settle(ports, caller, input, 'to_share', 'shared');
}

/** Takes that back. Refuses as `tickOffShared` does, for rows that are not ticked off. */
export function undoShared(ports: Ports, caller: Caller, input: Input): Promise<Outcome<Delivery[]>> {
  return settle(ports, caller, input, 'shared', 'to_share');
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
    await stores.deliveries.set(
      rows.map((row) => row.id),
      { state: to, reason: shared ? 'said_shared' : null, answer: shared ? caller.name : '', nextTryAt: null },
      stamp(ports.clock.now()),
    );
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
