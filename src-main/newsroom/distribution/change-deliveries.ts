import type { Id } from '../../contract/basics.ts';
import type { ChannelHealth, ChannelKind, Delivery, DeliveryState } from '../../contract/delivery-nouns.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import { namedIn } from '../releases/change-release.ts';
import { resumed } from './channel-health.ts';
import { newerThan, stamp } from './deliver-channel.ts';
import { queueDelivery } from './queue-delivery.ts';
import { type KeptSite, keptSite, REWRITE_SITE } from './site-settings.ts';

type Ports = Pick<Newsroom, 'write' | 'clock' | 'ids'>;

/** States after which surely nothing arrived: trying again cannot make a double. */
const SAFE: readonly DeliveryState[] = ['refused', 'not_sent', 'retrying'];

/**
 * Tries again what is safe to try again.
 * Refuses: `not_found`, `not_retryable` when one of them is anything else, `newer_version` when a newer version was approved (old
 * words never follow their correction); then none is touched.
 */
export async function retryDeliveries(
  ports: Ports,
  caller: Caller,
  input: { deliveryIds: Id[] },
): Promise<Outcome<Delivery[]>> {
  return ports.write(async (stores) => {
    const rows = await stores.deliveries.many(input.deliveryIds);
    if (rows.length !== new Set(input.deliveryIds).size) return refused('not_found');
    if (rows.some((row) => !SAFE.includes(row.state))) return refused('not_retryable');
    for (const row of rows) {
      const newer = await newerThan(stores, row);
      if (newer !== null) return refused('newer_version', { version: newer });
    }
    const at = stamp(ports.clock.now());
    await stores.deliveries.set(
      rows.map((row) => row.id),
      { state: 'ready', reason: null, answer: '', nextTryAt: null },
      at,
    );
    for (const channel of new Set(rows.map((row) => row.channel))) {
      await queueDelivery(stores, channel, ports.ids.next());
    }
    for (const releaseId of new Set(rows.map((row) => row.releaseId))) {
      await stores.audit.append({
        caller,
        act: 'distribution.retry',
        subject: { kind: 'release', id: releaseId },
        details: {
          ...(await sentAs(
            stores,
            rows.find((row) => row.releaseId === releaseId),
          )),
          recipients: rows.filter((row) => row.releaseId === releaseId).map(recipientOf),
        },
      });
      stores.happen({ kind: 'delivery.changed', releaseId });
    }
    return done(await stores.deliveries.many(input.deliveryIds));
  });
}

/**
 * A person decides about a row that cannot be known: it was received, or it is sent again knowingly, as a new try.
 * Refuses: `not_found`, `state_not_possible` when the row is not *perlu dicek*, `newer_version` when old words would go out again.
 */
export async function resolveDelivery(
  ports: Ports,
  caller: Caller,
  input: { deliveryId: Id; as: 'received' | 'send_again' },
): Promise<Outcome<Delivery>> {
  return ports.write(async (stores) => {
    const row = await stores.deliveries.get(input.deliveryId);
    if (row === null) return refused('not_found');
    if (row.state !== 'unknown') return refused('state_not_possible');
    const newer = input.as === 'send_again' ? await newerThan(stores, row) : null;
    if (newer !== null) return refused('newer_version', { version: newer });
    const at = stamp(ports.clock.now());
    const received = input.as === 'received';
    await stores.deliveries.set(
      [row.id],
      {
        state: received ? 'sent' : 'ready',
        reason: received ? 'said_received' : 'said_again',
        answer: caller.name,
        nextTryAt: null,
      },
      at,
    );
    if (!received) await queueDelivery(stores, row.channel, ports.ids.next());
    await stores.audit.append({
      caller,
      act: received ? 'distribution.resolve-received' : 'distribution.resolve-send-again',
      subject: { kind: 'release', id: row.releaseId },
      details: { ...(await sentAs(stores, row)), recipient: recipientOf(row), attempt: row.attempts },
    });
    stores.happen({ kind: 'delivery.changed', releaseId: row.releaseId });
    const after = await stores.deliveries.get(row.id);
    return after === null ? refused('not_found') : done(after);
  });
}

