import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Finds `resources/site` above the running core: beside src-main while developing, beside out/ when bundled and packaged.
 * Null where it is missing; the site then uses its readers' own typefaces.
 * @param from folder of the running file
 */
export function typefaceFolder(from: string): string | null {
  for (let folder = from, up = 0; up < 5; up++, folder = dirname(folder)) {
    const found = join(folder, 'resources', 'site');
    if (existsSync(found)) return found;
  }
  return null;
}
