import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Where the data lies when nobody says: the place each system has for it. The one fact the window and the core share
 * without talking, so that `npm start`, the packaged window and the command line find the same newsroom.
 */
export function usualDataFolder(demo: boolean): string {
  if (process.env.KULKUL_DATA) return resolve(process.env.KULKUL_DATA);
  const name = demo ? 'Kulkul Demo' : 'Kulkul';
  if (process.platform === 'win32')
    return join(process.env.APPDATA ?? join(homedir(), 'AppData/Roaming'), name, 'data');
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support', name, 'data');
  const base = process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share');
  return join(base, demo ? 'kulkul-demo' : 'kulkul', 'data');
}
