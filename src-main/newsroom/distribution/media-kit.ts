import type { Id } from '../../contract/basics.ts';
import { bodyHtml } from '../../text/html.ts';
import { releaseText } from '../../text/plain-text.ts';
import { whatsappText } from '../../text/whatsapp-text.ts';
import type { Newsroom } from '../newsroom.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Kit, KitPhoto } from './kit-port.ts';
import { readLogo } from './publish-site.ts';

type Ports = Pick<Newsroom, 'read' | 'deliveryCopies' | 'files' | 'kits'>;

/**
 * Everything a desk needs of an approved version, with its photos made.
 * Refuses: `not_approved`, and what a photo refuses.
 * @param version left out: the newest approved one
 */
export async function mediaKit(ports: Ports, input: { releaseId: Id; version?: number }): Promise<Outcome<Kit>> {
  const looked = await ports.read(async (stores) => ({
    frozen: await stores.releases.frozen(input.releaseId, input.version),
    office: await stores.office.get(),
  }));
  const { frozen, office } = looked;
  if (frozen === null || office === null) return refused('not_approved');
  const { manifest } = frozen;
  const photos: KitPhoto[] = [];
  for (const [index, photo] of manifest.photos.entries()) {
    const context = { headline: manifest.title, source: office.unit, city: office.city, number: index + 1 };
    const copy = await ports.deliveryCopies.copy(photo, context);
    if (!copy.ok) return copy;
    const small = await ports.deliveryCopies.copy(photo, { ...context, side: 640 });
    if (!small.ok) return small;
    const { path, fileName, bytes } = copy.value;
    const { caption, credit, alt } = photo;
    photos.push({ path, fileName, bytes, caption, credit, alt, previewPath: small.value.path });
  }
  return done({
    releaseId: frozen.releaseId,
    number: frozen.number,
    title: manifest.title,
    dateline: manifest.dateline,
    approvedAt: frozen.approvedAt,
    embargoUntil: manifest.embargoUntil,
    zone: office.zone,
    contentHash: frozen.contentHash,
    plainText: releaseText(manifest),
    bodyHtml: bodyHtml(manifest),
    whatsappText: whatsappText(manifest),
    photos,
    office: {
      unit: office.unit,
      city: office.city,
      lines: office.letterhead.lines,
      footer: office.letterhead.footer,
      contact: office.contact,
      logo: await readLogo(ports.files, office),
    },
  });
}
