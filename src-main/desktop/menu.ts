import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import { menuWords } from './menu-words.ts';
import type { Places } from './places.ts';
import type { Settings } from './settings.ts';

/** Shows the menu, and shows it again when the language changes. F12 stays free: in the page it changes the person. */
export function showMenu({
  settings,
  places,
  openWindow,
}: {
  settings: Settings;
  places: Places;
  openWindow: () => void;
}): void {
  const show = () => Menu.setApplicationMenu(Menu.buildFromTemplate(template(settings, places, openWindow)));
  settings.onLanguage(show);
  show();
}

function template(settings: Settings, places: Places, openWindow: () => void): MenuItemConstructorOptions[] {
  const words = menuWords[settings.language];
  const mac = process.platform === 'darwin';
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: words.file,
      submenu: [
        { label: words.newWindow, accelerator: 'CommandOrControl+Shift+N', click: openWindow },
        { label: words.dataFolder, click: () => void shell.openPath(places.dataFolder) },
        { type: 'separator' },
        mac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quit, accelerator: 'Ctrl+Q' },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        { type: 'separator' },
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'pasteAndMatchStyle', label: words.pastePlain },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'reload', label: words.reload },
        { type: 'separator' },
        { role: 'zoomIn', label: words.larger },
        { role: 'zoomOut', label: words.smaller },
        { role: 'resetZoom', label: words.usualSize },
        { type: 'separator' },
        { role: 'togglefullscreen', label: words.fullScreen },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools', label: words.developer } as const]),
      ],
    },
    {
      label: words.window,
      submenu: [
        { role: 'minimize', label: words.minimize },
        { role: 'close', label: words.close },
      ],
    },
  ];
}
