import { Feed } from 'feed';
import type { SiteWords } from '../../words/id/site.ts';
import { esc, sayable } from './markup.ts';
import { address, agendaPath, type PlacedRelease, type SiteView } from './site-model.ts';

/** Newest releases in a feed. */
export const perFeed = 30;

/** A release with its finished body, for feeds that carry the whole text. */
export interface FeedRelease {
  readonly release: PlacedRelease;
  readonly bodyHtml: string;
}

/** The same for ever, whatever the address of the page; readers recognise a corrected release by it. */
export function feedId(releaseId: string): string {
  return `urn:kulkul:release:${releaseId.toLowerCase()}`;
}

/**
 * RSS 2.0, Atom and JSON Feed 1.1 of the newest releases. The same releases give the same bytes.
 * @param baseUrl with `/` at its end; feeds cannot do without
 */
export function feeds(view: SiteView, words: SiteWords, baseUrl: string, releases: readonly FeedRelease[]) {
  const { settings } = view;
  const at = (path: string) => new URL(path, baseUrl).href;
  const updated = releases
    .map(({ release }) => release.entry.updatedAt)
    .sort()
    .at(-1);
  const build = (titleOf: (title: string) => string, leadOf: (lead: string) => string) => {
    const feed = new Feed({
      id: baseUrl,
      link: baseUrl,
      title: xmlText(settings.title),
      description: xmlText(settings.description),
      language: 'id',
      generator: 'Kulkul',
      updated: new Date(updated ?? 0),
      copyright: xmlText(settings.unit),
      author: { name: xmlText(settings.unit), link: baseUrl },
      feedLinks: { rss: at('rss.xml'), atom: at('atom.xml'), json: at('feed.json') },
      ...(view.logoPath === null ? {} : { image: at(view.logoPath) }),
    });
    for (const { release, bodyHtml } of releases) {
      const { entry, photos } = release;
      const cover = photos[0];
      feed.addItem({
        id: feedId(entry.releaseId),
        guid: feedId(entry.releaseId),
        link: at(release.path),
        title: titleOf(xmlText(entry.title)),
        description: leadOf(xmlText(entry.lead)),
        content: xmlText(contentOf(words, baseUrl, release, bodyHtml)),
        date: new Date(entry.updatedAt),
        published: new Date(entry.publishedAt),
        author: [{ name: xmlText(settings.unit), link: baseUrl }],
        category: [{ name: words.kinds[entry.kind], term: entry.kind }],
        ...(cover ? { image: { url: at(cover.path), type: 'image/jpeg', length: cover.bytes } } : {}),
      });
    }
    return feed;
  };
  return {
    // RSS: titles are plain, descriptions are HTML. Atom, as this library writes it: both are HTML. JSON Feed: both are plain.
    rss: build(plain, esc).rss2(),
    atom: build(esc, esc).atom1(),
    json: jsonFeed(build(plain, plain).json1(), releases, at),
  };
}

/** The library stops at JSON Feed 1.0; 1.1 wants `authors`, `language` and allows `attachments` (jsonfeed.org/version/1.1). */
function jsonFeed(text: string, releases: readonly FeedRelease[], at: (path: string) => string): string {
  const feed = JSON.parse(text) as Record<string, unknown> & { items: Record<string, unknown>[] };
  const inPlural = ({ author, ...rest }: Record<string, unknown>) => (author ? { ...rest, authors: [author] } : rest);
  const items = feed.items.map((item, index) => ({
    ...inPlural(item),
    language: 'id',
    attachments: (releases[index]?.release.photos ?? []).map((photo) => ({
      url: at(photo.path),
      mime_type: 'image/jpeg',
      title: photo.caption,
      size_in_bytes: photo.bytes,
    })),
  }));
  return `${JSON.stringify({ ...inPlural(feed), version: 'https://jsonfeed.org/version/1.1', language: 'id', items }, null, 2)}\n`;
}

function contentOf(words: SiteWords, baseUrl: string, { photos }: PlacedRelease, bodyHtml: string): string {
  const figures = photos.map((photo) => {
    const credit = photo.credit === '' ? '' : ` ${esc(words.credit(photo.credit))}`;
    return `<figure><img src="${esc(new URL(photo.path, baseUrl).href)}" alt="${esc(photo.alt || photo.caption)}" width="${photo.width}" height="${photo.height}"><figcaption>${esc(photo.caption)}${credit}</figcaption></figure>`;
  });
  return [figures[0] ?? '', bodyHtml, ...figures.slice(1)].filter(Boolean).join('\n');
}

const plain = (text: string) => text;

/** xml-js mends only the first `]]>` of a text, so none may be in it. */
function xmlText(text: string): string {
  return sayable(text).replaceAll(']]>', ']] >');
}

/** https://www.sitemaps.org/protocol.html */
export function sitemap(view: SiteView, releases: readonly PlacedRelease[]): string {
  const urls = releases.map((release) => {
    const url = address(view.settings, release.path) ?? '';
    return `<url><loc>${esc(url)}</loc><lastmod>${esc(release.entry.updatedAt)}</lastmod></url>`;
  });
  const lists = ['index.html', ...(view.settings.agenda === null ? [] : [agendaPath])].map(
    (path) => `<url><loc>${esc(address(view.settings, path) ?? '')}</loc></url>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[...lists, ...urls].join('\n')}
</urlset>
`;
}

export function robots(view: SiteView): string {
  const map = address(view.settings, 'sitemap.xml');
  return `User-agent: *\nAllow: /\n${map === null ? '' : `Sitemap: ${map}\n`}`;
}
