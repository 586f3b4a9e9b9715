import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Kit, KitNaming, Kits } from '../../newsroom/distribution/kit-port.ts';
import { slug } from '../../newsroom/distribution/site-address.ts';
import { inTurn } from '../../newsroom/in-turn.ts';
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
function kitName(kit: KitNaming): string {
  const number = (kit.number ?? '')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const words = slug(kit.title, 60) || 'siaran-pers';
  if (number !== '') return `${number}_${words}`;
  // a number is given once, but two releases of one day may well have the same title
  return `${dayOf(kit.approvedAt, kit.zone)}_${words}-${kit.releaseId.slice(-5).toLowerCase()}`;
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

/** What a draft folder is called while it is filled; its own for every unpacking. */
const DRAFT = '.baru-';
/** What the older folder is called while the new one takes its place. */
const OLD = '.lama-';

/**
 * Two people who unpack the same kit take turns; the second finds it as it should be and leaves it alone, so that nobody's photos
 * vanish while they are being dragged. What a crash left of an earlier try is cleared away first.
 */
async function unpack(kit: Kit, shareFolder: string): Promise<Outcome<{ folder: string }>> {
  const name = kitName(kit);
  const folder = join(shareFolder, name);
  return inTurn(`kit ${folder}`, async () => {
    let draft: string | null = null;
    try {
      await mkdir(shareFolder, { recursive: true });
      for (const left of await readdir(shareFolder))
        if (left.startsWith(`${name}${DRAFT}`) || left.startsWith(`${name}${OLD}`))
          await rm(join(shareFolder, left), { recursive: true, force: true });
      const texts = await textsOf(kit);
      if (await holds(folder, kit, texts)) return done({ folder });
      const turn = randomUUID().slice(0, 8);
      draft = `${folder}${DRAFT}${turn}`;
      await mkdir(join(draft, 'foto'), { recursive: true });
      for (const [file, text] of texts) await writeFile(join(draft, file), text);
      for (const photo of kit.photos) await copyFile(photo.path, join(draft, 'foto', photo.fileName));
      // one rename away and one in its place: whoever looks finds the old kit or the new one, hardly ever none, never a half one
      const old = `${folder}${OLD}${turn}`;
      if (await exists(folder)) await rename(folder, old);
      await rename(draft, folder);
      draft = null;
      await rm(old, { recursive: true, force: true });
      return done({ folder });
    } catch (error) {
      // the next unpacking clears away what cannot be removed now
      if (draft !== null) await rm(draft, { recursive: true, force: true }).catch(() => undefined);
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOSPC' || code === 'EDQUOT') return refused('disk_full');
      if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'EBUSY')
        return refused('folder_unusable', { folder: shareFolder, reason: 'read_only' });
      throw error;
    }
  });
}

/** Whether the folder holds exactly this kit already: its texts word for word (they name the content hash), every photo whole. */
async function holds(folder: string, kit: Kit, texts: readonly [string, string][]): Promise<boolean> {
  try {
    const wanted = [...texts.map(([file]) => file), 'foto'].sort();
    if ((await readdir(folder)).sort().join('/') !== wanted.join('/')) return false;
    for (const [file, text] of texts) if ((await readFile(join(folder, file), 'utf8')) !== text) return false;
    const photos = await readdir(join(folder, 'foto'));
    if (photos.length !== kit.photos.length) return false;
    for (const photo of kit.photos)
      if ((await stat(join(folder, 'foto', photo.fileName))).size !== photo.bytes) return false;
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
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
