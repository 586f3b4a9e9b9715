import { existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { app } from 'electron';
import { makeFolderSync } from '../make-folder.ts';
import { borrowFolder } from './borrowed-folder.ts';
import type { LaunchOptions } from './launch-options.ts';

/** Where everything this window needs lies, in a checkout and in the packaged app. */
export interface Places {
  readonly dataFolder: string;
  /** The window's own things (state, cookies, log), inside the data folder so that two newsrooms never share them. */
  readonly windowFolder: string;
  readonly pageFolder: string;
  readonly preload: string;
  readonly icon: string;
  readonly serverFile: string;
  /** A plain Node, never Electron itself: sharp crashes in every Electron process on Linux (lovell/sharp#4522). */
  readonly node: string;
}

export function readPlaces({ dataFolder }: LaunchOptions): Places {
  const appFolder = app.getAppPath();
  // a plain Node cannot read app.asar, so the server is beside it
  const plainFolder = appFolder.replace(/app\.asar$/, 'app.asar.unpacked');
  const node = findNode(plainFolder);
  return {
    dataFolder,
    windowFolder: writable(join(dataFolder, 'window')) ?? borrowFolder(node),
    pageFolder: join(appFolder, 'out/renderer'),
    preload: join(appFolder, 'out/desktop/preload.cjs'),
    icon: join(appFolder, 'resources/icons/kulkul.png'),
    serverFile: join(plainFolder, 'out/server/main.mjs'),
    node,
  };
}

/**
 * The folder, made where it was missing; null where it cannot be written. Without a folder of its own Electron takes itself for a second
 * instance and ends in silence; with one elsewhere it lives long enough to show why the core refuses the data folder.
 */
function writable(folder: string): string | null {
  try {
    makeFolderSync(folder, 0o700);
    // permission bits say nothing about a read-only mount
    rmdirSync(mkdtempSync(join(folder, '.tulis-')));
    return folder;
  } catch {
    // whatever the system says, the core says it again in words
    return null;
  }
}

/** The Node that is shipped, else the one the project brings, else the first on the path. */
function findNode(plainFolder: string): string {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const candidates = [
    join(process.resourcesPath ?? '', 'node', name),
    join(plainFolder, 'node_modules', `node-${platform}-${process.arch}`, 'bin', name),
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
  ];
  return candidates.find((file) => existsSync(file)) ?? name;
}
