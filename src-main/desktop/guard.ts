import { app, session, shell, type WebContents } from 'electron';
import { appOrigin } from './app-protocol.ts';

/** What a page may ask of Chromium: only to put text it shows into the clipboard. Everything else is refused. */
const allowed = new Set(['clipboard-sanitized-write']);

/** Closes what a page never needs: navigation, new windows, webviews, permissions. */
export function guardEverything(): void {
  app.on('web-contents-created', (_, contents) => guard(contents));
  app.whenReady().then(() => {
    const ours = session.defaultSession;
    ours.setPermissionRequestHandler((contents, permission, answer) =>
      answer(isPage(contents.getURL()) && allowed.has(permission)),
    );
    ours.setPermissionCheckHandler((_, permission, origin) => isPage(origin) && allowed.has(permission));
    ours.setDevicePermissionHandler(() => false);
  });
}

function guard(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event, url) => {
    if (isPage(url)) return;
    event.preventDefault();
    openOutside(url);
  });
  contents.on('will-redirect', (event, url) => {
    if (!isPage(url)) event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}

function isPage(url: string): boolean {
  return url === appOrigin || url.startsWith(`${appOrigin}/`);
}

/** Links to the web go to the system's browser, everything else goes nowhere. */
function openOutside(url: string): void {
  let asked: URL;
  try {
    asked = new URL(url);
  } catch {
    // no address at all
    return;
  }
  if (asked.protocol === 'https:' && asked.username === '' && asked.password === '')
    // a computer without a browser: the page stays as it is, and the link can still be copied
    shell.openExternal(asked.href).catch(() => {});
}
