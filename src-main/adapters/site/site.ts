import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../make-folder.ts';
import { pagePath } from '../../newsroom/distribution/site-address.ts';
import type {
  PublishedPage,
  Site,
  SiteEntry,
  SitePhoto,
  SiteRelease,
  SiteSettings,
  SiteWritten,
} from '../../newsroom/distribution/site-port.ts';
import { done, type Outcome, refused } from '../../newsroom/outcome.ts';
import { sweepDrafts, writeWhole } from '../../whole-file.ts';
import { site as words } from '../../words/id/site.ts';
import { agendaPage } from './agenda-page.ts';
import { feeds, perFeed, robots, sitemap } from './feeds.ts';
import {
  inspectFolder,
  manifestName,
  markerName,
  markerText,
  ownerOf,
  pageKey,
  readManifest,
  type SiteManifest,
  sha256,
} from './folder.ts';
import { indexPage, perPage } from './index-page.ts';
import { releasePage } from './release-page.ts';
import { createShelf, type Shelf, type Step } from './shelf.ts';
import { agendaPath, indexPath, type PlacedPhoto, type PlacedRelease, type SiteView } from './site-model.ts';
import { style, typefaces } from './style.ts';

/** Raise it when a template changes, so that pages already published are written again. */
const templates = 1;

/**
 * @param resourceFolder where the typefaces lie (`resources/site`); null for a site in the reader's own typefaces
 */
export function createSite(resourceFolder: string | null, step: Step = () => {}): Site {
  // One run at a time: two runs over one folder would each remove what the other has just written.
  let turn: Promise<unknown> = Promise.resolve();
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const run = turn.then(work);
    turn = run.catch(() => undefined);
    return run;
  };
  return {
    inspect: inspectFolder,
    async takeOver(folder, siteId, formerly) {
      const usable = await inspectFolder(folder, siteId, formerly);
      if (usable.ok) return done(undefined);
      if (usable.refusal.params.reason !== 'other_copy') return usable;
      const owner = await ownerOf(folder);
      const others = [owner?.siteId ?? '', ...(owner?.formerly ?? []), ...formerly];
      const related = [...new Set(others)].filter((id) => id !== '' && id !== siteId);
      return orUnusable(folder, async () => {
        await writeWhole(join(folder, markerName), markerText(siteId, related));
        return done(undefined);
      });
    },
    published,
    write: (settings, wanted, load, options = {}) =>
      next(() =>
        write(settings, wanted, load, {
          verify: options.verify ?? false,
          keeps: options.keeps ?? (async () => false),
          resourceFolder,
          step,
        }),
      ),
    writeAgenda: (settings) => next(() => writeAgenda(settings, resourceFolder, step)),
  };
}

async function published(folder: string): Promise<readonly PublishedPage[]> {
  const manifest = await readManifest(folder);
  const pages: PublishedPage[] = [];
  for (const { entry, path } of Object.values(manifest.releases)) {
    const bytes = await readFile(join(folder, path)).catch(() => null);
    if (bytes === null || sha256(bytes) !== manifest.files[path]?.sha256) continue;
    pages.push({ releaseId: entry.releaseId, version: entry.version, contentHash: entry.contentHash, path });
  }
  return pages;
}

interface Run {
  readonly verify: boolean;
  readonly keeps: (releaseId: string) => Promise<boolean>;
  readonly resourceFolder: string | null;
  readonly step: Step;
}

