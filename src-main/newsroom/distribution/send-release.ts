import type { Id } from '../../contract/basics.ts';
import type { Delivery, DeliveryState, Finding, Recipient, SendTo } from '../../contract/delivery-nouns.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import type { FrozenVersion } from '../../contract/release-nouns.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import { namedIn } from '../releases/change-release.ts';
import type { ChannelPlan, ChannelRecipient } from './channel.ts';
import { channelPlans } from './channel-list.ts';
import { stamp } from './deliver-channel.ts';
import type { NewDelivery } from './delivery-store.ts';
import { letterSize } from './letter-size.ts';
import { queueDelivery } from './queue-delivery.ts';

/** Octets a mail may have after base64; beyond it newspapers' servers begin to refuse (distribution notes, section 2). */
export const LARGEST_MAIL = 10 * 1024 * 1024;

export interface Preflight {
  readonly version: number | null;
  readonly contentHash: string | null;
  readonly recipients: Recipient[];
  readonly fresh: number;
  readonly findings: Finding[];
}

/** What Kirim would do, without doing it: who gets it, who has it already, what stands in the way. */
export async function preflight(
  ports: Pick<Newsroom, 'read' | 'clock' | 'deliveryCopies' | 'demo'>,
  input: { releaseId: Id; to: SendTo },
): Promise<Outcome<Preflight>> {
  const looked = await ports.read(async (stores) => {
    const frozen = await sendable(stores, input.releaseId);
    if (frozen === null) return null;
    const office = await stores.office.get();
    return { frozen, office, ...(await lookAhead(stores, frozen, input.to, ports.clock.now().toString())) };
  });
  if (looked === null) {
    const findings: Finding[] = [{ level: 'block', code: 'not_approved', params: {} }];
    return done({ version: null, contentHash: null, recipients: [], fresh: 0, findings });
  }
  const { frozen, recipients, findings, office } = looked;
  if (recipients.some((one) => one.channel === 'email')) {
    const bytes = await letterSize(ports.deliveryCopies, frozen, office);
    if (bytes > LARGEST_MAIL) {
      findings.push({
        level: 'block',
        code: 'message_too_large',
        params: { megabytes: Math.ceil(bytes / 1024 / 1024), limit: LARGEST_MAIL / 1024 / 1024 },
      });
    }
    if (ports.demo) findings.push({ level: 'info', code: 'sink_only', params: {} });
  }
  return done({
    version: frozen.version,
    contentHash: frozen.contentHash,
    recipients,
    fresh: recipients.filter((one) => one.already === null).length,
    findings,
  });
}

/**
 * Kirim. Freezes recipients and approved version in the ledger and queues the work, in one transaction; recipients that have a row
 * for this version are left alone, so pressing twice, or adding a group later, reaches only those who are missing.
 * Refuses: `not_approved`, `content_changed`, `no_recipients`, `account_missing`, `caption_missing`, `embargo_running`.
 * @param input.contentHash of the version the sender looked at
 */
