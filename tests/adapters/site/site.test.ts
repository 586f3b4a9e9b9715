import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import RssParser from 'rss-parser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contrastOf, readableOn } from '../../../src-main/adapters/site/accent.ts';
import { manifestName, markerName } from '../../../src-main/adapters/site/folder.ts';
import { createSite } from '../../../src-main/adapters/site/site.ts';
import type { SiteEntry, SiteRelease } from '../../../src-main/newsroom/distribution/site-port.ts';
import { done, refused } from '../../../src-main/newsroom/outcome.ts';
import { makePicture } from '../../builders/pictures.ts';
import { siteEntry, sitePhoto, siteRelease, siteSettings, ulidOf } from '../../builders/published.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kulkul-situs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const always =
  (release: SiteRelease = siteRelease()) =>
  async () =>
    done(release);

async function snapshot(): Promise<Map<string, { text: string; mtime: number; inode: number }>> {
  const all = new Map();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { mtimeMs, ino } = await stat(path);
    all.set(path.slice(folder.length + 1), { text: await readFile(path, 'latin1'), mtime: mtimeMs, inode: ino });
  }
  return all;
}

const pageOf = (entry: SiteEntry) => readFile(join(folder, 'rilis', `${entry.stem}.html`), 'utf8');
const parseXml = (path: string): string =>
  execFileSync('python3', [
    '-c',
    'import sys,xml.etree.ElementTree as e; print(e.parse(sys.argv[1]).getroot().tag)',
    path,
  ])
    .toString()
    .trim();

const hostile = '"><script>alert(1)</script> & ]]> ]]> <b>Wali</b> \u0000\u000bKota';

describe('a published site', () => {
  it('says each release on a page of its own, with everything a share needs and without a script', async () => {
    const entry = siteEntry(1, { title: hostile, number: 'SP/2025/0412' });
    const photo = sitePhoto(await makePicture(1, { width: 2400, height: 1600 }), { caption: `Pasar ${hostile}` });
    const outcome = await createSite(null).write(
      siteSettings(folder),
      [entry],
      always(siteRelease({ photos: [photo] })),
    );
    expect(outcome.ok).toBe(true);

    const html = await pageOf(entry);
    const scripts = [...html.matchAll(/<script\b[^>]*>/gi)].map(([tag]) => tag);
    expect(scripts).toEqual(['<script type="application/ld+json">']);
    expect(html).not.toMatch(/\son[a-z]+=|javascript:/i);
    expect(html).toContain('<html lang="id">');
    expect(html).toContain(
      '<h1>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; ]]&gt; ]]&gt; &lt;b&gt;Wali&lt;/b&gt; Kota</h1>',
    );
    const address = `https://prokopim.denpasar.example/berita/rilis/${entry.stem}.html`;
    expect(html).toContain(`<link rel="canonical" href="${address}">`);
    for (const name of [
      'og:title',
      'og:description',
      'og:image',
      'og:image:width',
      'og:url',
      'og:site_name',
      'article:published_time',
    ]) {
      expect(html).toMatch(new RegExp(`<meta property="${name}" content="[^"]+">`));
    }
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    const article = JSON.parse(block);
    expect(article).toMatchObject({ '@type': 'NewsArticle', headline: hostile, inLanguage: 'id', url: address });
    const image =
      /<meta property="og:image" content="https:\/\/prokopim.denpasar.example\/berita\/([^"]+)">/.exec(html)?.[1] ?? '';
    const bytes = await readFile(join(folder, image));
    expect([bytes[0], bytes[1]]).toEqual([0xff, 0xd8]);
    expect(html).toContain('Foto: Prokopim Denpasar');
    expect(html).toContain('Sabtu, 1 November 2025, 09.00 WITA');
    expect(html).toContain('SP/2025/0412');
  });

  it('links only with relative paths, so that it also works from a disk', async () => {
    const entry = siteEntry(1);
    await createSite(null).write(siteSettings(folder, { baseUrl: null }), [entry], always());
    for (const html of [await pageOf(entry), await readFile(join(folder, 'index.html'), 'utf8')]) {
      expect(html).not.toMatch(/(?:href|src)="(?:\/|https?:)/);
      expect(html).not.toContain('canonical');
    }
    const names = await readdir(folder);
    expect(names).not.toContain('rss.xml');
    expect(names).not.toContain('sitemap.xml');
  });

  it('lists newest first, twenty to a page', async () => {
    const entries = Array.from({ length: 45 }, (_, index) => siteEntry(index + 1));
    await createSite(null).write(siteSettings(folder), entries, always());
    const titles = async (name: string) =>
      [...(await readFile(join(folder, name), 'utf8')).matchAll(/<h[23]><a [^>]*>([^<]*)<\/a>/g)].map((match) =>
        match[1]?.split(' ').at(-1),
      );
    expect(await titles('index.html')).toEqual(Array.from({ length: 20 }, (_, index) => String(45 - index)));
    expect(await titles('halaman-3.html')).toEqual(['5', '4', '3', '2', '1']);
    await createSite(null).write(siteSettings(folder), entries.slice(0, 20), always());
    expect(await readdir(folder)).not.toContain('halaman-2.html');
  });

  it('has an index that teaches while nothing is published', async () => {
    await createSite(null).write(siteSettings(folder), [], always());
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain('Belum ada siaran pers yang terbit.');
  });
});

