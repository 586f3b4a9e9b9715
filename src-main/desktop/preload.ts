import * as electron from 'electron';
import type { CoreState, Desk } from '../contract/desk.ts';

const { contextBridge, ipcRenderer } = electron;
// in Electron since 30; before that a dropped file carries its path itself
const webUtils = (electron as { webUtils?: { getPathForFile(file: File): string } }).webUtils;

const desk: Desk = {
  version: ipcRenderer.sendSync('desk:version') as string,
  platform: process.platform as Desk['platform'],
  onCoreState(listen) {
    let live = true;
    let heard = false;
    const hear = (_: unknown, state: CoreState) => {
      heard = true;
      if (live) listen(state);
    };
    ipcRenderer.on('desk:core-state', hear);
    ipcRenderer.invoke('desk:core-state').then((state: CoreState) => {
      if (live && !heard) listen(state);
    });
    return () => {
      live = false;
      ipcRenderer.off('desk:core-state', hear);
    };
  },
  chooseFolder: (title) => ipcRenderer.invoke('desk:choose-folder', title),
  chooseFiles: ({ title, photosOnly }) => ipcRenderer.invoke('desk:choose-files', title, photosOnly),
  pathOf(file) {
    try {
      return (webUtils ? webUtils.getPathForFile(file as File) : (file as { path?: string }).path) || null;
    } catch {
      return null;
    }
  },
  showInFolder: (path) => ipcRenderer.invoke('desk:show-in-folder', path),
  notify: ({ title, body }) => ipcRenderer.invoke('desk:notify', title, body),
  setLanguage: (language) => void ipcRenderer.invoke('desk:set-language', language),
};

contextBridge.exposeInMainWorld('desk', desk);