export async function sendRelease(
  ports: Pick<Newsroom, 'write' | 'clock' | 'ids'>,
  caller: Caller,
  input: { releaseId: Id; contentHash: string; to: SendTo },
): Promise<Outcome<{ created: number; already: number; deliveries: Delivery[] }>> {
  return ports.write(async (stores) => {
    const frozen = await sendable(stores, input.releaseId);
    if (frozen === null) return refused('not_approved');
    if (frozen.contentHash !== input.contentHash) return refused('content_changed');
    const at = stamp(ports.clock.now());
    const { planned, recipients, findings } = await lookAhead(stores, frozen, input.to, at);
    if (recipients.length === 0) return refused('no_recipients');
    const block = findings.find((finding) => finding.level === 'block');
    if (block !== undefined) return refused(refusalOf[block.code] ?? 'invalid', block.params);

    const rows: NewDelivery[] = planned.flatMap(({ plan, found }) =>
      found.map((recipient) => ({
        id: ports.ids.next(),
        releaseId: frozen.releaseId,
        version: frozen.version,
        contentHash: frozen.contentHash,
        channel: plan.kind,
        key: recipient.key,
        recipientName: recipient.name,
        recipientAddress: recipient.address,
        outlet: recipient.outlet,
        state: plan.firstState,
        createdBy: caller.name,
      })),
    );
    const added = new Set(await stores.deliveries.add(rows, at));
    const fresh = rows.filter((row) => added.has(row.id));
    for (const plan of channelPlans) {
      if (plan.firstState === 'ready' && fresh.some((row) => row.channel === plan.kind)) {
        await queueDelivery(stores, plan.kind, ports.ids.next());
      }
    }
    if (fresh.length > 0) {
      await stores.audit.append({
        caller,
        act: 'distribution.send',
        subject: { kind: 'release', id: frozen.releaseId },
        details: {
          ...namedIn({ title: frozen.manifest.title, number: frozen.number }),
          version: frozen.version,
          contentHash: frozen.contentHash,
          recipients: countBy(fresh.map((row) => row.channel)),
        },
      });
      await stores.releases.markDistributed(frozen.releaseId, frozen.version);
      stores.happen({ kind: 'delivery.changed', releaseId: frozen.releaseId });
    }
    return done({
      created: fresh.length,
      already: rows.length - fresh.length,
      deliveries: await stores.deliveries.byRelease(frozen.releaseId),
    });
  });
}

/** A finding that blocks, as the refusal of Kirim; a channel's own findings stand under the same name where there is one. */
const refusalOf: Partial<Record<Finding['code'], RefusalCode>> = {
  no_recipients: 'no_recipients',
  account_missing: 'account_missing',
  caption_missing: 'caption_missing',
  embargo_running: 'embargo_running',
  site_missing: 'site_missing',
};

/** The newest approved version, unless the release was withdrawn. */
async function sendable(stores: ReadStores, releaseId: Id): Promise<FrozenVersion | null> {
  const release = await stores.releases.get(releaseId);
  return release === null || release.state === 'withdrawn' ? null : stores.releases.frozen(releaseId);
}

type Planned = { readonly plan: ChannelPlan; readonly found: ChannelRecipient[] };

/** Recipients of every channel, with the rows that exist, and everything that stands in the way. */
async function lookAhead(
  stores: ReadStores,
  frozen: FrozenVersion,
  to: SendTo,
  now: string,
): Promise<{ planned: Planned[]; recipients: Recipient[]; findings: Finding[] }> {
  const existing = await stores.deliveries.existing(frozen.releaseId, frozen.version);
  const planned: Planned[] = [];
  const recipients: Recipient[] = [];
  const findings: Finding[] = [];
  for (const plan of channelPlans) {
    const found = await plan.recipients(stores, to);
    if (found.length === 0) continue;
    planned.push({ plan, found });
    for (const one of found) {
      const already: DeliveryState | null = existing.get(`${plan.kind} ${one.key}`) ?? null;
      recipients.push({ channel: plan.kind, ...one, already });
    }
    findings.push(...(await plan.findings(stores, frozen, found)));
    const health = await stores.deliveries.channel(plan.kind);
    if (health.pausedAt !== null) {
      findings.push({
        level: 'warn',
        code: 'channel_paused',
        params: { channel: plan.kind, words: health.pausedWords },
      });
    }
  }
  const { embargoUntil } = frozen.manifest;
  if (embargoUntil !== null && embargoUntil > now) {
    findings.push({ level: 'block', code: 'embargo_running', params: { until: embargoUntil } });
  }
  if (recipients.length === 0) findings.push({ level: 'block', code: 'no_recipients', params: {} });
  else if (recipients.every((one) => one.already !== null)) {
    findings.push({ level: 'info', code: 'all_have_it', params: { count: recipients.length } });
  }
  return { planned, recipients, findings };
}

function countBy(kinds: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