async function write(
  settings: SiteSettings,
  wanted: readonly SiteEntry[],
  load: (releaseId: string) => Promise<Outcome<SiteRelease>>,
  { verify, keeps, resourceFolder, step }: Run,
): Promise<Outcome<SiteWritten>> {
  const { folder } = settings;
  const usable = await inspectFolder(folder, settings.siteId, settings.formerly);
  if (!usable.ok) return usable;
  return orUnusable(folder, async () => {
    await makeFolder(folder, 0o755);
    for (const part of ['', 'rilis', 'foto', 'gaya']) await sweepDrafts(join(folder, part));
    const before = await readManifest(folder);
    const shelf = createShelf(folder, before, verify || before.state === 'writing', step);

    if (usable.value.state === 'empty') await shelf.bare(markerName, markerText(settings.siteId));

    // Published by a copy of this office that knows more than these data: taking it off would be nobody's decision.
    const foreign: (PlacedRelease & { key: string })[] = [];
    for (const [releaseId, there] of Object.entries(before.releases)) {
      const asked = wanted.find((entry) => entry.releaseId === releaseId);
      const stays = asked === undefined ? await keeps(releaseId) : there.entry.version > asked.version;
      if (stays && (await shelf.keepAll([there.path, ...photoPaths(there)]))) foreign.push(there);
    }
    // they wear the style they were written with
    if (foreign.length > 0)
      for (const path of Object.keys(before.files)) if (path.startsWith('gaya/')) await shelf.keepAll([path]);

    const isForeign = new Set(foreign.map(({ entry }) => entry.releaseId));
    const entries = wanted.filter((entry) => !isForeign.has(entry.releaseId)).sort(newestFirst);
    const stays = new Set([...entries.map((entry) => pagePath(entry.stem)), ...foreign.map(({ path }) => path)]);
    // What must not be read any more goes first.
    for (const { path } of Object.values(before.releases)) if (!stays.has(path)) await shelf.drop(path);

    const view = await placeStyle(settings, resourceFolder, shelf);
    const surroundings = JSON.stringify([
      templates,
      // of the agenda only that there is one; an undefined is not written, so a site without keeps its pages
      {
        ...settings,
        folder: '',
        logo: null,
        siteId: '',
        formerly: [],
        agenda: settings.agenda === null ? undefined : true,
      },
      view.stylePath,
      view.logoPath,
    ]);
    const opened = new Map<string, SiteRelease>();
    const open = async (releaseId: string): Promise<Outcome<SiteRelease>> => {
      const known = opened.get(releaseId);
      if (known) return done(known);
      const release = await load(releaseId);
      if (release.ok) opened.set(releaseId, release.value);
      return release;
    };

    const releases = [...foreign];
    for (const entry of entries) {
      const key = pageKey(entry, surroundings);
      const old = before.releases[entry.releaseId];
      if (old?.key === key && (await shelf.keepAll([old.path, ...photoPaths(old)]))) {
        releases.push(old);
        continue;
      }
      const release = await open(entry.releaseId);
      if (!release.ok) return release;
      const placed = await placeRelease(entry, release.value, shelf, before.releases[entry.releaseId]);
      if (!placed.ok) return placed;
      await shelf.put(placed.value.path, releasePage(view, words, placed.value, release.value.bodyHtml));
      releases.push({ ...placed.value, key });
    }

    releases.sort((a, b) => newestFirst(a.entry, b.entry));

    const pages = Math.max(1, Math.ceil(releases.length / perPage));
    for (let number = 1; number <= pages; number++) {
      const part = releases.slice((number - 1) * perPage, number * perPage);
      await shelf.put(indexPath(number), indexPage(view, words, part, number, pages));
    }
    if (settings.agenda !== null) await shelf.put(agendaPath, agendaPage(view, words, settings.agenda));
    if (settings.baseUrl !== null) {
      const newest = [];
      // the words of a foreign page are on the page only
      const ours = releases.filter(({ entry }) => !isForeign.has(entry.releaseId));
      for (const release of ours.slice(0, perFeed)) {
        const body = await open(release.entry.releaseId);
        if (!body.ok) return body;
        newest.push({ release, bodyHtml: body.value.bodyHtml });
      }
      const made = feeds(view, words, settings.baseUrl, newest);
      await shelf.put('rss.xml', made.rss);
      await shelf.put('atom.xml', made.atom);
      await shelf.put('feed.json', made.json);
      await shelf.put('sitemap.xml', sitemap(view, releases));
    }
    await shelf.put('robots.txt', robots(view), { onlyOurs: true });

    for (const path of Object.keys(before.files)) if (!(path in shelf.files)) await shelf.drop(path);
    const manifest: SiteManifest = {
      format: 1,
      state: 'whole',
      // sorted: the order of writing differs from run to run, the bytes must not
      files: Object.fromEntries(Object.entries(shelf.files).sort(([a], [b]) => (a < b ? -1 : 1))),
      releases: Object.fromEntries(releases.map((release) => [release.entry.releaseId, release])),
    };
    if (shelf.changed || JSON.stringify(before) !== JSON.stringify(manifest)) {
      await shelf.bare(manifestName, JSON.stringify(manifest));
    }
    return done({
      written: shelf.written,
      removed: shelf.removed,
      files: Object.keys(shelf.files).length,
      foreign: foreign.map(({ entry }) => entry.title),
    });
  });
}