describe('feeds', () => {
  it('are read back by an independent parser, also with a hostile title', async () => {
    const photo = sitePhoto(await makePicture(2));
    const entries = [siteEntry(1), siteEntry(2, { title: hostile, lead: `Pasar <img src=x> & "${hostile}"` })];
    await createSite(null).write(
      siteSettings(folder),
      entries,
      always(siteRelease({ photos: [photo], bodyHtml: '<p>Isi ]]&gt; dan ]]> lagi</p>' })),
    );

    expect(parseXml(join(folder, 'rss.xml'))).toBe('rss');
    expect(parseXml(join(folder, 'atom.xml'))).toBe('{http://www.w3.org/2005/Atom}feed');
    expect(parseXml(join(folder, 'sitemap.xml'))).toBe('{http://www.sitemaps.org/schemas/sitemap/0.9}urlset');

    const rss = await new RssParser().parseString(await readFile(join(folder, 'rss.xml'), 'utf8'));
    expect(rss.title).toBe('Ruang Berita Denpasar');
    expect(rss.items.map((item) => item.guid)).toEqual(
      [ulidOf(102), ulidOf(101)].map((id) => `urn:kulkul:release:${id.toLowerCase()}`),
    );
    expect(rss.items[1]?.title).toBe('Wali Kota Resmikan Pasar Rakyat 1');
    expect(rss.items[0]?.title).toContain('<script>alert(1)</script>');
    expect(rss.items[1]?.link).toBe(`https://prokopim.denpasar.example/berita/rilis/${siteEntry(1).stem}.html`);
    expect(rss.items[1]?.isoDate).toBe('2025-11-01T01:00:00.000Z');
    expect(rss.items[1]?.enclosure).toMatchObject({ type: 'image/jpeg' });
    const photoName = rss.items[1]?.enclosure?.url.split('/').at(-1) ?? '';
    expect(Number(rss.items[1]?.enclosure?.length)).toBe((await stat(join(folder, 'foto', photoName))).size);
    expect(rss.items[0]?.content).not.toContain('<script>');

    const atom = await new RssParser().parseString(await readFile(join(folder, 'atom.xml'), 'utf8'));
    expect(atom.items).toHaveLength(2);
    expect(atom.items[0]?.title).toContain('&lt;script&gt;');
    expect(atom.items[1]?.id).toBe(rss.items[1]?.guid);

    const json = JSON.parse(await readFile(join(folder, 'feed.json'), 'utf8'));
    expect(json).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      language: 'id',
      home_page_url: 'https://prokopim.denpasar.example/berita/',
      feed_url: 'https://prokopim.denpasar.example/berita/feed.json',
      authors: [{ name: 'Bagian Protokol dan Komunikasi Pimpinan' }],
    });
    expect(json).not.toHaveProperty('author');
    expect(json.items[1]).toMatchObject({ id: rss.items[1]?.guid, url: rss.items[1]?.link, language: 'id' });
    expect(json.items[1].attachments[0]).toMatchObject({ mime_type: 'image/jpeg' });
    expect(json.items[1].content_html).toContain('<figcaption>');
    expect(new Date(json.items[1].date_published).toISOString()).toBe(json.items[1].date_published);
  });
});

