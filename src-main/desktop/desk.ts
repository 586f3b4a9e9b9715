import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  ipcMain,
  Notification,
  shell,
} from 'electron';
import { appOrigin } from './app-protocol.ts';
import type { CoreProcess } from './core-process.ts';
import type { Settings } from './settings.ts';

/**
 * Answers what preload.ts offers the page: only what belongs to this computer, never business data. Every question is checked:
 * its sender must be our page, its arguments are what they claim to be.
 */
export function offerDesk({ core, settings }: { core: CoreProcess; settings: Settings }): void {
  core.onState((state) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send('desk:core-state', state);
  });
  answer('desk:core-state', () => core.state);
  answer('desk:choose-folder', async (window, title) => {
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: text(title),
      properties: ['openDirectory', 'createDirectory'],
    });
    return filePaths[0] ?? null;
  });
  answer('desk:choose-files', async (window, title, photosOnly) => {
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: text(title),
      properties: ['openFile', 'multiSelections'],
      filters: photosOnly === true ? [{ name: 'JPEG, PNG, WebP', extensions: ['jpg', 'jpeg', 'png', 'webp'] }] : [],
    });
    return filePaths;
  });
  answer('desk:show-in-folder', (_, path) => {
    const wanted = text(path);
    if (isAbsolute(wanted) && existsSync(wanted)) shell.showItemInFolder(wanted);
  });
  answer('desk:notify', (window, title, body) => notify(window, text(title), text(body)));
  answer('desk:set-language', (_, language) => {
    if (language === 'id' || language === 'en') settings.language = language;
  });
  // asked once, while preload runs, so that `desk.version` is a plain value
  ipcMain.on('desk:version', (event) => {
    event.returnValue = fromPage(event) ? app.getVersion() : '';
  });
}

function answer(channel: string, work: (window: BrowserWindow, ...given: unknown[]) => unknown): void {
  ipcMain.handle(channel, (event, ...given) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (!window || !fromPage(event)) throw new Error('refused');
    return work(window, ...given);
  });
}

function fromPage({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame?.url.startsWith(`${appOrigin}/`) ?? false;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 4_096) : '';
}

/** Notices that are shown stay referenced, or their click would be lost with them. */
const shown = new Set<Notification>();

function notify(window: BrowserWindow, title: string, body: string): Promise<boolean> {
  if (!Notification.isSupported()) return Promise.resolve(false);
  return new Promise((done) => {
    const notice = new Notification({ title, body });
    shown.add(notice);
    const end = (clicked: boolean) => {
      shown.delete(notice);
      done(clicked);
    };
    notice.on('click', () => {
      if (!window.isDestroyed()) {
        window.show();
        window.focus();
      }
      end(true);
    });
    notice.on('close', () => end(false));
    notice.on('failed', () => end(false));
    notice.show();
  });
}
