/** The page of a release inside the site's folder. */
export function pagePath(stem: string): string {
  return `rilis/${stem}.html`;
}

/**
 * The public address of a page, or its path where the site has no address yet.
 * @param baseUrl with `/` at its end
 */
export function pageAddress(baseUrl: string | null, stem: string): string {
  return `${baseUrl ?? ''}${pagePath(stem)}`;
}

/**
 * File name of a page: day, words of the title, and five signs of the id so that two releases of one title and day differ.
 * Made once, from the first version that goes out, and kept with its ledger row: an address never changes.
 * @param day `2025-11-20` in the office's zone
 */
export function pageStem(day: string, title: string, releaseId: string): string {
  const words = slug(title, 60);
  return [day, words, releaseId.slice(-5).toLowerCase()].filter(Boolean).join('-');
}

/** Lower-case ASCII words joined by `-`, cut at a word; empty when nothing of the title can be said in ASCII. */
export function slug(title: string, max: number): string {
  const ascii = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (ascii.length <= max) return ascii;
  const cut = ascii.slice(0, max + 1);
  const end = cut.lastIndexOf('-');
  return cut.slice(0, end > max / 2 ? end : max).replace(/-+$/, '');
}
