import type { SiteEntry, SiteSettings } from '../../newsroom/distribution/site-port.ts';

/** A picture that lies in the site's folder. */
export interface PlacedPhoto {
  /** Path inside the folder. */
  readonly path: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** What the manifest keeps of a release, enough for lists without opening it again. */
export interface PlacedRelease {
  readonly entry: SiteEntry;
  /** Path inside the folder. */
  readonly path: string;
  readonly photos: readonly (PlacedPhoto & {
    readonly caption: string;
    readonly credit: string;
    readonly alt: string;
  })[];
  /** The first photo in small, for lists. */
  readonly card: PlacedPhoto | null;
}

/** The site as the templates see it: settings, and the way from one page to another that also works from file://. */
export interface SiteView {
  readonly settings: SiteSettings;
  /** Name of the style file, made of its content's hash. */
  readonly stylePath: string;
  readonly logoPath: string | null;
}

/** From a page to another path of the site, both relative to the folder; works on a web server and from file://. */
export function relative(fromPath: string, toPath: string): string {
  const depth = fromPath.split('/').length - 1;
  return `${'../'.repeat(depth)}${toPath}`;
}

/** The public address of a path; null while the site has none. */
export function address(settings: SiteSettings, path: string): string | null {
  if (settings.baseUrl === null) return null;
  return new URL(path === 'index.html' ? '' : path, settings.baseUrl).href;
}

/** `index.html`, `halaman-2.html` ... */
export function indexPath(page: number): string {
  return page === 1 ? 'index.html' : `halaman-${page}.html`;
}

/** Where *Agenda publik* lies. */
export const agendaPath = 'agenda.html';