describe('writing again', () => {
  it('changes nothing when nothing changed', async () => {
    const entries = [siteEntry(1), siteEntry(2)];
    const photo = sitePhoto(await makePicture(3));
    const load = always(siteRelease({ photos: [photo] }));
    await createSite(null).write(siteSettings(folder), entries, load);
    const before = await snapshot();
    const made = photo.made;
    const again = await createSite(null).write(siteSettings(folder), [...entries].reverse(), load);
    expect(again).toMatchObject({ ok: true, value: { written: 0, removed: 0 } });
    expect(await snapshot()).toEqual(before);
    expect(photo.made).toBe(made);
  });

  it('gives the same bytes in another folder', async () => {
    const entries = [siteEntry(1), siteEntry(2)];
    const load = always(siteRelease({ photos: [sitePhoto(await makePicture(4))] }));
    await createSite(null).write(siteSettings(folder), entries, load);
    const texts = [...(await snapshot())].map(([path, { text }]) => [path, text]);
    await rm(folder, { recursive: true });
    await createSite(null).write(siteSettings(folder), entries, load);
    expect([...(await snapshot())].map(([path, { text }]) => [path, text])).toEqual(texts);
  });

  it('puts a correction in place, under the same address and the same id', async () => {
    const first = siteEntry(1);
    const site = createSite(null);
    await site.write(siteSettings(folder), [first, siteEntry(2)], always());
    const other = (await snapshot()).get(`rilis/${siteEntry(2).stem}.html`);
    const corrected = {
      ...first,
      title: 'Wali Kota Resmikan Pasar Badung',
      version: 2,
      correction: 1,
      contentHash: 'b'.repeat(64),
      updatedAt: '2025-11-21T03:00:00.000Z',
    };
    await site.write(siteSettings(folder), [corrected, siteEntry(2)], always());
    const html = await pageOf(first);
    expect(html).toContain('Wali Kota Resmikan Pasar Badung');
    expect(html).toContain('Ralat 1, Jumat, 21 November 2025, 11.00 WITA');
    expect((await snapshot()).get(`rilis/${siteEntry(2).stem}.html`)).toEqual(other);
    expect(await site.published(folder)).toContainEqual({
      releaseId: first.releaseId,
      version: 2,
      contentHash: 'b'.repeat(64),
      path: `rilis/${first.stem}.html`,
    });
    const rss = await readFile(join(folder, 'rss.xml'), 'utf8');
    expect(rss.match(new RegExp(first.releaseId, 'gi'))).toHaveLength(1);
  });

  it('leaves no trace of a release that was withdrawn', async () => {
    const gone = siteEntry(1, { title: 'Berita yang Dicabut' });
    const site = createSite(null);
    const load = always(siteRelease({ photos: [sitePhoto(await makePicture(5))] }));
    await site.write(siteSettings(folder), [gone, siteEntry(2)], load);
    await site.write(siteSettings(folder), [siteEntry(2)], load);
    for (const [path, { text }] of await snapshot()) {
      expect(path).not.toContain('dicabut');
      expect(text).not.toContain('Berita yang Dicabut');
      expect(text).not.toContain(gone.releaseId);
    }
    expect((await site.published(folder)).map((page) => page.releaseId)).toEqual([siteEntry(2).releaseId]);
  });

  it('keeps pages that another copy of the office published, and never puts an older version in their place', async () => {
    const site = createSite(null);
    const keeps = async () => true;
    const [first, second, third] = [siteEntry(1), siteEntry(2, { version: 2, title: 'Versi Kedua' }), siteEntry(3)];
    await site.write(siteSettings(folder), [first, second, third], always());
    const newer = await pageOf(second);
    await rm(join(folder, 'rilis', `${third.stem}.html`));
    const written = await site.write(
      siteSettings(folder, { accent: '#114477' }),
      [siteEntry(2, { stem: second.stem, title: 'Versi Pertama' })],
      always(),
      { verify: true, keeps },
    );
    // the third was taken off by hand, and stays off
    expect(written).toMatchObject({ ok: true, value: { foreign: ['Versi Kedua', first.title] } });
    expect(await pageOf(second)).toBe(newer);
    const front = await readFile(join(folder, 'index.html'), 'utf8');
    expect(front).toContain(first.title);
    expect(front).toContain('Versi Kedua');
    expect(front).not.toContain('Versi Pertama');
    expect(front).not.toContain(third.title);
    // they still find the style they were written with
    const style = /href="\.\.\/(gaya\/situs-[^"]+)"/.exec(newer)?.[1] ?? '';
    expect(await readFile(join(folder, style), 'utf8')).not.toBe('');
    expect(await readFile(join(folder, 'rss.xml'), 'utf8')).not.toContain('Versi');
  });

  it('mends a page that somebody damaged, when told to look', async () => {
    const entry = siteEntry(1);
    const site = createSite(null);
    await site.write(siteSettings(folder), [entry], always());
    const good = await pageOf(entry);
    await writeFile(join(folder, 'rilis', `${entry.stem}.html`), good.replace('Wali Kota', 'Wali Kotx'));
    expect(await site.published(folder)).toEqual([]);
    await site.write(siteSettings(folder), [entry], always(), { verify: true });
    expect(await pageOf(entry)).toBe(good);
  });

  it('stops with the reason when a photo cannot be made, and the old site stays', async () => {
    const site = createSite(null);
    await site.write(siteSettings(folder), [siteEntry(1)], always());
    const broken = { ...sitePhoto(Buffer.alloc(0)), file: async () => refused('picture_broken') };
    const outcome = await site.write(siteSettings(folder), [siteEntry(1), siteEntry(2)], async (id) =>
      done(id === siteEntry(2).releaseId ? siteRelease({ photos: [broken] }) : siteRelease()),
    );
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'picture_broken' } });
    expect(await readFile(join(folder, 'index.html'), 'utf8')).not.toContain('Rakyat 2');
    expect((await site.published(folder)).map((page) => page.releaseId)).toEqual([siteEntry(1).releaseId]);
  });
});

