import { createHash } from 'node:crypto';
import { access, constants, mkdtemp, readdir, readFile, rmdir, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import type { SiteEntry } from '../../newsroom/distribution/site-port.ts';
import { done, type Outcome, refused } from '../../newsroom/outcome.ts';
import type { PlacedRelease } from './site-model.ts';

/** Says that the folder is ours and whose; nothing else in it gives the right to write there. */
export const markerName = '.kulkul-situs.json';
export const manifestName = '.kulkul-manifest.json';

/** What systems and people put into folders that are empty to everyone else. */
const noise = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '.git', 'lost+found']);

export interface SiteManifest {
  readonly format: 1;
  /** `writing`: the last run did not come to its end, so the hashes below are not to be believed unread. */
  readonly state: 'writing' | 'whole';
  /** Path -> SHA-256 and bytes of what we wrote there. */
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>;
  /** Release id -> what its page was made of. */
  readonly releases: Readonly<Record<string, PlacedRelease & { readonly key: string }>>;
}

export const emptyManifest: SiteManifest = { format: 1, state: 'whole', files: {}, releases: {} };

/** Refuses `folder_unusable` with a reason; see the port. */
export async function inspectFolder(
  folder: string,
  siteId: string,
  formerly: readonly string[] = [],
): Promise<Outcome<{ state: 'empty' | 'ours' }>> {
  const no = (reason: string) => refused('folder_unusable', { folder, reason }, 'folder');
  if (!isAbsolute(folder)) return no('relative');
  const there = await stat(folder).catch(() => null);
  if (there === null) {
    const parent = await stat(dirname(folder)).catch(() => null);
    if (!parent?.isDirectory()) return no('missing');
    return (await takesFolders(dirname(folder))) ? done({ state: 'empty' }) : no('read_only');
  }
  if (!there.isDirectory()) return no('not_folder');
  const names = await readdir(folder).catch(() => null);
  if (names === null || !(await writable(folder))) return no('read_only');
  if (names.includes(markerName)) {
    const owner = await ownerOf(folder);
    if (owner?.siteId === siteId) return done({ state: 'ours' });
    const related = owner !== null && (formerly.includes(owner.siteId) || owner.formerly.includes(siteId));
    return no(related ? 'other_copy' : 'other_office');
  }
  return names.every((name) => noise.has(name)) ? done({ state: 'empty' }) : no('not_ours');
}

/** @param formerly who else may ask for the folder: offices of the same data, before or after a backup was restored */
export function markerText(siteId: string, formerly: readonly string[] = []): string {
  return `${JSON.stringify({ kulkul: 'situs', siteId, ...(formerly.length === 0 ? {} : { formerly }) })}\n`;
}

/** What the marker says; null without one that can be read. */
export async function ownerOf(folder: string): Promise<{ siteId: string; formerly: readonly string[] } | null> {
  try {
    const { siteId, formerly } = JSON.parse(await readFile(join(folder, markerName), 'utf8')) as Record<
      string,
      unknown
    >;
    if (typeof siteId !== 'string') return null;
    return { siteId, formerly: Array.isArray(formerly) ? formerly.filter((id) => typeof id === 'string') : [] };
  } catch {
    return null;
  }
}

/** An unreadable manifest counts as none: everything is written again. */
export async function readManifest(folder: string): Promise<SiteManifest> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as SiteManifest;
    if (manifest.format === 1 && everyPathInside(manifest)) return manifest;
  } catch {
    // falls through
  }
  return { ...emptyManifest, state: 'writing' };
}

/** The folder may come back from a web host; a path that leads out of it must never be written or removed. */
function everyPathInside(manifest: SiteManifest): boolean {
  const releases = Object.values(manifest.releases);
  const paths = [...Object.keys(manifest.files), ...releases.map((release) => release.path)];
  return paths.every((path) => /^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)*$/.test(path) && !path.includes('..'));
}

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Everything that a release's page is made of, besides the templates. */
export function pageKey(entry: SiteEntry, surroundings: string): string {
  return sha256(JSON.stringify([entry, surroundings]));
}

/** Tried, not asked: /proc says that root may write, and takes no folder. */
async function takesFolders(folder: string): Promise<boolean> {
  try {
    await rmdir(await mkdtemp(join(folder, '.kulkul-')));
    return true;
  } catch {
    return false;
  }
}

async function writable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
