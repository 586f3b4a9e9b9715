import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Kit, Kits } from '../../newsroom/distribution/kit-port.ts';
import { slug } from '../../newsroom/distribution/site-address.ts';
import { done, type Outcome, refused } from '../../newsroom/outcome.ts';
import { clockText, dayOf, dayText, localOf, zoneShort } from '../../words/when.ts';
import { kitPage } from './kit-page.ts';
import { captionsText, kitText, windowsText } from './kit-texts.ts';

/**
 * Media kits as ZIP, packed while they are read, or as a folder.
 * @param shareFolder where folders are unpacked; can be made again at any time
 */
export function createKits(shareFolder: string): Kits {
  return { fileName: (kit) => `${kitName(kit)}.zip`, zip, unpack: (kit) => unpack(kit, shareFolder) };
}

/** `SP/2025/0412` and `Wali Kota Resmikan Pasar` -> `SP-2025-0412_wali-kota-resmikan-pasar`. */
function kitName(kit: Pick<Kit, 'number' | 'title' | 'approvedAt' | 'zone'>): string {
  const number = (kit.number ?? '')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const words = slug(kit.title, 60) || 'siaran-pers';
  return `${number || dayOf(kit.approvedAt, kit.zone)}_${words}`;
}

/** Everything but the photos: name -> text. */
async function textsOf(kit: Kit): Promise<[string, string][]> {
  const when = (instant: string) =>
    `${dayText(dayOf(instant, kit.zone), 'id')}, ${clockText(localOf(instant, kit.zone), 'id')} ${zoneShort(kit.zone)}`;
  const previews = await Promise.all(kit.photos.map((photo) => readFile(photo.previewPath)));
  return [
    ['siaran-pers.txt', kitText(kit, when)],
    ['siaran-pers.html', kitPage(kit, when, previews)],
    ['keterangan-foto.txt', captionsText(kit)],
    ['wa.txt', windowsText(kit.whatsappText)],
  ];
}

async function* zip(kit: Kit): AsyncGenerator<Uint8Array> {
  const texts = await textsOf(kit);
  const archive = new ZipFile();
  const output = archive.outputStream as Readable;
  archive.on('error', (error: Error) => output.destroy(error));
  const options = { mtime: wallTime(kit), mode: 0o100644, forceDosTimestamp: true };
  for (const [name, text] of texts) archive.addBuffer(Buffer.from(text, 'utf8'), name, { ...options, compress: true });
  // JPEGs are stored, not squeezed again: it would cost time and save nothing.
  for (const photo of kit.photos)
    archive.addFile(photo.path, `foto/${photo.fileName}`, { ...options, compress: false });
  archive.end();
  yield* output;
}

async function unpack(kit: Kit, shareFolder: string): Promise<Outcome<{ folder: string }>> {
  const folder = join(shareFolder, kitName(kit));
  const draft = `${folder}.baru`;
  try {
    await rm(draft, { recursive: true, force: true });
    await mkdir(join(draft, 'foto'), { recursive: true });
    for (const [name, text] of await textsOf(kit)) await writeFile(join(draft, name), text);
    for (const photo of kit.photos) await copyFile(photo.path, join(draft, 'foto', photo.fileName));
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
    return done({ folder });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    if (code === 'ENOSPC' || code === 'EDQUOT') return refused('disk_full');
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'EBUSY') {
      return refused('folder_unusable', { folder: shareFolder, reason: 'read_only' });
    }
    throw error;
  }
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
