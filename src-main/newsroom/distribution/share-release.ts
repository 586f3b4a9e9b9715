import type { Id } from '../../contract/basics.ts';
import type { Share } from '../../contract/whatsapp.ts';
import { excerpt } from '../../text/plain-text.ts';
import { whatsappText } from '../../text/whatsapp-text.ts';
import type { Caller } from '../caller.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { ReadStores } from '../ports.ts';
import { pageAddress } from './site-address.ts';
import { stemOf } from './site-pages.ts';
import { keptSite } from './site-settings.ts';

const GREETING = 'whatsapp.greeting';
const firstGreeting = 'Yth. rekan-rekan media, berikut kami sampaikan siaran pers:';

export async function greetingOf(stores: Pick<ReadStores, 'office'>): Promise<string> {
  const kept = await stores.office.setting(GREETING);
  return typeof kept === 'string' ? kept : firstGreeting;
}

export async function setGreeting(
  ports: Pick<Newsroom, 'write'>,
  caller: Caller,
  input: { greeting: string },
): Promise<Outcome<{ greeting: string }>> {
  return ports.write(async (stores) => {
    const greeting = input.greeting.trim();
    await stores.office.setSetting(GREETING, greeting);
    await stores.audit.append({ caller, act: 'whatsapp.greeting', subject: { kind: 'channel', id: 'whatsapp' } });
    stores.happen({ kind: 'channels.changed' });
    return done({ greeting });
  });
}

/**
 * What a person needs to share the newest approved version. The link is there once that version stands on the site.
 * Refuses: `not_approved`.
 */
export async function shareRelease(
  ports: Pick<Newsroom, 'read' | 'kits'>,
  input: { releaseId: Id },
): Promise<Outcome<Share>> {
  return ports.read(async (stores) => {
    const frozen = await stores.releases.frozen(input.releaseId);
    const office = await stores.office.get();
    if (frozen === null || office === null) return refused('not_approved');
    const { manifest } = frozen;
    return done({
      releaseId: frozen.releaseId,
      version: frozen.version,
      contentHash: frozen.contentHash,
      number: frozen.number,
      title: manifest.title,
      lead: excerpt(manifest, 400),
      fullText: whatsappText(manifest),
      link: await publicLink(stores, input.releaseId, office),
      greeting: await greetingOf(stores),
      embargoUntil: manifest.embargoUntil,
      photos: manifest.photos.map(({ photoId, caption, credit }) => ({ photoId, caption, credit })),
      kitName: ports.kits.fileName({
        releaseId: frozen.releaseId,
        number: frozen.number,
        title: manifest.title,
        approvedAt: frozen.approvedAt,
        zone: office.zone,
      }),
    });
  });
}

async function publicLink(
  stores: ReadStores,
  releaseId: Id,
  office: Parameters<typeof stemOf>[2],
): Promise<string | null> {
  const kept = await keptSite(stores);
  if (kept === null || kept.baseUrl === '') return null;
  const first = (await stores.siteRows.ofRelease(releaseId)).find((row) => row.state === 'sent' && !row.withdrawn);
  const stem = first === undefined ? null : await stemOf(stores, first, office);
  return stem === null ? null : pageAddress(kept.baseUrl, stem);
}
