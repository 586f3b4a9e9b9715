import { resolve } from 'node:path';
import { usualDataFolder } from '../usual-data-folder.ts';

export interface LaunchOptions {
  readonly demo: boolean;
  readonly dataFolder: string;
}

/**
 * Reads what this window was started with. Chromium and Electron mix their own switches in, so only ours are looked for.
 * @param argv process.argv, with `--demo`, `--data DIR` or `--data=DIR` anywhere
 */
export function readLaunchOptions(argv: readonly string[]): LaunchOptions {
  const demo = argv.includes('--demo');
  const at = argv.indexOf('--data');
  const given = at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith('--data='))?.slice('--data='.length);
  return { demo, dataFolder: given ? resolve(given) : usualDataFolder(demo) };
}
