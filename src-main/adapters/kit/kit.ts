import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Kit, Kits } from '../../newsroom/distribution/kit-port.ts';
import { slug } from '../../newsroom/distribution/site-address.ts';
import { clockText, dayOf, dayText, localOf, zoneShort } from '../../words/when.ts';
import { kitPage } from './kit-page.ts';
import { captionsText, kitText, windowsText } from './kit-texts.ts';

/** Media kits as ZIP, packed while they are read. JPEGs are stored, not squeezed again: it would cost time and save nothing. */
export function createKits(): Kits {
  return { fileName: kitFileName, zip };
}

/** `SP/2025/0412` and `Wali Kota Resmikan Pasar` -> `SP-2025-0412_wali-kota-resmikan-pasar.zip`. */
export function kitFileName(kit: Pick<Kit, 'number' | 'title' | 'approvedAt' | 'zone'>): string {
  const number = (kit.number ?? '')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const words = slug(kit.title, 60) || 'siaran-pers';
  return `${number || dayOf(kit.approvedAt, kit.zone)}_${words}.zip`;
}

async function* zip(kit: Kit): AsyncGenerator<Uint8Array> {
  const when = (instant: string) =>
    `${dayText(dayOf(instant, kit.zone), 'id')}, ${clockText(localOf(instant, kit.zone), 'id')} ${zoneShort(kit.zone)}`;
  const archive = new ZipFile();
  const output = archive.outputStream as Readable;
  archive.on('error', (error: Error) => output.destroy(error));
  const options = { mtime: wallTime(kit), mode: 0o100644, forceDosTimestamp: true };
  const text = (content: string, name: string) =>
    archive.addBuffer(Buffer.from(content, 'utf8'), name, { ...options, compress: true });
  text(kitText(kit, when), 'siaran-pers.txt');
  text(kitPage(kit, when), 'siaran-pers.html');
  text(captionsText(kit), 'keterangan-foto.txt');
  text(windowsText(kit.whatsappText), 'wa.txt');
  for (const photo of kit.photos)
    archive.addFile(photo.path, `foto/${photo.fileName}`, { ...options, compress: false });
  archive.end();
  yield* output;
}

/**
 * The approval's wall time at the office, as a Date of this computer's zone: a ZIP keeps local time without a zone, and yazl
 * takes it from the Date's local fields. So the kit has the same bytes on a server that stands in another zone.
 */
function wallTime(kit: Kit): Date {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0] = localOf(kit.approvedAt, kit.zone)
    .split(/[-T:]/)
    .map(Number);
  return new Date(year, month - 1, day, hour, minute);
}