/** Title, number and version of what a row carries, for the audit trail. */
export async function sentAs(
  stores: Pick<ReadStores, 'releases'>,
  row: Pick<Delivery, 'releaseId' | 'version'> | undefined,
): Promise<Readonly<Record<string, unknown>>> {
  const frozen = row === undefined ? null : await stores.releases.frozen(row.releaseId, row.version);
  if (frozen === null) return {};
  return { ...namedIn({ title: frozen.manifest.title, number: frozen.number }), version: frozen.version };
}

/** `Made Wirawan <made@media.example>`; a group or the site by its name. */
function recipientOf(row: Delivery): string {
  return row.channel === 'email' ? `${row.recipientName} <${row.recipientAddress}>` : row.recipientName;
}

/** Holds a channel: what is under way ends, nothing new begins. */
export async function pauseChannel(
  ports: Ports,
  caller: Caller,
  input: { channel: ChannelKind },
): Promise<Outcome<ChannelHealth>> {
  return ports.write(async (stores) => {
    const record = await stores.deliveries.channel(input.channel);
    if (record.pausedAt === null) {
      const at = stamp(ports.clock.now());
      await stores.deliveries.setChannel({
        ...record,
        pausedAt: at,
        pausedBecause: 'person',
        pausedWords: caller.name,
      });
      await stores.audit.append({
        caller,
        act: 'distribution.pause',
        subject: { kind: 'channel', id: input.channel },
        details: { because: 'person' },
      });
      stores.happen({ kind: 'channels.changed' });
    }
    return done(await healthOf(stores, input.channel));
  });
}

/**
 * Goes on with what is missing, at once, and only with that. A site that is held because another copy of this office writes its
 * folder, or may do so, takes the folder over. Refuses as `Site.takeOver` does; then it stays held.
 */
export async function resumeChannel(
  ports: Ports & Pick<Newsroom, 'read' | 'site'>,
  caller: Caller,
  input: { channel: ChannelKind },
): Promise<Outcome<ChannelHealth>> {
  const site = input.channel === 'site' ? await ports.read(contestedSite) : null;
  if (site !== null) {
    const taken = await ports.site.takeOver(site.folder, site.siteId, site.formerly ?? []);
    if (!taken.ok) return taken;
  }
  return ports.write(async (stores) => {
    const at = stamp(ports.clock.now());
    await stores.deliveries.setChannel(resumed(await stores.deliveries.channel(input.channel)));
    await stores.deliveries.hurry(input.channel, at);
    await queueDelivery(stores, input.channel, ports.ids.next());
    await stores.audit.append({
      caller,
      act: 'distribution.resume',
      subject: { kind: 'channel', id: input.channel },
      ...(site === null ? {} : { details: { folder: site.folder } }),
    });
    // what was withdrawn or changed while it was held
    if (site !== null) await stores.jobs.add({ kind: REWRITE_SITE, key: ports.ids.next(), data: null });
    stores.happen({ kind: 'channels.changed' });
    return done(await healthOf(stores, input.channel));
  });
}

async function contestedSite(stores: ReadStores): Promise<KeptSite | null> {
  const { pausedBecause } = await stores.deliveries.channel('site');
  return pausedBecause === 'restored' || pausedBecause === 'other_copy' ? keptSite(stores) : null;
}

/** How a channel is, as the page shows it. */
export async function healthOf(stores: ReadStores, channel: ChannelKind): Promise<ChannelHealth> {
  const { pausedAt, pausedBecause, pausedWords } = await stores.deliveries.channel(channel);
  return {
    channel,
    paused: pausedAt !== null,
    pausedAt,
    pausedBecause,
    pausedWords,
    waiting: await stores.deliveries.waiting(channel),
    nextTryAt: await stores.deliveries.nextTry(channel),
  };
}
