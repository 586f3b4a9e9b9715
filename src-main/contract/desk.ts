import type { Language } from './basics.ts';

/** Where a window asks its core whether it lives; answered 204 over the socket alone, without looking at anything. */
export const ALIVE = '/alive';

/** How the core of a desktop window is. */
export type CoreState = 'starting' | 'ready' | 'restarting' | 'failed';

/** What the window offers its page, as `window.desk`; a browser has none. Nothing here carries business data. */
export interface Desk {
  /** Version of Kulkul, `0.1.0`. */
  readonly version: string;
  readonly platform: 'linux' | 'win32' | 'darwin';
  /** Called at once with the present state, then with each change; returns how to stop listening. */
  onCoreState(listen: (state: CoreState) => void): () => void;
  /** Asks for a folder; null when the person cancels. */
  chooseFolder(title: string): Promise<string | null>;
  /** Asks for files; empty when the person cancels. */
  chooseFiles(ask: { title: string; photosOnly: boolean }): Promise<string[]>;
  /** Path of a dropped or chosen file; null where this Electron does not tell. */
  pathOf(file: { readonly name: string }): string | null;
  /** Opens the system's file manager at a file or folder. */
  showInFolder(path: string): Promise<void>;
  /** Shows a notice of the system; answers true when the person clicked it. False where there are no notices. */
  notify(notice: { title: string; body: string }): Promise<boolean>;
  /** Language of the menu and of the window's own words. */
  setLanguage(language: Language): void;
}
