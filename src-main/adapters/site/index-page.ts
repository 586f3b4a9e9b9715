import type { SiteWords } from '../../words/id/site.ts';
import { esc } from './markup.ts';
import { metaTags, page } from './page.ts';
import { short, whenText } from './release-page.ts';
import { address, indexPath, type PlacedRelease, relative, type SiteView } from './site-model.ts';

/** Releases on one list page. */
export const perPage = 20;

/**
 * One list page, newest first; the newest of all leads the first.
 * @param releases all that belong on this page
 * @param number from 1
 */
export function indexPage(
  view: SiteView,
  words: SiteWords,
  releases: readonly PlacedRelease[],
  number: number,
  pages: number,
): string {
  const { settings } = view;
  const path = indexPath(number);
  const to = (target: string) => esc(relative(path, target));
  const first = number === 1 ? releases[0] : undefined;
  const rest = first === undefined ? releases : releases.slice(1);
  const when = (release: PlacedRelease) =>
    `<time datetime="${esc(release.entry.publishedAt)}">${esc(whenText(release.entry.publishedAt, settings.zone))}</time>`;
  const kicker = (release: PlacedRelease) =>
    `<p class="kicker">${esc(words.kinds[release.entry.kind])}${release.entry.number === null ? '' : ` <span>· ${esc(release.entry.number)}</span>`}</p>`;
  const picture = (release: PlacedRelease, big: boolean) => {
    const photo = big ? release.photos[0] : release.card;
    if (!photo) return '';
    // The same link stands beside it with words; one stop for the keyboard is enough.
    return `<figure><a href="${to(release.path)}" tabindex="-1" aria-hidden="true"><img src="${to(photo.path)}" alt="" width="${photo.width}" height="${photo.height}"${big ? '' : ' loading="lazy"'}></a></figure>`;
  };
  const lead =
    first === undefined
      ? ''
      : `<section class="lead${first.photos[0] ? '' : ' plain'}">${picture(first, true)}<div>${kicker(first)}<h2><a href="${to(first.path)}">${esc(first.entry.title)}</a></h2><p class="text">${esc(short(first.entry.lead, 240))}</p>${when(first)}</div></section>
`;
  const items = rest
    .map(
      (release) =>
        `<li class="item${release.card ? '' : ' plain'}"><div><h3><a href="${to(release.path)}">${esc(release.entry.title)}</a></h3><p class="text">${esc(short(release.entry.lead, 260))}</p>${when(release)}</div>${picture(release, false)}</li>`,
    )
    .join('\n');
  const turning =
    pages < 2
      ? ''
      : `<nav class="pages" aria-label="${esc(words.pages)}">${number > 1 ? `<a rel="prev" href="${to(indexPath(number - 1))}">← ${esc(words.newer)}</a>` : '<span></span>'}<span>${esc(words.page(number, pages))}</span>${number < pages ? `<a rel="next" href="${to(indexPath(number + 1))}">${esc(words.older)} →</a>` : '<span></span>'}</nav>`;
  const none =
    releases.length === 0 ? `<div class="none"><p>${esc(words.empty)}</p><p>${esc(words.emptyHint)}</p></div>` : '';
  const title = number === 1 ? settings.title : `${settings.title} - ${words.page(number, pages)}`;
  const cover = first?.photos[0];
  return page(view, words, {
    path,
    title,
    description: settings.description,
    head: metaTags([
      ['og:type', 'website'],
      ['og:site_name', settings.title],
      ['og:locale', 'id_ID'],
      ['og:title', title],
      ['og:description', settings.description],
      ['og:url', address(settings, path)],
      ['og:image', cover ? (address(settings, cover.path) ?? cover.path) : null],
      ['twitter:card', cover ? 'summary_large_image' : 'summary'],
    ]),
    main: `<div class="front"><h1>${esc(settings.title)}</h1>${settings.description === '' ? '' : `<p class="about">${esc(settings.description)}</p>`}</div>
${lead}<ul class="list">${items}</ul>
${none}${turning}`,
  });
}
