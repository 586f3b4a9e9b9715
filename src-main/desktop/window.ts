import { BrowserWindow, nativeTheme, screen } from 'electron';
import { appOrigin } from './app-protocol.ts';
import { askBeforeLeaving } from './leaving.ts';
import type { Places } from './places.ts';
import type { Settings, WindowState } from './settings.ts';

const usual = { width: 1366, height: 820 };
const least = { width: 380, height: 560 };

/** Opens one window on the page. Several may be open; the last one's place is remembered. */
export function openWindow({ places, settings }: { places: Places; settings: Settings }): BrowserWindow {
  const others = BrowserWindow.getAllWindows();
  const state = others.length === 0 ? onADisplay(settings.window) : null;
  const window = new BrowserWindow({
    ...(state ? { x: state.x, y: state.y, width: state.width, height: state.height } : usual),
    minWidth: least.width,
    minHeight: least.height,
    show: false,
    title: 'Kulkul',
    icon: places.icon,
    // the page's own paper, so that nothing flashes
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      preload: places.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      // its dictionaries would be fetched from a server of Google
      spellcheck: false,
    },
  });
  if (state?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());

  let pending: NodeJS.Timeout | undefined;
  const keep = () => {
    clearTimeout(pending);
    if (window.isDestroyed() || window.isMinimized()) return;
    settings.window = { ...window.getNormalBounds(), maximized: window.isMaximized() };
  };
  const keepSoon = () => {
    clearTimeout(pending);
    pending = setTimeout(keep, 400);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('close', keep);

  askBeforeLeaving(window, settings);

  // what failed here is told by the page itself; a load that is overtaken by another is no failure
  window.loadURL(`${appOrigin}/`).catch(() => {});
  return window;
}

/** The windows that are open. */
export function windowsOf(): { bringForward(): boolean } {
  return {
    bringForward() {
      const [window] = BrowserWindow.getAllWindows();
      if (!window) return false;
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      return true;
    },
  };
}

/** A remembered place, if enough of it lies on a display that is still there; its size never exceeds that display. */
function onADisplay(state: WindowState | null): WindowState | null {
  if (!state) return null;
  const area = screen.getDisplayMatching(state).workArea;
  const width = Math.max(least.width, Math.min(state.width, area.width));
  const height = Math.max(least.height, Math.min(state.height, area.height));
  const seenWide = Math.min(state.x + width, area.x + area.width) - Math.max(state.x, area.x);
  const titleSeen = state.y >= area.y && state.y < area.y + area.height - 40;
  if (seenWide >= 120 && titleSeen) return { ...state, width, height };
  const x = area.x + Math.round((area.width - width) / 2);
  const y = area.y + Math.round((area.height - height) / 2);
  return { x, y, width, height, maximized: state.maximized };
}
