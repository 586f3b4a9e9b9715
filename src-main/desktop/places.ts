import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { app } from 'electron';
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
  return {
    dataFolder,
    windowFolder: join(dataFolder, 'window'),
    pageFolder: join(appFolder, 'out/renderer'),
    preload: join(appFolder, 'out/desktop/preload.cjs'),
    icon: join(appFolder, 'resources/icons/kulkul.png'),
    serverFile: join(plainFolder, 'out/server/main.mjs'),
    node: findNode(plainFolder),
  };
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
