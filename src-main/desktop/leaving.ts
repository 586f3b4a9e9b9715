import { type BrowserWindow, dialog } from 'electron';
import { menuWords } from './menu-words.ts';
import type { Settings } from './settings.ts';

/** A page that holds unsaved words asks not to be left; Electron shows no question for that and would just not close the window. */
export function askBeforeLeaving(window: BrowserWindow, settings: Settings): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const words = menuWords[settings.language];
    const leaves =
      // a window nobody can close must not keep a test or a script waiting
      process.env.KULKUL_NO_DIALOGS !== undefined ||
      dialog.showMessageBoxSync(window, {
        type: 'warning',
        message: words.leaveTitle,
        detail: words.leaveAbout,
        buttons: [words.leaveStay, words.leaveAct],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      }) === 1;
    // here this means: leave all the same
    if (leaves) event.preventDefault();
  });
}
