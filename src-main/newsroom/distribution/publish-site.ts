import type { Id } from '../../contract/basics.ts';
import type { Office } from '../../contract/office-nouns.ts';
import { loadPublicAgenda } from '../agenda/outgoing/load-public-agenda.ts';
import type { PublicAgenda } from '../agenda/outgoing/public-agenda.ts';
import { inTurn } from '../in-turn.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import { RESTORED } from './hold-restored.ts';
import { openForSite, siteEntries, siteState } from './site-pages.ts';
import type { SiteEntry, SiteSettings, SiteWritten } from './site-port.ts';
import { type KeptSite, keptSite } from './site-settings.ts';

type Ports = Pick<Newsroom, 'read' | 'clock' | 'site' | 'deliveryCopies' | 'files'>;

/** What is written now: settings and entries, read in one look. */
export interface SitePlan {
  readonly kept: KeptSite;
  readonly office: Office;
  readonly entries: readonly SiteEntry[];
  /** *Agenda publik*, where the office shows one. */
  readonly agenda: PublicAgenda | null;
}

/** Refuses: `site_missing` while no folder was chosen. */
export async function planSite(
  ports: Pick<Newsroom, 'read' | 'clock'>,
  including?: { releaseId: Id; version: number },
): Promise<Outcome<SitePlan>> {
  return ports.read(async (stores) => {
    const kept = await keptSite(stores);
    const office = await stores.office.get();
    if (kept === null || office === null) return refused('site_missing');
    const now = ports.clock.now().toString({ smallestUnit: 'millisecond' });
    const entries = await siteEntries(stores, await siteState(stores, including), office, now);
    const agenda = kept.publicAgenda ? await loadPublicAgenda(stores, office, now) : null;
    return done({ kept, office, entries, agenda });
  });
}

/**
 * Makes the folder say what the ledger says. One at a time, and each plans only when its turn has come: one that planned earlier
 * would take off again what another has put there meanwhile. Refuses: `site_missing`, `folder_unusable`
 * ({ reason: 'restored' }) until a person goes on after a restore, and as `Site.write` does.
 * @param including a version whose row is just being delivered
 */
export function publishSite(
  ports: Ports,
  including?: { releaseId: Id; version: number },
  options: { verify?: boolean } = {},
): Promise<Outcome<SiteWritten>> {
  return inTurn('site', async () => {
    const held = await ports.read(heldSite);
    if (held !== null) return refused('folder_unusable', { folder: held, reason: 'restored' });
    const plan = await planSite(ports, including);
    return plan.ok ? writeSite(ports, plan.value, options.verify ?? false) : plan;
  });
}

/** Writes again what differs from what the ledger says; also takes off what was withdrawn since. */
export function rewriteSite(ports: Ports): Promise<Outcome<SiteWritten>> {
  return publishSite(ports, undefined, { verify: true });
}

async function writeSite(
  ports: Ports,
  { kept, office, entries, agenda }: SitePlan,
  verify: boolean,
): Promise<Outcome<SiteWritten>> {
  const byId = new Map(entries.map((entry) => [entry.releaseId, entry]));
  return ports.site.write(
    await settingsOf(ports, kept, office, agenda),
    entries,
    async (releaseId) => {
      const entry = byId.get(releaseId);
      return entry === undefined ? refused('not_found') : openForSite(ports, office, entry);
    },
    {
      verify,
      // only what was withdrawn goes: a page that these data do not know was published after their backup was made
      keeps: async (releaseId) => (await ports.read((stores) => stores.releases.get(releaseId)))?.state !== 'withdrawn',
    },
  );
}

/** The folder that waits for a person after a restore, else null; also before the start has come to hold it. */
export async function heldSite(stores: Pick<ReadStores, 'office' | 'deliveries'>): Promise<string | null> {
  const held =
    (await stores.office.setting(RESTORED)) !== null ||
    (await stores.deliveries.channel('site')).pausedBecause === 'restored';
  return held ? ((await keptSite(stores))?.folder ?? null) : null;
}

/** The office as its site shows it. */
export async function settingsOf(
  ports: Pick<Newsroom, 'files'>,
  kept: KeptSite,
  office: Office,
  agenda: PublicAgenda | null,
): Promise<SiteSettings> {
  return {
    folder: kept.folder,
    baseUrl: kept.baseUrl === '' ? null : kept.baseUrl,
    siteId: kept.siteId,
    formerly: kept.formerly ?? [],
    title: kept.title,
    description: kept.description,
    unit: office.unit,
    city: office.city,
    zone: office.zone,
    accent: office.accent,
    boilerplate: office.boilerplate,
    contact: office.contact,
    logo: await readLogo(ports.files, office),
    agenda,
  };
}

/** The emblem of the letterhead; an office whose file is gone does without. */
export async function readLogo(files: Newsroom['files'], office: Office): Promise<SiteSettings['logo']> {
  const { logo } = office.letterhead;
  if (logo === null || (await files.attachments.size(logo)) === null) return null;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of files.attachments.open(logo)) {
    pieces.push(piece);
    length += piece.length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, type: bytes[0] === 0x89 ? 'image/png' : 'image/jpeg' };
}