/** Only the page of the agenda; see the port. */
async function writeAgenda(
  settings: SiteSettings,
  resourceFolder: string | null,
  step: Step,
): Promise<Outcome<{ whole: boolean; written: boolean }>> {
  const { folder, agenda } = settings;
  const usable = await inspectFolder(folder, settings.siteId, settings.formerly);
  if (!usable.ok) return usable;
  const unfit = done({ whole: false, written: false });
  if (agenda === null || usable.value.state === 'empty') return unfit;
  return orUnusable(folder, async () => {
    const before = await readManifest(folder);
    const { view, files } = await dress(settings, resourceFolder);
    // the page needs its style, and its way to the other pages needs theirs
    const dressed = files.every(([path, content]) => before.files[path]?.sha256 === sha256(content));
    if (before.state !== 'whole' || !dressed) return unfit;
    const shelf = createShelf(folder, before, false, step);
    await shelf.put(agendaPath, agendaPage(view, words, agenda));
    if (shelf.changed) {
      const all = Object.entries({ ...before.files, ...shelf.files }).sort(([a], [b]) => (a < b ? -1 : 1));
      await shelf.bare(manifestName, JSON.stringify({ ...before, files: Object.fromEntries(all) }));
    }
    return done({ whole: true, written: shelf.changed });
  });
}

const newestFirst = (a: SiteEntry, b: SiteEntry): number =>
  b.publishedAt.localeCompare(a.publishedAt) || b.releaseId.localeCompare(a.releaseId);

/** Runs writing work in the folder; what the system says against it is an outcome. */
async function orUnusable<T>(folder: string, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC' || code === 'EDQUOT') return refused('disk_full');
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      return refused('folder_unusable', { folder, reason: 'read_only' });
    }
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EIO' || code === 'ESTALE') {
      return refused('folder_unusable', { folder, reason: 'missing' });
    }
    throw error;
  }
}

const photoPaths = (release: PlacedRelease): string[] =>
  [...release.photos, release.card].flatMap((photo) => (photo ? [photo.path] : []));

async function placeStyle(settings: SiteSettings, resourceFolder: string | null, shelf: Shelf): Promise<SiteView> {
  const { view, files } = await dress(settings, resourceFolder);
  for (const [path, content] of files) await shelf.put(path, content);
  return view;
}

/** What every page wears: typefaces, style and emblem, with where they lie. */
async function dress(
  settings: SiteSettings,
  resourceFolder: string | null,
): Promise<{ view: SiteView; files: [string, Uint8Array | string][] }> {
  const files: [string, Uint8Array | string][] = [];
  const fonts: string[] = [];
  if (resourceFolder !== null) {
    for (const { file } of typefaces) {
      const bytes = await readFile(join(resourceFolder, file)).catch(() => null);
      if (bytes === null) continue;
      files.push([`gaya/${file}`, bytes]);
      fonts.push(file);
    }
  }
  const css = style(settings.accent, fonts, settings.agenda !== null);
  // Named by its content: a browser that kept the old style never dresses a new page in it.
  const stylePath = `gaya/situs-${sha256(css).slice(0, 10)}.css`;
  files.push([stylePath, css]);
  if (settings.logo === null) return { view: { settings, stylePath, logoPath: null }, files };
  const logoPath = `gaya/lambang-${sha256(settings.logo.bytes).slice(0, 10)}.${settings.logo.type === 'image/png' ? 'png' : 'jpg'}`;
  files.push([logoPath, settings.logo.bytes]);
  return { view: { settings, stylePath, logoPath }, files };
}

async function placeRelease(
  entry: SiteEntry,
  release: SiteRelease,
  shelf: Shelf,
  old: PlacedRelease | undefined,
): Promise<Outcome<PlacedRelease>> {
  const photos: PlacedRelease['photos'][number][] = [];
  for (const [index, photo] of release.photos.entries()) {
    const placed = await placePhoto(entry.stem, `${index + 1}`, photo, 1600, shelf, old?.photos ?? []);
    if (!placed.ok) return placed;
    photos.push({ ...placed.value, caption: photo.caption, credit: photo.credit, alt: photo.alt });
  }
  const first = release.photos[0];
  const card = first
    ? await placePhoto(entry.stem, 'kartu', first, 640, shelf, old?.card ? [old.card] : [])
    : done(null);
  if (!card.ok) return card;
  return done({ entry, path: pagePath(entry.stem), photos, card: card.value });
}

/** The name carries the photo's key: a photo that lies there under it is that photo, and is not made again. */
async function placePhoto(
  stem: string,
  name: string,
  photo: SitePhoto,
  side: 1600 | 640,
  shelf: Shelf,
  known: readonly PlacedPhoto[],
): Promise<Outcome<PlacedPhoto>> {
  // `.jpeg`, because the feed library makes the media type of an enclosure out of the ending.
  const path = `foto/${stem}-${name}-${sha256(photo.key).slice(0, 8)}.jpeg`;
  const there = known.find((placed) => placed.path === path);
  if (there && (await shelf.keepAll([path]))) return done(there);
  const file = await photo.file(side);
  if (!file.ok) return file;
  const bytes = await readFile(file.value.path);
  await shelf.put(path, bytes);
  return done({ path, bytes: bytes.length, width: file.value.width, height: file.value.height });
}