describe('the folder', () => {
  it('is refused when it holds something that is not ours, and nothing is touched', async () => {
    await writeFile(join(folder, 'index.html'), 'situs lama');
    const outcome = await createSite(null).write(siteSettings(folder), [siteEntry(1)], always());
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'folder_unusable', params: { reason: 'not_ours' } } });
    expect(await readdir(folder)).toEqual(['index.html']);
  });

  it('of another office is refused', async () => {
    await createSite(null).write(siteSettings(folder), [], always());
    const outcome = await createSite(null).inspect(folder, ulidOf(2));
    expect(outcome).toMatchObject({ ok: false, refusal: { params: { reason: 'other_office' } } });
  });

  it('that does not exist yet is made; a relative one, a file and one without a parent are refused', async () => {
    const site = createSite(null);
    const fresh = join(folder, 'situs baru');
    expect(await site.inspect(fresh, ulidOf(1))).toMatchObject({ ok: true, value: { state: 'empty' } });
    expect(await site.write(siteSettings(fresh), [], always())).toMatchObject({ ok: true });
    expect(await site.inspect(fresh, ulidOf(1))).toMatchObject({ ok: true, value: { state: 'ours' } });
    expect(await site.inspect('situs', ulidOf(1))).toMatchObject({ refusal: { params: { reason: 'relative' } } });
    await writeFile(join(folder, 'berkas'), '');
    expect(await site.inspect(join(folder, 'berkas'), ulidOf(1))).toMatchObject({
      refusal: { params: { reason: 'not_folder' } },
    });
    expect(await site.inspect(join(folder, 'a', 'b'), ulidOf(1))).toMatchObject({
      refusal: { params: { reason: 'missing' } },
    });
  });

  it.skipIf(process.platform !== 'linux')('that can never be made is refused, and at once', async () => {
    const site = createSite(null);
    const refused = { ok: false, refusal: { code: 'folder_unusable', params: { reason: 'read_only' } } };
    for (const place of ['/proc/kulkul', '/sys/kulkul']) {
      expect(await site.inspect(place, ulidOf(1)), place).toMatchObject(refused);
      expect(await site.write(siteSettings(place), [], always()), place).toMatchObject(refused);
    }
  });

  it('keeps what others put there later', async () => {
    const site = createSite(null);
    await site.write(siteSettings(folder), [siteEntry(1)], always());
    await writeFile(join(folder, 'CNAME'), 'berita.denpasar.example');
    await site.write(siteSettings(folder), [], always());
    expect(await readFile(join(folder, 'CNAME'), 'utf8')).toBe('berita.denpasar.example');
    expect(await readdir(folder)).toContain(markerName);
  });

  it('with a manifest that leads out of it removes nothing outside', async () => {
    const site = createSite(null);
    const inside = join(folder, 'situs');
    await site.write(siteSettings(inside), [], always());
    const victim = join(folder, 'jangan-dihapus.txt');
    await writeFile(victim, 'penting');
    const manifest = JSON.parse(await readFile(join(inside, manifestName), 'utf8'));
    manifest.files['../jangan-dihapus.txt'] = { sha256: 'x', bytes: 7 };
    await writeFile(join(inside, manifestName), JSON.stringify(manifest));
    await site.write(siteSettings(inside), [siteEntry(1)], always());
    expect(await readFile(victim, 'utf8')).toBe('penting');
  });
});

it('the accent can be read on both grounds, whatever the office chose', () => {
  for (const accent of ['#ffff00', '#000000', '#ffffff', '#9b2226', '#1a5fb4', '#7f7f7f']) {
    for (const ground of ['#fbfaf6', '#131417'])
      expect(contrastOf(readableOn(accent, ground), ground)).toBeGreaterThanOrEqual(4.5);
  }
});
