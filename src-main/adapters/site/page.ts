import type { SiteWords } from '../../words/id/site.ts';
import { esc } from './markup.ts';
import { address, agendaPath, relative, type SiteView } from './site-model.ts';

/** What stands around every page. `main` is finished HTML. */
export interface PageParts {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** More of the head: finished HTML. */
  readonly head: string;
  readonly main: string;
}

/**
 * Nothing but this folder may be loaded, and no script at all. `file:` because a page opened from a disk has no origin of
 * its own for 'self' to mean in every browser.
 */
const policy =
  "default-src 'none'; img-src 'self' file:; style-src 'self' file:; font-src 'self' file:; base-uri 'none'; form-action 'none'";

export function page(view: SiteView, words: SiteWords, parts: PageParts): string {
  const { settings } = view;
  const to = (path: string) => esc(relative(parts.path, path));
  const canonical = address(settings, parts.path);
  const feeds =
    settings.baseUrl === null
      ? ''
      : `<link rel="alternate" type="application/rss+xml" title="${esc(settings.title)} (RSS)" href="${to('rss.xml')}">
<link rel="alternate" type="application/atom+xml" title="${esc(settings.title)} (Atom)" href="${to('atom.xml')}">
<link rel="alternate" type="application/feed+json" title="${esc(settings.title)} (JSON Feed)" href="${to('feed.json')}">
`;
  const feedLinks =
    settings.baseUrl === null
      ? ''
      : `<nav aria-label="${esc(words.feeds)}"><a href="${to('rss.xml')}">RSS</a><a href="${to('atom.xml')}">Atom</a><a href="${to('feed.json')}">JSON Feed</a></nav>`;
  const here = parts.path === agendaPath ? ' aria-current="page"' : '';
  const menu =
    settings.agenda === null
      ? ''
      : `<nav class="menu" aria-label="${esc(words.menu)}"><a href="${to('index.html')}"${parts.path === 'index.html' ? ' aria-current="page"' : ''}>${esc(words.releases)}</a><a href="${to(agendaPath)}"${here}>${esc(words.agenda.title)}</a></nav>`;
  const logo = view.logoPath === null ? '' : `<img src="${to(view.logoPath)}" alt="" width="48" height="48">`;
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Kulkul">
<title>${esc(parts.title)}</title>
<meta name="description" content="${esc(parts.description)}">
${canonical === null ? '' : `<link rel="canonical" href="${esc(canonical)}">\n`}${feeds}${view.logoPath === null ? '' : `<link rel="icon" href="${to(view.logoPath)}">\n`}<link rel="stylesheet" href="${to(view.stylePath)}">
${parts.head}</head>
<body>
<a class="skip" href="#isi">${esc(words.skip)}</a>
<header class="masthead"><div class="wrap">${logo}<a href="${to('index.html')}"><strong>${esc(settings.unit)}</strong><span>${esc(settings.city)}</span></a>${menu}</div></header>
<main id="isi" class="wrap">
${parts.main}
</main>
<footer class="foot"><div class="wrap"><span>${esc([settings.unit, settings.city].filter(Boolean).join(', '))}</span>${feedLinks}</div></footer>
</body>
</html>
`;
}

/** Open Graph and Twitter card, as name and value pairs that have one. */
export function metaTags(pairs: readonly (readonly [string, string | number | null])[]): string {
  return pairs
    .filter((pair): pair is readonly [string, string | number] => pair[1] !== null && pair[1] !== '')
    .map(([name, value]) => {
      const attribute = name.startsWith('og:') || name.startsWith('article:') ? 'property' : 'name';
      return `<meta ${attribute}="${name}" content="${esc(String(value))}">\n`;
    })
    .join('');
}
