import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Finds a folder of `resources/` above the running core: beside src-main while developing, beside out/ when bundled and packaged.
 * Null where it is missing.
 * @param from folder of the running file
 * @param name `site`, `demo`
 */
export function resourceFolder(from: string, name: string): string | null {
  for (let folder = from, up = 0; up < 5; up++, folder = dirname(folder)) {
    const found = join(folder, 'resources', name);
    if (existsSync(found)) {
      return found;
    }
  }
  return null;
}
