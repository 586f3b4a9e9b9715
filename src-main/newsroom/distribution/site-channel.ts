import type { Finding } from '../../contract/delivery-nouns.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Outcome } from '../outcome.ts';
import type { ChannelPlan, Sender } from './channel.ts';
import { planSite, publishSite, type SitePlan } from './publish-site.ts';
import { pageAddress } from './site-address.ts';
import { underEmbargo } from './site-pages.ts';
import type { PublishedPage } from './site-port.ts';
import { keptSite } from './site-settings.ts';

/** The public newsroom as one recipient. */
export const siteChannel: ChannelPlan = {
  kind: 'site',
  firstState: 'ready',
  async recipients(stores, to) {
    if (!to.site) return [];
    const kept = await keptSite(stores);
    return [{ key: 'site', name: kept?.title ?? 'Situs', address: kept?.baseUrl || (kept?.folder ?? ''), outlet: '' }];
  },
  async findings(stores, frozen) {
    const findings: Finding[] = [];
    const kept = await keptSite(stores);
    if (kept === null) findings.push({ level: 'block', code: 'site_missing', params: {} });
    else if (kept.baseUrl === '') findings.push({ level: 'warn', code: 'site_without_address', params: {} });
    const bare = frozen.manifest.photos.filter((photo) => photo.caption.trim() === '').length;
    if (bare > 0) findings.push({ level: 'block', code: 'caption_missing', params: { count: bare } });
    return findings;
  },
};

interface PreparedSite {
  readonly plan: SitePlan;
  readonly underEmbargo: boolean;
}

/**
 * The site as a channel. Writing is repeatable and the folder can be asked what it holds, so a try that was cut off is never
 * *perlu dicek*: it was written or it was not.
 */
export function siteSender(
  ports: Pick<Newsroom, 'read' | 'clock' | 'site' | 'deliveryCopies' | 'files'>,
): Sender<PreparedSite> {
  const addresses = new Map<string, string>();
  return {
    async prepare(frozen): Promise<Outcome<PreparedSite>> {
      const plan = await planSite(ports, frozen);
      if (!plan.ok) return plan;
      const { kept, entries } = plan.value;
      const entry = entries.find((one) => one.releaseId === frozen.releaseId);
      if (entry) {
        addresses.set(
          `${frozen.releaseId} ${frozen.version}`,
          pageAddress(kept.baseUrl === '' ? null : kept.baseUrl, entry.stem),
        );
      }
      const now = ports.clock.now().toString({ smallestUnit: 'millisecond' });
      return { ok: true, value: { plan: plan.value, underEmbargo: underEmbargo(frozen, now) } };
    },
    window: () => 1,
    reference: (delivery) => addresses.get(`${delivery.releaseId} ${delivery.version}`) ?? delivery.recipientAddress,
    async deliver({ plan, underEmbargo: early }, delivery, reference) {
      if (early) return { kind: 'refused', reason: 'content_refused', answer: 'embargo_running' };
      const newer = plan.entries.find((one) => one.releaseId === delivery.releaseId);
      if (newer === undefined) return { kind: 'refused', reason: 'content_refused', answer: 'not_found' };
      const { releaseId, version } = delivery;
      const written = await publishSite(ports, { releaseId, version });
      if (written.ok) return { kind: 'sent', answer: reference, reference };
      const { code, params } = written.refusal;
      const answer = [code, params.reason, params.folder].filter(Boolean).join(' ');
      if (code === 'exiftool_missing' || params.reason === 'other_copy') {
        const because = code === 'exiftool_missing' ? code : 'other_copy';
        return { kind: 'channel_down', reason: 'write_failed', answer, fatal: true, because };
      }
      // The folder is the channel: when it is gone, every row waits for it to come back.
      if (code === 'folder_unusable' || code === 'disk_full') {
        return { kind: 'channel_down', reason: 'write_failed', answer, fatal: false };
      }
      return { kind: 'refused', reason: 'preparing_failed', answer };
    },
    async reconcile(delivery) {
      const kept = await ports.read(keptSite);
      if (kept === null) return 'not_sent';
      const pages = await lookInto(ports.site, kept.folder);
      const page = pages.find((one) => one.releaseId === delivery.releaseId);
      return page?.version === delivery.version && page.contentHash === delivery.contentHash ? 'sent' : 'not_sent';
    },
  };
}

/** Looks that were not answered yet, by folder. */
const looks = new Map<string, Promise<readonly PublishedPage[]>>();

/**
 * What the folder holds. Who asks while another look at it is under way waits for that one: each that a dead share never answers
 * keeps a thread of the system busy. Another folder is another matter: it answers however long the first is silent.
 */
function lookInto(site: Newsroom['site'], folder: string): Promise<readonly PublishedPage[]> {
  const before = looks.get(folder);
  if (before !== undefined) return before;
  const look = site.published(folder).finally(() => looks.delete(folder));
  looks.set(folder, look);
  return look;
}
