// The window around a core: a table of contents. Each line is one file beside this one.
import { app } from 'electron';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { openCookieJar } from './cookie-jar.ts';
import { type CoreProcess, startCoreProcess } from './core-process.ts';
import { offerDesk } from './desk.ts';
import { guardEverything } from './guard.ts';
import { readLaunchOptions } from './launch-options.ts';
import { showMenu } from './menu.ts';
import { readPlaces } from './places.ts';
import { sayWhyNot } from './say-why-not.ts';
import { openSettings } from './settings.ts';
import { keepVaultKeyWrapped, unwrapVaultKey } from './vault-key.ts';
import { openWindow, windowsOf } from './window.ts';

const options = readLaunchOptions(process.argv);
const places = readPlaces(options);
app.setPath('userData', places.windowFolder);
registerAppScheme();
guardEverything();

if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  app.on('second-instance', () => windowsOf().bringForward());
  app.on('window-all-closed', () => app.quit());
  // the core loads while the window does; only the key of its vault must wait for the system's key store
  const core = startCoreProcess(places, {
    demo: options.demo,
    dataKey: () => app.whenReady().then(() => unwrapVaultKey(places.dataFolder)),
  });
  app
    .whenReady()
    .then(() => begin(core))
    .catch(failed);
}

async function begin(core: CoreProcess): Promise<void> {
  const settings = openSettings(places.windowFolder);
  const jar = openCookieJar(places.windowFolder);

  core.onState((state) => state === 'ready' && keepVaultKeyWrapped(places.dataFolder));
  core.onRefused((refusal) => sayWhyNot(refusal, settings.language));
  serveApp({ core, jar, pageFolder: places.pageFolder });
  offerDesk({ core, settings });
  showMenu({ settings, places, openWindow: () => openWindow({ places, settings }) });
  openWindow({ places, settings });

  app.on('activate', () => windowsOf().bringForward() || openWindow({ places, settings }));
  // after the windows have closed: one of them may ask to stay, and then it needs its core
  app.on('will-quit', (event) => {
    if (core.stopped) return;
    event.preventDefault();
    jar.flush();
    core.stop().finally(() => app.quit());
  });
}

function failed(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  app.exit(1);
}
