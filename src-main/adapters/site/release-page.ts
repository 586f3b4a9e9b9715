import type { SiteWords } from '../../words/id/site.ts';
import { clockText, dayOf, dayText, localOf, zoneShort } from '../../words/when.ts';
import { esc, escLines, jsonBlock } from './markup.ts';
import { metaTags, page } from './page.ts';
import { address, type PlacedRelease, relative, type SiteView } from './site-model.ts';

/** `Kamis, 20 November 2025, 14.30 WITA`. The public newsroom speaks Indonesian. */
export function whenText(instant: string, zone: SiteView['settings']['zone']): string {
  return `${dayText(dayOf(instant, zone), 'id')}, ${clockText(localOf(instant, zone), 'id')} ${zoneShort(zone)}`;
}

export function releasePage(view: SiteView, words: SiteWords, release: PlacedRelease, bodyHtml: string): string {
  const { settings } = view;
  const { entry, photos, path } = release;
  const to = (target: string) => esc(relative(path, target));
  const [cover, ...others] = photos;
  const kicker = `<p class="kicker">${esc(words.kinds[entry.kind])}${entry.number === null ? '' : ` <span>· ${esc(words.number(entry.number))}</span>`}</p>`;
  const note =
    entry.correction === 0
      ? ''
      : `<aside class="note"><strong>${esc(words.corrected(entry.correction, whenText(entry.updatedAt, settings.zone)))}</strong>${esc(words.correctedNote)}</aside>`;
  const figure = (photo: PlacedRelease['photos'][number], first: boolean) =>
    `<figure${first ? ' class="cover"' : ''}><a href="${to(photo.path)}"><img src="${to(photo.path)}" alt="${esc(photo.alt || photo.caption)}" width="${photo.width}" height="${photo.height}"${first ? '' : ' loading="lazy"'}></a>${caption(words, photo)}</figure>`;
  const facts = [
    settings.boilerplate.trim() === ''
      ? ''
      : `<section><h2>${esc(words.about(settings.unit))}</h2>${escLines(settings.boilerplate)}</section>`,
    settings.contact.trim() === ''
      ? ''
      : `<section><h2>${esc(words.contact)}</h2>${escLines(settings.contact)}</section>`,
  ].join('');
  const main = `<article>
<header>${kicker}
<h1>${esc(entry.title)}</h1>
<p class="when">${esc(words.published)} <time datetime="${esc(entry.publishedAt)}">${esc(whenText(entry.publishedAt, settings.zone))}</time></p>
</header>
${note}${cover === undefined ? '' : figure(cover, true)}
<div class="body">
${bodyHtml}
</div>
${
  others.length === 0
    ? ''
    : `<section class="gallery" aria-labelledby="foto"><h2 id="foto">${esc(words.photos)}</h2><p>${esc(words.photosNote)}</p><div class="grid">${others.map((photo) => figure(photo, false)).join('\n')}</div></section>
`
}${facts === '' ? '' : `<div class="facts">${facts}</div>\n`}</article>
<p class="pages"><a href="${to('index.html')}">← ${esc(words.all)}</a></p>`;
  return page(view, words, {
    path,
    title: `${entry.title} - ${settings.title}`,
    description: short(entry.lead, 200),
    head: head(view, words, release),
    main,
  });
}

function caption(words: SiteWords, photo: { caption: string; credit: string }): string {
  if (photo.caption === '' && photo.credit === '') return '';
  const credit = photo.credit === '' ? '' : ` <b>${esc(words.credit(photo.credit))}</b>`;
  return `<figcaption>${esc(photo.caption)}${credit}</figcaption>`;
}

function head(view: SiteView, words: SiteWords, { entry, photos, path }: PlacedRelease): string {
  const { settings } = view;
  const url = address(settings, path);
  const cover = photos[0];
  const image = cover === undefined ? null : (address(settings, cover.path) ?? relative(path, cover.path));
  const publisher = {
    '@type': 'GovernmentOrganization',
    name: settings.unit,
    ...(settings.baseUrl === null ? {} : { url: settings.baseUrl }),
    ...(view.logoPath === null || settings.baseUrl === null
      ? {}
      : { logo: { '@type': 'ImageObject', url: address(settings, view.logoPath) } }),
  };
  const article = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: entry.title,
    description: short(entry.lead, 200),
    inLanguage: 'id',
    datePublished: entry.publishedAt,
    dateModified: entry.updatedAt,
    articleSection: words.kinds[entry.kind],
    dateline: entry.dateline,
    identifier: entry.number ?? entry.releaseId,
    ...(url === null ? {} : { url, mainEntityOfPage: url }),
    ...(settings.baseUrl === null ? {} : { image: photos.map((photo) => address(settings, photo.path)) }),
    author: publisher,
    publisher,
  };
  return `${metaTags([
    ['og:type', 'article'],
    ['og:site_name', settings.title],
    ['og:locale', 'id_ID'],
    ['og:title', entry.title],
    ['og:description', short(entry.lead, 200)],
    ['og:url', url],
    ['og:image', image],
    ['og:image:type', cover ? 'image/jpeg' : null],
    ['og:image:width', cover?.width ?? null],
    ['og:image:height', cover?.height ?? null],
    ['og:image:alt', cover ? cover.alt || cover.caption : null],
    ['article:published_time', entry.publishedAt],
    ['article:modified_time', entry.updatedAt],
    ['article:section', words.kinds[entry.kind]],
    ['twitter:card', cover ? 'summary_large_image' : 'summary'],
    ['twitter:title', entry.title],
    ['twitter:description', short(entry.lead, 200)],
    ['twitter:image', image],
    ['twitter:image:alt', cover ? cover.alt || cover.caption : null],
  ])}<script type="application/ld+json">${jsonBlock(article)}</script>
`;
}

/** Cut at a word, with an ellipsis when something is left out. */
export function short(text: string, max: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= max) return plain;
  const cut = plain.slice(0, max);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > max / 2 ? end : max).replace(/[\s,;:.–-]+$/u, '')}…`;
}
