import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { root } from './core-process.ts';

/** The installed Chromium, or null. KULKUL_CHROMIUM names another one. */
export function chromium(): string | null {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = [
    process.env.KULKUL_CHROMIUM,
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ];
  return places.find((file) => file !== undefined && existsSync(file)) ?? null;
}

/** The real Electron: ELECTRON_OVERRIDE_DIST_PATH, else what the electron package has fetched, else null. */
export function electron(): string | null {
  const name =
    { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ?? 'electron';
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) return existsSync(join(given, name)) ? join(given, name) : null;
  const folder = join(createRequire(join(root, 'package.json')).resolve('electron/package.json'), '..');
  const file = join(folder, 'dist', name);
  const said = existsSync(join(folder, 'path.txt')) ? readFileSync(join(folder, 'path.txt'), 'utf8') : null;
  return existsSync(file) ? file : said && existsSync(join(folder, 'dist', said)) ? join(folder, 'dist', said) : null;
}

/** Chromium's own sandbox does not work for root; everybody else keeps it. */
export const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
