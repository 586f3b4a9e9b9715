import type { SiteAgenda } from '../../contract/site.ts';
import { loadPublicAgenda } from '../agenda/outgoing/load-public-agenda.ts';
import { inTurn } from '../in-turn.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { heldSite, publishSite, settingsOf } from './publish-site.ts';
import { keptSite, keptSiteAgenda, type SiteAgendaWork, WRITE_SITE_AGENDA } from './site-settings.ts';

type Ports = Pick<Newsroom, 'read' | 'write' | 'clock' | 'site' | 'deliveryCopies' | 'files'>;

/**
 * Makes the page *Agenda publik* say what the agenda says today; the rest of the site is touched only where it does not stand yet.
 * What came of it is kept, for the settings.
 * @returns whether anything was written
 */
export async function writeSiteAgenda(ports: Ports): Promise<Outcome<{ written: boolean }>> {
  const plan = await inTurn('site', () => writePage(ports));
  if (plan === null) return done({ written: false });
  // the folder is new, or another run was cut off in it
  const end = plan.outcome.ok && !plan.outcome.value.whole ? await publishSite(ports) : plan.outcome;
  const written = end.ok && Boolean(end.value.written);
  await keep(ports, { ...plan.page, refusal: end.ok ? null : { ...end.refusal } }, written);
  return end.ok ? done({ written }) : end;
}

async function writePage(ports: Ports) {
  const at = ports.clock.now().toString({ fractionalSecondDigits: 3 });
  const found = await ports.read(async (stores) => {
    const [kept, office] = [await keptSite(stores), await stores.office.get()];
    if (kept === null || office === null || !kept.publicAgenda) return null;
    return { kept, office, held: await heldSite(stores), agenda: await loadPublicAgenda(stores, office, at) };
  });
  if (found === null) return null;
  const { kept, office, held, agenda } = found;
  const outcome =
    held === null
      ? await ports.site.writeAgenda(await settingsOf(ports, kept, office, agenda))
      : refused('folder_unusable', { folder: held, reason: 'restored' });
  const events = agenda.days.reduce((sum, { items }) => sum + items.length, 0);
  return { outcome, page: { at, from: agenda.from, to: agenda.to, events } };
}

/** A look that changed nothing leaves what is kept alone. */
async function keep(ports: Pick<Newsroom, 'read' | 'write'>, next: SiteAgenda, changed: boolean): Promise<void> {
  const last = await ports.read(keptSiteAgenda);
  const same = last !== null && last.from === next.from && last.refusal?.code === next.refusal?.code;
  if (same && !changed) return;
  await ports.write(async (stores) => {
    // what stands there is still the one before
    const kept = next.refusal !== null && last !== null ? { ...last, refusal: next.refusal } : next;
    await stores.office.setSetting('site-agenda-written', kept);
    stores.happen({ kind: 'channels.changed' });
    return done(undefined);
  });
}

/** Something that may stand on the page has changed: look again, if there is a page at all. */
export async function siteAgendaMayDiffer(ports: Pick<Newsroom, 'read' | 'write'>): Promise<void> {
  const kept = await ports.read(keptSite);
  if (kept === null || !kept.publicAgenda) return;
  await ports.write(async (stores) => {
    const data: SiteAgendaWork = { version: null };
    await stores.jobs.add({ kind: WRITE_SITE_AGENDA, key: 'changed', data });
    return done(undefined);
  });
}
