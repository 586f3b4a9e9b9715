import type { SiteAgenda, SiteSettingsForm } from '../../contract/site.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import type { Stores } from '../stores.ts';
import { siteState } from './site-pages.ts';

/** The setting `site` of the office, as it is kept. */
export interface KeptSite extends SiteSettingsForm {
  readonly siteId: string;
  /** Ids of the offices that these data were restored from: their folders are taken over by a person only. */
  readonly formerly?: readonly string[];
  readonly version: number;
}

/** Name of the job that writes the whole site again. */
export const REWRITE_SITE = 'rewrite-site';

export async function keptSite(stores: Pick<ReadStores, 'office'>): Promise<KeptSite | null> {
  const kept = (await stores.office.setting('site')) as (Omit<KeptSite, 'publicAgenda'> & Partial<KeptSite>) | null;
  // settings of an older Kulkul know nothing of the agenda
  return kept && { ...kept, publicAgenda: kept.publicAgenda ?? false };
}

/** Kind of the job that writes *Agenda publik*: when the agenda has changed, and when the day turns. */
export const WRITE_SITE_AGENDA = 'write-site-agenda';

/** What that job is told. */
export interface SiteAgendaWork {
  /** Version of the settings whose days it follows; null for a look because something changed. */
  readonly version: number | null;
}

/** The setting `site-agenda-written`. */
export async function keptSiteAgenda(stores: Pick<ReadStores, 'office'>): Promise<SiteAgenda | null> {
  return (await stores.office.setting('site-agenda-written')) as SiteAgenda | null;
}

/** The settings, or what the form may begin with. */
export async function readSite(ports: Pick<Newsroom, 'read'>): Promise<
  Outcome<{
    settings: SiteSettingsForm | null;
    proposal: SiteSettingsForm;
    version: number;
    pages: number;
    agenda: SiteAgenda | null;
  }>
> {
  return ports.read(async (stores) => {
    const office = await stores.office.get();
    if (office === null) return refused('not_found');
    const kept = await keptSite(stores);
    const proposal = {
      folder: '',
      baseUrl: '',
      title: `Ruang Berita ${office.city}`,
      description: `Siaran pers dan foto dari ${office.unit}, ${office.city}.`.slice(0, 300),
      publicAgenda: false,
    };
    const pages = (await siteState(stores)).length;
    const agenda = await keptSiteAgenda(stores);
    if (kept === null) return done({ settings: null, proposal, version: 0, pages, agenda: null });
    const { siteId: _, formerly: __, version, ...settings } = kept;
    return done({ settings, proposal, version, pages, agenda: kept.publicAgenda ? agenda : null });
  });
}

/**
 * Keeps where the site is written. Refuses: `folder_unusable` (see the port; also the data folder itself), `changed_meanwhile`.
 */
export async function changeSite(
  ports: Pick<Newsroom, 'read' | 'write' | 'ids' | 'site'>,
  caller: Caller,
  input: SiteSettingsForm & { version: number },
): Promise<Outcome<SiteSettingsForm>> {
  const before = await ports.read(keptSite);
  const siteId = before?.siteId ?? ports.ids.next();
  const usable = await ports.site.inspect(input.folder, siteId, before?.formerly);
  // nothing is written before somebody takes it over, so the rest may be changed meanwhile
  const held = !usable.ok && usable.refusal.params.reason === 'other_copy' && input.folder === before?.folder;
  if (!usable.ok && !held) return usable;
  return ports.write(async (stores) => {
    const now = await keptSite(stores);
    if ((now?.version ?? 0) !== input.version) return refused('changed_meanwhile');
    const { version, ...form } = input;
    const settings = { ...form, baseUrl: form.baseUrl === '' ? '' : `${form.baseUrl.replace(/\/+$/, '')}/` };
    await stores.office.setSetting('site', {
      ...settings,
      siteId: now?.siteId ?? siteId,
      ...(now?.formerly === undefined ? {} : { formerly: now.formerly }),
      version: version + 1,
    });
    await stores.audit.append({
      caller,
      act: 'site.change',
      subject: { kind: 'channel', id: 'site' },
      details: { folder: settings.folder, baseUrl: settings.baseUrl, publicAgenda: settings.publicAgenda },
    });
    await stores.jobs.add({ kind: REWRITE_SITE, key: ports.ids.next(), data: null });
    if (settings.publicAgenda) await followDays(stores, version + 1);
    stores.happen({ kind: 'channels.changed' });
    return done(settings);
  });
}

/** The job that waits for each next day; one per version of the settings. */
function followDays(stores: Pick<Stores, 'jobs'>, version: number): Promise<void> {
  return stores.jobs.add({
    kind: WRITE_SITE_AGENDA,
    key: `days ${version}`,
    data: { version } satisfies SiteAgendaWork,
  });
}
